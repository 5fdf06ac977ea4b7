package import Decisions
import FoundationEssentials
package import ListArchive
package import SQLiteStore
package import TradeModel

/// The cases of a home and the files that belong to them.
package struct OpenCases {
  package let store: Store
  package let blobs: BlobArchive

  /// Opens them for an act; makes the store the first time.
  package init(_ home: HomePlace) throws {
    let opened = try OpenStore(home)
    store = opened.store
    blobs = BlobArchive(opened.home)
  }

  /// Those of a store that is open already.
  package init(_ opened: OpenStore) {
    store = opened.store
    blobs = BlobArchive(opened.home)
  }

  private init(store: Store, home: ArchiveHome) {
    self.store = store
    blobs = BlobArchive(home)
  }

  /// Opens them for looking at; a home without a store has no cases.
  package static func reading(_ home: HomePlace) throws -> OpenCases {
    guard let store = try OpenStore.reading(home) else {
      throw Failure(
        .missingFile, "there are no cases in `\(try home.archiveHome().url.path)`",
        help: "open one with `quivive case open FILE`, or name another folder with --home")
    }
    return OpenCases(store: store, home: try home.archiveHome())
  }

  package func `case`(_ id: CaseID) throws -> Case { try Failure.fromCases { try store.case(id) } }

  /// Records an act that is made of the case as it is, and says so.
  @discardableResult
  package func act(
    on id: CaseID, by actor: Actor, at time: Timestamp = .now, _ event: (Case) throws -> CaseEvent
  ) throws -> Case {
    try Failure.fromCases {
      try store.record(
        event(store.case(id)), in: id, by: actor, at: time)
    }
  }

  /// The dossier a case holds, verified.
  package func dossier(_ digest: Digest) throws -> Dossier {
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
  package static func fromCases<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try fromStore(work)
    } catch let error as CaseError {
      throw Failure(
        error.reason == .unknown ? .missingFile : .badInput, error.description, help: error.help)
    }
  }
}
