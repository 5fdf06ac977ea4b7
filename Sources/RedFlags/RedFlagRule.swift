public import KnowledgeBase
public import TradeModel

/// One red flag: the circumstance, the question it calls for, and cases that show what it means.
///
/// A raised flag is not guilt: it is a reason to ask.
public struct RedFlagRule: Hashable, Sendable, Identifiable {
  /// How much it weighs, as the project proposes; no law says so.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case high, medium, low
  }

  /// How it is found.
  public enum Kind: Hashable, Sendable {
    /// By its condition over facts.
    case condition(RuleCondition)
    /// By a person, who answers ``RedFlagRule/ask`` with yes or no.
    case judgement
  }

  /// Of the catalogue, `RF-RT-04`, or of the user's own.
  public let id: String
  /// One line for a heading.
  public let title: BilingualText
  /// The group of the catalogue: `route`.
  public let group: String
  /// How much it weighs.
  public let severity: Severity
  /// The documents it is taken from. Not empty.
  public let sources: [KnowledgeSource]
  /// Where in the documents.
  public let section: String?
  /// A sentence that explains it, when the title does not say it all.
  public let statement: BilingualText?
  /// How it is found.
  public let kind: Kind
  /// Whether it is asked of each party, item or leg by itself.
  public let forEach: FactDeclaration.Scope?
  /// The question to the customer; of a judgement the question to the person who screens.
  public let ask: BilingualText
  /// Cases with the answer they must get.
  public let examples: [RuleExample]
  /// The file it stands in, for messages.
  public let file: String

  /// The condition, unless a person judges.
  public var condition: RuleCondition? {
    guard case .condition(let condition) = kind else { return nil }
    return condition
  }
}

/// Named selections over facts, and a condition that joins them.
public struct RuleCondition: Hashable, Sendable {
  /// One named part.
  public struct Selection: Hashable, Sendable {
    /// By which the condition refers to it.
    public let name: String
    /// Where it stands in the rule's file, counted from 1.
    public let line: Int
    /// What must hold.
    public let logic: Logic<FactAtom>
  }

  /// In the order of the file.
  public let selections: [Selection]
  /// As written.
  public let text: String
  /// Where it stands in the rule's file.
  public let line: Int
  /// Over the names of ``selections``.
  public let logic: Logic<String>
  /// The whole as one combination of questions about facts.
  public let whole: Logic<FactAtom>

  init(selections: [Selection], text: String, line: Int, logic: Logic<String>) {
    self.selections = selections
    self.text = text
    self.line = line
    self.logic = logic
    let byName = Dictionary(
      selections.map { ($0.name, $0.logic) }, uniquingKeysWith: { first, _ in first })
    // The parser takes no name that is not among the selections.
    whole = logic.replacing { byName[$0] ?? .atLeast(1, []) }
  }

  /// The names of the facts it asks for, each once, in order.
  public var facts: [String] {
    var seen: Set<String> = []
    return whole.leaves.map(\.fact).filter { seen.insert($0).inserted }
  }
}

/// A case with the answer that a rule must give.
public struct RuleExample: Hashable, Sendable {
  /// The case in a few words.
  public let name: String
  /// What is known in it.
  public let sheet: FactSheet
  /// Raised, not raised, or `nil` for unknown.
  public let raises: Bool?
  /// Where it stands in the rule's file, counted from 1.
  public let line: Int
}
