import TradeModel

/// Says in one sentence how two names stand to each other, part by part.
///
/// It quotes what does not agree as written, the way the parts stand in the transaction.
enum NameSentence {
  /// The sentence for `rows`, each with whether it tells who somebody is: a generic word, a particle or
  /// a legal form does not.
  static func sentence(_ rows: [(part: AlignedPart, tells: Bool)]) -> BilingualText {
    let parts = rows.map(\.part)
    let agreeing = parts.count { $0.agrees }
    var en = [englishCount(agreeing, of: parts.count)]
    var fr = [frenchCount(agreeing, of: parts.count)]
    let pairs = parts.filter { !$0.agrees && !$0.isAlone }
    for pair in pairs.prefix(mostPairs) {
      en.append(english(pair))
      fr.append(french(pair))
    }
    let more = pairs.count - mostPairs
    if more > 0 {
      en.append("\(more) more \(more == 1 ? "part differs" : "parts differ") in whole or in part")
      fr.append(
        more == 1
          ? "1 autre élément diffère en tout ou en partie"
          : "\(more) autres éléments diffèrent en tout ou en partie")
    }
    for operation in [AlignedPart.Operation.subjectOnly, .listedOnly] {
      for tells in [true, false] {
        let alone = rows.filter { $0.part.operation == operation && $0.tells == tells }
        guard !alone.isEmpty else { continue }
        let texts = alone.map { operation == .subjectOnly ? $0.part.subject : $0.part.listed }
        en.append(englishAlone(texts, isListed: operation == .listedOnly, tells: tells))
        fr.append(frenchAlone(texts, isListed: operation == .listedOnly, tells: tells))
      }
    }
    return BilingualText(
      en: en.joined(separator: "; ") + ".", fr: fr.joined(separator: "\u{A0}; ") + ".")
  }

  /// So many pairs are told one by one; a longer sentence is not read.
  private static let mostPairs = 4

  // MARK: English

  private static func englishCount(_ agreeing: Int, of count: Int) -> String {
    switch (agreeing, count) {
    case (1, 1): "The only name part agrees"
    case (0, 1): "The only name part does not agree exactly"
    case (0, _): "None of the \(count) name parts agrees exactly"
    case (2, 2): "Both name parts agree"
    case (count, _): "All \(count) name parts agree"
    default: "\(agreeing) of \(count) name parts \(agreeing == 1 ? "agrees" : "agree")"
    }
  }

  private static func english(_ row: AlignedPart) -> String {
    let (one, other) = ("“\(row.subject)”", "“\(row.listed)”")
    return switch row.operation {
    case .similar: "\(one) resembles \(other)"
    case .initial: "\(one) and \(other) have the initial in common"
    case .abbreviation: "\(one) and \(other) agree as far as the shorter one goes"
    case .joined: "\(one) and \(other) are divided differently"
    case .legalForm: "the legal forms \(one) and \(other) differ"
    case .different, .same, .variant, .subjectOnly, .listedOnly: "\(one) stands against \(other)"
    }
  }

  private static func englishAlone(_ texts: [String], isListed: Bool, tells: Bool) -> String {
    let words = joined(texts.map { "“\($0)”" }, "and")
    let isOne = texts.count == 1
    return
      "\(words) \(isOne ? "stands" : "stand") only \(isListed ? "on the list" : "in the transaction")"
      + (tells ? "" : isOne ? " and says little" : " and say little")
  }

  // MARK: French

  private static func frenchCount(_ agreeing: Int, of count: Int) -> String {
    switch (agreeing, count) {
    case (1, 1): "Le seul élément du nom concorde"
    case (0, 1): "Le seul élément du nom ne concorde pas exactement"
    case (0, _): "Aucun des \(count) éléments du nom ne concorde exactement"
    case (count, _): "Les \(count) éléments du nom concordent"
    default:
      "\(agreeing) \(agreeing == 1 ? "élément" : "éléments") du nom sur \(count) "
        + (agreeing == 1 ? "concorde" : "concordent")
    }
  }

  private static func french(_ row: AlignedPart) -> String {
    let (one, other) = (quoted(row.subject), quoted(row.listed))
    return switch row.operation {
    case .similar: "\(one) ressemble à \(other)"
    case .initial: "\(one) et \(other) ont l’initiale en commun"
    case .abbreviation: "\(one) et \(other) concordent aussi loin que va le plus court"
    case .joined: "\(one) et \(other) sont coupés autrement"
    case .legalForm: "les formes juridiques \(one) et \(other) diffèrent"
    case .different, .same, .variant, .subjectOnly, .listedOnly: "\(one) fait face à \(other)"
    }
  }

  private static func frenchAlone(_ texts: [String], isListed: Bool, tells: Bool) -> String {
    let isOne = texts.count == 1
    return joined(texts.map(quoted), "et")
      + (isOne ? " ne figure que " : " ne figurent que ")
      + (isListed ? "sur la liste" : "dans la transaction")
      + (tells ? "" : isOne ? " et dit peu" : " et disent peu")
  }

  private static func quoted(_ text: String) -> String { "«\u{A0}\(text)\u{A0}»" }

  private static func joined(_ words: [String], _ and: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(and) \(last)"
  }
}

extension AlignedPart {
  fileprivate var agrees: Bool {
    switch operation {
    case .same, .variant: true
    case .legalForm: weight >= .zero
    case .similar, .initial, .abbreviation, .joined, .different, .subjectOnly, .listedOnly: false
    }
  }

  fileprivate var isAlone: Bool { operation == .subjectOnly || operation == .listedOnly }

  /// As written, or the reading where a part stands for no letters of its own.
  fileprivate var subject: String { subjectText.isEmpty ? subjectReading : subjectText }
  fileprivate var listed: String { listedText.isEmpty ? listedReading : listedText }
}
