import Decisions
import FileFormats
import Matching
import Parties
import QuiviveTestKit
import Screening
import Testing
import TradeModel

/// When a decision quiets a hit, and every reason for which it does not.
struct GoodGuyTests {
  private let day = SampleDossier.day("2026-06-01")

  private func hit(
    _ contents: [GoodGuyProposal.ListedContent],
    subject: SubjectRecord = SampleGoodGuy.subject, outcome: Outcome = .hold,
    feature: Feature = .name
  ) -> Finding {
    let reason = Reason(
      feature: feature, weight: Weight(tenthsOfBit: 150), subjectValue: "Nordwerk Optik",
      listedValue: "NORDWERK OPTICS", designation: contents[0].id,
      sentence: BilingualText(en: "the names agree", fr: "les noms concordent"))
    return Finding(
      kind: .listHit, outcome: outcome, outcomeIfConfirmed: .prohibited,
      facts: ["parties[0].names[0]"], title: BilingualText(en: "looks listed", fr: "semble listée"),
      explanation: [], question: BilingualText(en: "Is it?", fr: "Est-ce elle ?"),
      hit: Hit(
        match: ScoredMatch(
          party: ListedPartyID(contents[0].id), caption: "NORDWERK OPTICS", reasons: [reason]),
        score: Score(873),
        designations: contents.map {
          ListedDesignation(
            id: $0.id, listTitle: "Invented list", published: "2026-05-01", name: "NORDWERK",
            programmes: [], measures: [], listedOn: [], content: $0.content)
        }, subject: subject))
  }

  private func settled(
    _ finding: Finding, by decisions: [GoodGuy], on day: Day? = nil,
    policy: Digest = SampleGoodGuy.policy
  ) -> Finding {
    GoodGuys(decisions).settling(on: day ?? self.day, policy: policy)(finding)
  }

  private let one = [SampleGoodGuy.content("xx.list/1")]

  @Test func `an approved decision quiets its hit, which stays whole`() {
    let finding = hit(one)
    let quiet = settled(finding, by: [SampleGoodGuy.approved(SampleGoodGuy.proposal())])
    #expect(quiet.isQuieted)
    #expect(quiet.outcome == .noLicenceRequired)
    #expect(quiet.outcomeIfConfirmed == .prohibited)
    #expect(quiet.hit == finding.hit)
    #expect(quiet.decisions.map(\.id) == ["G1"])
    #expect(quiet.decisions[0].text.en.contains("A. Officer, B. Chief"))
  }

  @Test func `a decision that nobody approved, or that has ended, says nothing`() {
    let proposal = SampleGoodGuy.proposal()
    let time = SampleCase.time("2026-01-15")
    let proposed = GoodGuy(GoodGuyID(number: 1), proposal, by: SampleCase.officer, at: time)
    var declined = proposed
    declined.take(.declined(rationale: "no"), by: SampleCase.chief, at: time)
    var withdrawn = SampleGoodGuy.approved(proposal)
    withdrawn.take(.withdrawn(rationale: "sold"), by: SampleCase.officer, at: time)
    for decision in [proposed, declined, withdrawn] {
      #expect(settled(hit(one), by: [decision]) == hit(one), "\(decision.state)")
    }
  }

  struct Days: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let standing: String
  }

  @Test(arguments: [
    Days(testDescription: "2026-01-14", standing: "not-yet"),
    Days(testDescription: "2026-01-15", standing: "applies"),
    Days(testDescription: "2027-01-15", standing: "applies"),
    Days(testDescription: "2027-01-16", standing: "expired"),
  ])
  func `it holds from the day of approval to the same day a year later`(_ days: Days) {
    let finding = settled(
      hit(one), by: [SampleGoodGuy.approved(SampleGoodGuy.proposal())],
      on: SampleDossier.day(days.testDescription))
    #expect(finding.decisions.map(\.standing) == [days.standing])
    #expect(finding.isQuieted == (days.standing == "applies"))
    #expect(finding.outcome == (days.standing == "applies" ? .noLicenceRequired : .hold))
  }

  @Test func `another record of the customer reopens`() {
    let other = SubjectRecord(
      key: SampleGoodGuy.subject.key, name: "Nordwerk Optik", digest: SHA256.digest(of: "moved"))
    let finding = settled(
      hit(one, subject: other), by: [SampleGoodGuy.approved(SampleGoodGuy.proposal())])
    #expect(!finding.isQuieted)
    #expect(finding.decisions.map(\.standing) == ["customer-changed"])
  }

  @Test func `another matching policy reopens`() {
    let finding = settled(
      hit(one), by: [SampleGoodGuy.approved(SampleGoodGuy.proposal())],
      policy: SHA256.digest(of: "stricter"))
    #expect(!finding.isQuieted)
    #expect(finding.decisions.map(\.standing) == ["policy-changed"])
  }

  @Test func `another listing reopens and is named`() {
    let finding = settled(
      hit([SampleGoodGuy.content("xx.list/1", "with another alias")]),
      by: [SampleGoodGuy.approved(SampleGoodGuy.proposal())])
    #expect(!finding.isQuieted)
    #expect(finding.decisions.map(\.standing) == ["listing-changed"])
    #expect(finding.decisions[0].text.en.contains("xx.list/1"))
  }

  @Test func `a merge with a party not decided on reopens and names it`() {
    let finding = settled(
      hit(one + [SampleGoodGuy.content("yy.list/7")]),
      by: [SampleGoodGuy.approved(SampleGoodGuy.proposal())])
    #expect(!finding.isQuieted)
    #expect(finding.decisions.map(\.standing) == ["listing-grown"])
    #expect(finding.decisions[0].text.fr.contains("yy.list/7"))
  }

  @Test func `a merge of two parties decided on stays quiet`() {
    let both = one + [SampleGoodGuy.content("yy.list/7")]
    let decisions = [
      SampleGoodGuy.approved(SampleGoodGuy.proposal()),
      SampleGoodGuy.approved(
        SampleGoodGuy.proposal(designations: [SampleGoodGuy.content("yy.list/7")]), number: 2),
    ]
    let finding = settled(hit(both), by: decisions)
    #expect(finding.isQuieted)
    #expect(finding.decisions.map(\.id) == ["G1", "G2"])
    // The same when the merge is undone.
    #expect(settled(hit([both[1]]), by: decisions).isQuieted)
    #expect(!settled(hit(both), by: [decisions[0]]).isQuieted)
  }

  @Test func `another customer is not spoken of`() {
    let other = SubjectRecord(
      key: "name:optik suedwerk", name: "Südwerk",
      digest: SampleGoodGuy.subject.digest)
    let finding = hit(one, subject: other)
    #expect(settled(finding, by: [SampleGoodGuy.approved(SampleGoodGuy.proposal())]) == finding)
  }

  @Test func `a number in common, or a hit that does more than hold, is never quieted`() {
    let decisions = [SampleGoodGuy.approved(SampleGoodGuy.proposal())]
    for finding in [hit(one, feature: .identifier), hit(one, outcome: .prohibited)] {
      let answer = settled(finding, by: decisions)
      #expect(!answer.isQuieted)
      #expect(answer.outcome == finding.outcome)
      #expect(answer.decisions.map(\.standing) == ["stronger-hit"])
    }
  }

  @Test func `a decision on a list quiets what was seen of that list alone`() {
    let seen = [SampleGoodGuy.content("xx.list/1"), SampleGoodGuy.content("xx.list/2")]
    let decision = SampleGoodGuy.approved(
      SampleGoodGuy.proposal(scope: .list("xx.list"), designations: seen))
    #expect(settled(hit([seen[0]]), by: [decision]).isQuieted)
    #expect(settled(hit([seen[1]]), by: [decision]).isQuieted)
    let grown = settled(hit([SampleGoodGuy.content("xx.list/3")]), by: [decision])
    #expect(grown.decisions.map(\.standing) == ["listing-grown"])
    #expect(!grown.isQuieted)
    let elsewhere = settled(
      hit([seen[0], SampleGoodGuy.content("yy.list/7")]), by: [decision])
    #expect(!elsewhere.isQuieted)
    #expect(elsewhere.decisions.map(\.standing) == ["listing-grown"])
  }

  @Test func `a decision is read as it was written`() throws {
    var decision = SampleGoodGuy.approved(
      SampleGoodGuy.proposal(scope: .list("xx.list"), months: 6))
    #expect(GoodGuy(json: try JSONParser.parse(decision.json.canonical)) == decision)
    decision.take(
      .withdrawn(rationale: "sold"), by: SampleCase.officer, at: SampleCase.time("2026-02-01"))
    #expect(GoodGuy(json: try JSONParser.parse(decision.json.canonical)) == decision)
  }

  struct Refused: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let proposal: GoodGuyProposal
    let reason: CaseError.Reason?
  }

  @Test(arguments: [
    Refused(testDescription: "as it should be", proposal: SampleGoodGuy.proposal(), reason: nil),
    Refused(
      testDescription: "a reason that confirms",
      proposal: SampleGoodGuy.proposal(reason: SampleCase.reason(.trueMatch)),
      reason: .wrongReason),
    Refused(
      testDescription: "nothing written", proposal: SampleGoodGuy.proposal(rationale: " "),
      reason: .needsRationale),
    Refused(
      testDescription: "for ever", proposal: SampleGoodGuy.proposal(months: 37), reason: .badValue),
    Refused(
      testDescription: "for no time", proposal: SampleGoodGuy.proposal(months: 0),
      reason: .badValue),
    Refused(
      testDescription: "on nothing", proposal: SampleGoodGuy.proposal(designations: []),
      reason: .wrongReason),
  ])
  func `a proposal is admitted with all it needs`(_ refused: Refused) {
    do throws(CaseError) {
      try GoodGuy.admits(refused.proposal)
      #expect(refused.reason == nil)
    } catch {
      #expect(error.reason == refused.reason)
    }
  }

  @Test func `an act is admitted in its state, by another person, on what was seen`() throws {
    let time = SampleCase.time("2026-01-15")
    let proposed = GoodGuy(
      GoodGuyID(number: 1), SampleGoodGuy.proposal(), by: SampleCase.officer, at: time)
    func refusal(
      _ decision: GoodGuy, _ event: GoodGuyEvent, by actor: Actor = SampleCase.chief
    ) -> CaseError.Reason? {
      do throws(CaseError) {
        try decision.admits(event, by: actor, at: time)
        return nil
      } catch {
        return error.reason
      }
    }
    let approval = proposed.approval(on: time.day)
    #expect(refusal(proposed, approval) == nil)
    #expect(refusal(proposed, approval, by: SampleCase.person("a. OFFICER")) == .samePerson)
    let digest = SampleGoodGuy.proposal(months: 6).digest
    #expect(
      refusal(proposed, .approved(proposal: digest, expires: SampleDossier.day("2026-06-01")))
        == .stale)
    let seen = SampleGoodGuy.proposal().digest
    #expect(
      refusal(proposed, .approved(proposal: seen, expires: SampleDossier.day("2036-06-01")))
        == .badValue)
    #expect(refusal(proposed, .withdrawn(rationale: "x")) == .wrongState)
    #expect(refusal(proposed, .declined(rationale: "")) == .needsRationale)
    let approved = SampleGoodGuy.approved(SampleGoodGuy.proposal())
    #expect(refusal(approved, approval) == .wrongState)
    #expect(refusal(approved, .declined(rationale: "x")) == .wrongState)
    #expect(refusal(approved, .withdrawn(rationale: "x")) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"),
    ("2026-11-30", 12, "2027-11-30"), ("2026-12-15", 1, "2027-01-15"),
  ])
  func `months are counted by the calendar`(_ from: String, _ months: Int, _ until: String) {
    let decision = GoodGuy(
      GoodGuyID(number: 1), SampleGoodGuy.proposal(months: months), by: SampleCase.officer,
      at: SampleCase.time(from))
    guard case .approved(_, let expires) = decision.approval(on: SampleDossier.day(from)) else {
      Issue.record("no approval")
      return
    }
    #expect(expires == SampleDossier.day(until))
  }
}
