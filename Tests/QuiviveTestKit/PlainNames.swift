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

/// Numbers from a seed: SplitMix64.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, Fast Splittable Pseudorandom Number Generators, 2014.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

/// Invented names for properties.
public struct InventedNames {
  private var generator: SeededGenerator
  private static let syllables = [
    "ka", "ro", "min", "sel", "du", "var", "tesh", "ol", "bri", "ga", "zan", "pe", "lu", "hor",
  ]
  private static let generic = [
    "trading", "international", "company", "general", "ali", "mohammad",
  ]

  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  public mutating func word() -> String {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      Self.syllables[Int.random(in: 0..<Self.syllables.count, using: &generator)]
    }.joined()
  }

  /// Two to four words, sometimes common ones, a number or a legal form.
  public mutating func name() -> String {
    var words = (0..<Int.random(in: 1...3, using: &generator)).map { _ in word() }
    if Int.random(in: 0..<3, using: &generator) == 0 {
      words.append(Self.generic[Int.random(in: 0..<Self.generic.count, using: &generator)])
    }
    if Int.random(in: 0..<6, using: &generator) == 0 {
      words.append(String(Int.random(in: 1...40, using: &generator)))
    }
    if Int.random(in: 0..<4, using: &generator) == 0 { words.append("Ltd") }
    return words.joined(separator: " ")
  }

  /// `name` with one letter left out, doubled, exchanged or swapped with its neighbour.
  public mutating func slip(in name: String) -> String {
    var letters = Array(name)
    guard letters.count > 2 else { return name }
    let place = Int.random(in: 0..<(letters.count - 1), using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2: letters[place] = "x"
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}
