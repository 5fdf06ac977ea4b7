public import TradeModel

/// One statement of who stands how above whom, with where it was made.
public struct OwnershipStatement: Hashable, Sendable {
  /// The number of the party that holds.
  public let owner: Int
  /// The number of the party that is held.
  public let owned: Int
  /// In what way.
  public let kind: OwnershipKind
  /// In hundredths of a percent; 0…10000 where the statement says nothing of it.
  public let share: ClosedRange<Int>
  /// Who says so, in the statement's own words; statements of one source belong together.
  public let source: String
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `nil` when not dated.
  public let date: String?
  /// Where it stands: `parties[1].owners[0].share`, `ownership.csv:12`.
  public let place: String
  /// What else the source says of the link, such as its end.
  public let note: String?
  /// The sentence from which it was read; `nil` for a statement in a field or a row.
  public let quote: String?

  public init(
    owner: Int, owned: Int, kind: OwnershipKind, share: ClosedRange<Int>? = nil,
    source: String = "", date: String? = nil, place: String, note: String? = nil,
    quote: String? = nil
  ) {
    self.owner = owner
    self.owned = owned
    self.kind = kind
    self.share = share ?? OwnershipLink.unstated
    self.source = source
    self.date = date
    self.place = place
    self.note = note
    self.quote = quote
  }

  /// `“A” holds 30–40 % of “B” (own.csv:2)`, with the note and the sentence where there are any.
  public func clause(owner: String, owned: String) -> BilingualText {
    let verb = kind.verb(share)
    let place = [place, note].compactMap(\.self).joined(separator: "; ")
    let words = Self.words(quote)
    return BilingualText(
      en: "“\(owner)” \(verb.en)“\(owned)” (\(place)\(words.en))",
      fr: "« \(owner) » \(verb.fr)« \(owned) » (\(place)\(words.fr))")
  }

  /// `; read from the words “Owned by A.”`; empty for a statement that is not read from prose.
  public static func words(_ quote: String?) -> BilingualText {
    guard let quote else { return BilingualText(en: "", fr: "") }
    return BilingualText(
      en: "; read from the words “\(quote)”", fr: " ; lu dans le texte « \(quote) »")
  }
}

/// Statements brought together: one link for each two parties.
public struct MergedStatements: Sendable {
  /// In order of owner, then of what is owned.
  public let links: [OwnershipLink]
  /// For each link the statements that stand behind it, in the order given.
  public let statements: [[OwnershipStatement]]
  /// The numbers of links whose sources contradict each other on the share.
  public let contradictory: [Int]

  /// Brings `statements` together.
  ///
  /// Of the dated statements of one source on the same two parties the newest stands: holdings change
  /// hands. What a source says of one day adds up; the same row twice counts once. Of several sources
  /// the lowest and the highest share bound what is possible; a statement that is silent on the share
  /// takes nothing from one that is not. Control that any standing statement names is kept.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ statements: [OwnershipStatement]) {
    struct Pair: Hashable {
      let owner: Int
      let owned: Int
    }
    let pairs = Dictionary(grouping: statements) { Pair(owner: $0.owner, owned: $0.owned) }
    var links: [OwnershipLink] = []
    var kept: [[OwnershipStatement]] = []
    var contradictory: [Int] = []
    for (pair, all) in pairs.sorted(by: {
      ($0.key.owner, $0.key.owned) < ($1.key.owner, $1.key.owned)
    }) {
      let standing = Self.standing(all)
      let shares = Self.shares(standing)
      let silent = standing.map { $0.kind.share($0.share) }.max { $0.upperBound < $1.upperBound }
      let share =
        shares.reduce(nil) { (hull: ClosedRange<Int>?, share) in
          hull.map {
            min($0.lowerBound, share.lowerBound)...max($0.upperBound, share.upperBound)
          } ?? share
        } ?? silent ?? 0...0
      if let lowest = shares.map(\.upperBound).min(), let highest = shares.map(\.lowerBound).max(),
        lowest < highest
      {
        contradictory.append(links.count)
      }
      links.append(
        OwnershipLink(
          owner: pair.owner, owned: pair.owned, share: share,
          control: standing.map { $0.kind.control($0.share) }.max() ?? .no,
          isJoint: standing.contains { $0.kind == .jointShares }))
      kept.append(standing)
    }
    self.links = links
    self.statements = kept
    self.contradictory = contradictory
  }

  /// The newest of the dated statements of each source and kind, and all that are not dated.
  private static func standing(_ statements: [OwnershipStatement]) -> [OwnershipStatement] {
    struct Source: Hashable {
      let kind: OwnershipKind
      let source: String
    }
    var newest: [Source: String] = [:]
    for statement in statements {
      guard let date = statement.date else { continue }
      let source = Source(kind: statement.kind, source: statement.source)
      newest[source] = max(newest[source] ?? date, date)
    }
    return statements.filter { statement in
      let source = Source(kind: statement.kind, source: statement.source)
      return statement.date == nil || statement.date == newest[source]
    }
  }

  /// The share that each source gives, summed over what it says of one day.
  private static func shares(_ statements: [OwnershipStatement]) -> [ClosedRange<Int>] {
    struct Saying: Hashable {
      let source: String
      let date: String?
    }
    struct Row: Hashable {
      let kind: OwnershipKind
      let share: ClosedRange<Int>
    }
    let stated = statements.filter { $0.kind.statesShare && $0.share != OwnershipLink.unstated }
    return Dictionary(grouping: stated) { Saying(source: $0.source, date: $0.date) }.values.map {
      let rows = Set($0.map { Row(kind: $0.kind, share: $0.share) })
      let lower = rows.reduce(0) { $0 + $1.share.lowerBound }
      let upper = rows.reduce(0) { $0 + $1.share.upperBound }
      return min(lower, 10_000)...min(upper, 10_000)
    }
  }
}
