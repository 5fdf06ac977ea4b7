import Decisions
import FileFormats
import Matching
import Parties
import Screening
import TradeModel

/// A dossier with one finding of every kind, made by hand, with invented parties.
enum SampleDossier {
  static let input = #"{"reference": "T-1", "parties": [{"names": ["Nordwerk Optik"]}]}"#

  static func context(watchlist: String = "watchlist") -> ScreeningContext {
    ScreeningContext(
      on: day("2026-11-23"), policyName: "balanced", policyDigest: SHA256.digest(of: "policy"),
      knowledgeDigest: SHA256.digest(of: "knowledge"), nameModelVersion: "1",
      watchlistDigest: SHA256.digest(of: watchlist),
      lists: [
        ScreenedList(
          id: "xx.list", title: "Invented list", authority: "Nobody", published: day("2026-11-01"),
          sha256: SHA256.digest(of: "list"), designations: 1234)
      ], notices: [BilingualText(en: "starter list only", fr: "liste de départ seule")])
  }

  static func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("no day `\(iso)`") }
    return day
  }

  static let transaction = Transaction(
    reference: "T-1",
    parties: [
      Party(
        kind: .organisation, names: ["Nordwerk Optik", "نوردورک"], roles: [.endUser],
        countries: ["Norland"])
    ],
    items: [Item(description: "lens <grinding> machine & spares", commodityCode: "8464.20")])

  static func dossier(
    watchlist: String = "watchlist", name: String = "Nordwerk Optik", engine: String = "0.1.0"
  ) -> Dossier {
    Dossier(
      input: input, transaction: transaction,
      warnings: [
        InputWarning(
          path: "parties[0].colour",
          text: BilingualText(en: "the member is not known", fr: "le membre est inconnu"))
      ],
      result: ScreeningResult(
        findings: [hit(name), question],
        checked: [Check(what: BilingualText(en: "one party", fr: "une partie"))],
        notChecked: NotCheckedHereSample.all,
        wouldChange: [BilingualText(en: "an answer", fr: "une réponse")]),
      context: context(watchlist: watchlist), engineVersion: engine)
  }

  private static func hit(_ name: String) -> Finding {
    let alignment = [
      AlignedPart(
        subjectText: "Nordwerk", listedText: "NORDWERK", subjectReading: "nordwerk",
        listedReading: "nordwerk", operation: .same, weight: Weight(tenthsOfBit: 131)),
      AlignedPart(
        subjectText: "Optik", listedText: "OPTICS", subjectReading: "optik",
        listedReading: "optics", operation: .similar, weight: Weight(tenthsOfBit: 22)),
    ]
    let reason = Reason(
      feature: .name, weight: Weight(tenthsOfBit: 153), subjectValue: name,
      listedValue: "NORDWERK OPTICS", designation: "xx.list/1",
      sentence: BilingualText(en: "the names agree", fr: "les noms concordent"),
      alignment: alignment)
    return Finding(
      kind: .listHit, outcome: .hold, outcomeIfConfirmed: .prohibited,
      facts: ["parties[0].names[0]"],
      title: BilingualText(en: "“\(name)” looks listed", fr: "« \(name) » semble listée"),
      explanation: [BilingualText(en: "Settle it.", fr: "Tranchez.")],
      citations: [
        Citation(
          source: "xx", title: "Invented source", issuer: "Nobody", date: "2026", section: "1",
          address: "https://example.invalid/a?b=1&c=2")
      ],
      question: BilingualText(en: "Is it the same?", fr: "Est-ce la même ?"),
      hit: Hit(
        match: ScoredMatch(
          party: ListedPartyID("xx.list/1"), caption: "NORDWERK OPTICS", reasons: [reason]),
        score: Score(873),
        designations: [
          ListedDesignation(
            id: "xx.list/1", listTitle: "Invented list", published: "2026-11-01",
            name: "NORDWERK OPTICS", programmes: ["P1"], measures: ["freeze"], listedOn: ["2025"],
            content: SHA256.digest(of: "xx.list/1"))
        ],
        subject: SubjectRecord(
          key: "name:nordwerk optik", name: name, digest: SHA256.digest(of: name))))
  }

  private static let question = Finding(
    kind: .openQuestion, outcome: .incomplete, facts: ["endUse.statement"],
    title: BilingualText(en: "No end use", fr: "Pas d’utilisation"),
    explanation: [BilingualText(en: "It is missing.", fr: "Elle manque.")],
    question: BilingualText(en: "What for?", fr: "Pour quoi faire ?"))
}

enum NotCheckedHereSample {
  static let all = [
    NotChecked(
      what: BilingualText(en: "Ownership", fr: "Propriété"),
      why: BilingualText(en: "not computed", fr: "non calculée"))
  ]
}
