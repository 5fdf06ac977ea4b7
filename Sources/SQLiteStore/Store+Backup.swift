public import Decisions
import Foundation
import GRDB

extension Store {
  /// Walks the trail of the store and its checkpoints, and compares the list of cases with it.
  ///
  /// - Parameter held: checkpoints that were kept elsewhere.
  /// - Complexity: O(*n*) in the entries.
  public func verification(
    held: [AuditCheckpoint] = []
  ) throws(StoreError) -> AuditVerification.Report {
    var verification = AuditVerification(checkpoints: try checkpoints() + held)
    try walkAudit { verification.take($0) }
    let report = verification.finish()
    return report.fault == nil ? report.adding(try caseFaults()) : report
  }

  /// Copies the store to a new file while it is used, proves the copy and gives it its name.
  ///
  /// - Returns: what the walk over the copy's trail showed.
  /// - Throws: `refused` when the file exists, `damaged` when the trail of the copy does not hold.
  public func backup(to path: String) throws(StoreError) -> AuditVerification.Report {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StoreError(
        .refused, "`\(path)` exists already", help: "name a new file; a backup replaces nothing")
    }
    let unfinished = path + ".unfinished"
    defer { Self.remove(unfinished) }
    Self.remove(unfinished)
    do {
      let copy = try DatabaseQueue(path: unfinished)
      try self.copy(to: copy)
      // One file without a log beside it, so that the name is all there is to keep.
      try copy.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.disk, "`\(path)` could not be written: \(error)")
    }
    let report = try Self.prove(unfinished)
    guard rename(unfinished, path) == 0 else {
      throw StoreError(.disk, "`\(path)` could not be written")
    }
    return report
  }

  /// Puts a backup in the place of the store at `path`, after proving its trail. What was there is
  /// kept beside it.
  ///
  /// - Parameter mark: tells the replaced file from others: `before-restore-2026-11-24T03-00-00Z`.
  /// - Returns: what the walk over the backup's trail showed, and the file that holds the old store.
  public static func restore(
    _ backup: String, to path: String, mark: String
  ) throws(StoreError) -> (report: AuditVerification.Report, replaced: String?) {
    guard FileManager.default.fileExists(atPath: backup) else {
      throw StoreError(.refused, "there is no file `\(backup)`", help: "name a backup")
    }
    let unfinished = path + ".unfinished"
    remove(unfinished)
    defer { remove(unfinished) }
    do {
      try FileManager.default.copyItem(atPath: backup, toPath: unfinished)
    } catch {
      throw StoreError(.disk, "`\(backup)` could not be copied to `\(unfinished)`: \(error)")
    }
    let report = try prove(unfinished)
    var replaced: String?
    if FileManager.default.fileExists(atPath: path) {
      // What stands in the log of the old store belongs to it.
      let old = try Store(path: path, key: nil)
      try old.forget()
      try old.close()
      let aside = "\(path).\(mark)"
      guard rename(path, aside) == 0 else {
        throw StoreError(.disk, "`\(path)` could not be set aside")
      }
      replaced = aside
    }
    remove(path + "-wal")
    remove(path + "-shm")
    guard rename(unfinished, path) == 0 else {
      throw StoreError(.disk, "`\(path)` could not be written")
    }
    return (report, replaced)
  }

  private static func prove(_ path: String) throws(StoreError) -> AuditVerification.Report {
    let store = try Store(path: path, key: nil)
    let report = try store.verification()
    try store.close()
    if let fault = report.fault {
      throw StoreError(
        .damaged, "the audit trail of `\(path)` does not hold: \(fault)",
        help: "nothing was replaced; take another backup")
    }
    return report
  }

  private static func remove(_ path: String) {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
  }
}
