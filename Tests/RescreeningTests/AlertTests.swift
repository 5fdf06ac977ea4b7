import FileFormats
import Parties
import Rescreening
import Testing
import TradeModel

/// Alerts are raised by changes of outcome, and by nothing else.
struct AlertTests {
  private static func hit(
    _ party: String = "a", score: Int = 600, evidence: String = "1", lists: [String] = ["x/1"]
  ) -> PortfolioHit {
    PortfolioHit(
      party: ListedPartyID(party), caption: "Invented", score: Score(score),
      weight: Weight(tenthsOfBit: score), evidence: SHA256.digest(of: evidence),
      designations: lists)
  }

  private static func settled(_ evidence: String, falsePositive: Bool = true) -> Settlement {
    Settlement(evidence: SHA256.digest(of: evidence), isFalsePositive: falsePositive)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: [PortfolioHit]
    let after: [PortfolioHit]
    var settlement: Settlement?
    let kinds: [Alert.Kind]
  }

  @Test(arguments: [
    Case(testDescription: "nothing changed", before: [hit()], after: [hit()], kinds: []),
    Case(testDescription: "a hit that was none", before: [], after: [hit()], kinds: [.new]),
    Case(testDescription: "a hit that is none", before: [hit()], after: [], kinds: [.gone]),
    Case(
      testDescription: "a higher score", before: [hit()], after: [hit(score: 601)], kinds: [.worse]),
    Case(
      testDescription: "a lower score", before: [hit()], after: [hit(score: 599)], kinds: [.better]),
    Case(
      testDescription: "the same outcome on other evidence", before: [hit()],
      after: [hit(evidence: "2")], kinds: []),
    Case(
      testDescription: "one more list", before: [hit()],
      after: [hit(evidence: "2", lists: ["x/1", "y/1"])], kinds: [.worse]),
    Case(
      testDescription: "one list less", before: [hit(lists: ["x/1", "y/1"])],
      after: [hit(evidence: "2")], kinds: [.better]),
    Case(
      testDescription: "settled, the same evidence", before: [hit()], after: [hit()],
      settlement: settled("1"), kinds: []),
    Case(
      testDescription: "settled, other evidence", before: [hit()], after: [hit(evidence: "2")],
      settlement: settled("1"), kinds: [.reopened]),
    Case(
      testDescription: "reopened before and not settled anew", before: [hit(evidence: "2")],
      after: [hit(evidence: "2")], settlement: settled("1"), kinds: []),
    Case(
      testDescription: "settled anew on the evidence that stays", before: [hit(evidence: "2")],
      after: [hit(evidence: "2")], settlement: settled("2"), kinds: []),
    Case(
      testDescription: "a false positive ends", before: [hit()], after: [],
      settlement: settled("1"), kinds: []),
    Case(
      testDescription: "a true match ends", before: [hit()], after: [],
      settlement: settled("1", falsePositive: false), kinds: [.gone]),
    Case(
      testDescription: "a settled hit comes back as it was", before: [], after: [hit()],
      settlement: settled("1"), kinds: []),
    Case(
      testDescription: "a settled hit comes back otherwise", before: [],
      after: [hit(evidence: "2")], settlement: settled("1"), kinds: [.reopened]),
    Case(
      testDescription: "two at once, by listed party", before: [hit("b")], after: [hit("a")],
      kinds: [.new, .gone]),
  ])
  func `each change of outcome raises its alert`(_ case: Case) {
    let alerts = Alert.alerts(from: `case`.before, to: `case`.after, cause: .list) { _ in
      []
    } settlement: { _ in
      `case`.settlement
    }
    #expect(alerts.map(\.kind) == `case`.kinds)
    #expect(alerts.allSatisfy { $0.cause == .list })
  }

  @Test func `a hit whose listed party was joined to another is the same hit`() {
    let before = [Self.hit("b", score: 600)]
    func alerts(_ after: [PortfolioHit]) -> [Alert] {
      Alert.alerts(from: before, to: after, cause: .list) { party in
        party.text == "b" ? [ListedPartyID("a")] : []
      }
    }
    #expect(alerts([Self.hit("a", score: 600)]).isEmpty)
    let worse = alerts([Self.hit("a", score: 700)])
    #expect(worse.map(\.kind) == [.worse])
    #expect(worse.first?.before?.party.text == "b")
    #expect(alerts([Self.hit("c", score: 600)]).map(\.kind) == [.gone, .new])
  }
}
