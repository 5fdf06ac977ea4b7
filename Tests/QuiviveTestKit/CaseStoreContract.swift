public import Decisions
import FileFormats
import Testing
import TradeModel

/// What every store of cases keeps.
public struct CaseStoreContract {
  private let make: () throws -> any CaseStore

  /// - Parameter make: gives an empty store.
  public init(_ make: @escaping () throws -> any CaseStore) { self.make = make }

  /// Fails the test that calls it where a law is broken.
  public func expectKept() throws {
    try numbersCases()
    try keepsOneUndecidedCaseAReference()
    try recordsNothingThatARuleRefuses()
    try returnsWhatItWillRead()
    try filters()
    try keepsGoodGuys()
  }

  private let time = SampleCase.time("2026-11-02")

  private func opened(_ store: any CaseStore, _ reference: String? = "R-1") throws -> Case {
    try store.open(
      SampleCase.dossier(), reference: reference, by: SampleCase.officer, at: time)
  }

  private func numbersCases() throws {
    let store = try make()
    #expect(try opened(store, "R-1").id == CaseID(number: 1))
    #expect(try opened(store, "R-2").id == CaseID(number: 2))
    #expect(try opened(store, nil).id == CaseID(number: 3))
    #expect(try opened(store, nil).id == CaseID(number: 4))
    #expect(try store.cases(CaseFilter()).map(\.id.number) == [1, 2, 3, 4])
    let error = #expect(throws: CaseError.self) { try store.case(CaseID(number: 5)) }
    #expect(error?.reason == .unknown)
    let absent = #expect(throws: CaseError.self) {
      try store.record(
        .noted("x"), in: CaseID(number: 5), by: SampleCase.officer, at: time)
    }
    #expect(absent?.reason == .unknown)
  }

  private func keepsOneUndecidedCaseAReference() throws {
    let store = try make()
    let first = try opened(store)
    let error = #expect(throws: CaseError.self) { try opened(store) }
    #expect(error?.reason == .referenceInUse(first.id))
    #expect(try store.cases(CaseFilter()).count == 1)
    try store.record(
      .decided(CaseDecision(.hold, rationale: "waiting", on: first)), in: first.id,
      by: SampleCase.officer, at: time)
    #expect(try opened(store).id.number == 2)
  }

  private func recordsNothingThatARuleRefuses() throws {
    let store = try make()
    let first = try opened(store)
    let before = try store.case(first.id)
    let error = #expect(throws: CaseError.self) {
      try store.record(
        .decided(CaseDecision(.release, rationale: "fine", on: first)), in: first.id,
        by: SampleCase.officer, at: time)
    }
    #expect(error?.reason == .findingOpen)
    #expect(try store.case(first.id) == before)
    #expect(before.history.count == 1)
  }

  private func returnsWhatItWillRead() throws {
    let store = try make()
    var current = try opened(store)
    let proposal = { (current: Case) in
      CaseEvent.proposed(try CaseDecision(.hold, rationale: "two questions", on: current))
    }
    let acts: [(Case) throws -> CaseEvent] = [
      { try SampleCase.disposition(of: "F1", in: $0, rationale: "another country") },
      { _ in .asked(id: "Q1", text: "What for?", finding: "F2") },
      { _ in .answered(id: "Q1", text: "Lenses") },
      { _ in .assigned(SampleCase.chief) },
      { _ in .due(Day(iso: "2026-12-01")) },
      { _ in .noted("called them") },
      { _ in .attached(name: "letter.pdf", digest: SHA256.digest(of: "letter"), bytes: 6) },
      { _ in .rescreened(SampleCase.dossier(on: "2026-11-03")) },
      proposal,
      { _ in .declined(rationale: "ask first") },
      proposal,
    ]
    for act in acts {
      current = try store.record(act(current), in: current.id, by: SampleCase.officer, at: time)
      #expect(try store.case(current.id) == current)
    }
    let proposed = try #require(current.proposal)
    current = try store.record(
      .approved(proposed.value), in: current.id, by: SampleCase.chief, at: time)
    #expect(try store.case(current.id) == current)
    #expect(current.state == .decided)
    #expect(current.proposedBy == SampleCase.officer)
    #expect(current.decision?.actor == SampleCase.chief)
    current = try store.record(
      .reopened(reason: "an answer came"), in: current.id, by: SampleCase.officer, at: time)
    #expect(try store.case(current.id) == current)
    #expect(current.state == .open)
    #expect(current.history.map(\.event).allSatisfy { $0 != nil })
  }

  private func filters() throws {
    let store = try make()
    let first = try opened(store, "R-1").id
    let second = try opened(store, "R-2").id
    try store.record(.assigned(SampleCase.chief), in: second, by: SampleCase.officer, at: time)
    try store.record(.due(Day(iso: "2026-12-01")), in: second, by: SampleCase.officer, at: time)
    try store.record(
      .decided(CaseDecision(.hold, rationale: "waiting", on: store.case(first))), in: first,
      by: SampleCase.officer, at: time)
    func found(_ filter: CaseFilter) throws -> [CaseID] { try store.cases(filter).map(\.id) }
    #expect(try found(CaseFilter(state: .decided)) == [first])
    #expect(try found(CaseFilter(state: .open)) == [second])
    #expect(try found(CaseFilter(state: .proposed)) == [])
    #expect(try found(CaseFilter(assignee: SampleCase.person("b. CHIEF"))) == [second])
    #expect(try found(CaseFilter(dueBefore: Day(iso: "2026-12-01"))) == [])
    #expect(try found(CaseFilter(dueBefore: Day(iso: "2026-12-02"))) == [second])
    #expect(try found(CaseFilter(reference: "R-1")) == [first])
    let summaries = try store.cases(CaseFilter())
    #expect(summaries.map(\.decision) == [.hold, nil])
    for summary in summaries { #expect(CaseSummary(try store.case(summary.id)) == summary) }
  }

  private func keepsGoodGuys() throws {
    let store = try make()
    let proposal = SampleGoodGuy.proposal()
    let first = try store.propose(proposal, by: SampleCase.officer, at: time)
    #expect(first.id == GoodGuyID(number: 1))
    #expect(try store.propose(proposal, by: SampleCase.officer, at: time).id.number == 2)
    #expect(throws: CaseError.self) {
      try store.propose(
        SampleGoodGuy.proposal(rationale: " "), by: SampleCase.officer, at: time)
    }
    let error = #expect(throws: CaseError.self) {
      try store.record(
        first.approval(on: time.day), of: first.id, by: SampleCase.officer, at: time)
    }
    #expect(error?.reason == .samePerson)
    #expect(try store.goodGuys().map(\.state) == [.proposed, .proposed])
    let approved = try store.record(
      first.approval(on: time.day), of: first.id, by: SampleCase.chief, at: time)
    #expect(approved.expires == Day(iso: "2027-11-02"))
    #expect(try store.goodGuys().first == approved)
    let withdrawn = try store.record(
      .withdrawn(rationale: "sold"), of: first.id, by: SampleCase.officer, at: time)
    #expect(try store.goodGuys().first == withdrawn)
    let absent = #expect(throws: CaseError.self) {
      try store.record(
        .withdrawn(rationale: "x"), of: GoodGuyID(number: 9), by: SampleCase.officer, at: time)
    }
    #expect(absent?.reason == .unknown)
  }
}
