import Decisions
import FileFormats
import Foundation
import GRDB
import SQLiteStore
import TradeModel

/// A store in a folder of its own that goes with it.
///
/// A class because its end removes the folder.
final class TemporaryStore {
  let folder: URL
  let key: Ed25519.PrivateKey
  let actor: Actor

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("quivive-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard let key = Ed25519.PrivateKey(seed: (0..<32).map { UInt8($0) }),
      let actor = Actor("A. Officer")
    else { throw CocoaError(.featureUnsupported) }
    self.key = key
    self.actor = actor
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appendingPathComponent("store.sqlite").path }

  func open() throws -> Store { try Store(path: path, key: key) }

  func verification(
    of store: Store, held: [AuditCheckpoint] = []
  ) throws -> AuditVerification.Report {
    var verification = AuditVerification(checkpoints: try store.checkpoints() + held)
    try store.walkAudit { verification.take($0) }
    return verification.finish()
  }

  /// Runs SQL behind the store's back.
  func execute(_ sql: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
  }
}
