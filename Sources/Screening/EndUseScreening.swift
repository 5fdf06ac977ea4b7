import TradeModel

/// The end uses and kinds of supply for which an unlisted item can need an authorisation.
///
/// Source: Regulation (EU) 2021/821, Articles 4 and 8; `Knowledge/ControlLists/end-use-controls.csv`.
struct EndUseScreening {
  let transaction: Transaction
  /// Of each row of `end-use-controls.csv`, by id.
  let citations: [String: [Citation]]

  var findings: [Finding] { [militaryUse, technicalAssistance].compactMap(\.self) }

  private var militaryUse: Finding? {
    guard let nature = transaction.endUse?.nature, nature != .civil else { return nil }
    return Finding(
      kind: .controlledItem, outcome: .catchAllRefer, facts: ["endUse.nature"],
      title: BilingualText(
        en: "A military end use is stated", fr: "Une utilisation finale militaire est indiquée"),
      explanation: [
        BilingualText(
          en:
            "An item that no list has can need an authorisation for a military end use in a country under an arms embargo.",
          fr:
            "Un bien qu’aucune liste ne vise peut exiger une autorisation pour une utilisation militaire dans un pays sous embargo sur les armes."
        )
      ],
      citations: citations["EUC-EU-4.1.b"] ?? [],
      question: BilingualText(
        en: "Has the authority been asked about this end use, and what did it answer?",
        fr: "L’autorité a-t-elle été interrogée sur cette utilisation, et qu’a-t-elle répondu ?"))
  }

  private var technicalAssistance: Finding? {
    let isAssistance =
      transaction.supply == .technicalAssistance
      || transaction.items.contains { $0.kind == .technicalAssistance }
    guard isAssistance else { return nil }
    return Finding(
      kind: .controlledItem, outcome: .hold, outcomeIfConfirmed: .catchAllRefer,
      facts: transaction.supply == .technicalAssistance ? ["supply"] : ["items"],
      title: BilingualText(
        en: "Technical assistance is supplied", fr: "Une assistance technique est fournie"),
      explanation: [
        BilingualText(
          en:
            "Help to build, run or repair can need an authorisation when it serves missiles, weapons of mass destruction or a military use in an embargoed country, even if no goods move.",
          fr:
            "Aider à construire, exploiter ou réparer peut exiger une autorisation si cela sert des missiles, des armes de destruction massive ou un usage militaire dans un pays sous embargo, même sans mouvement de biens."
        )
      ],
      citations: citations["EUC-EU-8"] ?? [],
      question: BilingualText(
        en:
          "What is being built with this help, for whom, and has any authority said that it serves such a use?",
        fr:
          "Que construit-on avec cette aide, pour qui, et une autorité a-t-elle signalé qu’elle sert un tel usage ?"
      ))
  }
}
