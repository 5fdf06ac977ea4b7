/// A control code taken apart.
enum StatedCode: Hashable {
  /// A US or EU entry, such as `2B001`, and the rest.
  case entry(String, paragraph: String?)
  /// An MTCR item number in parts: `9`, `A`, `3`, `a`.
  case mtcr([String])
  /// An entry of EU Regulation 267/2012, Annex II: `II.A2.002`.
  case annexII(String, paragraph: String?)
  case unlisted
  case unreadable

  init(_ text: String) {
    let words = text.uppercased().split { $0.isWhitespace || $0 == ":" }
      .filter { !["ECCN", "MTCR", "EU", "US", "CCL", "ITEM", "CODE", "DUAL-USE"].contains($0) }
    let code = words.joined()
    if ["EAR99", "NLR", "NOTLISTED", "UNLISTED", "NONE", "NONLISTÉ", "NONLISTE"].contains(code) {
      self = .unlisted
    } else if let found = Self.entry(code) ?? Self.annexII(code) ?? Self.mtcr(code) {
      self = found
    } else {
      self = .unreadable
    }
  }

  /// Digit, letter A to E, three digits, then the paragraph.
  private static func entry(_ code: String) -> StatedCode? {
    let bytes = Array(code.utf8)
    guard bytes.count >= 5, isDigit(bytes[0]), (0x41...0x45).contains(bytes[1]),
      bytes[2...4].allSatisfy(isDigit), bytes.count == 5 || !isDigit(bytes[5])
    else { return nil }
    return .entry(String(code.prefix(5)), paragraph: paragraph(code.dropFirst(5)))
  }

  /// `II.A2.002`, `IIA2.002`.
  private static func annexII(_ code: String) -> StatedCode? {
    guard code.hasPrefix("II") else { return nil }
    let parts = code.dropFirst(2).split(separator: ".").map(String.init)
    guard parts.count >= 2, parts[0].count <= 2, parts[0].hasPrefix("A") || parts[0] == "B",
      parts[1].count == 3, parts[1].utf8.allSatisfy(isDigit)
    else { return nil }
    return .annexII(
      "II.\(parts[0]).\(parts[1])",
      paragraph: parts.count > 2 ? paragraph(parts[2...].joined(separator: ".")[...]) : nil)
  }

  /// `9.A.3`, `9A3`, `4.C.2.d`: a number of one or two digits, a letter A to E, then the rest.
  private static func mtcr(_ code: String) -> StatedCode? {
    var parts: [String] = []
    for character in code where character != "." && character != "(" && character != ")" {
      if let last = parts.last, character.isNumber, last.last?.isNumber == true {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
    }
    guard parts.count >= 2, let item = Int(parts[0]), (1...20).contains(item),
      ["A", "B", "C", "D", "E"].contains(parts[1]), parts.allSatisfy({ $0.utf8.count <= 2 })
    else { return nil }
    for index in parts.indices.dropFirst(3) where Int(parts[index]) == nil {
      parts[index] = parts[index].lowercased()
    }
    return .mtcr(parts)
  }

  private static func paragraph(_ text: Substring) -> String? {
    let trimmed = text.drop { $0 == "." || $0 == "-" }
    return trimmed.isEmpty ? nil : trimmed.lowercased()
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
