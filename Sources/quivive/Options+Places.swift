import Decisions
import Foundation
import KnowledgeBase
import ListArchive
import NameAnalysis
import NameIndex
import SQLiteStore
import TradeModel
import Watchlist
import Workplace

// What commands ask of their options, answered by the places they name.

extension OpenStore {
  init(_ options: HomeOptions) throws { try self.init(options.place) }

  static func reading(_ options: HomeOptions) throws -> Store? { try reading(options.place) }

  static func existing(_ options: HomeOptions) throws -> Store { try existing(options.place) }
}

extension OpenCases {
  init(_ options: HomeOptions) throws { try self.init(options.place) }

  static func reading(_ options: HomeOptions) throws -> OpenCases { try reading(options.place) }

  /// Records an act that is made of the case as it is, and says so.
  @discardableResult
  func act(
    on id: CaseID, by options: ActingOptions, _ event: (Case) throws -> CaseEvent
  ) throws -> Case {
    try act(on: id, by: options.actor(), event)
  }
}

extension DataOptions {
  func inHand(asKnownOn day: Day? = nil, notes: ((String) -> Void)?) throws -> DataInHand {
    try place.inHand(asKnownOn: day, notes: notes)
  }
}

extension ScreeningSession {
  init(_ options: RequestOptions, notes: ((String) -> Void)? = nil) throws {
    try self.init(options.place, notes: notes)
  }
}

extension NameReader {
  init(loading options: KnowledgeOptions) throws { try self.init(loading: options.place) }
}

extension NameModel {
  init(loading options: KnowledgeOptions) throws { try self.init(loading: options.place) }
}

extension WatchlistCompilation {
  /// Compiles, and says where a portfolio has yet to meet what was compiled.
  static func compile(_ archive: SnapshotArchive, _ options: KnowledgeOptions) throws -> Result {
    let result = try compile(archive, options.place)
    PortfolioHome.remind(of: archive.home)
    return result
  }
}

extension PortfolioHome {
  init(_ options: HomeOptions) throws { try self.init(options.place) }

  /// Says that a portfolio has yet to meet what was just compiled, where there is one.
  static func remind(of home: ArchiveHome) {
    let folder = home.url.appendingPathComponent("portfolio")
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    Console.error("the portfolio has not met these lists yet: `quivive portfolio rescreen`")
  }
}

extension ExchangeSource {
  init(_ text: String, home: HomeOptions) throws { try self.init(text, home: home.place) }
}
