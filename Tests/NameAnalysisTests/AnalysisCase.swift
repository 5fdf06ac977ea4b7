import NameAnalysis
import Testing
import TradeModel

/// A name with what its parts must read and be: `family:astafurov given:sergey`.
struct AnalysisCase: CustomTestStringConvertible, Sendable {
  let name: String
  let kind: PartyKind
  let expected: String

  init(_ kind: PartyKind, _ name: String, _ expected: String) {
    self.kind = kind
    self.name = name
    self.expected = expected
  }

  var testDescription: String { name }
}

/// A name with its letters in the principal reading, and romanisations that must be there too.
struct ReadingCase: CustomTestStringConvertible, Sendable {
  let name: String
  let kind: PartyKind
  let expected: String
  let method: Romanisation

  init(_ kind: PartyKind, _ name: String, _ expected: String, _ method: Romanisation) {
    self.kind = kind
    self.name = name
    self.expected = expected
    self.method = method
  }

  var testDescription: String { "\(name) as \(method)" }

  /// The reading's letters, parts separated by blanks.
  func reading() throws -> String {
    let analysed = try ProjectTables.analyser().analyse(name, kind: kind)
    let reading = try #require(
      analysed.readings.first { $0.method == method },
      "no reading as \(method); there are \(analysed.readings.map(\.method))")
    return reading.spelling
  }
}

extension NameReading {
  var spelling: String { parts.map(\.spelling).joined(separator: " ") }

  /// Parts with roles; a plain word without one.
  var notation: String {
    parts.map { $0.role == .word ? $0.spelling : "\($0.role):\($0.spelling)" }
      .joined(separator: " ")
  }
}

/// Xorshift: the same seed gives the same names everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed == 0 ? 1 : seed }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
