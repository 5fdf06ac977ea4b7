import Testing
import TradeModel

@testable import Matching

/// The sentence of a name reason: short, quoting what does not agree, right in number and language.
struct NameSentenceTests {
  typealias Row = (part: AlignedPart, tells: Bool)

  static func row(
    _ operation: AlignedPart.Operation, _ subject: String = "", _ listed: String = "",
    tells: Bool = true, weight: Int = 10
  ) -> Row {
    (
      AlignedPart(
        subjectText: subject, listedText: listed, subjectReading: subject.lowercased(),
        listedReading: listed.lowercased(), operation: operation,
        weight: Weight(tenthsOfBit: weight)), tells
    )
  }

  struct Case: CustomTestStringConvertible {
    let rows: [Row]
    let en: String
    let fr: String
    var testDescription: String { en }
  }

  static let cases = [
    Case(
      rows: [row(.same, "MERIDIAN", "Meridian")], en: "The only name part agrees.",
      fr: "Le seul élément du nom concorde."),
    Case(
      rows: [row(.same, "Ali", "Ali"), row(.variant, "Mohamed", "Muhammad")],
      en: "Both name parts agree.", fr: "Les 2 éléments du nom concordent."),
    Case(
      rows: [
        row(.same, "GOLDEN", "GOLDEN"), row(.same, "LAKE", "LAKE"),
        row(.legalForm, "LLC", "Ltd", tells: false), row(.subjectOnly, "HERON"),
        row(.listedOnly, "", "TRADING", tells: false, weight: -5),
      ],
      en: "3 of 5 name parts agree; “HERON” stands only in the transaction; "
        + "“TRADING” stands only on the list and says little.",
      fr: "3 éléments du nom sur 5 concordent ; « HERON » ne figure que dans la transaction ; "
        + "« TRADING » ne figure que sur la liste et dit peu."),
    Case(
      rows: [
        row(.same, "Reza", "Reza"), row(.similar, "Karimi", "Karymi"),
        row(.initial, "M.", "Mehdi"), row(.different, "Ali", "Omid", weight: -40),
      ],
      en: "1 of 4 name parts agrees; “Karimi” resembles “Karymi”; "
        + "“M.” and “Mehdi” have the initial in common; “Ali” stands against “Omid”.",
      fr: "1 élément du nom sur 4 concorde ; « Karimi » ressemble à « Karymi » ; "
        + "« M. » et « Mehdi » ont l’initiale en commun ; « Ali » fait face à « Omid »."),
    Case(
      rows: [row(.joined, "NORD WERK", "NORDWERK")],
      en: "The only name part does not agree exactly; “NORD WERK” and “NORDWERK” are divided "
        + "differently.",
      fr: "Le seul élément du nom ne concorde pas exactement ; « NORD WERK » et « NORDWERK » sont "
        + "coupés autrement."),
    Case(
      rows: [
        row(.legalForm, "GmbH", "LLC", tells: false, weight: -5),
        row(.abbreviation, "INTL", "International"), row(.listedOnly, "", "A"),
        row(.listedOnly, "", "B"), row(.listedOnly, "", "C"),
      ],
      en: "None of the 5 name parts agrees exactly; the legal forms “GmbH” and “LLC” differ; "
        + "“INTL” and “International” agree as far as the shorter one goes; "
        + "“A”, “B” and “C” stand only on the list.",
      fr: "Aucun des 5 éléments du nom ne concorde exactement ; les formes juridiques « GmbH » et "
        + "« LLC » diffèrent ; « INTL » et « International » concordent aussi loin que va le plus "
        + "court ; « A », « B » et « C » ne figurent que sur la liste."),
  ]

  @Test(arguments: cases)
  func `says what agrees and quotes what does not`(_ example: Case) {
    let sentence = NameSentence.sentence(example.rows)
    #expect(sentence.en == example.en)
    #expect(sentence.fr.replacing("\u{A0}", with: " ") == example.fr)
  }

  @Test(arguments: [(4, nil), (5, "1 more part differs"), (6, "2 more parts differ")])
  func `a long list of differences is counted`(count: Int, says: String?) {
    let sentence = NameSentence.sentence(
      (0..<count).map { Self.row(.different, "A\($0)", "B\($0)") })
    #expect(sentence.en.contains("“A3”"))
    #expect(!sentence.en.contains("“A4”"))
    if let says {
      #expect(sentence.en.contains(says))
    } else {
      #expect(!sentence.en.contains("more"))
    }
  }
}
