import Listings
import Matching
import NameIndex
import Parties
import QuiviveTestKit
import Rescreening
import TradeModel
import Watchlist

/// Portfolios and lists that are invented from a seed.
enum Portfolios {
  static let reader = PlainNames.reader

  static let list: ListID = {
    guard let list = ListID("xx.invented") else { preconditionFailure("a list id") }
    return list
  }()

  /// A compiled watchlist of the designations, each a party of its own.
  static func watchlist(_ designations: [Designation]) throws -> WatchlistFile {
    var builder = WatchlistBuilder(
      reader: PlainNames.reader,
      readers: WatchlistBuilder.Readers(countryCode: { $0 }, describe: \.json))
    for (line, designation) in designations.enumerated() {
      var designation = designation
      designation.place = RecordPlace(file: "invented.csv", line: line + 1)
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.description), kind: designation.kind,
          designations: [designation], joins: []))
    }
    return try WatchlistFile(bytes: builder.finish(knowledge: nil, snapshots: []).bytes)
  }

  static func matcher(
    _ designations: [Designation], policy: MatchPolicy = .balanced
  ) throws -> PartyMatcher {
    PartyMatcher(
      watchlist: try watchlist(designations), reader: PlainNames.reader, policy: policy)
  }

  static func designation(_ key: Int, _ kind: PartyKind, _ names: [String]) -> Designation {
    Designation(
      id: DesignationID(list: list, key: "\(key)"), kind: kind,
      names: names.enumerated().map {
        ListedName($0.offset == 0 ? .primary : .alias, $0.element)
      }, place: RecordPlace(file: "invented.csv"))
  }

  static func index(_ subjects: [Int64: Subject], reader: NameReader = PlainNames.reader) throws
    -> PortfolioIndex
  {
    var builder = PortfolioIndexBuilder(reader: reader)
    for key in subjects.keys.sorted() {
      if let subject = subjects[key] { builder.add(subject, key: key) }
    }
    return try PortfolioIndex(bytes: builder.finish().bytes)
  }

  /// The hits of every subject against the whole watchlist; none for those without.
  static func full(
    _ subjects: [Int64: Subject], _ matcher: PartyMatcher
  ) -> [Int64: [PortfolioHit]] {
    let finder = HitFinder(matcher)
    return subjects.mapValues { finder.hits(for: $0) }.filter { !$0.value.isEmpty }
  }

  /// The same from the hits before, by what changed.
  static func delta(
    _ hits: [Int64: [PortfolioHit]], _ subjects: [Int64: Subject], _ index: PortfolioIndex,
    _ delta: DeltaScreening
  ) -> [Int64: [PortfolioHit]] {
    var after = hits.mapValues { delta.merged($0, anew: []) }
    let finder = delta.finder()
    for key in delta.candidates().keys(in: index) {
      guard let subject = subjects[key] else { continue }
      after[key] = delta.merged(hits[key] ?? [], anew: finder.hits(for: subject))
    }
    return after.filter { !$0.value.isEmpty }
  }
}

/// A list that changes from a seed: designations come, go, and are changed in one place.
struct ChangingList {
  private(set) var designations: [Designation]
  private var names: InventedNames
  private var generator: SeededGenerator
  private var nextKey: Int
  private static let kinds: [PartyKind] = [.person, .organisation, .vessel, .unknown]

  init(_ count: Int, seed: UInt64) {
    names = InventedNames(seed: seed)
    generator = SeededGenerator(seed: seed &+ 1)
    designations = []
    nextKey = 0
    for _ in 0..<count { add() }
  }

  private mutating func add() {
    var designation = Portfolios.designation(
      nextKey, Self.kinds[generator.next(below: 4)],
      (0...generator.next(below: 3)).map { _ in names.name() })
    nextKey += 1
    if generator.next(below: 2) == 0 { designation.birthDates = [date()] }
    if generator.next(below: 3) == 0 { designation.identifiers = [identifier()] }
    if generator.next(below: 3) == 0 { designation.nationalities = [country()] }
    designations.append(designation)
  }

  private mutating func date() -> PartialDate {
    PartialDate(reading: "\(1950 + generator.next(below: 4))-0\(1 + generator.next(below: 9))-11")
  }

  private mutating func country() -> String { ["FR", "IR", "RU"][generator.next(below: 3)] }

  private mutating func identifier() -> Identifier {
    Identifier(kind: .registration, value: "REG-\(1000 + generator.next(below: 60))")
  }

  /// Adds, removes and changes a few designations.
  mutating func step() {
    for _ in 0..<generator.next(below: 4) { add() }
    for _ in 0..<generator.next(below: 3) where designations.count > 5 {
      designations.remove(at: generator.next(below: designations.count))
    }
    for _ in 0..<(1 + generator.next(below: 5)) {
      let place = generator.next(below: designations.count)
      switch generator.next(below: 7) {
      case 0: designations[place].names.append(ListedName(.alias, names.name()))
      case 1: designations[place].names[0] = ListedName(.primary, names.name())
      case 2: designations[place].birthDates = [date()]
      case 3: designations[place].identifiers = [identifier()]
      case 4: designations[place].nationalities = [country()]
      case 5: designations[place].programmes = ["P\(generator.next(below: 9))"]
      default:
        designations[place].names = designations[place].names.map {
          ListedName($0.kind, $0.text, strength: .weak)
        }
      }
    }
  }

  /// Subjects, half of them made from listed names.
  mutating func subjects(_ count: Int) -> [Int64: Subject] {
    var subjects: [Int64: Subject] = [:]
    for key in 0..<count { subjects[Int64(key)] = subject() }
    return subjects
  }

  mutating func subject() -> Subject {
    var subject = Subject(
      kind: Self.kinds[generator.next(below: 4)], names: [names.name()])
    if generator.next(below: 2) == 0 {
      let listed = designations[generator.next(below: designations.count)]
      let name = listed.names[generator.next(below: listed.names.count)].text
      subject.names.append(generator.next(below: 2) == 0 ? name : names.slip(in: name))
      if generator.next(below: 2) == 0 { subject.kind = listed.kind }
    }
    if generator.next(below: 3) == 0 { subject.birthDates = [date()] }
    if generator.next(below: 4) == 0 { subject.identifiers = [identifier()] }
    if generator.next(below: 3) == 0 { subject.countries = [country()] }
    return subject
  }
}
