import TradeModel

/// Says in one sentence how two names stand to each other, part by part.
///
/// It tells how much agrees, quotes what agrees in another writing or spelling, then what does not
/// agree, then what stands on one side only. A word in another script has its reading beside it.
enum NameSentence {
  /// A row with what the sentence must know besides.
  struct Row {
    enum Sort {
      /// A word of a person's name.
      case name
      /// A word that tells which organisation or vessel it is.
      case word
      case number
      /// A generic word, a place, a title, a legal form.
      case other
    }

    let part: AlignedPart
    let sort: Sort
    /// A likeness that leaves little of what the word is worth.
    var isWeak = false
  }

  /// - Parameter isReduced: the costs were reduced to the least that a name weighs, so they do not tell
  ///   how much a part says.
  static func sentence(_ rows: [Row], isReduced: Bool = false) -> BilingualText {
    var clauses = [count(rows)]
    clauses += agreements(rows.filter(\.part.agrees))
    clauses += differences(rows.filter { !$0.part.agrees && !$0.part.isAlone })
    for side in [AlignedPart.Operation.subjectOnly, .listedOnly] {
      let alone = rows.filter { $0.part.operation == side }
      for isSlight in [false, true] {
        let those = alone.filter { (!isReduced && $0.part.weight > little) == isSlight }
        if !those.isEmpty { clauses.append(self.alone(those, on: side, isSlight: isSlight)) }
      }
    }
    return BilingualText(
      en: clauses.map(\.en).joined(separator: "; ") + ".",
      fr: clauses.map(\.fr).joined(separator: "\u{A0}; ") + ".")
  }

  /// So many pairs are told one by one; a longer sentence is not read.
  private static let mostPairs = 4

  /// A part without counterpart that costs less than one bit weighs little.
  private static let little = Weight(tenthsOfBit: -10)

  private static func count(_ rows: [Row]) -> BilingualText {
    let count = rows.count
    let agreeing = rows.count { $0.part.agrees }
    return switch (agreeing, count) {
    case (1, 1):
      BilingualText(en: "The only name part agrees", fr: "Le seul élément du nom concorde")
    case (0, 1):
      BilingualText(
        en: "The only name part does not agree exactly",
        fr: "Le seul élément du nom ne concorde pas exactement")
    case (0, _):
      BilingualText(
        en: "None of the \(count) name parts agrees exactly",
        fr: "Aucun des \(count) éléments du nom ne concorde exactement")
    case (2, 2):
      BilingualText(en: "Both name parts agree", fr: "Les deux éléments du nom concordent")
    case (count, _):
      BilingualText(
        en: "All \(count) name parts agree", fr: "Les \(count) éléments du nom concordent")
    case (1, _):
      BilingualText(
        en: "1 of \(count) name parts agrees", fr: "1 élément du nom sur \(count) concorde")
    default:
      BilingualText(
        en: "\(agreeing) of \(count) name parts agree",
        fr: "\(agreeing) éléments du nom sur \(count) concordent")
    }
  }

  // MARK: What agrees

  /// Agreements that the eye does not see: another script, another spelling, another word.
  private static func agreements(_ rows: [Row]) -> [BilingualText] {
    let clauses = rows.compactMap(agreement)
    let more = clauses.count - mostPairs
    guard more > 0 else { return clauses }
    return clauses.prefix(mostPairs) + [
      more == 1
        ? BilingualText(
          en: "1 more part is written differently", fr: "1 autre élément s’écrit autrement")
        : BilingualText(
          en: "\(more) more parts are written differently",
          fr: "\(more) autres éléments s’écrivent autrement")
    ]
  }

  private static func agreement(_ row: Row) -> BilingualText? {
    let part = row.part
    switch part.operation {
    case .same:
      guard part.subject != part.listed,
        part.subject.lowercased() != part.listed.lowercased()
      else { return nil }
      if row.sort == .number {
        let both = BilingualText.pair(part)
        return BilingualText(en: "\(both.en) are one number", fr: "\(both.fr) sont un même nombre")
      }
      return reading(row)
    case .variant:
      let both = BilingualText.pair(part)
      let isSpelling =
        row.sort == .name
        || row.sort == .word && part.subjectReading.first == part.listedReading.first
      return isSpelling
        ? BilingualText(
          en: "\(both.en) are spellings of one name",
          fr: "\(both.fr) sont des graphies d’un même nom")
        : BilingualText(en: "\(both.en) have one meaning", fr: "\(both.fr) ont le même sens")
    case .legalForm:
      guard part.subjectReading != part.listedReading else { return nil }
      let forms = BilingualText.pair(part, withReadings: false)
      return BilingualText(
        en: "\(forms.en) are legal forms of one class",
        fr: "\(forms.fr) sont des formes juridiques d’une même catégorie")
    case .similar, .initial, .abbreviation, .joined, .different, .subjectOnly, .listedOnly:
      return nil
    }
  }

  /// The same letters, once they are read in one script.
  private static func reading(_ row: Row) -> BilingualText? {
    let part = row.part
    switch (
      part.subject.isReadOtherwise(part.subjectReading),
      part.listed.isReadOtherwise(part.listedReading)
    ) {
    case (false, false): return nil
    case (true, true):
      let (one, two) = (BilingualText.quoting(part.subject), BilingualText.quoting(part.listed))
      let reading = BilingualText.quoting(part.subjectReading)
      return BilingualText(
        en: "\(one.en) and \(two.en) both read \(reading.en)",
        fr: "\(one.fr) et \(two.fr) se lisent tous deux \(reading.fr)")
    case (let isSubject, _):
      let foreign = BilingualText.quoting(isSubject ? part.subject : part.listed)
      let plain = BilingualText.quoting(isSubject ? part.listed : part.subject)
      return row.sort != .other
        ? BilingualText(
          en: "\(foreign.en) reads \(plain.en)", fr: "\(foreign.fr) se lit \(plain.fr)")
        : BilingualText(
          en: "\(foreign.en) stands for \(plain.en)", fr: "\(foreign.fr) correspond à \(plain.fr)")
    }
  }

  // MARK: What does not agree

  private static func differences(_ rows: [Row]) -> [BilingualText] {
    let clauses = rows.prefix(mostPairs).map(difference)
    let more = rows.count - mostPairs
    guard more > 0 else { return clauses }
    return clauses + [
      more == 1
        ? BilingualText(
          en: "1 more part differs in whole or in part",
          fr: "1 autre élément diffère en tout ou en partie")
        : BilingualText(
          en: "\(more) more parts differ in whole or in part",
          fr: "\(more) autres éléments diffèrent en tout ou en partie")
    ]
  }

  private static func difference(_ row: Row) -> BilingualText {
    let part = row.part
    let one = BilingualText.quoting(part.subject, part.subjectReading)
    let two = BilingualText.quoting(part.listed, part.listedReading)
    switch part.operation {
    case .similar:
      return row.isWeak
        ? BilingualText(
          en: "\(one.en) resembles \(two.en) only distantly",
          fr: "\(one.fr) ne ressemble que de loin à \(two.fr)")
        : BilingualText(en: "\(one.en) resembles \(two.en)", fr: "\(one.fr) ressemble à \(two.fr)")
    case .initial:
      let (short, long) = part.isSubjectShorter ? (one, two) : (two, one)
      return BilingualText(
        en: "\(short.en) is the initial of \(long.en)",
        fr: "\(short.fr) est l’initiale de \(long.fr)")
    case .abbreviation:
      let (short, long) = part.isSubjectShorter ? (one, two) : (two, one)
      return part.subjectReading.contains(" ") || part.listedReading.contains(" ")
        ? BilingualText(
          en: "\(short.en) has the first letters of \(long.en)",
          fr: "\(short.fr) réunit les premières lettres de \(long.fr)")
        : BilingualText(
          en: "\(short.en) is \(long.en) cut or abbreviated",
          fr: "\(short.fr) est \(long.fr) coupé ou abrégé")
    case .joined:
      return part.subjectReading.contains(" ")
        ? BilingualText(
          en: "\(one.en) is one word in the listed name, \(two.en)",
          fr: "\(one.fr) s’écrit en un mot dans le nom inscrit, \(two.fr)")
        : BilingualText(
          en: "\(one.en) is divided in the listed name, \(two.en)",
          fr: "\(one.fr) est divisé dans le nom inscrit, \(two.fr)")
    case .legalForm:
      let forms = BilingualText.pair(part, withReadings: false)
      return BilingualText(
        en: "the legal forms \(forms.en) differ",
        fr: "les formes juridiques \(forms.fr) diffèrent")
    case .different where row.sort == .number:
      return BilingualText(
        en: "the number \(one.en) is not \(two.en)", fr: "le nombre \(one.fr) n’est pas \(two.fr)")
    case .different, .same, .variant, .subjectOnly, .listedOnly:
      return BilingualText(
        en: "\(one.en) differs from \(two.en)", fr: "\(one.fr) diffère de \(two.fr)")
    }
  }

  private static func alone(
    _ rows: [Row], on side: AlignedPart.Operation, isSlight: Bool
  ) -> BilingualText {
    let isSubject = side == .subjectOnly
    let words = rows.map { row in
      isSubject
        ? BilingualText.quoting(row.part.subject, row.part.subjectReading)
        : BilingualText.quoting(row.part.listed, row.part.listedReading)
    }
    let isOne = words.count == 1
    let place =
      isSubject
      ? BilingualText(en: "in the name asked", fr: "dans le nom demandé")
      : BilingualText(en: "in the listed name", fr: "dans le nom inscrit")
    return BilingualText(
      en: joined(words.map(\.en), "and") + (isOne ? " stands only " : " stand only ") + place.en
        + (isSlight ? ", which weighs little" : ""),
      fr: joined(words.map(\.fr), "et") + (isOne ? " ne figure que " : " ne figurent que ")
        + place.fr + (isSlight ? ", ce qui pèse peu" : ""))
  }

  private static func joined(_ words: [String], _ and: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(and) \(last)"
  }
}

extension AlignedPart {
  fileprivate var agrees: Bool {
    switch operation {
    case .same, .variant: true
    case .legalForm: weight > .zero
    case .similar, .initial, .abbreviation, .joined, .different, .subjectOnly, .listedOnly: false
    }
  }

  fileprivate var isAlone: Bool { operation == .subjectOnly || operation == .listedOnly }

  fileprivate var isSubjectShorter: Bool { subjectReading.utf8.count <= listedReading.utf8.count }

  /// As written, or the reading where a part stands for no letters of its own.
  fileprivate var subject: String { subjectText.isEmpty ? subjectReading : subjectText }
  fileprivate var listed: String { listedText.isEmpty ? listedReading : listedText }
}

extension BilingualText {
  /// In the quotation marks of either language; with the reading beside it where `text` has letters
  /// of another script.
  fileprivate static func quoting(_ text: String, _ reading: String? = nil) -> BilingualText {
    let beside = text.isForeign ? reading.map { " (\($0))" } ?? "" : ""
    return BilingualText(en: "“\(text)”\(beside)", fr: "«\u{A0}\(text)\u{A0}»\(beside)")
  }

  fileprivate static func pair(_ part: AlignedPart, withReadings: Bool = true) -> BilingualText {
    let one = quoting(part.subject, withReadings ? part.subjectReading : nil)
    let two = quoting(part.listed, withReadings ? part.listedReading : nil)
    return BilingualText(en: "\(one.en) and \(two.en)", fr: "\(one.fr) et \(two.fr)")
  }
}

extension String {
  /// Whether `reading` is not what the eye sees: it has letters that are not Latin, or was read by the
  /// spelling of another language, translated, written out or put right.
  fileprivate func isReadOtherwise(_ reading: String) -> Bool {
    if isForeign { return true }
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let letters = utf8.filter { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    return !letters.elementsEqual(reading.utf8) { $0 &- 0x41 < 26 ? $0 | 0x20 == $1 : $0 == $1 }
  }

  /// Whether it has letters that are not Latin.
  ///
  /// Source: The Unicode Standard, blocks of Latin letters.
  fileprivate var isForeign: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case ..<0x0300, 0x1D00...0x1DBF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF,
        0xAB30...0xAB6F, 0xFB00...0xFB06, 0xFF21...0xFF5A:
        false
      default: scalar.properties.isAlphabetic
      }
    }
  }
}
