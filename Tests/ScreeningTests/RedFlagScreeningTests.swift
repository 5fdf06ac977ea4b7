import KnowledgeBase
import QuiviveTestKit
import RedFlags
import Testing
import TradeModel

@testable import Screening

/// What rules become in a dossier, asked on sheets.
struct RedFlagScreeningTests {
  private static func rule(_ id: String, severity: String, rest: String) -> String {
    """
    id: \(id)
    title: {en: Title of \(id), fr: Titre de \(id)}
    group: \(id.hasPrefix("OWN") ? "mine" : "route")
    severity: \(severity)
    sources: [law]
    section: flag 8
    ask: {en: "Ask \(id)?", fr: "Demander \(id) ?"}
    \(rest)

    """
  }

  private static func rules() throws -> RedFlagRules {
    let knowledge = try CheckedKnowledge(
      loading: folder([
        "sources.csv": """
        id,title,issuer,date,section,address,address_status,seen,licence,note
        law,The law,Parliament,2020-02-01,part 3,,none,yes,,

        """
      ]), layouts: [])
    let facts = try FactDeclarations(
      loading: folder([
        FactDeclarations.path: """
        stops: {type: number, origin: derived, how: counted, label: {en: stops, fr: escales}, unit: km}
        website: {type: flag, origin: input, paths: ["parties[].websites"]}
        party.young: {type: flag, origin: derived, how: by dates}
        """
      ]))
    let examples = "examples: []"
    return try RedFlagRules(
      bundled: folder([
        "a.yaml": rule(
          "RT-01", severity: "low", rest: "when: {a: {stops|gt: 2}, condition: a}\n\(examples)"),
        "b.yaml": rule(
          "RT-02", severity: "high",
          rest: "for-each: party\nwhen: {a: {party.young: true}, condition: a}\n\(examples)"),
        "c.yaml": rule(
          "RT-03", severity: "medium",
          rest: "when: {a: {website|exists: false}, condition: a}\n\(examples)"),
        "d.yaml": rule("RT-04", severity: "high", rest: "kind: judgement"),
        "e.yaml": rule("RT-05", severity: "high", rest: "kind: judgement"),
      ]).files,
      own: folder([
        "own.yaml": rule(
          "OWN-1", severity: "high", rest: "when: {a: {stops|gt: 5}, condition: a}\n\(examples)")
      ]),
      vocabulary: RuleVocabulary(
        facts: facts, sources: knowledge.sources,
        groupLabels: ["route": BilingualText(en: "the way", fr: "le chemin")]))
  }

  private static func folder(_ files: [String: String]) -> KnowledgeFolder {
    KnowledgeFolder(location: "memory", files: files.mapValues { Array($0.utf8) })
  }

  private func report(_ state: (inout FactSheet) -> Void) throws -> RedFlagScreening.Report {
    var sheet = FactSheet()
    for index in 0..<2 {
      sheet.add(
        FactSheet.Member(scope: .party, path: "parties[\(index)]", label: "Party \(index)"))
    }
    state(&sheet)
    return RedFlagScreening(rules: try Self.rules()).report(on: sheet)
  }

  @Test func `a raised flag is a hold with its facts, source, severity and question`() throws {
    let report = try report {
      $0.state("stops", .number(4), from: ["route.legs"])
      $0.state("website", .flag(true), from: ["parties[0].websites"])
    }
    #expect(report.findings.map(\.rule) == ["RT-01"])
    let finding = try #require(report.findings.first)
    #expect(finding.kind == .redFlag)
    #expect(finding.outcome == .hold)
    #expect(finding.severity == .low)
    #expect(finding.facts == ["route.legs"])
    #expect(finding.title.fr == "Titre de RT-01")
    #expect(finding.question?.en == "Ask RT-01?")
    #expect(
      finding.explanation.map(\.en) == [
        "It rests on: stops: 4\u{A0}km (route.legs).",
        "Red flag RT-01 of the group “the way”, severity low. The severity is a proposal; a red flag calls for a question and proves nothing.",
      ])
    #expect(finding.explanation[1].fr.contains("du groupe «\u{A0}le chemin\u{A0}», gravité faible"))
    #expect(
      finding.explanation[0].fr == "Il repose sur\u{A0}: escales\u{A0}: 4\u{A0}km (route.legs).")
    #expect(
      finding.citations == [
        Citation(
          source: "law", title: "The law", issuer: "Parliament", date: "2020-02-01",
          section: "flag 8", address: nil)
      ])
  }

  @Test func `the most severe come first, and a finding names its party`() throws {
    let report = try report {
      $0.state("stops", .number(9), from: ["route.legs"])
      $0.state("party.young", .flag(true), from: ["parties[1].foundingDates[0]"], of: "parties[1]")
      $0.state("party.young", .flag(false), from: [], of: "parties[0]")
    }
    #expect(report.findings.map(\.rule) == ["RT-02", "OWN-1", "RT-03", "RT-01"])
    #expect(report.findings[0].title.en == "Title of RT-02: “Party 1”")
    #expect(report.findings[0].facts == ["parties[1].foundingDates[0]"])
    #expect(
      report.findings[1].explanation.last?.en.hasPrefix("Red flag OWN-1 of your own rules, ")
        == true)
    // A flag raised because nothing is stated shows where it would stand.
    #expect(report.findings[2].facts == ["parties[].websites"])
    #expect(report.findings[2].explanation[0].en == "It rests on: `website`: nothing stated.")
  }

  @Test func `what could not be evaluated is named with what is missing, never as passed`() throws {
    let report = try report {
      $0.state("website", .flag(true), from: ["parties[0].websites"])
      $0.state("party.young", .flag(false), from: [], of: "parties[0]")
    }
    #expect(report.findings.isEmpty)
    #expect(
      report.checks.map(\.what.en) == [
        "Red-flag rules evaluated: 1 of 4, raised: 0.",
        "Evaluated and not raised on the facts stated (1): RT-03.",
      ])
    let open = report.notChecked.map { "\($0.what.en): \($0.why.en)" }
    #expect(
      open == [
        "Red flags “the way”: 2 of 3 could not be evaluated: these facts are not known: stops (RT-01); `party.young` for parties[1] (RT-02)",
        "Questions of judgement “the way”: 2 of 2 open: a person answers them, under `answers`: RT-04 Ask RT-04? RT-05 Ask RT-05?",
        "Red flags “mine”: 1 of 1 could not be evaluated: these facts are not known: stops (OWN-1)",
      ])
  }

  @Test func `a judgement is raised by yes, recorded by no, and stays open on not known`() throws {
    let report = try report {
      $0.answer(
        "RT-04",
        FactSheet.Judgement(isYes: true, by: "A. Martin", on: "2026-11-20", path: "answers.RT-04"))
      $0.answer("RT-05", FactSheet.Judgement(isYes: nil, path: "answers.RT-05"))
    }
    let raised = report.findings.filter { $0.rule == "RT-04" }
    #expect(raised.map(\.facts) == [["answers.RT-04"]])
    #expect(!report.findings.contains { $0.rule == "RT-05" })
    #expect(
      report.notChecked.contains {
        $0.why.en
          == "a person answers them, under `answers`: RT-05 (answered: not known) Ask RT-05?"
      })
    let answered = try self.report {
      $0.answer(
        "RT-04",
        FactSheet.Judgement(isYes: false, by: "A. Martin", on: "2026-11-20", path: "answers.RT-04"))
    }
    #expect(!answered.findings.contains { $0.rule == "RT-04" })
    #expect(
      answered.checks.map(\.what.en).contains(
        "Question of judgement RT-04 answered no by A. Martin on 2026-11-20 (answers.RT-04): Ask RT-04?"
      ))
  }

  @Test func `the same sheet gives the same report`() throws {
    let reports = try (0..<3).map { _ in
      try report { $0.state("stops", .number(9), from: ["route.legs"]) }
    }
    #expect(Set(reports.map(\.findings)).count == 1)
    #expect(Set(reports.map(\.notChecked)).count == 1)
  }
}
