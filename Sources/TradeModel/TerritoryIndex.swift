/// Finds territories by code, by name in any language, and in free text.
///
/// It holds the rows it is given and reads no file. The same rows give the same answers, whatever
/// their order.
public struct TerritoryIndex: Sendable {
  /// By id.
  public let territories: [Territory]
  private let byID: [TerritoryID: Territory]
  private let byCode: [String: TerritoryID]
  private let names: [TerritoryName]
  /// The folded words of names, and the words that names begin with.
  private let keys: TerritoryKeys
  /// For each key the first of its places in ``namesOfKeys``; -1 for none.
  private let firstOfKeys: [Int32]
  /// Numbers of names, each with the next place of the same key or -1.
  private let namesOfKeys: [(name: Int32, next: Int32)]
  /// For each key how many words the longest name has that begins with it as a word.
  private let longestAfterKeys: [UInt8]
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
    var builder = TerritoryNamesBuilder(capacity: own.count + names.count)
    for name in own + names where byID[name.territory] != nil {
      if name.kind == .place, TerritoryIndex.isTwoCapitals(name.text) {
        subdivisions[name.text] = name.territory
      } else {
        builder.add(name)
      }
    }
    self.names = builder.names
    keys = builder.keys
    firstOfKeys = builder.firstOfKeys
    namesOfKeys = builder.namesOfKeys
    longestAfterKeys = builder.longestAfterKeys
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
    let names = names(key: key)
    guard let best = names.first, let territory = byID[best.territory],
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
  func names(key: String) -> [TerritoryName] {
    guard let number = keys.number(of: key) else { return [] }
    var found: [TerritoryName] = []
    var place = firstOfKeys[number]
    while place >= 0 {
      found.append(names[Int(namesOfKeys[Int(place)].name)])
      place = namesOfKeys[Int(place)].next
    }
    // The chain leads from the last one added to the first.
    found.reverse()
    return found.sorted(by: TerritoryIndex.isBetter)
  }

  /// Whether there is a name of the key.
  func hasName(key: String) -> Bool {
    keys.number(of: key).map { firstOfKeys[$0] >= 0 } ?? false
  }

  /// How many words the longest name has that begins with `word`; 0 when none does.
  func longestName(beginningWith word: String) -> Int {
    keys.number(of: word).map { Int(longestAfterKeys[$0]) } ?? 0
  }

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
