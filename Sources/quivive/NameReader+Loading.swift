import KnowledgeBase
import NameAnalysis
import NameIndex

extension NameReader {
  /// The reader of the name model in `folder`.
  init(loading folder: KnowledgeFolder) throws {
    self.init(NameAnalyser(model: try NameModel.loading(folder)))
  }
}

extension NameModel {
  /// The name model in `folder`.
  static func loading(_ folder: KnowledgeFolder) throws -> NameModel {
    do { return try NameModel(folder.contents(of: "Names")) } catch {
      throw Failure(.badInput, "Names/\(error.description)", help: "mend the line named")
    }
  }
}
