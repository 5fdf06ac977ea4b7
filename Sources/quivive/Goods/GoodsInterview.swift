import GoodsControls
import Screening
import TradeModel
import Workplace

/// Asks for an item, one question a line, and only for what would change the answer.
///
/// Questions go to standard error, so that the report alone is on standard output. The end of the
/// input ends the questions: what was not asked stays open.
struct GoodsInterview {
  let catalogue: ControlCatalogue
  let language: Language
  private var reader: ParameterReader
  private var answers: [String: Bool] = [:]
  private var asked: Set<String> = []

  init(catalogue: ControlCatalogue, language: Language) {
    self.catalogue = catalogue
    self.language = language
    reader = ParameterReader(catalogue.measures)
  }

  /// - Parameter entries: that the command line names.
  mutating func run(entries: [ControlEntry]) throws -> ClassifyReport {
    let description =
      ask(
        BilingualText(
          en: "What is the item? Describe it, with its values.",
          fr: "Quel est le bien\u{A0}? Décrivez-le, avec ses valeurs.")) ?? ""
    var named = entries
    if named.isEmpty {
      named = codes().flatMap { catalogue.entries(for: $0).entries }
    }
    let item = Item(description: description)
    var stated = reader.read(item, path: "item")
    var pointers = catalogue.pointers(of: item, by: stated)
    var assessments = catalogue.assessments(of: named, pointers, by: stated)
    while let condition = next(assessments) {
      asked.insert(condition.key)
      guard let answer = ask(prompt(condition)) else { break }
      take(answer, to: condition, into: &stated)
      pointers = catalogue.pointers(of: item, by: stated)
      assessments = catalogue.assessments(of: named, pointers, by: stated, answers: answers)
    }
    return ClassifyReport(
      name: description, stated: stated, assessments: assessments,
      figuresAlone: pointers.figuresAlone, catalogue: catalogue)
  }

  private func codes() -> [String] {
    let line = ask(
      BilingualText(
        en: "Which entries are in question? Codes, parted by commas; empty if none is known.",
        fr: "Quelles rubriques sont en cause\u{A0}? Codes séparés par des virgules ; vide sinon."))
    return (line ?? "").split(separator: ",").map(String.init)
  }

  /// The condition that most open alternatives wait for; of equals the first.
  private func next(_ assessments: [EntryAssessment]) -> AssessedCondition? {
    let open = assessments.flatMap(\.missing).filter { !asked.contains($0.key) }
    return open.enumerated().max { left, right in
      func count(_ condition: AssessedCondition) -> Int {
        open.count { $0.key == condition.key }
      }
      let counts = (count(left.element), count(right.element))
      return counts.0 == counts.1 ? left.offset > right.offset : counts.0 < counts.1
    }?.element
  }

  private func prompt(_ condition: AssessedCondition) -> BilingualText {
    let question = ConditionWords.question(condition.content)
    guard condition.measured != nil else {
      return BilingualText(
        en: "Is it so, yes or no: \(question.en)?",
        fr: "Est-ce le cas, oui ou non\u{A0}: \(question.fr)\u{A0}?")
    }
    return BilingualText(en: "\(question.en)?", fr: "\(question.fr)\u{A0}?")
  }

  private mutating func take(
    _ answer: String, to condition: AssessedCondition, into stated: inout StatedParameters
  ) {
    switch answer.lowercased() {
    case "", "?", "unknown", "inconnu", "inconnue", "je ne sais pas": return
    default: break
    }
    if case .words(let words) = condition.content {
      switch answer.lowercased() {
      case "y", "yes", "o", "oui": answers[words.id] = true
      case "n", "no", "non": answers[words.id] = false
      default: refuse(answer)
      }
    } else if let quantity = condition.measured {
      let value = reader.answer(
        answer, to: quantity, fact: "item.answers.\(quantity.id)", language: language)
      if let value { stated.add(value) } else { refuse(answer) }
    }
  }

  private func refuse(_ answer: String) {
    Console.error(
      BilingualText(
        en: "“\(answer)” was not read as an answer; it stays open.",
        fr: "«\u{A0}\(answer)\u{A0}» n’a pas été lu comme une réponse ; la question reste ouverte."
      )[language])
  }

  private func ask(_ question: BilingualText) -> String? {
    Console.error(question[language])
    return readLine().map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }
}

extension AssessedCondition {
  /// One for all conditions that one answer settles.
  fileprivate var key: String { measured?.id ?? id }
}
