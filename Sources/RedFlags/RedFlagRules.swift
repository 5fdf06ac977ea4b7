public import KnowledgeBase
public import TradeModel

/// The rules of the knowledge folder, and those of a folder of the user's own beside them.
public struct RedFlagRules: Sendable {
  /// Where the bundled rules stand in the knowledge folder.
  public static let folder = "RedFlags/rules"

  /// In the user's own folder: the documents that only the rules there cite.
  static let ownSources = "sources.csv"

  /// The bundled ones by id, then the user's own by id.
  public let rules: [RedFlagRule]
  /// What the rules refer to.
  public let vocabulary: RuleVocabulary
  /// Of the user's own folder; `nil` without one.
  public let ownDigest: Digest?
  /// How many of ``rules`` are bundled; they stand first.
  public let bundledCount: Int

  /// The declared facts.
  public var facts: FactDeclarations { vocabulary.facts }

  /// Reads the bundled rules, and those of `own`, which may have a `sources.csv` with the documents
  /// that only they cite.
  ///
  /// - Throws: ``KnowledgeErrors`` with everything that is wrong, by file and line. A folder with one
  ///   wrong rule does not screen.
  public init(
    loading knowledge: CheckedKnowledge, own: KnowledgeFolder? = nil
  ) throws(KnowledgeErrors) {
    try self.init(
      bundled: knowledge.folder.files(in: Self.folder), own: own,
      vocabulary: RuleVocabulary(loading: knowledge))
  }

  /// Reads rules from files in memory.
  public init(
    bundled: [KnowledgeFolder.File], own: KnowledgeFolder? = nil, vocabulary: RuleVocabulary
  ) throws(KnowledgeErrors) {
    self.vocabulary = vocabulary
    ownDigest = own?.digest
    var errors: [KnowledgeError] = []
    var ids: [String: String] = [:]
    let first = Self.rules(
      bundled.map { ($0.path, $0.bytes) }, vocabulary, ids: &ids, errors: &errors)
    let location = own?.location ?? ""
    let ownFiles = (own?.files ?? []).filter { $0.path != Self.ownSources }
    var ownVocabulary = vocabulary
    do throws(KnowledgeErrors) {
      ownVocabulary = vocabulary.adding(try own?.sources() ?? [])
    } catch {
      errors += error.errors.map {
        KnowledgeError(
          $0.reason, file: "\(location)/\($0.file)", line: $0.line, $0.message, help: $0.help)
      }
    }
    let second = Self.rules(
      ownFiles.map { ("\(location)/\($0.path)", $0.bytes) }, ownVocabulary, ids: &ids,
      errors: &errors)
    if let own, second.isEmpty, errors.isEmpty {
      errors.append(
        KnowledgeError(
          .missingFile, file: own.location, "the folder holds no rule",
          help: "put files that end in .yaml into it"))
    }
    if let errors = KnowledgeErrors(errors) { throw errors }
    rules = first + second
    bundledCount = first.count
  }

  /// The rule of that id, or `nil`.
  public subscript(id: String) -> RedFlagRule? { rules.first { $0.id == id } }

  /// What people read of a group of rules: its label, else its id.
  public func label(ofGroup group: String) -> BilingualText {
    vocabulary.groupLabels[group] ?? BilingualText(en: group, fr: group)
  }

  /// Whether the rule is one of the user's own.
  public func isOwn(_ rule: RedFlagRule) -> Bool {
    rules.dropFirst(bundledCount).contains { $0.id == rule.id }
  }

  /// What each rule says of a sheet, in the order of ``rules``.
  ///
  /// - Complexity: O(*n*) in the questions of all rules times the members of their scopes.
  public func answers(on sheet: FactSheet) -> [(rule: RedFlagRule, answer: RuleAnswer)] {
    rules.map { ($0, $0.answer(on: sheet, facts: facts)) }
  }

  private static func rules(
    _ files: [(path: String, bytes: [UInt8])], _ vocabulary: RuleVocabulary,
    ids: inout [String: String], errors: inout [KnowledgeError]
  ) -> [RedFlagRule] {
    var rules: [RedFlagRule] = []
    for file in files {
      guard file.path.hasSuffix(".yaml") else {
        errors.append(
          KnowledgeError(
            .unknownFile, file: file.path, "no rule: the file does not end in .yaml"))
        continue
      }
      let notes = RuleNotes(file: file.path)
      do {
        let document = try LocatedYAML(reading: file.bytes, file: file.path)
        let reader = RuleReader(vocabulary: vocabulary, notes: notes)
        if let rule = reader.rule(document) {
          if let other = ids.updateValue(file.path, forKey: rule.id) {
            notes.fault(
              .duplicateKey(rule.id), line: 1, "the rule `\(rule.id)` stands in `\(other)` too")
          } else {
            rules.append(rule)
          }
        }
        errors += notes.errors
      } catch {
        errors.append(error)
      }
    }
    return rules.sorted { $0.id < $1.id }
  }
}
