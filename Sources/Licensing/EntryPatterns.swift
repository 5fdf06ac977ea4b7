/// Which items of the Commerce Control List a rule names: entries with or without a paragraph
/// (`9A610.a`), and the series of the regulation.
///
/// Source: 15 CFR 738.2(d) for the letters of product groups; 15 CFR 772.1 for the 600 series.
struct EntryPatterns: Hashable {
  /// Items that a rule names by the form of their entry.
  enum Series: String, Hashable, CaseIterable {
    /// `9A610`, `0A606`: the third character is a 6.
    case sixHundred = "600-series"
    /// `9A515` and what belongs to it.
    case spacecraft = "9x515"
    /// `0A521` and what belongs to it.
    case unlistedYet = "0x521"
    /// Product groups A to C: equipment, test equipment, materials.
    case commodities
    /// Product groups D and E.
    case intangible = "software-or-technology"

    func contains(_ code: String) -> Bool {
      let characters = Array(code)
      guard characters.count == 5 else { return false }
      return switch self {
      case .sixHundred: characters[2] == "6"
      case .spacecraft: characters[0] == "9" && code.hasSuffix("515")
      case .unlistedYet: characters[0] == "0" && code.hasSuffix("521")
      case .commodities: "ABC".contains(characters[1])
      case .intangible: "DE".contains(characters[1])
      }
    }
  }

  private let series: [Series]
  /// By code; without paragraphs the whole entry is meant.
  private let paragraphs: [String: [String]]
  /// As the table writes them.
  let texts: [String]

  /// - Returns: `nil` when a text is neither a series nor a code.
  init?(_ texts: [String]) {
    var series: [Series] = []
    var paragraphs: [String: [String]] = [:]
    for text in texts {
      if let known = Series(rawValue: text) {
        series.append(known)
      } else {
        let code = String(text.prefix(5))
        let isCode = code.count == 5 && code.first?.isNumber == true && code.last?.isNumber == true
        guard isCode, text.count == 5 || text.dropFirst(5).hasPrefix(".") else { return nil }
        paragraphs[code, default: []].append(text)
      }
    }
    self.series = series
    self.paragraphs = paragraphs
    self.texts = texts
  }

  /// The codes that stand in the table, without paragraphs, sorted.
  var codes: [String] { paragraphs.keys.sorted() }

  /// Whether an item of `code` is meant; open when only its paragraph tells.
  func answer(code: String, paragraph: String?) -> EntryScope.Answer {
    if series.contains(where: { $0.contains(code) }) { return .inside }
    guard let named = paragraphs[code] else { return .outside }
    if named.contains(code) { return .inside }
    return EntryScope("part: \(named.joined(separator: "; "))", code: code)
      .answer(paragraph: paragraph)
  }
}
