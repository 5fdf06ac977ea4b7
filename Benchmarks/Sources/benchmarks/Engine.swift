import ArgumentParser
import Foundation
import KnowledgeBase
import Listings
import Matching
import NameAnalysis
import NameIndex
import TradeModel
import Watchlist

/// The knowledge that a benchmark reads names with.
struct KnowledgeOption: ParsableArguments {
  @Option(help: "The knowledge folder; otherwise that of the checkout.")
  var knowledge: String?

  static let checkout: String = {
    // Benchmarks/Sources/benchmarks/Engine.swift
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/")
  }()

  var path: String { knowledge ?? Self.checkout + "/Knowledge" }

  func reader() throws -> NameReader {
    let tables = try KnowledgeFolder.contents(of: "Names", at: path)
    return NameReader(NameAnalyser(model: try NameModel(tables)))
  }
}

/// What went wrong with the input, for the person at the terminal.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A list to ask: a compiled watchlist, by file.
struct WatchlistOption: ParsableArguments {
  @Option(help: "A compiled watchlist; `benchmarks compile` and `synthesize` write one.")
  var watchlist: String

  /// The list, and how long opening took in milliseconds: the best of three, the file in the page
  /// cache.
  func open(for reader: NameReader) throws -> (list: WatchlistFile, milliseconds: Double) {
    var best = Double.infinity
    for _ in 0..<3 {
      let start = Clocks.process()
      _ = try WatchlistFile(opening: watchlist)
      best = min(best, (Clocks.process() - start) * 1e3)
    }
    let list = try WatchlistFile(opening: watchlist)
    guard list.description.nameModel == reader.version else {
      throw BenchmarkError("`\(watchlist)` was compiled with another name model: compile it again")
    }
    return (list, best)
  }
}

extension WatchlistFile {
  /// Different parties among the names that own `units`.
  func parties(of units: [UInt32]) -> Int {
    Set(units.map { party(ofName: unitNames[Int($0)]) }).count
  }
}
