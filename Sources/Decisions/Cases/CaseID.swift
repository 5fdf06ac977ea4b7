/// The name of a case: `C1`, `C2`, in the order of their opening.
public struct CaseID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Counted from 1.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// Reads `C12`, also in lower case; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard let first = text.first, first == "C" || first == "c",
      text.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text.dropFirst()), number > 0
    else { return nil }
    self.number = number
  }

  /// Reads a ``subject`` of the audit trail.
  public init?(subject: String) {
    guard subject.hasPrefix("case/") else { return nil }
    self.init(subject.dropFirst("case/".count))
  }

  /// What its entries in the audit trail are about: `case/C12`.
  public var subject: String { "case/\(self)" }

  public var description: String { "C\(number)" }
  public static func < (lhs: CaseID, rhs: CaseID) -> Bool { lhs.number < rhs.number }
}
