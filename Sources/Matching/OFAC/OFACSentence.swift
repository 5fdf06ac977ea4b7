import TradeModel

/// Says how OFAC's rule came to its score.
enum OFACSentence {
  /// A word of the subject beside the listed word that is nearest to it.
  struct Pair {
    let subject: String
    /// `nil` when no word is near.
    let listed: String?
    let likeness: Double
  }

  static func sentence(whole: Double, words: Double, nearest: [Pair]) -> BilingualText {
    let pairs = nearest.prefix(mostPairs)
    let more = nearest.count - pairs.count
    var en = "By OFAC’s rule: whole-string=\(decimal(whole, .en)), per-token=\(decimal(words, .en))"
    var fr =
      "Selon la règle de l’OFAC\u{A0}: whole-string=\(decimal(whole, .fr)), "
      + "per-token=\(decimal(words, .fr))"
    en += "; the greater one is the score. Word by word: "
    fr += "\u{A0}; le plus grand des deux est le score. Mot à mot\u{A0}: "
    en += pairs.map(english).joined(separator: "; ")
    fr += pairs.map(french).joined(separator: "\u{A0}; ")
    if more > 0 {
      en += "; and \(more) more"
      fr += "\u{A0}; et \(more) de plus"
    }
    return BilingualText(en: en + ".", fr: fr + ".")
  }

  /// So many words are told one by one; a longer sentence is not read.
  private static let mostPairs = 8

  private static func english(_ pair: Pair) -> String {
    guard let listed = pair.listed else { return "“\(pair.subject)” is near no listed word" }
    if pair.subject == listed { return "“\(listed)” is the same" }
    return "“\(pair.subject)” is nearest to “\(listed)” (\(decimal(pair.likeness, .en)))"
  }

  private static func french(_ pair: Pair) -> String {
    let subject = "«\u{A0}\(pair.subject)\u{A0}»"
    guard let listed = pair.listed else { return "\(subject) n’est proche d’aucun mot inscrit" }
    if pair.subject == listed { return "\(subject) est identique" }
    return
      "\(subject) est au plus proche de «\u{A0}\(listed)\u{A0}» (\(decimal(pair.likeness, .fr)))"
  }

  /// Three decimals, rounded.
  private static func decimal(_ value: Double, _ language: Language) -> String {
    let thousandths = Int((value * 1000).rounded())
    let rest = String(thousandths % 1000)
    let zeros = String(repeating: "0", count: 3 - rest.count)
    return "\(thousandths / 1000)\(language == .fr ? "," : ".")\(zeros)\(rest)"
  }
}
