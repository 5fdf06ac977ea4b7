import FileFormats
import Foundation
import KnowledgeBase
import ListArchive
import Listings
import Matching
import NameAnalysis
import NameIndex
import Parties
import QuiviveTestKit
import Rescreening
import TradeModel
import Watchlist

/// The real series of lists, taken state after state into a home and compiled each time, as
/// `quivive lists import` does.
final class ListSeries {
  /// One published state.
  struct Step: CustomStringConvertible {
    let list: ListID
    let path: String
    let day: String
    var description: String { "\(list) of \(day)" }
  }

  static let reader = Result {
    let knowledge = try KnowledgeFolder(reading: TestFiles.root + "/Knowledge")
    return NameReader(NameAnalyser(model: try NameModel(knowledge.contents(of: "Names"))))
  }

  let steps: [Step]
  private let folder: TemporaryFolder
  private let archive: SnapshotArchive
  private let reader: NameReader

  /// The states of `lists` by day; of each list its last `most` states.
  init(_ lists: [String], most: Int) throws {
    folder = try TemporaryFolder()
    archive = SnapshotArchive(home: ArchiveHome(folder.url))
    reader = try Self.reader.get()
    var steps: [Step] = []
    for name in lists {
      guard let list = ListID(name),
        let bytes = TestFiles.bytes(
          at: SharedData.path("data/lists/transitions/\(name).json")),
        let entries = try JSONParser.parse(bytes)["steps"]?.array
      else { throw CocoaError(.fileReadCorruptFile) }
      let ends = [entries.first?["from"]].compactMap(\.self) + entries.compactMap { $0["to"] }
      let states = ends.compactMap { end -> Step? in
        guard let path = end["path"]?.string, let day = end["date"]?.string,
          // Two lists glued together: read by the tests of the archive.
          !path.contains("sdn-plus-cons")
        else { return nil }
        return Step(list: list, path: path, day: day)
      }
      steps += states.suffix(most)
    }
    self.steps = steps.sorted { ($0.day, $0.path) < ($1.day, $1.path) }
  }

  /// Takes a state and compiles all lists that are there.
  func watchlist(after step: Step) throws -> WatchlistFile {
    var request = ImportRequest(
      list: step.list, files: try ReceivedFiles(path: SharedData.path("data/lists/\(step.path)")),
      published: Day(iso: step.day), now: Timestamp(seconds: 1_800_000_000))
    request.acceptShrinkage = "the series is replayed"
    request.acceptIncomplete = "the series is replayed"
    _ = try archive.take(request)
    let reader = reader
    let compiled = try archive.compile { source, url in
      var builder = WatchlistBuilder(
        reader: reader,
        readers: WatchlistBuilder.Readers(
          countryCode: { TerritoryID(alpha2: $0)?.code }, describe: \.json))
      let grouping = try source.forEachParty { builder.add($0) }
      let file = builder.finish(knowledge: nil, snapshots: [])
      try file.write(to: url.path)
      return (file.digest, grouping)
    }
    return try WatchlistFile(opening: compiled.url.path)
  }
}

/// Parties made from the names of lists, with slips and mixtures, and from invented names.
struct NoisyParties {
  private struct Listed {
    let kind: PartyKind
    let names: [String]
    let birthDates: [PartialDate]
    let identifiers: [Identifier]
  }

  private var listed: [Listed] = []
  private var names: InventedNames
  private var generator: SeededGenerator

  init(_ watchlists: [WatchlistFile], seed: UInt64) {
    names = InventedNames(seed: seed)
    generator = SeededGenerator(seed: seed &+ 1)
    for watchlist in watchlists {
      for party in 0..<watchlist.partyCount {
        let facts = watchlist.facts(ofParty: party).compactMap { watchlist.fact($0) }
        listed.append(
          Listed(
            kind: watchlist.kind(ofParty: party),
            names: watchlist.names(ofParty: party).map(watchlist.text(ofName:)),
            birthDates: facts.compactMap {
              if case .birthDate(let date) = $0.value { date } else { nil }
            },
            identifiers: facts.compactMap {
              if case .identifier(let kind, _) = $0.value {
                Identifier(kind: kind, value: $0.text)
              } else {
                nil
              }
            }))
      }
    }
  }

  /// Of a fifth the name is a listed one, half of these with a slip; of two fifths the words are of two
  /// listed names; the others are invented.
  mutating func next() -> Subject {
    let one = listed[generator.next(below: listed.count)]
    let name = one.names.isEmpty ? "" : one.names[generator.next(below: one.names.count)]
    switch generator.next(below: 10) {
    case 0...1:
      var subject = Subject(
        kind: generator.next(below: 3) == 0 ? .unknown : one.kind,
        names: [generator.next(below: 2) == 0 ? name : names.slip(in: name)])
      if generator.next(below: 2) == 0 { subject.birthDates = Array(one.birthDates.prefix(1)) }
      if generator.next(below: 4) == 0 { subject.identifiers = Array(one.identifiers.prefix(2)) }
      return subject
    case 2...5:
      let other = listed[generator.next(below: listed.count)]
      let tail = other.names.first?.split(separator: " ").suffix(1).joined() ?? ""
      let head = name.split(separator: " ").prefix(2).joined(separator: " ")
      var subject = Subject(kind: one.kind, names: ["\(head) \(tail)"])
      if generator.next(below: 3) == 0 { subject.birthDates = Array(other.birthDates.prefix(1)) }
      return subject
    default:
      return Subject(
        kind: generator.next(below: 2) == 0 ? .person : .organisation, names: [names.name()])
    }
  }
}
