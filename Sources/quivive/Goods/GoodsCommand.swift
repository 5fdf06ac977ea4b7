import ArgumentParser
import GoodsControls
import KnowledgeBase
import Workplace

/// `quivive goods`: which control-list entries goods may fall under.
struct GoodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goods",
    abstract:
      "Search control lists by words, show an entry, or compare stated values with entries.",
    discussion: """
      What a search finds are leads for a person. None of it is a classification, and finding nothing \
      does not mean that goods are not controlled.
      """,
    subcommands: [GoodsSearch.self, GoodsShow.self, GoodsClassify.self])
}

extension KnowledgeOptions {
  /// Reads and types the control lists.
  func catalogue() throws -> ControlCatalogue {
    do { return try ControlCatalogue(loading: loaded()) } catch let errors as KnowledgeErrors {
      throw KnowledgePlace.failure(errors)
    }
  }
}
