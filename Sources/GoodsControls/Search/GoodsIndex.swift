public import TradeModel

/// The words of all families, ready to be asked with descriptions.
public struct GoodsIndex: Sendable {
  /// Below this score a candidate is counted and not shown.
  ///
  /// A name shared whole has 100 points, so one is enough and half of one is not; two hints (45 and
  /// half of 45) just are; a name beside a word of everyday articles (100 − 60, and up to 20 for a rare
  /// name) is not.
  public static let floor = 60

  /// In the order of the table, then entries that no row names.
  public let families: [GoodsFamily]
  let language: GoodsLanguage
  let phrases: [Phrase]
  /// The places of phrases in ``phrases``, by language and key.
  let postings: [Language: [String: [Int]]]
  /// How much a key tells, by language: four times log2 of how many families there are for each one
  /// that has it, and four more. At least 4.
  let weights: [Language: [String: Int]]
  /// Families of software and technology by the MTCR group they are of: `software/9`.
  let ofGroup: [String: [Int]]

  /// One form of a phrase of a family.
  struct Phrase: Sendable {
    let family: Int
    let field: GoodsCandidate.Field
    let language: Language
    let text: String
    let keys: [String]
  }

  /// What a description suggests.
  public struct Answer: Hashable, Sendable {
    /// From the floor on, best first.
    public let candidates: [GoodsCandidate]
    /// How many families share words with the description and stay below the floor.
    public let below: Int
    /// What the description denies, verbatim; it was not compared.
    public let denied: [String]
    /// How many words at the end of the description were not read, because it is too long.
    public let unread: Int
  }

  /// The families that `description` may be about, by shared words.
  ///
  /// An empty answer means that no words are shared. It does not mean that no entry covers the goods.
  /// - Parameters:
  ///   - languages: In which to read the description; both when it is not known.
  ///   - kind: What the item is, where stated; otherwise its words tell.
  /// - Complexity: O(*n* · *m*) in the words and the phrases that share one.
  public func candidates(
    for description: String, languages: [Language] = Language.allCases, kind: ItemKind? = nil,
    floor: Int = floor
  ) -> Answer {
    let reader = GoodsWordReader(language)
    let text = GoodsText(description, languages: languages, reader: reader)
    let marks = marks(in: text)
    let against = marks[.grave] == nil ? Self.against(marks[.everyday] ?? []) : []
    let asked: [GoodsMark] =
      switch kind {
      case .software: [.software]
      case .technology, .technicalAssistance: [.technology]
      case .goods, nil: [.software, .technology].filter { marks[$0] != nil }
      }
    var found: [(family: Int, candidate: GoodsCandidate)] = []
    for (family, matches) in matches(with: text) {
      // Goods are not their software: without a word for it, only a whole name leads there.
      let fitting =
        asked.isEmpty && families[family].isIntangible ? matches.filter(\.isWhole) : matches
      let reasons = Self.reasons(fitting)
      guard !reasons.isEmpty else { continue }
      found.append(
        (
          family,
          GoodsCandidate(
            family: families[family],
            reasons: reasons + (families[family].isEverydayToo ? against : []))
        ))
    }
    for mark in asked { add(mark, to: &found) }
    let ordered = found.filter { $0.candidate.score > 0 }
      .sorted { ($1.candidate.score, $0.family) < ($0.candidate.score, $1.family) }
      .map(\.candidate)
    let shown = ordered.filter { $0.score >= floor }
    return Answer(
      candidates: shown, below: ordered.count - shown.count, denied: text.denied,
      unread: text.unread)
  }

  /// The families of `ControlLists/goods-words.csv` that have an entry with one of `codes`, in the order
  /// of the table.
  public func families(with codes: [String]) -> [GoodsFamily] {
    let wanted = Set(codes)
    return families.filter { $0.id != $0.codes.first && !wanted.isDisjoint(with: $0.codes) }
  }

  /// Software and technology of the MTCR groups whose goods were found.
  private func add(_ mark: GoodsMark, to found: inout [(family: Int, candidate: GoodsCandidate)]) {
    for (_, candidate) in found.sorted(by: { $0.family < $1.family }) {
      let points = candidate.reasons.filter { $0.points > 0 }.map(\.points).reduce(0, +)
      for group in Self.groups(of: candidate.family) {
        for family in ofGroup["\(mark.rawValue)/\(group)"] ?? []
        where families[family].id != candidate.family.id {
          let reason = GoodsCandidate.Reason(
            field: .kind, phrase: candidate.family.title.en,
            words: candidate.reasons.first?.words ?? [], points: points * 9 / 10)
          let known = found.firstIndex { $0.family == family }
          if let known, found[known].candidate.score >= reason.points { continue }
          let against = candidate.reasons.filter { $0.points < 0 }
          let new = GoodsCandidate(family: families[family], reasons: [reason] + against)
          if let known {
            found[known].candidate = new
          } else {
            found.append((family, new))
          }
        }
      }
    }
  }

  /// The numbers of the MTCR groups that the family has items of.
  static func groups(of family: GoodsFamily) -> [String] {
    var groups: [String] = []
    for item in family.mtcrItems {
      let group = String(item.prefix { $0 != "." })
      if !groups.contains(group) { groups.append(group) }
    }
    return groups
  }
}
