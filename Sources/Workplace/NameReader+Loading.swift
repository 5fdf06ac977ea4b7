package import KnowledgeBase
package import NameAnalysis
package import NameIndex

extension NameReader {
  /// The reader of the name model in `folder`.
  package init(loading folder: KnowledgeFolder) throws {
    self.init(NameAnalyser(model: try NameModel(reading: folder.contents(of: "Names"))))
  }

  /// The reader of the name model in the folder that `knowledge` names, where nothing else of it is
  /// needed.
  package init(loading knowledge: KnowledgePlace) throws {
    self.init(NameAnalyser(model: try NameModel(loading: knowledge)))
  }
}

extension NameModel {
  /// The name model in the folder that `knowledge` names.
  package init(loading knowledge: KnowledgePlace) throws {
    try self.init(reading: knowledge.contents(of: "Names"))
  }

  fileprivate init(reading files: [String: [UInt8]]) throws {
    do { try self.init(files) } catch {
      throw Failure(.badInput, "Names/\(error.description)", help: "mend the line named")
    }
  }
}
