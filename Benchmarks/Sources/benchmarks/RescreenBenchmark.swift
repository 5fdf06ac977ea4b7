import ArgumentParser
import Foundation
import Listings
import Matching
import NameIndex
import Parties
import Rescreening
import TradeModel
import Watchlist

/// Rescreens invented portfolios by what changed on an invented list: what a day's changes cost, and how
/// that grows with the portfolio.
struct RescreenBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescreen",
    abstract: "Time a delta of the lists against portfolios of growing size, on one thread.")

  @Option(help: "Sizes of the portfolio, by commas.")
  var parties = "10000,100000,1000000"

  @Option(help: "How many listed parties change: half are new, half get another alias.")
  var changes = 50

  @Option(help: "How many listed parties there are.")
  var listed = 20_000

  @Option(help: "How many parties are asked in full, for comparison.")
  var sample = 1000

  @Option(help: "The seed.")
  var seed: UInt64 = 20_261_124

  @OptionGroup var knowledge: KnowledgeOption

  func run() throws {
    let reader = try knowledge.reader()
    let table = try String(
      contentsOfFile: knowledge.path + "/Names/token-frequencies.tsv", encoding: .utf8)
    let sizes = parties.split(separator: ",").compactMap { Int($0) }.sorted()
    let (old, new) = try watchlists(table, reader)
    let matcher = PartyMatcher(watchlist: new, reader: reader, policy: .balanced)
    var (start, change) = (Clocks.thread(), ListChange(from: old, to: new))
    let comparing = Clocks.thread() - start
    guard change.changed.count == changes else { throw BenchmarkError("another change") }
    change = ListChange(from: old, to: new)

    var report = Report()
    report.add("subject", "DeltaScreening, \(changes) of \(listed) listed parties, seed \(seed)")
    report.add("machine", Machine.description)
    report.add("name_model", reader.version)
    report.add("policy", MatchPolicy.balanced.digest.hex)
    report.add("comparing_watchlists_s", comparing)
    for size in sizes {
      let subjects = try subjects(size, table)
      var one = Report()
      start = Clocks.thread()
      var builder = PortfolioIndexBuilder(reader: reader)
      for (key, subject) in subjects.enumerated() { builder.add(subject, key: Int64(key)) }
      let compiled = builder.finish()
      one.add("index_build_s", Clocks.thread() - start)
      let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("quivive-rescreen-\(size).index").path
      try compiled.write(to: path)
      defer { unlink(path) }
      one.add("index_bytes", try FileSize.bytes(at: path))
      let index = try PortfolioIndex(opening: path)

      start = Clocks.thread()
      let delta = try DeltaScreening(matcher, change)
      let search = delta.candidates()
      let keys = search.keys(in: index)
      let proposing = Clocks.thread() - start
      start = Clocks.thread()
      let finder = delta.finder()
      var hits = 0
      for key in keys { hits += finder.hits(for: subjects[Int(key)]).count }
      let finding = Clocks.thread() - start
      one.add("names_asked", search.statistics.asked)
      one.add("names_met", search.statistics.met)
      one.add("parties_proposed", search.statistics.proposed)
      one.add("hits", hits)
      one.add("proposing_s", proposing)
      one.add("finding_s", finding)
      one.add("delta_s", proposing + finding)

      start = Clocks.thread()
      let whole = HitFinder(matcher)
      for subject in subjects.prefix(sample) { _ = whole.hits(for: subject) }
      let perParty = (Clocks.thread() - start) / Double(max(1, min(sample, size)))
      one.add("full_run_estimated_s", perParty * Double(size))
      one.add("memory_peak_mb", Memory.peak)
      report.add("parties_\(size)", one)
    }
    report.print()
  }

  /// Three tenths of the parties state a birth date or a founding date, a half a country.
  private func subjects(_ count: Int, _ table: String) throws -> [Subject] {
    var names = try SyntheticNames(table: table, seed: seed)
    var generator = SplitMix(seed: seed &+ 7)
    return (0..<count).map { _ in
      let (kind, name) = names.next()
      var subject = Subject(kind: kind, names: [name])
      if generator.next(below: 10) < 3 {
        let date = PartialDate(
          reading:
            "19\(40 + generator.next(below: 60))-0\(1 + generator.next(below: 9))-1\(generator.next(below: 10))"
        )
        if kind == .person { subject.birthDates = [date] } else { subject.foundingDates = [date] }
      }
      if generator.next(below: 2) == 0 {
        subject.countries = [["FR", "DE", "IR", "RU", "CN"][generator.next(below: 5)]]
      }
      return subject
    }
  }

  private func watchlists(
    _ table: String, _ reader: NameReader
  ) throws -> (old: WatchlistFile, new: WatchlistFile) {
    var names = try SyntheticNames(table: table, seed: seed &+ 1)
    guard let list = ListID("xx.invented") else { throw BenchmarkError("no list") }
    var designations: [Designation] = []
    for number in 0..<listed {
      let (kind, name) = names.next()
      designations.append(
        Designation(
          id: DesignationID(list: list, key: "s\(number)"), kind: kind,
          names: [ListedName(.primary, name), ListedName(.alias, names.next().name)],
          place: RecordPlace(file: "invented", line: number)))
    }
    let new = changes / 2
    let old = try compiled(designations.dropLast(new), reader)
    for place in 0..<(changes - new) {
      designations[place * 97 % (listed - new)].names.append(
        ListedName(.alias, names.next().name))
    }
    return (old, try compiled(designations[...], reader))
  }

  private func compiled(
    _ designations: ArraySlice<Designation>, _ reader: NameReader
  ) throws -> WatchlistFile {
    var builder = WatchlistBuilder(
      reader: reader,
      readers: WatchlistBuilder.Readers(countryCode: { $0 }, describe: \.json))
    for designation in designations {
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.key), kind: designation.kind,
          designations: [designation], joins: []))
    }
    return try WatchlistFile(bytes: builder.finish(knowledge: nil, snapshots: []).bytes)
  }
}
