import KnowledgeBase
import NameAnalysis
import NameIndex

extension KnowledgeOptions {
  /// The checked knowledge, or a ``Failure`` that lists everything wrong with it.
  func loaded() throws -> CheckedKnowledge {
    do {
      return try checked()
    } catch let error as KnowledgeNotFound {
      throw Failure(.missingFile, error.description, help: error.help)
    } catch let errors as KnowledgeErrors {
      throw Failure(
        .badInput, errors.description,
        help: "mend the lines named and run `quivive knowledge check`")
    }
  }
}

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
