public import ArgumentParser
import Decisions
import FileFormats
public import SQLiteStore
import TradeModel
import Workplace

/// `quivive key`: who may use the service.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Give out and take back keys to the service.",
    discussion: """
      A key is shown once, when it is made; only its SHA-256 is kept. What its holder does stands in the \
      audit trail under the holder's name: give each person a key of their own.

      Roles: viewer (reads), analyst (screens and works on cases), approver (and approves what another \
      person proposed), administrator (everything), service (a program: screens and matches).
      """,
    subcommands: [KeyCreate.self, KeyList.self, KeyRevoke.self])
}

extension AccessRole: ExpressibleByArgument {}

/// `quivive key create`.
struct KeyCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a key and print it, this once.")

  @Argument(help: "Who holds it: the name under which what they do is recorded.")
  var holder: String

  @Option(help: "What they may do: viewer, analyst, approver, administrator or service.")
  var role: AccessRole

  @Option(help: "After how many days it opens nothing any more; never when left out.")
  var days: Int?

  @OptionGroup var acting: ActingOptions

  func validate() throws {
    guard (1...3660).contains(days ?? 1) else {
      throw ValidationError("--days is a number from 1 to 3660")
    }
  }

  func run() throws {
    let person = try ActingOptions.actor(holder)
    let store = try OpenStore(acting.home).store
    let secret = AccessKey.newSecret()
    let now = Timestamp.now
    let key = try Failure.fromStore {
      try store.createKey(
        secret: secret, holder: person, role: role,
        expires: days.map { Timestamp(seconds: now.seconds + $0 * 86_400) }, by: acting.actor(),
        at: now)
    }
    Console.error("\(key.id) for \(key.holder), \(key.role.rawValue); it is not shown again:")
    Console.print(secret)
  }
}

/// `quivive key list`.
struct KeyList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the keys; their secrets are not kept.")

  @Option(help: "What to print: text, or one JSON object a key.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions

  func run() throws {
    let store = try OpenStore.existing(home)
    for key in try Failure.fromStore({ try store.keys() }) {
      switch report {
      case .json: ListsReport.print(key.json)
      case .text:
        let state =
          key.revoked.map { "taken back \($0)" } ?? key.expires.map { "until \($0)" } ?? "in use"
        Console.print("\(key.id)  \(key.role.rawValue)  \(key.holder)  \(state)")
      }
    }
  }
}

/// `quivive key revoke`.
struct KeyRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take a key back; it opens nothing from now on.")

  @Argument(help: "The key: K1.")
  var id: String

  @OptionGroup var acting: ActingOptions

  func run() throws {
    _ = try OpenStore.existing(acting.home)
    let store = try OpenStore(acting.home).store
    guard
      let key = try Failure.fromStore({
        try store.revokeKey(id, by: acting.actor(), at: .now)
      })
    else {
      throw Failure(
        .missingFile, "there is no key `\(id)` that is still given out",
        help: "`quivive key list` shows them")
    }
    Console.print("\(key.id) of \(key.holder) is taken back")
  }
}
