public import ArgumentParser
public import Decisions
import Foundation
import ListArchive
import SQLiteStore
import TradeModel

/// Who acts, and in which home.
struct ActingOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who acts. Default: your login name.",
      discussion:
        "On a terminal this name is as trustworthy as the logins of the machine: whoever can write "
        + "the home folder can state any name.",
      valueName: "name"))
  var name: String?

  @OptionGroup var home: HomeOptions

  func actor() throws -> Actor { try Self.actor(name) }

  static func actor(_ name: String?) throws -> Actor {
    guard let actor = Actor(name ?? NSUserName()) else {
      throw Failure(
        .usage, name.map { "`\($0)` is no name" } ?? "there is no login name",
        help: "state one with --as, up to 200 bytes")
    }
    return actor
  }
}

/// How to show something.
struct ShowingOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "How to show it: text or json.")
  var format: Format = .text

  @Option(help: "The language of text: en or fr.")
  var language: Language = .en
}

extension CaseID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension GoodGuyID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension CaseDecision.Kind: ExpressibleByArgument {}
extension Case.State: ExpressibleByArgument {}

/// The cases of a home and the files that belong to them.
struct OpenCases {
  let store: Store
  let blobs: BlobArchive

  /// Opens them for an act; makes the store the first time.
  init(_ home: HomeOptions) throws {
    let opened = try OpenStore(home)
    store = opened.store
    blobs = BlobArchive(opened.home)
  }

  private init(store: Store, home: ArchiveHome) {
    self.store = store
    blobs = BlobArchive(home)
  }

  /// Opens them for looking at; a home without a store has no cases.
  static func reading(_ home: HomeOptions) throws -> OpenCases {
    guard let store = try OpenStore.reading(home) else {
      throw Failure(
        .missingFile, "there are no cases in `\(try home.archiveHome().url.path)`",
        help: "open one with `quivive case open FILE`, or name another folder with --home")
    }
    return OpenCases(store: store, home: try home.archiveHome())
  }

  func `case`(_ id: CaseID) throws -> Case { try Failure.fromCases { try store.case(id) } }

  /// Records an act that is made of the case as it is, and says so.
  @discardableResult
  func act(
    on id: CaseID, by options: ActingOptions, _ event: (Case) throws -> CaseEvent
  ) throws -> Case {
    try Failure.fromCases {
      try store.record(
        event(store.case(id)), in: id, by: options.actor(), at: .now)
    }
  }

  /// The dossier a case holds, verified.
  func dossier(_ digest: Digest) throws -> Dossier {
    let bytes = try Failure.from { try blobs.bytes(digest) }
    do {
      return try Dossier(reading: bytes)
    } catch {
      throw Failure(.badInput, error.description, help: error.help)
    }
  }
}

extension Failure {
  /// Runs `work` and gives an error of a case or of the store its exit status.
  static func fromCases<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try fromStore(work)
    } catch let error as CaseError {
      throw Failure(
        error.reason == .unknown ? .missingFile : .badInput, error.description, help: error.help)
    }
  }
}
