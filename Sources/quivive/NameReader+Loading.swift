import KnowledgeBase
import NameAnalysis
import NameIndex

extension NameReader {
  /// The reader of the name model in `folder`.
  init(loading folder: KnowledgeFolder) throws {
    do {
      self.init(NameAnalyser(model: try NameModel(folder.contents(of: "Names"))))
    } catch {
      throw Failure(.badInput, "Names/\(error.description)", help: "mend the line named")
    }
  }
}
