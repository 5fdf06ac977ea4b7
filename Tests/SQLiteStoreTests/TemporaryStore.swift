import Decisions
import FileFormats
import Foundation
import GRDB
import SQLiteStore
import TradeModel

/// A store in a folder of its own that goes with it.
///
/// A class because its end removes the folder.
final class TemporaryStore: Sendable {
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

  func open(patience: Double = Store.patience) throws -> Store {
    try Store(path: path, key: key, patience: patience)
  }

  /// Records `count` notes about three cases in turn.
  func record(_ count: Int, in store: Store) throws {
    for number in 1...count {
      try store.append(
        [.init(kind: "case.noted", subject: "case/C\(number % 3)", body: .int(number))],
        by: actor, at: Timestamp(seconds: 1_700_000_000 + number))
    }
  }

  /// Runs SQL behind the store's back.
  func execute(_ sql: String, at other: String? = nil) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    try DatabaseQueue(path: other ?? path, configuration: configuration)
      .writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  /// Holds the right to write, as another process would, while `work` runs.
  func holding(_ work: () throws -> Void) throws {
    try DatabaseQueue(path: path).inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      defer { try? database.execute(sql: "ROLLBACK") }
      try work()
    }
  }
}
