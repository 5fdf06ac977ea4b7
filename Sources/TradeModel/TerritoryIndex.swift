/// Finds territories by code, by name in any language, and in free text.
///
/// It holds the rows it is given and reads no file. The same rows give the same answers, whatever
/// their order.
public struct TerritoryIndex: Sendable {
  /// By id.
  public let territories: [Territory]
  private let byID: [TerritoryID: Territory]
  private let byCode: [String: TerritoryID]
  /// Names by the folded words, best first.
  private let byKey: [String: [TerritoryName]]
  /// The keys that begin with a word, as words; longest first.
  let phrases: [String: [[String]]]
  /// Two letters that stand for a part of a state in its addresses: `DE` for Delaware.
  let subdivisionCodes: [String: TerritoryID]

  /// - Complexity: O(*n*) in the length of all names.
  public init(territories: [Territory], names: [TerritoryName]) {
    self.territories = territories.sorted { $0.id < $1.id }
    byID = Dictionary(territories.map { ($0.id, $0) }) { first, _ in first }
    var codes: [String: TerritoryID] = [:]
    for territory in self.territories {
      codes[territory.id.code] = territory.id
      for code in [territory.alpha3, territory.numeric].compactMap(\.self) {
        codes[code] = territory.id
      }
    }
    byCode = codes

    var found: [String: [TerritoryName]] = [:]
    var words: [String: [String]] = [:]
    var subdivisions: [String: TerritoryID] = [:]
    let own = self.territories.flatMap { territory in
      [
        TerritoryName(
          territory: territory.id, text: territory.name.en, kind: .name, languages: ["en"],
          sources: territory.sources),
        TerritoryName(
          territory: territory.id, text: territory.name.fr, kind: .name, languages: ["fr"],
          sources: territory.sources),
      ]
    }
    for name in own + names where byID[name.territory] != nil {
      if name.kind == .place, TerritoryIndex.isTwoCapitals(name.text) {
        subdivisions[name.text] = name.territory
        continue
      }
      let tokens = TextFolding.tokens(of: name.text).map(\.text)
      guard !tokens.isEmpty else { continue }
      for variant in TerritoryIndex.withoutArticle(tokens) {
        let key = variant.joined(separator: " ")
        found[key, default: []].append(name)
        words[key] = variant
      }
    }
    byKey = found.mapValues { $0.sorted(by: TerritoryIndex.isBetter) }
    var phrases: [String: [[String]]] = [:]
    for variant in words.values { phrases[variant[0], default: []].append(variant) }
    // Two phrases of one length never match at one place, so their order does not matter.
    self.phrases = phrases.mapValues { $0.sorted { $0.count > $1.count } }
    subdivisionCodes = subdivisions
  }

  /// The territory with that id, or `nil`.
  public subscript(id: TerritoryID) -> Territory? { byID[id] }

  /// The territory of an ISO 3166-1 alpha-2, alpha-3 or numeric code, or of our own region code,
  /// whatever the case.
  public func territory(code: String) -> Territory? {
    byCode[code.uppercased()].flatMap { byID[$0] }
  }

  /// Finds what a field for a country or place holds: a code or name that is the whole text, or else
  /// what the text names.
  ///
  /// In such a field `de` is Germany; in an address it is a preposition.
  public func find(_ text: String) -> TerritoryFinding? {
    let bare = TextFolding.tokens(of: text)
    guard let first = bare.first, let last = bare.last else { return nil }
    let matched = String(text[first.range.lowerBound..<last.range.upperBound])
    if let territory = territory(code: matched) {
      return TerritoryFinding(territory: territory, means: .code, matchedText: matched)
    }
    return finding(key: bare.map(\.text).joined(separator: " "), matched: matched)
      ?? find(inAddress: text)
  }

  /// The finding for folded words that are a name, or `nil`.
  func finding(key: String, matched: String) -> TerritoryFinding? {
    guard let names = byKey[key], let best = names.first, let territory = byID[best.territory],
      let means = TerritoryFinding.Means(best.kind)
    else { return nil }
    let rank = TerritoryIndex.rank(best)
    let others = Set(
      names.filter { TerritoryIndex.rank($0) == rank && $0.territory != best.territory }
        .map(\.territory))
    return TerritoryFinding(
      territory: territory, means: means, matchedText: matched, name: best,
      alternatives: others.sorted().compactMap { byID[$0] })
  }

  /// Every name of the key, best first.
  func names(key: String) -> [TerritoryName] { byKey[key] ?? [] }

  /// Lower is better: names in the languages of the product, native names, names in other languages,
  /// then aliases, historical names, demonyms, places.
  private static func rank(_ name: TerritoryName) -> Int {
    switch name.kind {
    case .otherMeaning: 0
    case .name: name.languages.contains("en") ? 1 : name.languages.contains("fr") ? 2 : 3
    case .alias: 1
    case .historical: 5
    case .demonym: 6
    case .place: 7
    }
  }

  private static func isBetter(_ lhs: TerritoryName, _ rhs: TerritoryName) -> Bool {
    let left = (rank(lhs), lhs.isVerified ? 0 : 1, lhs.territory.code, lhs.text)
    let right = (rank(rhs), rhs.isVerified ? 0 : 1, rhs.territory.code, rhs.text)
    return left != right ? left < right : lhs.languages.lexicographicallyPrecedes(rhs.languages)
  }

  /// The words themselves, and without an article in front or behind: `the Gambia`, `Gambia (the)`,
  /// `la République`, `l'Espagne`.
  private static func withoutArticle(_ tokens: [String]) -> [[String]] {
    var variants = [tokens]
    if tokens.count > 1, articles.contains(tokens[0]) {
      variants.append(Array(tokens.dropFirst()))
    }
    if tokens.count > 1, articles.contains(tokens[tokens.count - 1]) {
      variants.append(Array(tokens.dropLast()))
      variants.append([tokens[tokens.count - 1]] + tokens.dropLast())
    }
    return variants
  }

  private static let articles: Set<String> = ["the", "la", "le", "les", "l"]

  static func isTwoCapitals(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}

extension TerritoryFinding.Means {
  /// `nil` for a phrase that means something else.
  init?(_ kind: TerritoryName.Kind) {
    switch kind {
    case .name: self = .name
    case .alias: self = .alias
    case .historical: self = .historical
    case .demonym: self = .demonym
    case .place: self = .place
    case .otherMeaning: return nil
    }
  }
}
