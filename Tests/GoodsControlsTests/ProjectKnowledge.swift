import KnowledgeBase
import QuiviveTestKit

@testable import GoodsControls

/// This package's knowledge, loaded once; a failure to load fails every test that asks.
enum ProjectKnowledge {
  static let loaded = Result {
    try CheckedKnowledge(loading: KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge"))
  }
  static let catalogue = Result { try ControlCatalogue(loading: loaded.get()) }
}
