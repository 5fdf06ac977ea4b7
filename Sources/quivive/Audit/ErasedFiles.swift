import Decisions
import ListArchive
import SQLiteStore
import TradeModel
import Workplace

/// The files that belong to a case and to no other: they go with it.
struct ErasedFiles {
  private let dossiers: Set<Digest>
  private let attachments: Set<Digest>

  /// - Parameter subject: `case/C1`; anything else has no files.
  init(of subject: String, in store: Store) throws {
    guard let id = CaseID(subject: subject) else {
      (dossiers, attachments) = ([], [])
      return
    }
    var dossiers: Set<Digest> = []
    var others: Set<Digest> = []
    var attachments: Set<Digest> = []
    try Failure.fromCases {
      for summary in try store.cases(CaseFilter()) {
        let found = try store.case(summary.id)
        let files = found.attachments.map(\.value.digest)
        if summary.id == id {
          dossiers = Set(found.dossiers.map(\.value.digest))
          attachments = Set(files)
        } else {
          others.formUnion(found.dossiers.map(\.value.digest) + files)
        }
      }
    }
    self.dossiers = dossiers.subtracting(others)
    self.attachments = attachments.subtracting(others)
  }

  /// Removes them and returns how many there were.
  func erase(from home: HomeOptions) throws -> Int {
    let home = try home.archiveHome()
    let blobs = BlobArchive(home)
    let kept = DossierArchive(home: home)
    try Failure.from {
      for digest in dossiers {
        try blobs.erase(digest)
        try kept.erase(digest)
      }
      for digest in attachments { try blobs.erase(digest) }
    }
    return dossiers.count + attachments.count
  }
}
