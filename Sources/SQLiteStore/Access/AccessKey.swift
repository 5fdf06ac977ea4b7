public import Decisions
public import FileFormats
public import TradeModel

/// What the holder of a key, or somebody who has signed in, may do.
public enum AccessRole: String, Hashable, Sendable, CaseIterable {
  /// Reads.
  case viewer
  /// Reads, screens, and works on cases.
  case analyst
  /// What an analyst does, and approves what another person proposed.
  case approver
  /// Everything, keys and erasure too.
  case administrator
  /// A program: screens and matches; it concludes on nothing.
  case service
}

/// A key to the service as it is kept: its secret is not.
public struct AccessKey: Hashable, Sendable {
  /// `K1`, `K2`, … in the order of creation.
  public let id: String
  /// The person or the program that holds it; what they do is recorded under this name.
  public let holder: Actor
  public let role: AccessRole
  public let created: Timestamp
  /// From when on it opens nothing; `nil` for never.
  public let expires: Timestamp?
  /// When it was taken back.
  public let revoked: Timestamp?

  /// Whether it opens anything at `time`.
  public func isValid(at time: Timestamp) -> Bool {
    revoked == nil && expires.map { time < $0 } ?? true
  }

  /// Without the secret and its hash.
  public var json: JSONValue {
    .members([
      "id": .string(id), "holder": .string(holder.name), "role": .string(role.rawValue),
      "created": .string(created.description), "expires": expires.map { .string($0.description) },
      "revoked": revoked.map { .string($0.description) },
    ])
  }

  /// The hash under which a secret is kept. The secrets are 256 bits at random, so that nothing can be
  /// guessed from a plain hash.
  public static func hash(ofSecret secret: String) -> Digest { SHA256.digest(of: secret) }

  /// A new secret: `qv_` and 64 hexadecimal digits, from the kernel's source of randomness.
  public static func newSecret() -> String {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return "qv_" + Hexadecimal.text(of: bytes)
  }
}
