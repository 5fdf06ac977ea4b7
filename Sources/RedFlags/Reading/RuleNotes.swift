import KnowledgeBase

/// What is wrong with one file, and which keys its reader knows.
///
/// A class because the readers of all maps of the file share it.
final class RuleNotes {
  let file: String
  private(set) var errors: [KnowledgeError] = []
  /// The keys that were asked for, by shape: what the schema must say too.
  var inventory: [String: Set<String>] = [:]

  init(file: String) { self.file = file }

  func fault(
    _ reason: KnowledgeError.Reason, line: Int, _ message: String, help: String? = nil
  ) {
    errors.append(KnowledgeError(reason, file: file, line: line, message, help: help))
  }
}
