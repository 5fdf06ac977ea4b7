public import FileFormats
import GRDB

/// The file in which everything that people decide is kept.
///
/// One SQLite file in write-ahead mode with full synchronisation: what was acknowledged is on the
/// disk. Any number of processes may read; one writes at a time, the others wait ``patience`` seconds
/// and then say so.
///
/// A class because it holds the connections; safe to share between threads.
public final class Store: Sendable {
  /// The file.
  public let path: String
  /// Signs checkpoints; `nil` for a store that is only read.
  let key: Ed25519.PrivateKey?
  /// After how many entries a checkpoint is signed by itself.
  let checkpointInterval: Int
  private let pool: DatabasePool

  /// How long a writer waits for another, in seconds.
  public static let patience = 5.0

  /// After how many entries a checkpoint is signed by itself, unless stated otherwise: few enough
  /// that little can be lost unseen, many enough that they weigh nothing beside the entries.
  public static let standardCheckpointInterval = 100

  /// Opens the store at `path`, and makes it or brings it to this program's form where needed.
  ///
  /// - Parameter patience: how long a write waits for that of another process, in seconds.
  public init(
    path: String, key: Ed25519.PrivateKey?,
    checkpointInterval: Int = Store.standardCheckpointInterval, patience: Double = Store.patience
  ) throws(StoreError) {
    self.path = path
    self.key = key
    self.checkpointInterval = checkpointInterval
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      configuration.foreignKeysEnabled = true
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      let migrator = StoreMigrations.migrator
      if try pool.read(migrator.hasBeenSuperseded) {
        throw StoreError(
          .otherVersion, "a newer version of Quivive wrote `\(path)`",
          help: "use that version; an older one could lose what it does not know")
      }
      try migrator.migrate(pool)
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// Reads one state of the store.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try pool.read(body)
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// Reads one state of the store; errors of `body` that are not the store's pass as they are.
  func readUnchanged<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try pool.read(body)
    } catch let error as DatabaseError {
      throw Self.failure(error, path: path)
    }
  }

  /// Writes in one transaction: all of it is kept, or nothing. On return it is on the disk.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try pool.write(body)
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// Copies the store while it is used.
  func copy(to other: DatabaseQueue) throws(StoreError) {
    do {
      try pool.backup(to: other)
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// Writes the log into the file and empties it, so that nothing that was deleted is left in it.
  func forget() throws(StoreError) {
    do {
      try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// Closes all connections; the store is not used after it.
  public func close() throws(StoreError) {
    do {
      try pool.close()
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  private static func failure(_ error: any Error, path: String) -> StoreError {
    if let error = error as? StoreError { return error }
    if let error = error as? DatabaseError { return StoreError(error, path: path) }
    return StoreError(.damaged, "`\(path)`: \(error)")
  }
}
