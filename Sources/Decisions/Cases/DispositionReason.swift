public import FileFormats
public import KnowledgeBase
import Screening
public import TradeModel

/// Why a finding is settled as it is: one of the codes of `Lexicons/disposition-reasons.csv`.
public struct DispositionReason: Hashable, Sendable {
  /// What a disposition concludes.
  public enum Conclusion: String, Hashable, Sendable, CaseIterable {
    /// The party is not the listed one.
    case falsePositive = "false-positive"
    /// The finding holds: it is the listed party, the controlled item.
    case trueMatch = "true-match"
    /// The finding holds, and what it asks for was done.
    case resolved
    /// Not settled here: the customer or somebody else has to speak.
    case escalated
  }

  /// Stable; what is recorded.
  public let code: String
  /// The key that chooses it on a screen.
  public let key: String
  /// In words.
  public let label: BilingualText
  /// What follows.
  public let conclusion: Conclusion
  /// The kinds of findings it can settle; empty for all.
  public let kinds: [String]
  /// Whether a written reason has to stand beside it.
  public let needsRationale: Bool
  /// Whether any decision on a case that holds it needs two people.
  public let needsTwo: Bool

  public init(
    code: String, key: String, label: BilingualText, conclusion: Conclusion, kinds: [String],
    needsRationale: Bool, needsTwo: Bool
  ) {
    self.code = code
    self.key = key
    self.label = label
    self.conclusion = conclusion
    self.kinds = kinds
    self.needsRationale = needsRationale
    self.needsTwo = needsTwo
  }

  /// Whether it can settle a finding of that kind.
  public func applies(to kind: String) -> Bool { kinds.isEmpty || kinds.contains(kind) }

  static let path = "Lexicons/disposition-reasons.csv"

  /// The reasons of the knowledge, in the order of the file.
  ///
  /// - Throws: ``KnowledgeErrors`` for a kind of finding that there is none of, or a key that stands
  ///   twice.
  public static func all(
    loading knowledge: CheckedKnowledge
  ) throws(KnowledgeErrors) -> [DispositionReason] {
    var errors: [KnowledgeError] = []
    var keys: Set<String> = []
    let reasons = knowledge.citedRows(path).map { row -> DispositionReason in
      let cells = row.cells
      for kind in cells.list("kinds") where Finding.Kind(rawValue: kind) == nil {
        errors.append(
          cells.error(
            .badValue("kinds"), "`\(kind)` is no kind of finding",
            help: "the kinds are \(Finding.Kind.allCases.map(\.rawValue).joined(separator: ", "))"))
      }
      if !keys.insert(cells["key"]).inserted {
        errors.append(
          cells.error(
            .badValue("key"), "the key `\(cells["key"])` stands twice", help: "choose another"))
      }
      return DispositionReason(
        code: cells["code"], key: cells["key"],
        label: BilingualText(en: cells["label_en"], fr: cells["label_fr"]),
        conclusion: Conclusion(rawValue: cells["conclusion"]) ?? .escalated,
        kinds: cells.list("kinds"), needsRationale: cells.flag("rationale"),
        needsTwo: cells.flag("four_eyes"))
    }
    if let errors = KnowledgeErrors(errors) { throw errors }
    return reasons
  }
}

extension DispositionReason {
  /// As it is recorded: a case reads the same when the table has changed since.
  public var json: JSONValue {
    .members([
      "code": .string(code), "key": .string(key), "label": label.json,
      "conclusion": .string(conclusion.rawValue), "kinds": .strings(kinds),
      "rationale": .bool(needsRationale), "fourEyes": .bool(needsTwo),
    ])
  }

  /// Reads what ``json`` wrote.
  public init?(json: JSONValue?) {
    guard let code = json?["code"]?.string, let key = json?["key"]?.string,
      let label = BilingualText(json: json?["label"]),
      let conclusion = json?["conclusion"]?.string.flatMap(Conclusion.init(rawValue:)),
      let kinds = json?["kinds"]?.array, let needsRationale = json?["rationale"]?.bool,
      let needsTwo = json?["fourEyes"]?.bool
    else { return nil }
    self.init(
      code: code, key: key, label: label, conclusion: conclusion,
      kinds: kinds.compactMap(\.string), needsRationale: needsRationale, needsTwo: needsTwo)
  }
}

extension DispositionReason.Conclusion {
  /// In words.
  public var title: BilingualText {
    switch self {
    case .falsePositive: BilingualText(en: "false positive", fr: "faux positif")
    case .trueMatch: BilingualText(en: "confirmed", fr: "confirmé")
    case .resolved: BilingualText(en: "resolved", fr: "réglé")
    case .escalated: BilingualText(en: "escalated", fr: "transmis")
    }
  }
}
