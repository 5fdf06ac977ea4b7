import FileFormats
import Foundation
import Listings
import Matching
import NameAnalysis
import NameIndex
import Parties
import TradeModel
import Watchlist

/// Why an input could not be used, in words for a person.
struct InputError: Error, CustomStringConvertible, LocalizedError {
  let description: String
  init(_ description: String) { self.description = description }
  var errorDescription: String? { description }
}

/// Reads whole inputs.
enum InputBytes {
  /// The bytes of the file at `path`, or of standard input for `-`.
  static func read(_ path: String) throws -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputError("cannot read `\(path)`: check the path and the permissions")
    }
    return [UInt8](data)
  }
}

/// Writes JSON lines to standard output, gathered into large pieces.
final class OutputLines {
  private var pending: [UInt8] = []

  func write(_ value: JSONValue) {
    pending.append(contentsOf: value.compact)
    pending.append(0x0A)
    if pending.count > 1 << 16 { flush() }
  }

  func flush() {
    FileHandle.standardOutput.write(Data(pending))
    pending.removeAll(keepingCapacity: true)
  }
}

/// Finds and reads the tables of the name model.
enum NameTables {
  static func reader(knowledge: String?) throws -> NameReader {
    let folder = try folder(knowledge)
    var files: [String: [UInt8]] = [:]
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for name in names.sorted() where name.hasSuffix(".tsv") {
      files[name] = try InputBytes.read(folder + "/" + name)
    }
    return NameReader(NameAnalyser(model: try NameModel(files)))
  }

  /// `--knowledge`, `QUIVIVE_KNOWLEDGE`, or a `Knowledge` folder above the program or the working
  /// folder.
  private static func folder(_ knowledge: String?) throws -> String {
    if let given = knowledge ?? ProcessInfo.processInfo.environment["QUIVIVE_KNOWLEDGE"] {
      return given + "/Names"
    }
    let starts = [
      URL(fileURLWithPath: CommandLine.arguments.first ?? ".").resolvingSymlinksInPath(),
      URL(fileURLWithPath: FileManager.default.currentDirectoryPath),
    ]
    for start in starts {
      var folder = start
      while folder.path != "/" {
        let candidate = folder.appendingPathComponent("Knowledge/Names").path
        if FileManager.default.fileExists(atPath: candidate) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    throw InputError("the folder `Knowledge` was not found: give it by --knowledge")
  }
}

/// Compiles FollowTheMoney entities, each a party of its own, under the entities' own ids.
enum FTMWatchlist {
  static func compile(
    _ snapshot: ListSnapshot, reader: NameReader
  ) throws -> CompiledWatchlist {
    var builder = WatchlistBuilder(
      reader: reader,
      readers: WatchlistBuilder.Readers(
        countryCode: { CountryCode($0)?.description }, describe: \.json))
    let report = try FTMImporter().report(on: snapshot) { designation in
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.key), kind: designation.kind,
          designations: [designation], joins: []))
    }
    if let issue = report.issues.first {
      throw InputError("`\(snapshot.file.name)`: \(issue)")
    }
    return builder.finish(knowledge: nil, snapshots: [])
  }
}
