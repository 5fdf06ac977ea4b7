/// The name of a good-guy decision: `G1`, `G2`, in the order of proposing.
public struct GoodGuyID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Counted from 1.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// Reads `G12`, also in lower case; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard let first = text.first, first == "G" || first == "g",
      text.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text.dropFirst()), number > 0
    else { return nil }
    self.number = number
  }

  /// Reads a ``subject`` of the audit trail.
  public init?(subject: String) {
    guard subject.hasPrefix("good-guy/") else { return nil }
    self.init(subject.dropFirst("good-guy/".count))
  }

  /// What its entries in the audit trail are about: `good-guy/G12`.
  public var subject: String { "good-guy/\(self)" }

  public var description: String { "G\(number)" }
  public static func < (lhs: GoodGuyID, rhs: GoodGuyID) -> Bool { lhs.number < rhs.number }
}
