import Decisions
import QuiviveTestKit
import Testing
import TradeModel

/// Every rule that admits or refuses an act, both ways.
struct CaseRulesTests {
  private let store = MemoryCaseStore()
  private let officer = SampleCase.officer
  private let chief = SampleCase.chief
  private let time = SampleCase.time("2026-11-02")

  private func opened(
    _ findings: [SampleCase.Finding] = [SampleCase.hit, SampleCase.question]
  ) throws -> Case {
    try store.open(SampleCase.dossier(findings), reference: nil, by: officer, at: time)
  }

  private func settled(
    _ findings: [SampleCase.Finding] = [SampleCase.hit, SampleCase.question],
    _ reasons: [DispositionReason] = [SampleCase.reason(), SampleCase.reason(.resolved)]
  ) throws -> Case {
    var current = try opened(findings)
    for (index, reason) in reasons.enumerated() {
      current = try record(
        SampleCase.disposition(
          of: "F\(index + 1)", in: current, reason, rationale: "seen the papers"), in: current)
    }
    return current
  }

  @discardableResult
  private func record(_ event: CaseEvent, in current: Case, by actor: Actor? = nil) throws -> Case {
    try store.record(event, in: current.id, by: actor ?? officer, at: time)
  }

  private func refusal(
    _ event: CaseEvent, in current: Case, by actor: Actor? = nil
  ) -> CaseError.Reason? {
    do throws(CaseError) {
      try current.admits(event, by: actor ?? officer)
      return nil
    } catch {
      return error.reason
    }
  }

  private func decision(
    _ kind: CaseDecision.Kind, on current: Case, rationale: String = "seen the papers"
  ) throws -> CaseDecision {
    try CaseDecision(kind, rationale: rationale, on: current)
  }

  // MARK: Dispositions

  @Test func `a finding that the dossier has is settled, another is not known`() throws {
    let current = try opened()
    let event = try SampleCase.disposition(of: "f1", in: current)
    #expect(refusal(event, in: current) == nil)
    let error = #expect(throws: CaseError.self) {
      try SampleCase.disposition(of: "F9", in: current)
    }
    #expect(error?.reason == .unknown)
  }

  @Test func `a reason settles findings of its kinds only`() throws {
    let current = try opened()
    let reason = SampleCase.reason(kinds: ["list-hit"])
    #expect(refusal(try SampleCase.disposition(of: "F1", in: current, reason), in: current) == nil)
    #expect(
      refusal(try SampleCase.disposition(of: "F2", in: current, reason), in: current)
        == .wrongReason)
  }

  @Test func `where a written reason is needed, blanks are none`() throws {
    let current = try opened()
    let reason = SampleCase.reason(needsRationale: true)
    let blank = try SampleCase.disposition(of: "F1", in: current, reason, rationale: " \n")
    #expect(refusal(blank, in: current) == .needsRationale)
    let written = try SampleCase.disposition(of: "F1", in: current, reason, rationale: "papers")
    #expect(refusal(written, in: current) == nil)
  }

  @Test func `what was seen before a rescreening is not concluded on after it`() throws {
    let current = try opened()
    let event = try SampleCase.disposition(of: "F1", in: current)
    let later = try record(.rescreened(SampleCase.dossier(on: "2026-11-05")), in: current)
    #expect(refusal(event, in: later) == .stale)
    #expect(refusal(try SampleCase.disposition(of: "F1", in: later), in: later) == nil)
  }

  // MARK: Decisions

  @Test func `nothing is released while a finding is open`() throws {
    let current = try opened()
    #expect(refusal(.decided(try decision(.release, on: current)), in: current) == .findingOpen)
    let half = try record(SampleCase.disposition(of: "F1", in: current), in: current)
    #expect(refusal(.proposed(try decision(.release, on: half)), in: half) == .findingOpen)
    let all = try record(
      SampleCase.disposition(of: "F2", in: half, SampleCase.reason(.resolved)), in: half)
    #expect(refusal(.decided(try decision(.release, on: all)), in: all) == nil)
  }

  @Test func `nothing is released with a confirmed finding, not even by two`() throws {
    let current = try settled(
      reasonsOf: SampleCase.reason(.trueMatch, needsTwo: true), SampleCase.reason(.resolved))
    #expect(refusal(.proposed(try decision(.release, on: current)), in: current) == .confirmed)
    #expect(refusal(.proposed(try decision(.refer, on: current)), in: current) == nil)
  }

  private func settled(
    reasonsOf first: DispositionReason, _ second: DispositionReason
  ) throws -> Case {
    try settled([SampleCase.hit, SampleCase.question], [first, second])
  }

  struct Rule: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let findings: [SampleCase.Finding]
    let reasons: [DispositionReason]
    let kind: CaseDecision.Kind
    let needs: [FourEyesRule]
  }

  static let plain = [SampleCase.reason(), SampleCase.reason(.resolved)]
  static let confirmed = [
    SampleCase.reason(.trueMatch, needsTwo: true), SampleCase.reason(.resolved),
  ]
  static let two = [SampleCase.hit, SampleCase.question]

  @Test(arguments: [
    Rule(
      testDescription: "release, all settled", findings: two, reasons: plain, kind: .release,
      needs: []),
    Rule(
      testDescription: "hold, nothing settled", findings: two, reasons: [], kind: .hold, needs: []),
    Rule(
      testDescription: "refer, nothing settled", findings: two, reasons: [], kind: .refer, needs: []
    ),
    Rule(
      testDescription: "refuse", findings: two, reasons: plain, kind: .refuse, needs: [.refusal]),
    Rule(
      testDescription: "hold with a confirmed match", findings: two, reasons: confirmed,
      kind: .hold, needs: [.confirmedFinding]),
    Rule(
      testDescription: "refuse with a confirmed match", findings: two, reasons: confirmed,
      kind: .refuse, needs: [.refusal, .confirmedFinding]),
    Rule(
      testDescription: "release with an escalated finding", findings: two,
      reasons: [SampleCase.reason(.escalated), SampleCase.reason(.resolved)], kind: .release,
      needs: [.escalatedFinding]),
    Rule(
      testDescription: "hold with an escalated finding", findings: two,
      reasons: [SampleCase.reason(.escalated)], kind: .hold, needs: []),
    Rule(
      testDescription: "release of a controlled item with its licence", findings: [SampleCase.item],
      reasons: [SampleCase.reason(.resolved)], kind: .release, needs: [.strictFinding]),
    Rule(
      testDescription: "refer a controlled item", findings: [SampleCase.item], reasons: [],
      kind: .refer, needs: []),
  ])
  func `two people are needed where the table says so, and one may decide elsewhere`(
    _ rule: Rule
  ) throws {
    let current = try settled(rule.findings, rule.reasons)
    #expect(current.needsTwo(for: rule.kind) == rule.needs)
    let decided = CaseEvent.decided(try decision(rule.kind, on: current))
    #expect(refusal(decided, in: current) == (rule.needs.isEmpty ? nil : .needsTwo))
    #expect(refusal(.proposed(try decision(rule.kind, on: current)), in: current) == nil)
  }

  @Test(arguments: ["A. Officer", "a. officer", "  A.  OFFICER "])
  func `whoever proposed cannot approve, however the name is typed`(_ name: String) throws {
    let current = try settled()
    let proposed = try record(.proposed(try decision(.refuse, on: current)), in: current)
    let event = CaseEvent.approved(try #require(proposed.proposal).value)
    #expect(refusal(event, in: proposed, by: SampleCase.person(name)) == .samePerson)
    #expect(refusal(event, in: proposed, by: chief) == nil)
  }

  @Test func `a new dossier or conclusion withdraws the proposal`() throws {
    let current = try settled()
    let event = CaseEvent.proposed(try decision(.release, on: current))
    let proposed = try record(event, in: current)
    #expect(proposed.state == .proposed)
    let proposal = try #require(proposed.proposal).value
    let disposed = try record(
      SampleCase.disposition(of: "F1", in: proposed, SampleCase.reason(.escalated)), in: proposed)
    #expect(disposed.state == .open)
    #expect(refusal(.approved(proposal), in: disposed, by: chief) == .wrongState)
    let again = try record(.proposed(try decision(.release, on: disposed)), in: disposed)
    #expect(refusal(.approved(proposal), in: again, by: chief) == .stale)
    let rescreened = try record(.rescreened(SampleCase.dossier(on: "2026-11-09")), in: again)
    #expect(rescreened.proposal == nil)
  }

  @Test func `a decision on what is no more is not taken`() throws {
    let current = try settled()
    let seen = try decision(.release, on: current)
    let later = try record(
      SampleCase.disposition(of: "F1", in: current, SampleCase.reason(.resolved)), in: current)
    #expect(refusal(.decided(seen), in: later) == .stale)
  }

  @Test func `a decision needs its written reason`() throws {
    let current = try settled()
    let event = CaseEvent.decided(try decision(.release, on: current, rationale: ""))
    #expect(refusal(event, in: current) == .needsRationale)
  }

  @Test func `one proposal at a time, and none is approved where none is`() throws {
    let current = try settled()
    let event = CaseEvent.proposed(try decision(.release, on: current))
    #expect(refusal(.declined(rationale: "no"), in: current) == .wrongState)
    let proposed = try record(event, in: current)
    #expect(refusal(event, in: proposed) == .wrongState)
    #expect(refusal(.decided(try decision(.hold, on: current)), in: proposed) == .wrongState)
    #expect(refusal(.declined(rationale: ""), in: proposed) == .needsRationale)
    let declined = try record(.declined(rationale: "ask first"), in: proposed, by: chief)
    #expect(declined.state == .open)
    #expect(refusal(event, in: declined) == nil)
  }

  @Test func `a decided case is closed until it is reopened`() throws {
    let current = try settled()
    #expect(refusal(.reopened(reason: "x"), in: current) == .wrongState)
    let decided = try record(.decided(try decision(.release, on: current)), in: current)
    for event: CaseEvent in [
      .noted("x"), .assigned(nil), .due(nil), .rescreened(SampleCase.dossier()),
      .asked(id: "Q1", text: "x", finding: nil), .proposed(try decision(.hold, on: decided)),
      try SampleCase.disposition(of: "F1", in: decided),
    ] {
      #expect(refusal(event, in: decided) == .closed, "\(event.kind)")
    }
    #expect(refusal(.reopened(reason: " "), in: decided) == .needsRationale)
    let reopened = try record(.reopened(reason: "an answer came"), in: decided)
    #expect(reopened.decision == nil)
    #expect(refusal(.noted("x"), in: reopened) == nil)
  }

  @Test func `questions are answered that were asked, about findings that are there`() throws {
    let current = try opened()
    #expect(refusal(.asked(id: "Q1", text: "x", finding: "F9"), in: current) == .unknown)
    #expect(refusal(.asked(id: "Q1", text: " ", finding: nil), in: current) == .needsRationale)
    let asked = try record(.asked(id: "Q1", text: "What for?", finding: "F2"), in: current)
    #expect(refusal(.answered(id: "Q2", text: "x"), in: asked) == .unknown)
    #expect(refusal(.answered(id: "Q1", text: ""), in: asked) == .needsRationale)
    #expect(refusal(.asked(id: "Q1", text: "again", finding: nil), in: asked) == .stale)
    let answered = try record(.answered(id: "Q1", text: "Lenses"), in: asked)
    #expect(answered.questions.map(\.answer) == ["Lenses"])
  }

  @Test func `a quieted hit needs no disposition to be released`() throws {
    var hit = SampleCase.hit
    hit.isQuieted = true
    let current = try opened([hit])
    #expect(current.openCount == 0)
    #expect(refusal(.decided(try decision(.release, on: current)), in: current) == nil)
  }
}
