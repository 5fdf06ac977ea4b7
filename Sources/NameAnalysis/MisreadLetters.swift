/// Figures and letters that stand for others that look alike: `5HIPPING`, `INVERSI0NES`, `LIRNITED`.
///
/// A word is put right only where nobody knows it as it stands and it is known once put right. Figures
/// may give any known word; pairs of letters (`rn` for `m`) a common word or one of legal forms alone,
/// because `Karnal` is a name beside `Kamal`.
struct MisreadLetters: Sendable {
  private var figures: [(written: UInt8, meant: UInt8)] = []
  private var pairs: [(first: UInt8, second: UInt8, meant: UInt8)] = []

  /// More ways to read one word are not tried.
  private static let mostWays = 16
  private static let shortest = 3

  /// Takes `misread-letters.tsv`.
  init(_ file: TableFile) throws(NameModelError) {
    let written = try file.index(of: "written")
    let meant = try file.index(of: "meant")
    for row in file.rows {
      let from = Array(try file.required(row, written).utf8)
      let to = Array(try file.required(row, meant).utf8)
      let isPair = from.count == 2 && from.allSatisfy { $0 &- 0x61 < 26 }
      let isFigure = from.count == 1 && from[0] &- 0x30 < 10
      guard isPair || isFigure, to.count == 1, to[0] &- 0x61 < 26 else {
        throw NameModelError(
          .unknownWord(
            column: isPair || isFigure ? "meant" : "written",
            found: file.text(row, isPair || isFigure ? meant : written)),
          file: file.name, line: row.line)
      }
      if isPair {
        pairs.append((from[0], from[1], to[0]))
      } else {
        figures.append((from[0], to[0]))
      }
    }
  }

  /// Whether folded letters hold what may be misread: a figure among letters, or a pair.
  func mayBeMisread(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= Self.shortest else { return false }
    var count = 0
    var hasPair = false
    var previous: UInt8 = 0
    for letter in text {
      if letter &- 0x30 < 10 { count += 1 }
      if pairs.contains(where: { $0.first == previous && $0.second == letter }) { hasPair = true }
      previous = letter
    }
    return hasPair || (count > 0 && count * 2 < text.count)
  }

  /// The word that was meant; nil where no way to read the letters gives a known one.
  ///
  /// - Parameters:
  ///   - isCommon: whether letters are a common word or a word of legal forms.
  ///   - isKnown: whether any table has them.
  func meant(
    by text: ArraySlice<UInt8>, isCommon: ([UInt8]) -> Bool, isKnown: ([UInt8]) -> Bool
  ) -> [UInt8]? {
    if isKnown(Array(text)) { return nil }
    for way in ways(to: text) {
      let hasFigures = way.contains { $0 &- 0x30 < 10 }
      if !hasFigures, way != Array(text), isKnown(way) { return way }
      let joined = joined(way)
      if joined != way, !joined.contains(where: { $0 &- 0x30 < 10 }), isCommon(joined) {
        return joined
      }
    }
    return nil
  }

  /// The letters with every figure read as each letter it may stand for.
  private func ways(to text: ArraySlice<UInt8>) -> [[UInt8]] {
    var ways: [[UInt8]] = [[]]
    for letter in text {
      let meant = figures.filter { $0.written == letter }.map(\.meant)
      guard meant.count > 1, ways.count * meant.count <= Self.mostWays else {
        for place in ways.indices { ways[place].append(meant.first ?? letter) }
        continue
      }
      ways = meant.flatMap { one in ways.map { $0 + [one] } }
    }
    return ways
  }

  private func joined(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for letter in text {
      if let last = result.last,
        let pair = pairs.first(where: { $0.first == last && $0.second == letter })
      {
        result[result.count - 1] = pair.meant
      } else {
        result.append(letter)
      }
    }
    return result
  }
}
