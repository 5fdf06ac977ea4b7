import ArgumentParser
import Decisions
import TradeModel

/// `quivive replay`: a stored dossier is made again and compared.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run a dossier again and prove the same bytes, or say what differs.",
    discussion: """
      The transaction, the day and the policy come from the dossier; the watchlist with the digest that \
      the dossier states is looked for in the home folder (or given with --watchlist). A dossier that \
      was made with a table of ownership needs the same file with --ownership, one made with rules of \
      your own the same --rules.

      Exit status: 0 the same bytes, 10 not the same (which digest differs is printed), 66 when the \
      watchlist of the dossier is not here.
      """)

  @Argument(help: "The dossier, as JSON. '-' reads standard input.", completion: .file())
  var dossier: String

  @OptionGroup var ownership: OwnershipOption
  @OptionGroup var rules: RuleOptions
  @OptionGroup var data: DataOptions

  func run() async throws {
    let bytes = try InputFile.bytes(at: dossier)
    let stored: Dossier
    do {
      stored = try Dossier(reading: bytes)
    } catch {
      throw Failure(.badInput, error.description, help: error.help)
    }
    guard let request = stored.request else {
      throw Failure(
        .badInput, "the dossier states no input, day or policy",
        help: "hand in the JSON that `quivive screen --format json` wrote, unchanged")
    }
    let digest = stored.digests.first { $0.name == "watchlist" }.flatMap { Digest(hex: $0.value) }
    let table = try ownership.table(notes: nil)
    if table == nil, let stated = stored.digests.first(where: { $0.name == "ownership" }) {
      throw Failure(
        .missingFile,
        "the dossier was made with a table of ownership (\(stated.value.prefix(12))…) that is not given",
        help: "name the file with --ownership")
    }
    var session = try ScreeningSession(
      data: data, rules: rules, on: request.on, policy: request.policy, ownership: table,
      watchlist: digest,
      notices: request.notices)
    do {
      session.goodGuys = try stored.goodGuys()
    } catch {
      throw Failure(.badInput, error.description, help: error.help)
    }
    let again = try session.screen(Array(request.input.utf8))
    switch Replay(stored: stored, storedBytes: bytes, again: again.dossier) {
    case .same:
      Console.print("same bytes: \(stored.digest)")
    case .differentData(let differences):
      Console.print("not the same data:")
      for difference in differences {
        Console.print("  \(difference.name): the dossier states \(difference.stated)")
        Console.print(
          "  \(String(repeating: " ", count: difference.name.count))  here now is \(difference.now)"
        )
      }
      throw ExitCode(10)
    case .differentBytes(let members):
      Console.print(
        "the same data, but other bytes: the dossier was altered in \(members.joined(separator: ", "))"
      )
      throw ExitCode(10)
    }
  }
}
