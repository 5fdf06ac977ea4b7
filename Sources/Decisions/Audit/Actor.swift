/// Who did something: a name by which the organisation knows the person or the service.
///
/// Two names are of one person when they are equal without regard to case and outer blanks, so that
/// nobody approves what they proposed by typing their name differently.
public struct Actor: Hashable, Sendable, CustomStringConvertible {
  /// As stated, without blanks around it.
  public let name: String

  /// Returns `nil` for a name that is blank, longer than 200 bytes, or holds control characters.
  public init?(_ name: some StringProtocol) {
    let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPlain = !trimmed.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
    }
    guard !trimmed.isEmpty, trimmed.utf8.count <= 200, isPlain else { return nil }
    self.name = trimmed
  }

  public var description: String { name }

  public static func == (lhs: Actor, rhs: Actor) -> Bool {
    lhs.name.lowercased() == rhs.name.lowercased()
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name.lowercased()) }
}
