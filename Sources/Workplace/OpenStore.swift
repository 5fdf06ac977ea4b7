package import FileFormats
import Foundation
package import ListArchive
package import SQLiteStore

/// The store of the home folder, opened with the key that signs its trail.
package struct OpenStore {
  package let home: ArchiveHome
  package let store: Store
  /// Signs checkpoints and whatever leaves the house.
  package let key: Ed25519.PrivateKey

  /// Opens the store for writing; makes it and its key the first time.
  package init(_ options: HomePlace) throws {
    home = try options.archiveHome()
    let path = home.store.path
    let key = try Self.key(of: home)
    try Failure.from { [home] in try SecretFile.reserve(home.store) }
    store = try Failure.fromStore { try Store(path: path, key: key) }
    self.key = key
  }

  /// Opens the store for reading; `nil` when the home has none yet.
  package static func reading(_ options: HomePlace) throws -> Store? {
    let home = try options.archiveHome()
    guard FileManager.default.fileExists(atPath: home.store.path) else { return nil }
    return try Failure.fromStore { try Store(path: home.store.path, key: nil) }
  }

  /// Opens the store for reading.
  ///
  /// - Throws: a ``Failure`` with status 66 when the home has none.
  package static func existing(_ options: HomePlace) throws -> Store {
    guard let store = try reading(options) else {
      throw Failure(
        .missingFile,
        "`\(try options.archiveHome().store.path)` does not exist: nothing is recorded",
        help: "`quivive case open` records the first entry; --home names another folder")
    }
    return store
  }

  /// The key of the home. One is made only beside a store that is not there yet: a key that was lost
  /// is not replaced unseen.
  private static func key(of home: ArchiveHome) throws -> Ed25519.PrivateKey {
    let url = home.auditKey
    let isNew = !FileManager.default.fileExists(atPath: home.store.path)
    let bytes: [UInt8] = try Failure.from {
      if isNew { return try SecretFile.bytes(at: url, orMake: Self.newKey) }
      guard let bytes = try SecretFile.bytes(at: url) else {
        throw Failure(
          .missingFile, "the key that signs the audit trail, `\(url.path)`, is missing",
          help: "restore it from a backup; if it is lost, make another with "
            + "`(umask 077; openssl rand -hex 32 > \(url.path))`: later checkpoints bear that key")
      }
      return bytes
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines)
    guard let key = Hexadecimal.bytes(of: text).flatMap({ Ed25519.PrivateKey(seed: $0) }) else {
      throw Failure(
        .badInput, "`\(url.path)` is no key: it should hold 64 hexadecimal digits",
        help: "restore it from a backup")
    }
    return key
  }

  /// From the kernel's source of randomness, which is fit for keys.
  private static func newKey() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    let seed = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return Array((Hexadecimal.text(of: seed) + "\n").utf8)
  }
}

extension Failure {
  /// Runs `work` and gives an error of the store its exit status.
  package static func fromStore<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as StoreError {
      let status: Status =
        switch error.reason {
        case .refused, .damaged, .otherVersion: .badInput
        case .busy, .disk: .tryAgain
        }
      throw Failure(status, error.description, help: error.help)
    }
  }
}
