import ArgumentParser
import FileFormats
import Foundation
import Glibc
import Listings
import Matching
import NameIndex
import Parties
import Watchlist

/// Compiles a list of FollowTheMoney entities: time, size, memory.
struct CompileBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Compile a list, and say what it took.")

  @Option(help: "FollowTheMoney entities, as JSON lines; may be gzip.")
  var ftm: String

  @Option(help: "Where to write the watchlist.")
  var output: String

  @OptionGroup var knowledge: KnowledgeOption

  func run() throws {
    let loading = Clocks.process()
    let reader = try knowledge.reader()
    let loaded = Clocks.process()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: ftm)))
    if Gzip.isCompressed(bytes) { bytes = try Gzip.decompress(bytes) }
    guard let list = ListID("ftm") else { throw BenchmarkError("`ftm` is no list") }

    // The entities are read before the clock starts: reading JSON is no part of compiling.
    var designations: [Designation] = []
    _ = try FTMImporter().report(
      on: ListSnapshot(list: list, file: ListFile(name: ftm, bytes: bytes))
    ) { designations.append($0) }

    let start = Clocks.process()
    var builder = WatchlistBuilder(
      reader: reader,
      readers: WatchlistBuilder.Readers(countryCode: { $0 }, describe: \.json))
    for designation in designations {
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.key), kind: designation.kind,
          designations: [designation], joins: []))
    }
    let added = Clocks.process()
    try builder.finish(knowledge: nil, snapshots: []).write(to: output)
    let end = Clocks.process()

    let opened = try WatchlistFile(opening: output)
    var report = Report()
    report.add("subject", "WatchlistBuilder, \(opened.partyCount) parties")
    report.add("machine", Machine.description)
    report.add("parties", opened.partyCount)
    report.add("names", opened.nameCount)
    report.add("readings", opened.index.unitCount)
    report.add("tokens", opened.index.tokenCount)
    report.add("load_names_ms", (loaded - loading) * 1e3)
    report.add("compile_ms", (end - start) * 1e3)
    report.add("of_it_analysis_and_packing_ms", (added - start) * 1e3)
    report.add("of_it_index_digest_and_writing_ms", (end - added) * 1e3)
    let size = try FileSize.bytes(at: output)
    report.add("file_bytes", size)
    report.add("bytes_per_name", Double(size) / Double(max(1, opened.nameCount)))
    report.add("memory_peak_mb", Memory.peak)
    report.print()
  }
}

enum FileSize {
  static func bytes(at path: String) throws -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw BenchmarkError("`\(path)` has no size") }
    return Int(status.st_size)
  }
}
