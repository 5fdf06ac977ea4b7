public import GoodsControls
import KnowledgeBase
public import TradeModel

/// The sentences about one condition of an entry: what it asks, what is stated, and how they stand.
public struct ConditionWords {
  /// The condition beside what the item states.
  public let condition: AssessedCondition
  /// The entry it is of.
  public let entry: ControlEntry

  public init(_ condition: AssessedCondition, of entry: ControlEntry) {
    self.condition = condition
    self.entry = entry
  }

  /// `payload ≥ 500 kg`, or the condition in words.
  public var asked: BilingualText {
    switch condition.content {
    case .figure(let threshold):
      BilingualText(en: threshold.text(in: .en), fr: threshold.text(in: .fr))
    case .words(let words): words.text
    }
  }

  /// `met`, `not stated` …
  public var verdict: BilingualText {
    switch condition.verdict {
    case .met: BilingualText(en: "met", fr: "remplie")
    case .notMet: BilingualText(en: "not met", fr: "non remplie")
    case .notStated: BilingualText(en: "not stated", fr: "non indiquée")
    case .notComparable: BilingualText(en: "not comparable", fr: "non comparable")
    }
  }

  /// The stated value, converted to the unit of the condition where it is written in another; `nil`
  /// when nothing is stated.
  public var stated: BilingualText? {
    if let incomparable = condition.incomparable {
      return BilingualText(
        en: "“\(incomparable.text)” (\(problem(incomparable.problem).en))",
        fr: "« \(incomparable.text) » (\(problem(incomparable.problem).fr))")
    }
    guard let value = condition.value, case .figure(let threshold) = condition.content else {
      return nil
    }
    if value.quantity.id != threshold.measured.id {
      return BilingualText(
        en: "“\(value.text)” is \(value.quantity.name.en), which is not the same quantity",
        fr: "« \(value.text) » : \(value.quantity.name.fr), qui n’est pas la même grandeur")
    }
    func text(_ language: Language) -> String {
      let quoted = language == .en ? "“\(value.text)”" : "« \(value.text) »"
      let shown = value.interval.text(in: threshold.unit, language)
      func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }
      return bare(quoted).contains(bare(shown)) ? quoted : "\(quoted), \(shown)"
    }
    return BilingualText(en: text(.en), fr: text(.fr))
  }

  /// What is asked, what is stated and where, and how they stand, as part of a sentence.
  public var clause: BilingualText {
    let facts = (condition.value?.facts ?? condition.incomparable.map { [$0.fact] } ?? [])
      .joined(separator: ", ")
    guard let stated else {
      return BilingualText(
        en: "\(asked.en): \(verdict.en)", fr: "\(asked.fr) : \(verdict.fr)")
    }
    return BilingualText(
      en: "\(asked.en), stated \(stated.en) in \(facts): \(verdict.en)",
      fr: "\(asked.fr), indiqué \(stated.fr) dans \(facts) : \(verdict.fr)")
  }

  /// The date of the text behind the condition: its own source's where the row of the entry does not
  /// name that source.
  public var date: String {
    guard let source = condition.citations?.first, !entry.citations.ids.contains(source.id) else {
      return entry.asOf
    }
    return source.date ?? entry.asOf
  }

  private func problem(_ problem: IncomparableParameter.Problem) -> BilingualText {
    switch problem {
    case .unitMissing: BilingualText(en: "the unit is missing", fr: "l’unité manque")
    case .unitUnfit:
      BilingualText(
        en: "the unit is not known or does not fit", fr: "l’unité est inconnue ou ne convient pas")
    case .noNumber: BilingualText(en: "it is no single number", fr: "ce n’est pas un nombre unique")
    case .quantityUnknown:
      BilingualText(en: "the quantity is not known here", fr: "la grandeur est inconnue ici")
    }
  }

  /// What to ask: the quantity with the unit of the condition, or the words.
  public static func question(_ content: AssessedCondition.Content) -> BilingualText {
    switch content {
    case .figure(let threshold):
      let unit = threshold.unit.symbol == "1" ? "" : " (\(threshold.unit.symbol))"
      return BilingualText(
        en: threshold.measured.name.en + unit, fr: threshold.measured.name.fr + unit)
    case .words(let words):
      return BilingualText(en: "whether \(words.text.en)", fr: "si \(words.text.fr)")
    }
  }
}
