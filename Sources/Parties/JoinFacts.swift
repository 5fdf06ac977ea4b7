import Listings
import TradeModel

/// What joining needs to know of one designation; a few dozen bytes instead of the whole.
struct JoinFacts {
  /// The id, with `#2`, `#3` … behind it when the list uses one key for several records.
  let text: String
  let id: DesignationID
  let kind: PartyKind
  /// The IMO ship numbers of a vessel.
  let ships: [Int32]
  /// Birth dates to the day, as days since 1970.
  let birthDays: [Int32]
  /// Some birth date is known less exactly: then no other contradicts it.
  let hasOpenBirthDate: Bool
}

/// One ground for a join: designations with equal grounds belong together.
struct Ground: Comparable {
  /// The order in which grounds are heard: publishers' word, numbers, name and date.
  enum Rank: UInt8, Comparable {
    case publishersKey, identifier, nameAndDate
    static func < (lhs: Rank, rhs: Rank) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  let rank: Rank
  let identifier: Identifier.Kind?
  /// What must be equal; begins with the kind of identifier or party.
  let key: String
  let ordinal: Int32

  static func < (lhs: Ground, rhs: Ground) -> Bool {
    (lhs.rank, lhs.key, lhs.ordinal) < (rhs.rank, rhs.key, rhs.ordinal)
  }

  /// The reason in the words of ``Join``.
  var reason: Join.Reason {
    switch rank {
    case .publishersKey: return .publishersKey(key)
    case .identifier:
      let value = key.split(separator: "\t", maxSplits: 1).last.map(String.init) ?? key
      return .sharedIdentifier(identifier ?? .other, value)
    case .nameAndDate:
      let parts = key.split(separator: "\t").map(String.init)
      return .sameNameAndDate(name: parts.last ?? key, date: parts.count > 2 ? parts[1] : "")
    }
  }
}

extension Designation {
  /// The grounds on which this designation may be joined with others.
  func grounds(ordinal: Int32, country: (String) -> String?) -> [Ground] {
    var grounds = PublishersKey.keys(of: self).map {
      Ground(rank: .publishersKey, identifier: nil, key: $0, ordinal: ordinal)
    }
    var seen: Set<String> = []
    func add(_ rank: Ground.Rank, _ identifier: Identifier.Kind?, _ key: String) {
      guard seen.insert(key).inserted else { return }
      grounds.append(Ground(rank: rank, identifier: identifier, key: key, ordinal: ordinal))
    }
    for identifier in identifiers {
      guard let strong = StrongIdentifier(identifier, country: country) else { continue }
      // The ship's number of an owner or of a captain says nothing about who the owner is.
      if strong.kind == .imo, kind != .vessel, kind != .unknown { continue }
      add(.identifier, strong.kind, "\(strong.kind.rawValue)\t\(strong.text)")
    }
    let dates = (kind == .person ? birthDates : foundingDates).compactMap(\.exactDay)
    guard !dates.isEmpty, kind != .unknown else { return grounds }
    for name in names where name.strength != .weak {
      guard let folded = FoldedName.key(of: name.text) else { continue }
      for date in dates { add(.nameAndDate, nil, "\(kind.rawValue)\t\(date.iso)\t\(folded)") }
    }
    return grounds
  }

  /// What can contradict a join.
  func joinFacts(text: String) -> JoinFacts {
    let ships =
      kind == .vessel || kind == .unknown
      ? identifiers.filter { $0.kind == .imo }.compactMap {
        StrongIdentifier($0, country: { _ in nil }).flatMap { Int32($0.text) }
      } : []
    let days = birthDates.map(\.exactDay)
    return JoinFacts(
      text: text, id: id, kind: kind, ships: ships.sortedUnique,
      birthDays: days.compactMap { $0.map { Int32($0.daysSince1970) } }.sortedUnique,
      hasOpenBirthDate: days.contains(nil))
  }
}

extension [Int32] {
  var sortedUnique: [Int32] { count < 2 ? self : Set(self).sorted() }
}
