import Decisions
import FileFormats
import QuiviveTestKit
import Testing
import TradeModel

struct CaseFoldTests {
  private let store = MemoryCaseStore()
  private let officer = SampleCase.officer

  private func settledHit() throws -> Case {
    let opened = try store.open(
      SampleCase.dossier([SampleCase.hit]), reference: nil, by: officer,
      at: SampleCase.time("2026-11-01"))
    return try store.record(
      SampleCase.disposition(of: "F1", in: opened), in: opened.id, by: officer,
      at: SampleCase.time("2026-11-02"))
  }

  private func standing(after dossier: CaseDossier) throws -> [String] {
    let current = try settledHit()
    return try store.record(
      .rescreened(dossier), in: current.id, by: officer, at: SampleCase.time("2026-11-03")
    ).findings.map(\.standing.word)
  }

  @Test func `the memory store keeps the contract`() throws {
    try CaseStoreContract { MemoryCaseStore() }.expectKept()
  }

  @Test func `a conclusion carries over while the finding says the same`() throws {
    #expect(
      try standing(after: SampleCase.dossier([SampleCase.hit], on: "2026-11-03")) == ["settled"])
    #expect(
      try standing(
        after: SampleCase.dossier([SampleCase.question, SampleCase.hit], on: "2026-11-03"))
        == ["open", "settled"])
  }

  @Test func `a newer state of the list that says the same reopens nothing`() throws {
    #expect(
      try standing(after: SampleCase.dossier([SampleCase.hit], published: "2026-11-03"))
        == ["settled"])
  }

  @Test func `a finding that says something else is reviewed again, with the old conclusion`()
    throws
  {
    var changed = SampleCase.hit
    changed.listing = "with another alias"
    let current = try settledHit()
    let again = try store.record(
      .rescreened(SampleCase.dossier([changed])), in: current.id, by: officer,
      at: SampleCase.time("2026-11-03"))
    guard case .reviewAgain(let before) = again.findings[0].standing else {
      Issue.record("the standing is \(again.findings[0].standing.word)")
      return
    }
    #expect(before.value.reason == SampleCase.reason())
    #expect(again.openCount == 1)
  }

  @Test func `a hit on another listed party is another finding`() throws {
    var other = SampleCase.hit
    other.party = "xx.list/2"
    #expect(try standing(after: SampleCase.dossier([other])) == ["open"])
  }

  @Test func `a case as known on a day has the events until then`() throws {
    let current = try settledHit()
    #expect(try current.asKnown(on: SampleCase.time("2026-11-01").day).openCount == 1)
    #expect(try current.asKnown(on: SampleCase.time("2026-11-02").day) == current)
    let error = #expect(throws: CaseError.self) {
      try current.asKnown(on: SampleCase.time("2026-10-31").day)
    }
    #expect(error?.reason == .unknown)
  }

  @Test func `every event is read as it was written`() throws {
    let current = try settledHit()
    let decision = try CaseDecision(.release, rationale: "seen", on: current)
    let events: [CaseEvent] = [
      .opened(reference: "R-1", SampleCase.dossier()),
      .opened(reference: nil, SampleCase.dossier([])), .rescreened(SampleCase.dossier()),
      try SampleCase.disposition(of: "F1", in: current, rationale: "papers"),
      .asked(id: "Q1", text: "What for?", finding: "F2"),
      .asked(id: "Q2", text: "Who?", finding: nil), .answered(id: "Q1", text: "Lenses"),
      .assigned(officer), .assigned(nil), .due(Day(iso: "2026-12-01")), .due(nil), .noted("x"),
      .attached(name: "a.pdf", digest: SHA256.digest(of: "a"), bytes: 1), .proposed(decision),
      .approved(decision), .declined(rationale: "no"), .decided(decision),
      .reopened(reason: "an answer"),
    ]
    for event in events {
      let json = try JSONParser.parse(event.json.canonical)
      #expect(CaseEvent(kind: event.kind, json: json) == event, "\(event.kind)")
      #expect(event.unknownMembers(of: json).isEmpty)
    }
  }

  @Test func `members that this program does not know are reported`() throws {
    let event = CaseEvent.noted("x")
    let json = JSONValue.object((event.json.object ?? []) + [.init("mood", "bright")])
    let entry = CaseEntry(entry("case.noted"), body: json)
    #expect(entry.event == event)
    #expect(entry.unknownMembers == ["mood"])
  }

  @Test func `an act that this program cannot read closes the case to it`() throws {
    var current = try settledHit()
    current.take(CaseEntry(entry("case.sealed"), body: .members(["by": "wax"])))
    let error = #expect(throws: CaseError.self) { try current.admits(.noted("x"), by: officer) }
    #expect(error?.reason == .wrongState)
  }

  @Test func `a case of which everything was erased is shown and takes no acts`() throws {
    let current = try settledHit()
    let erased = Case(
      current.id, entries: current.history.map { CaseEntry(entry($0.kind), body: nil) })
    let isWholeErased = erased.history.allSatisfy(\.isErased)
    #expect(isWholeErased)
    let error = #expect(throws: CaseError.self) { try erased.admits(.noted("x"), by: officer) }
    #expect(error?.reason == .erased)
    #expect(CaseSummary(erased)?.reference == nil)
  }

  private func entry(_ kind: String) -> AuditEntry {
    AuditEntry(
      sequence: 9, time: SampleCase.time("2026-11-09"), actor: officer, kind: kind,
      subject: "case/C1", content: AuditEntry.origin, previous: AuditEntry.origin)
  }
}
