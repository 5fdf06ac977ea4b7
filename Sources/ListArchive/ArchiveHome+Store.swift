public import Foundation

extension ArchiveHome {
  /// What people decided: one SQLite file.
  public var store: URL { url.appendingPathComponent("store.sqlite") }
  /// The secret half of the key that signs the audit trail's checkpoints: 64 hexadecimal digits.
  public var auditKey: URL { url.appendingPathComponent("keys/audit.ed25519") }
  /// Files by the digest of their content, `<first two digits>/<digest>`.
  public var blobs: URL { url.appendingPathComponent("blobs") }
}
