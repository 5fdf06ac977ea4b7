import Matching
import Ownership
import TradeModel
import Watchlist

/// Everyone who stands above the parties of a transaction, with every statement that says so: from the
/// transaction, from a table of ownership and from the records of listed parties.
struct OwnershipPicture {
  /// A listed party that someone in the picture may be.
  struct Listing: Hashable {
    /// The number in the watchlist.
    let number: Int
    let caption: String
    /// The words of the record by which it names the party below; `nil` where a name or number matched.
    let word: String?
  }

  /// One party of the picture.
  struct Member {
    var names: [String]
    /// Numbers that the transaction states of it.
    var numbers: [String] = []
    /// Where it stands first.
    let place: String
    /// Where the transaction names it; `nil` where it does not.
    var namePlace: String?
    /// Whether the place is one of the transaction.
    let isStated: Bool
    var listings: [Listing] = []
    /// Whether a record of a list names it, and neither the transaction nor the table.
    var isOfList = false
  }

  /// One record of a listed party that names a party of the transaction as its owner, parent or link.
  struct Mention {
    let member: Int
    let word: String
    let designation: Int
    /// The sentence from which the link was read, if it was.
    let quote: String?
  }

  private(set) var members: [Member] = []
  private(set) var statements: [OwnershipStatement] = []
  private(set) var mentions: [Mention] = []
  /// Parties of the transaction for whose sake the picture is drawn: neither owners nor officers.
  private(set) var asked: [Int] = []
  /// How many statements came from the table and from the lists.
  private(set) var fromTable = 0
  private(set) var fromLists = 0
  /// Whether there was more above the parties than is followed.
  private(set) var isCut = false
  /// The party that stands at a path of the transaction.
  private(set) var places: [String: Int] = [:]
  private var byKey: [String: Int] = [:]
  private var byListed: [Int: Int] = [:]

  /// How many parties a picture holds at most. A group of companies has hundreds; a table that leads to
  /// more is likely a whole register read by mistake, and each further name costs a comparison with
  /// all lists.
  static let mostMembers = 5_000

  init(_ transaction: Transaction, subjects: [TransactionSubject]) {
    for (index, party) in transaction.parties.enumerated() {
      asked.append(add(party, path: "parties[\(index)]"))
    }
    for subject in subjects where !subject.path.hasPrefix("parties[") {
      asked.append(
        member(
          names: subject.subject.names, numbers: subject.subject.identifiers.map(\.value),
          place: subject.path, isStated: true))
    }
    asked = asked.uniqued()
  }

  /// The main name, or the place of a party without one.
  func label(_ member: Int) -> String { members[member].names.first ?? members[member].place }

  // MARK: - What the transaction states

  private mutating func add(_ party: Party, path: String) -> Int {
    let held = member(
      names: party.names, numbers: party.identifiers.map(\.value), place: path, isStated: true)
    for (index, owner) in party.owners.enumerated() {
      let place = "\(path).owners[\(index)]"
      let holder = add(owner.party, path: place)
      let isSilent = owner.share == nil
      if !isSilent || owner.isControlling != true {
        state(
          holder, held, .shares, owner.share?.hundredths, isSilent ? place : "\(place).share")
      }
      if owner.isControlling == true {
        state(
          holder, held, isSilent ? .ownedOrControlled : .control, nil, "\(place).controls")
      }
    }
    for (index, officer) in party.officers.enumerated() {
      let place = "\(path).officers[\(index)]"
      state(add(officer.party, path: place), held, .office, nil, place)
    }
    return held
  }

  private mutating func state(
    _ owner: Int, _ owned: Int, _ kind: OwnershipKind, _ share: ClosedRange<Int>?, _ place: String,
    source: String = "transaction", date: String? = nil, note: String? = nil,
    quote: String? = nil
  ) {
    guard owner != owned else { return }
    statements.append(
      OwnershipStatement(
        owner: owner, owned: owned, kind: kind, share: share, source: source, date: date,
        place: place, note: note, quote: quote))
  }

  /// The party of that name or number, a new one where none is known.
  private mutating func member(
    names: [String], numbers: [String], place: String, isStated: Bool
  ) -> Int {
    let keys = names.map(\.foldedNameKey).filter { !$0.isEmpty } + numbers.map(Self.key(number:))
    let known = keys.compactMap { byKey[$0] }.first
    let number = known ?? members.count
    if known == nil {
      members.append(Member(names: [], place: place, isStated: isStated))
    }
    members[number].names = (members[number].names + names).uniqued()
    members[number].numbers = (members[number].numbers + numbers).uniqued()
    for key in keys where byKey[key] == nil { byKey[key] = number }
    if isStated {
      places[place] = number
      if members[number].namePlace == nil, !names.isEmpty {
        members[number].namePlace = place.hasPrefix("parties[") ? "\(place).names[0]" : place
      }
    }
    return number
  }

  private static func key(number: String) -> String {
    "number " + number.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  // MARK: - What the table and the lists add

  /// Follows the table and the records of the lists upward from all parties known so far.
  mutating func follow(
    _ table: OwnershipTable?, _ watchlist: WatchlistFile, _ rules: OwnershipRules,
    isTested: (Listing) -> Bool
  ) {
    var next = 0
    while next < members.count {
      guard members.count < Self.mostMembers else {
        isCut = true
        return
      }
      if let table { follow(table, to: next) }
      for name in members[next].names {
        for relation in watchlist.relations(naming: name) {
          take(relation, naming: next, watchlist, rules)
        }
      }
      // Of a party that a test speaks of by itself its owners add nothing.
      for listing in members[next].listings where !isTested(listing) {
        follow(listing, of: next, watchlist, rules)
      }
      next += 1
    }
  }

  private mutating func follow(_ table: OwnershipTable, to held: Int) {
    let rows = (members[held].names + members[held].numbers)
      .flatMap { table.rows(owned: $0) }.uniqued().sorted { $0.line < $1.line }
    for row in rows {
      let place = "\(table.file):\(row.line)"
      let known = byKey[Self.key(number: row.owner)] ?? byKey[row.owner.foldedNameKey]
      guard known != nil || members.count < Self.mostMembers else {
        isCut = true
        return
      }
      let owner =
        known ?? member(names: [row.owner], numbers: [], place: place, isStated: false)
      state(
        owner, held, row.kind, row.share, place,
        source: row.source.isEmpty ? table.file : row.source, date: row.date)
      fromTable += 1
    }
  }

  /// Takes a link of a record that names `member`.
  private mutating func take(
    _ relation: CompiledRelation, naming member: Int, _ watchlist: WatchlistFile,
    _ rules: OwnershipRules
  ) {
    guard let word = rules.relation(relation.type) else { return }
    guard !word.targetHolds else {
      mentions.append(
        Mention(
          member: member, word: relation.type, designation: relation.designation,
          quote: relation.quote))
      return
    }
    let party = watchlist.party(ofDesignation: relation.designation)
    add(relation, word, by: party, to: member, watchlist)
  }

  /// Takes the links by which the record that `member` may be names its own holders.
  private mutating func follow(
    _ listing: Listing, of member: Int, _ watchlist: WatchlistFile, _ rules: OwnershipRules
  ) {
    for relation in watchlist.relations(ofParty: listing.number) {
      guard let word = rules.relation(relation.type), word.targetHolds else { continue }
      switch relation.target {
      case .party(let owner):
        if owner != listing.number { add(relation, word, by: owner, to: member, watchlist) }
      case .name(let name):
        // The key of a record that is not in the file is no name.
        if relation.quote != nil { add(relation, word, named: name, to: member, watchlist) }
      }
    }
  }

  private mutating func add(
    _ relation: CompiledRelation, _ word: RelationWord, by party: Int, to member: Int,
    _ watchlist: WatchlistFile
  ) {
    let place = watchlist.id(ofDesignation: relation.designation)
    let owner = byListed[party] ?? members.count
    if byListed[party] == nil {
      byListed[party] = owner
      let caption = watchlist.caption(ofParty: party)
      members.append(
        Member(
          names: [caption], place: place, isStated: false,
          listings: [Listing(number: party, caption: caption, word: relation.type)]))
    }
    state(
      owner, member, word.kind, relation.share.map { $0...$0 }, place, source: place,
      note: relation.note, quote: relation.quote)
    fromLists += 1
  }

  /// Takes an owner whom a record names in prose and who is no record of the list for sure.
  private mutating func add(
    _ relation: CompiledRelation, _ word: RelationWord, named name: String, to member: Int,
    _ watchlist: WatchlistFile
  ) {
    let place = watchlist.id(ofDesignation: relation.designation)
    let known = members.count
    let owner = self.member(names: [name], numbers: [], place: place, isStated: false)
    if owner == known { members[owner].isOfList = true }
    state(
      owner, member, word.kind, relation.share.map { $0...$0 }, place, source: place,
      note: relation.note, quote: relation.quote)
    fromLists += 1
  }

  // MARK: - Who is listed

  /// Notes that the party at `place` may be a listed one.
  mutating func note(_ listings: [Listing], of member: Int) {
    members[member].listings = (members[member].listings + listings).uniqued()
  }
}
