import Matching
import Parties
import TradeModel
import Watchlist

/// One comparison in full, for a terminal.
struct ComparisonText {
  let comparison: Comparison
  let language: Language

  var text: String {
    let match = comparison.match
    let policy = comparison.policy
    let score = match.score(under: policy)
    var lines = [
      field(pick("Subject", "Sujet"), comparison.subject.names.joined(separator: " / ")),
      field("", comparison.subject.kind.title[language]),
      field(pick("Listed", "Inscrit"), match.caption),
      field("", "\(match.party.text), \(comparison.listedKind.title[language])"),
      field(pick("Policy", "Politique"), policyText),
      field(
        pick("Score", "Score"),
        "\(score.value) " + pick("of 1000: ", "sur 1000\u{A0}: ") + verdict(score)),
      field(pick("Index", "Index"), found),
      "",
    ]
    for reason in match.reasons { lines += describe(reason) }
    if match.reasons.isEmpty {
      lines += [pick("Nothing could be compared.", "Rien n’a pu être comparé."), ""]
    }
    lines += sum
    return lines.joined(separator: "\n") + "\n"
  }

  private var policyText: String {
    let policy = comparison.policy
    return "\(policy.name), " + pick("floor ", "plancher ") + "\(policy.floor.value), "
      + pick("threshold ", "seuil ") + "\(policy.threshold.value)"
  }

  private func verdict(_ score: Score) -> String {
    let policy = comparison.policy
    var text: String
    if score >= policy.threshold {
      text = pick("a hit", "une correspondance à examiner")
    } else if score >= policy.floor {
      text = pick("shown, no hit", "affiché, sous le seuil")
    } else {
      text = pick("below the floor", "sous le plancher")
    }
    if let marking = comparison.match.marking(under: policy) {
      text += pick("; ", "\u{A0}; ") + marking.title[language]
      if score < policy.floor {
        text += pick(", so it is still shown", ", donc affiché malgré tout")
      }
    }
    return text
  }

  private var found: String {
    comparison.isFound
      ? pick(
        "met: asking for the subject finds this party", "atteint\u{A0}: la recherche le trouve")
      : pick(
        "not met: asking for the subject does not find this party",
        "non atteint\u{A0}: la recherche ne le trouve pas")
  }

  private func describe(_ reason: Reason) -> [String] {
    var lines = ["\(column(weight(reason.weight), 8))  \(reason.feature.title[language])"]
    let isListed = comparison.isListed && !reason.designation.isEmpty
    lines.append(
      "          \(pick("subject: ", "sujet\u{A0}: "))\(shown(reason.subjectValue, reason.feature))   "
        + "\(pick("listed: ", "inscrit\u{A0}: "))\(shown(reason.listedValue, reason.feature))"
        + (isListed ? "   [\(reason.designation)]" : ""))
    for row in reason.alignment { lines.append(describe(row)) }
    lines.append("          \(reason.sentence[language])")
    lines.append("")
    return lines
  }

  private func describe(_ row: AlignedPart) -> String {
    func side(_ text: String, _ reading: String) -> String {
      if row.operation == .legalForm, !text.isEmpty { return text }
      if text.isEmpty { return reading.isEmpty ? "–" : reading }
      return text.lowercased() == reading || reading.isEmpty ? text : "\(text) (\(reading))"
    }
    return column("", 10) + column(weight(row.weight), 8) + "  "
      + padded(side(row.subjectText, row.subjectReading), 28) + "  "
      + padded(side(row.listedText, row.listedReading), 28) + "  "
      + row.operation.title[language]
  }

  private var sum: [String] {
    let policy = comparison.policy
    let total = comparison.match.weight
    guard policy.algorithm == .evidence else {
      return [
        pick(
          "The weight is the score: this policy compares letters and weighs no evidence.",
          "Le poids est le score\u{A0}: cette politique compare les lettres et ne pèse aucun indice."
        )
      ]
    }
    return [
      "\(column(weight(total), 8))  "
        + pick("the evidence together, in bits", "l’ensemble des indices, en bits"),
      "\(column(weight(.zero - policy.prior), 8))  "
        + pick(
          "how rare true matches are (prior)", "rareté des vraies correspondances (a priori)"),
      "\(column(weight(total - policy.prior), 8))  "
        + pick(
          "together: above zero the score is above 500",
          "total\u{A0}: au-dessus de zéro, le score dépasse 500"),
    ]
  }

  private func shown(_ value: String, _ feature: Feature) -> String {
    if feature == .kind { return PartyKind(rawValue: value)?.title[language] ?? value }
    return value.isEmpty ? "–" : language == .fr ? "«\u{A0}\(value)\u{A0}»" : "“\(value)”"
  }

  /// Tenths of a bit as signed bits; under OFAC's rule the thousandths of its score.
  private func weight(_ weight: Weight) -> String {
    let tenths = weight.tenthsOfBit
    if comparison.policy.algorithm == .ofac { return "\(tenths)" }
    let sign = tenths < 0 ? "−" : "+"
    return "\(sign)\(abs(tenths) / 10)\(language == .fr ? "," : ".")\(abs(tenths) % 10)"
  }

  private func field(_ name: String, _ value: String) -> String {
    "\(padded(name, 10))\(value)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func pick(_ en: String, _ fr: String) -> String {
    BilingualText(en: en, fr: fr)[language]
  }
}
