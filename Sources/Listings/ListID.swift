/// A published list, by Quivive's name for it: `us.ofac.sdn`, `un.sc`.
public struct ListID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Lower case, parts joined by full stops: `us.ofac.sdn`.
  public let name: String

  /// Returns `nil` unless `name` is lower-case ASCII letters, digits and hyphens in parts joined by
  /// full stops: it becomes a folder name.
  public init?(_ name: String) {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
    }
    guard isPlain, name.utf8.count <= 64 else { return nil }
    self.name = name
  }

  init(known name: String) { self.name = name }

  public var description: String { name }
  public static func < (lhs: ListID, rhs: ListID) -> Bool { lhs.name < rhs.name }
}
