import ArgumentParser
import FileFormats
import Foundation
import Listings
import NameIndex
import Parties
import TradeModel
import Watchlist

/// Makes a list of invented names, and questions about it.
///
/// The first *n* names are the same whatever the size, so the same questions fit lists of all sizes.
struct Synthesize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile a list of invented names, for the growth of cost with size.")

  @Option(help: "How many listed parties, of one name each.")
  var names: Int

  @Option(help: "Where to write the watchlist.")
  var output: String

  @Option(help: "Where to write the questions; none if left out.")
  var queries: String?

  @Option(help: "How many questions: a quarter listed names, a quarter with a slip, half unlisted.")
  var count = 2000

  @Option(help: "The seed. The questions come from the next one.")
  var seed: UInt64 = 20_261_123

  @OptionGroup var knowledge: KnowledgeOption

  func run() throws {
    let reader = try knowledge.reader()
    let table = try String(
      contentsOfFile: knowledge.path + "/Names/token-frequencies.tsv", encoding: .utf8)
    var listed = try SyntheticNames(table: table, seed: seed)
    guard let list = ListID("xx.invented") else { throw BenchmarkError("no list") }
    let start = Clocks.process()
    var builder = WatchlistBuilder(
      reader: reader,
      readers: WatchlistBuilder.Readers(countryCode: { $0 }, describe: { _ in .object([]) }))
    for number in 0..<names {
      let (kind, name) = listed.next()
      let designation = Designation(
        id: DesignationID(list: list, key: "s\(number)"), kind: kind,
        names: [ListedName(.primary, name)], place: RecordPlace(file: "invented"))
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.key), kind: kind, designations: [designation], joins: [])
      )
    }
    try builder.finish(knowledge: nil, snapshots: []).write(to: output)
    let seconds = Clocks.process() - start
    if let queries { try writeQuestions(table, to: queries) }

    let opened = try WatchlistFile(opening: output)
    var report = Report()
    report.add("subject", "WatchlistBuilder, \(names) invented names, seed \(seed)")
    report.add("machine", Machine.description)
    report.add("names", opened.nameCount)
    report.add("readings", opened.index.unitCount)
    report.add("tokens", opened.index.tokenCount)
    report.add("compile_s", seconds)
    let size = try FileSize.bytes(at: output)
    report.add("file_bytes", size)
    report.add("bytes_per_name", Double(size) / Double(max(1, names)))
    report.add("memory_peak_mb", Memory.peak)
    report.print()
  }

  /// Of the first 100,000 names at most, so that lists of every size from there on hold them.
  private func writeQuestions(_ table: String, to path: String) throws {
    var listed = try SyntheticNames(table: table, seed: seed)
    var others = try SyntheticNames(table: table, seed: seed &+ 1)
    let range = min(names, 100_000)
    let step = max(1, range / max(1, count / 2))
    var lines: [(kind: PartyKind, name: String)] = []
    for number in 0..<range {
      let (kind, name) = listed.next()
      guard number % step == 0, lines.count < count / 2 else { continue }
      lines.append((kind, number / step % 2 == 0 ? name : others.slip(in: name)))
    }
    while lines.count < count { lines.append(others.next()) }
    var bytes: [UInt8] = []
    for (number, line) in lines.enumerated() {
      let value = JSONValue.members([
        "id": .string("q\(number)"), "name": .string(line.name),
        "schema": .string(line.kind == .person ? "Person" : "Organization"),
        "props": .object([]),
      ])
      bytes += value.canonical + [0x0A]
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}
