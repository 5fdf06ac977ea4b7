import KnowledgeBase
import TradeModel

/// One end-use or end-user rule as conditions on replies and destination: one row of
/// `ControlLists/end-use-tests.csv`.
struct EndUseTest: Hashable {
  /// A question with the replies by which the rule bites.
  struct Condition: Hashable {
    let question: EndUseQuestion
    let replies: Set<EndUseReply>
  }

  /// What came of it.
  enum Answer: Hashable {
    case applies
    case doesNotApply
    /// Not decided. `isCaught` when a part of the rule is met, or a question was asked in vain: then
    /// the authority must be asked. Otherwise nobody asked yet.
    case open(LicenceGap, isCaught: Bool)
  }

  let id: String
  let jurisdiction: LicenceJurisdiction
  let conditions: [Condition]
  let destinations: DestinationScope
  /// Whether an unanswered question keeps the determination open; otherwise the rule only bites on a
  /// reply that somebody gave.
  let asks: Bool
  let outcome: Outcome
  let rule: BilingualText
  let citation: String
  let asOf: String
  let citations: Citations

  /// - Parameters:
  ///   - reply: to a question; `nil` when it was not asked.
  ///   - destination: whether the place is one of ``destinations``.
  func answer(
    reply: (EndUseQuestion) -> EndUseReply?, destination: DestinationScope.Answer
  ) -> Answer {
    guard destination != .outside else { return .doesNotApply }
    var gaps: [LicenceGap] = []
    var isCaught = false
    for condition in conditions {
      switch reply(condition.question) {
      case nil: gaps.append(.reply(condition.question))
      case let reply? where condition.replies.contains(reply): isCaught = true
      case .cannotBeFoundOut:
        gaps.append(.reply(condition.question))
        isCaught = true
      case .yes, .no: return .doesNotApply
      }
    }
    if destination == .unknown { gaps.append(.destination) }
    return gaps.first.map { .open($0, isCaught: isCaught) } ?? .applies
  }
}
