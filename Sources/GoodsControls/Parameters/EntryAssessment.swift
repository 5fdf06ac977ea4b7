public import KnowledgeBase
import TradeModel

/// How the stated values of an item stand to the conditions of one entry.
///
/// It is no classification: an entry has more conditions than figures, and a person reads them.
public struct EntryAssessment: Hashable, Sendable {
  /// The entry whose conditions were compared.
  public let entry: ControlEntry
  /// By number, each with its conditions in the order of the tables. Empty when no condition of the
  /// entry is held here.
  public let alternatives: [Alternative]

  /// Conditions that must all hold.
  public struct Alternative: Hashable, Sendable {
    /// As the tables number it, from 1.
    public let number: Int
    /// In the order of the tables, figures before words.
    public let conditions: [AssessedCondition]

    /// Met when all are; not met when one is not; open otherwise.
    public var verdict: EntryAssessment.Verdict {
      if conditions.contains(where: { $0.verdict == .notMet }) { return .notMet }
      return conditions.allSatisfy { $0.verdict == .met } ? .met : .open
    }
  }

  /// What follows from the alternatives.
  public enum Verdict: String, Hashable, Sendable {
    /// All conditions of one alternative that are held here are met.
    case met
    /// Each alternative has a condition that is stated and not met.
    case notMet = "not-met"
    /// Something is missing or cannot be compared.
    case open
    /// No condition of the entry is held here: nothing was compared.
    case nothingHeld = "nothing-held"
  }

  /// Met when one alternative is; not met when each one fails; open otherwise.
  public var verdict: Verdict {
    if alternatives.isEmpty { return .nothingHeld }
    if alternatives.contains(where: { $0.verdict == .met }) { return .met }
    return alternatives.allSatisfy { $0.verdict == .notMet } ? .notMet : .open
  }

  /// The alternatives that decide: those that are met; else those that are open; else all.
  public var decisive: [Alternative] {
    let ofVerdict = alternatives.filter { $0.verdict == verdict }
    return ofVerdict.isEmpty ? alternatives : ofVerdict
  }

  /// What would have to be known, each once: conditions of open alternatives that are not settled.
  public var missing: [AssessedCondition] {
    guard verdict == .open else { return [] }
    var seen: Set<String> = []
    return alternatives.filter { $0.verdict == .open }.flatMap(\.conditions).filter {
      $0.verdict != .met && seen.insert($0.subject).inserted
    }
  }

  /// Whether any value of the item was compared with a condition of the entry.
  public var isTouched: Bool {
    alternatives.contains { $0.conditions.contains { $0.value != nil } }
  }
}

/// One condition of an entry beside what the item states.
public struct AssessedCondition: Hashable, Sendable {
  /// What the condition says.
  public enum Content: Hashable, Sendable {
    case figure(Threshold)
    case words(WordCondition)
  }

  /// How the item stands to it.
  public enum Verdict: String, Hashable, Sendable {
    case met
    case notMet = "not-met"
    /// Nothing is stated. It never means that the condition is not met.
    case notStated = "not-stated"
    /// A value is stated and cannot be compared: an interval across the figure, another quantity, a
    /// unit that is missing or does not fit.
    case notComparable = "not-comparable"
  }

  /// The key of the row.
  public let id: String
  /// What it says.
  public let content: Content
  /// The sources of the row; `nil` for a figure that nobody checked.
  public let citations: Citations?
  /// How the item stands to it.
  public let verdict: Verdict
  /// The value that was compared, or comes near.
  public let value: StatedParameter?
  /// The value that could not be compared.
  public let incomparable: IncomparableParameter?

  /// What it is about: the quantity, or the words.
  var subject: String {
    switch content {
    case .figure(let threshold): threshold.measured.id
    case .words(let words): words.id
    }
  }
}

extension StatedParameters {
  /// Compares the stated values with every condition of `entry`.
  ///
  /// - Parameter answers: what a person answered to conditions in words, by ``WordCondition/id``.
  public func assessment(
    of entry: ControlEntry, answers: [String: Bool] = [:]
  ) -> EntryAssessment {
    let figures = entry.parameters.map { parameter in
      (
        parameter.alternative,
        assessed(parameter.threshold, id: parameter.id, citations: parameter.citations)
      )
    }
    let words = entry.wordConditions.map { words in
      (
        words.alternative,
        AssessedCondition(
          id: words.id, content: .words(words), citations: words.citations,
          verdict: answers[words.id].map { $0 ? .met : .notMet } ?? .notStated, value: nil,
          incomparable: nil)
      )
    }
    return EntryAssessment(entry: entry, alternatives: Self.grouped(figures + words))
  }

  /// Compares the stated values with figures that nobody checked, as one entry has them.
  public func assessed(_ hints: [ThresholdHint]) -> [EntryAssessment.Alternative] {
    Self.grouped(
      hints.map { ($0.threshold.alternative, assessed($0.threshold, id: $0.id, citations: nil)) })
  }

  private static func grouped(
    _ conditions: [(Int, AssessedCondition)]
  ) -> [EntryAssessment.Alternative] {
    Set(conditions.map(\.0)).sorted().map { number in
      EntryAssessment.Alternative(
        number: number, conditions: conditions.filter { $0.0 == number }.map(\.1))
    }
  }

  private func assessed(
    _ threshold: Threshold, id: String, citations: Citations?
  ) -> AssessedCondition {
    func condition(
      _ verdict: AssessedCondition.Verdict, _ value: StatedParameter? = nil,
      _ incomparable: IncomparableParameter? = nil
    ) -> AssessedCondition {
      AssessedCondition(
        id: id, content: .figure(threshold), citations: citations, verdict: verdict, value: value,
        incomparable: incomparable)
    }
    let values = values(of: threshold.measured)
    let standings = values.map { ($0, $0.interval.standing(to: threshold)) }
    if let met = standings.first(where: { $0.1 == .within }) { return condition(.met, met.0) }
    if let across = standings.first(where: { $0.1 == .across }) {
      return condition(.notComparable, across.0)
    }
    let problem = incomparable.first { $0.quantity?.id == threshold.measured.id }
    if let problem { return condition(.notComparable, nil, problem) }
    if let outside = standings.first { return condition(.notMet, outside.0) }
    if let near = stated.first(where: { $0.quantity.id == threshold.measured.near }) {
      return condition(.notComparable, near)
    }
    return condition(.notStated)
  }
}
