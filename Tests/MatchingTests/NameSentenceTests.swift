import Testing
import TradeModel

@testable import Matching

/// The sentence of a name reason: short, quoting what does not agree, right in number and language.
struct NameSentenceTests {
  typealias Row = NameSentence.Row

  static func row(
    _ operation: AlignedPart.Operation, _ subject: String = "", _ listed: String = "",
    _ sort: Row.Sort = .name, weight: Int = 10, read: (String?, String?) = (nil, nil),
    isWeak: Bool = false
  ) -> Row {
    Row(
      part: AlignedPart(
        subjectText: subject, listedText: listed,
        subjectReading: read.0 ?? subject.lowercased(),
        listedReading: read.1 ?? listed.lowercased(), operation: operation,
        weight: Weight(tenthsOfBit: weight)),
      sort: sort, isWeak: isWeak)
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
      en: "Both name parts agree; “Mohamed” and “Muhammad” are spellings of one name.",
      fr: "Les deux éléments du nom concordent ; « Mohamed » et « Muhammad » sont des graphies "
        + "d’un même nom."),
    Case(
      rows: [
        row(.same, "GOLDEN", "GOLDEN"), row(.same, "LAKE", "LAKE"),
        row(.legalForm, "LLC", "Ltd", .other), row(.subjectOnly, "HERON", weight: -30),
        row(.listedOnly, "", "TRADING", .other, weight: -5),
      ],
      en: "3 of 5 name parts agree; “LLC” and “Ltd” are legal forms of one class; "
        + "“HERON” stands only in the name asked; "
        + "“TRADING” stands only in the listed name, which weighs little.",
      fr: "3 éléments du nom sur 5 concordent ; « LLC » et « Ltd » sont des formes juridiques "
        + "d’une même catégorie ; « HERON » ne figure que dans le nom demandé ; "
        + "« TRADING » ne figure que dans le nom inscrit, ce qui pèse peu."),
    Case(
      rows: [
        row(.same, "Reza", "Reza"), row(.similar, "Karimi", "Karymi"),
        row(.initial, "M", "Mehdi"), row(.different, "Ali", "Omid", weight: -40),
      ],
      en: "1 of 4 name parts agrees; “Karimi” resembles “Karymi”; "
        + "“M” is the initial of “Mehdi”; “Ali” differs from “Omid”.",
      fr: "1 élément du nom sur 4 concorde ; « Karimi » ressemble à « Karymi » ; "
        + "« M » est l’initiale de « Mehdi » ; « Ali » diffère de « Omid »."),
    Case(
      rows: [row(.joined, "NORD WERK", "NORDWERK")],
      en: "The only name part does not agree exactly; “NORD WERK” is one word in the listed name, "
        + "“NORDWERK”.",
      fr:
        "Le seul élément du nom ne concorde pas exactement ; « NORD WERK » s’écrit en un mot dans "
        + "le nom inscrit, « NORDWERK »."),
    Case(
      rows: [row(.joined, "NORDWERK", "NORD WERK"), row(.similar, "Anton", "Antun", isWeak: true)],
      en: "None of the 2 name parts agrees exactly; “NORDWERK” is divided in the listed name, "
        + "“NORD WERK”; “Anton” resembles “Antun” only distantly.",
      fr:
        "Aucun des 2 éléments du nom ne concorde exactement ; « NORDWERK » est divisé dans le nom "
        + "inscrit, « NORD WERK » ; « Anton » ne ressemble que de loin à « Antun »."),
    Case(
      rows: [
        row(.legalForm, "GmbH", "LLC", .other, weight: -5),
        row(.abbreviation, "Technology", "Tech"), row(.listedOnly, "", "A", weight: -20),
        row(.listedOnly, "", "B", weight: -20), row(.listedOnly, "", "C", weight: -20),
      ],
      en: "None of the 5 name parts agrees exactly; the legal forms “GmbH” and “LLC” differ; "
        + "“Tech” is “Technology” cut or abbreviated; "
        + "“A”, “B” and “C” stand only in the listed name.",
      fr: "Aucun des 5 éléments du nom ne concorde exactement ; les formes juridiques « GmbH » et "
        + "« LLC » diffèrent ; « Tech » est « Technology » coupé ou abrégé ; "
        + "« A », « B » et « C » ne figurent que dans le nom inscrit."),
    Case(
      rows: [row(.abbreviation, "NMW", "Northern Machine Works")],
      en: "The only name part does not agree exactly; “NMW” has the first letters of “Northern "
        + "Machine Works”.",
      fr:
        "Le seul élément du nom ne concorde pas exactement ; « NMW » réunit les premières lettres "
        + "de « Northern Machine Works »."),
    Case(
      rows: [
        row(.variant, "فریدون", "Fereidun", read: ("fereydun", nil)),
        row(.same, "عباسی", "Abbasi", read: ("abbasi", nil)),
      ],
      en: "Both name parts agree; “فریدون” (fereydun) and “Fereidun” are spellings of one name; "
        + "“عباسی” reads “Abbasi”.",
      fr: "Les deux éléments du nom concordent ; « فریدون » (fereydun) et « Fereidun » sont des "
        + "graphies d’un même nom ; « عباسی » se lit « Abbasi »."),
    Case(
      rows: [
        row(.same, "Huaguang", "华光", read: (nil, "huaguang")),
        row(.same, "Trading", "贸易", .other, read: (nil, "trading")),
        row(.variant, "Works", "завод", .other, read: (nil, "zavod")),
        row(
          .legalForm, "Limited Liability Company", "有限公司", .other,
          read: ("limitedliabilitycompany", "youxiangongsi")),
      ],
      en: "All 4 name parts agree; “华光” reads “Huaguang”; “贸易” stands for “Trading”; "
        + "“Works” and “завод” (zavod) have one meaning; "
        + "“Limited Liability Company” and “有限公司” are legal forms of one class.",
      fr: "Les 4 éléments du nom concordent ; « 华光 » se lit « Huaguang » ; « 贸易 » correspond à "
        + "« Trading » ; « Works » et « завод » (zavod) ont le même sens ; « Limited Liability "
        + "Company » et « 有限公司 » sont des formes juridiques d’une même catégorie."),
    Case(
      rows: [
        row(.same, "5HIPPING", "SHIPPING", .other, read: ("shipping", nil)),
        row(.same, "Jefimovitj", "Yefimovich", read: ("yefimovich", nil)),
        row(.same, "Sa'id", "SAID", read: ("said", nil)),
      ],
      en: "All 3 name parts agree; “5HIPPING” stands for “SHIPPING”; “Jefimovitj” reads "
        + "“Yefimovich”.",
      fr: "Les 3 éléments du nom concordent ; « 5HIPPING » correspond à « SHIPPING » ; "
        + "« Jefimovitj » se lit « Yefimovich »."),
    Case(
      rows: [row(.variant, "завод", "Plant", .word, read: ("zavod", nil))],
      en: "The only name part agrees; “завод” (zavod) and “Plant” have one meaning.",
      fr: "Le seul élément du nom concorde ; « завод » (zavod) et « Plant » ont le même sens."),
    Case(
      rows: [row(.variant, "Mohamed", "Muhammad", .word), row(.same, "Завет", "Zavet", .word)],
      en:
        "Both name parts agree; “Mohamed” and “Muhammad” are spellings of one name; “Завет” reads "
        + "“Zavet”.",
      fr:
        "Les deux éléments du nom concordent ; « Mohamed » et « Muhammad » sont des graphies d’un "
        + "même nom ; « Завет » se lit « Zavet »."),
    Case(
      rows: [
        row(.same, "李華", "李华", read: ("lihua", "lihua")),
        row(.same, "II", "2", .number), row(.different, "4", "6", .number, weight: -100),
        row(.subjectOnly, "Иван", weight: -20, read: ("ivan", nil)),
      ],
      en: "2 of 4 name parts agree; “李華” and “李华” both read “lihua”; “II” and “2” are one number; "
        + "the number “4” is not “6”; “Иван” (ivan) stands only in the name asked.",
      fr: "2 éléments du nom sur 4 concordent ; « 李華 » et « 李华 » se lisent tous deux « lihua » ; "
        + "« II » et « 2 » sont un même nombre ; le nombre « 4 » n’est pas « 6 » ; « Иван » (ivan) "
        + "ne figure que dans le nom demandé."),
  ]

  @Test(arguments: cases)
  func `says what agrees and quotes what does not`(_ example: Case) {
    let sentence = NameSentence.sentence(example.rows)
    #expect(sentence.en == example.en)
    #expect(sentence.fr.replacing("\u{A0}", with: " ") == example.fr)
  }

  @Test func `a part of which the cost was reduced is not said to weigh little`() {
    let rows = [
      Self.row(.different, "Morning", "Gilda", .word, weight: -70),
      Self.row(.subjectOnly, "Heron", "", .word, weight: 0),
    ]
    #expect(NameSentence.sentence(rows).en.hasSuffix("in the name asked, which weighs little."))
    #expect(NameSentence.sentence(rows, isReduced: true).en.hasSuffix("in the name asked."))
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

  @Test(arguments: [(4, nil), (5, "1 more part is written"), (6, "2 more parts are written")])
  func `a long list of spellings is counted`(count: Int, says: String?) {
    let sentence = NameSentence.sentence(
      (0..<count).map { Self.row(.variant, "A\($0)", "B\($0)") })
    #expect(sentence.en.contains("“A3”"))
    #expect(!sentence.en.contains("“A4”"))
    if let says {
      #expect(sentence.en.contains(says))
    } else {
      #expect(!sentence.en.contains("more"))
    }
  }
}
