import KnowledgeBase
import TradeModel

/// What follows from being on a list, as data: `Knowledge/Lexicons/list-effects.csv`.
struct ListEffects {
  /// What a confirmed hit leads to.
  struct Effect: Hashable {
    let outcome: Outcome
    /// `US`, `EU`, `UN`, or the ISO code of a state.
    let jurisdiction: String
    let text: BilingualText
    let basis: String
    let citations: [Citation]
  }

  private let effects: [String: Effect]

  /// - Parameter effects: by list id, or by list id and part: `us.csl/EL`.
  init(effects: [String: Effect]) { self.effects = effects }

  /// The effect of the part of the list, else of the list, else of a list nobody described: a hold.
  func effect(list: String, parts: [String]) -> Effect {
    let found = parts.compactMap { effects["\(list)/\($0)"] }
    if let strictest = found.max(by: { $0.outcome < $1.outcome }) { return strictest }
    return effects[list]
      ?? Effect(
        outcome: .hold, jurisdiction: "",
        text: BilingualText(
          en: "what follows from this list is not described; ask who keeps it",
          fr: "les suites de cette liste ne sont pas décrites ; demandez à qui la tient"),
        basis: "", citations: [])
  }
}
