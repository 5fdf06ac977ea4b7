public import NameAnalysis
public import NameIndex
public import TradeModel

/// A small name model for tests of what stands above it: words at blanks, a handful of roles, and
/// weights that do not depend on the product's tables.
public enum PlainNames {
  public static let version = "plain-1"

  /// Words that say little, with what they weigh; every other word weighs 120.
  static let common: [String: Int] = [
    "trading": 15, "international": 12, "company": 8, "general": 15, "ali": 50, "mohammad": 45,
    "muhammad": 45, "ivan": 60,
  ]
  static let forms: [String: UInt32] = ["ltd": 1, "limited": 1, "llc": 2, "gmbh": 3]
  static let groups: [String: UInt32] = ["mohammad": 7, "muhammad": 7]

  public static let reader = NameReader(
    version: version, analyse: analyse, weight: { part, _ in weight(part.text) },
    tokens: TokenModel(
      weight: weight, group: { groups[String(decoding: $0, as: UTF8.self)] ?? 0 }))

  @Sendable static func weight(_ text: [UInt8]) -> Int {
    let word = String(decoding: text, as: UTF8.self)
    if forms[word] != nil { return 5 }
    return text.count == 1 ? 30 : common[word] ?? 120
  }

  /// Parts by blanks; ASCII letters and digits only.
  @Sendable public static func analyse(_ name: String, _ kind: PartyKind) -> AnalysedName {
    var parts: [NamePart] = []
    var word: [UInt8] = []
    var start = 0
    func end(at place: Int) {
      if !word.isEmpty { parts.append(part(Array(word.prefix(63)), start..<place)) }
      word = []
    }
    for (place, byte) in name.utf8.enumerated() {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39:
        if word.isEmpty { start = place }
        word.append(byte < 0x41 ? byte : byte | 0x20)
      default: end(at: place)
      }
    }
    end(at: name.utf8.count)
    let readings = parts.isEmpty ? [] : [NameReading(parts: parts, method: .latin)]
    return AnalysedName(verbatim: name, kind: kind, readings: readings)
  }

  private static func part(_ text: [UInt8], _ source: Range<Int>) -> NamePart {
    let word = String(decoding: text, as: UTF8.self)
    if let form = forms[word] {
      return NamePart(text: text, role: .legalForm, group: form, source: source)
    }
    if let number = UInt32(word) {
      return NamePart(text: text, role: .numeral, group: number &+ 1, source: source)
    }
    if text.count == 1 { return NamePart(text: text, role: .initial, source: source) }
    if let weight = common[word], weight < 20 {
      return NamePart(text: text, role: .generic, source: source)
    }
    return NamePart(text: text, role: .word, group: groups[word] ?? 0, source: source)
  }
}
