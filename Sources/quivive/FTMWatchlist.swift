import FileFormats
import Listings
import NameIndex
import Parties
import Watchlist
import Workplace

/// Compiles FollowTheMoney entities, each a party of its own, under the entities' own ids.
enum FTMWatchlist {
  /// The entities of the file at `path`, gzip or not.
  static func compile(fileAt path: String, reader: NameReader) throws -> CompiledWatchlist {
    do {
      var bytes = try InputFile.bytes(at: path)
      if Gzip.isCompressed(bytes) { bytes = try Gzip.decompress(bytes) }
      return try compile(ListFile(name: path, bytes: bytes), reader: reader)
    } catch let error as FileFormatError {
      throw Failure(.badInput, "`\(path)`: \(error.description)")
    } catch let error as ListFormatError {
      throw Failure(.badInput, error.description)
    }
  }

  static func compile(_ file: ListFile, reader: NameReader) throws -> CompiledWatchlist {
    guard let list = ListID("ftm") else {
      throw Failure(.ourFault, "`ftm` is no list")
    }
    var builder = WatchlistBuilder(
      reader: reader,
      readers: WatchlistBuilder.Readers(
        countryCode: { $0 }, describe: \.json))
    var designations: [Designation] = []
    let report = try FTMImporter().report(
      on: ListSnapshot(list: list, file: file)
    ) { designations.append($0) }
    var clusters: [String: [Int]] = [:]
    for (number, designation) in designations.enumerated() {
      if let cluster = cluster(of: designation) { clusters[cluster, default: []].append(number) }
    }
    for (number, designation) in designations.enumerated() {
      let kin = cluster(of: designation).flatMap { clusters[$0] } ?? []
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.key), kind: designation.kind,
          designations: [designation], joins: []),
        kin: kin.filter { $0 != number }.map { ($0, designations[$0]) })
    }
    if let issue = report.issues.first {
      throw Failure(.badInput, "\(issue.place): \(issue.problem)")
    }
    return builder.finish(knowledge: nil, snapshots: [])
  }

  /// The name under which a file keeps together the records that several lists have of one subject.
  private static func cluster(of designation: Designation) -> String? {
    designation.attributes.first(where: { $0.label == "cluster" })?.value
  }
}
