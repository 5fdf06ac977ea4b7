public import Decisions
import FileFormats
public import Screening
public import TradeModel

/// Good-guy decisions for tests, with invented parties.
public enum SampleGoodGuy {
  public static let policy = SHA256.digest(of: "policy")
  public static let subject = SubjectRecord(
    key: "name:nordwerk optik", name: "Nordwerk Optik",
    digest: SHA256.digest(of: "record"))

  /// What a list says of a designation; another text is another content.
  public static func content(
    _ id: String, _ text: String = "as listed"
  ) -> GoodGuyProposal.ListedContent {
    .init(id: id, content: SHA256.digest(of: "\(id) \(text)"))
  }

  public static func proposal(
    scope: GoodGuyProposal.Scope = .party,
    designations: [GoodGuyProposal.ListedContent] = [content("xx.list/1")],
    subject: SubjectRecord = subject, reason: DispositionReason = SampleCase.reason(),
    rationale: String = "another country, papers attached",
    months: Int = GoodGuyProposal.standardMonths, policy: Digest = policy
  ) -> GoodGuyProposal {
    GoodGuyProposal(
      subject: subject, scope: scope, caption: "NORDWERK OPTICS", designations: designations,
      reason: reason, rationale: rationale, months: months, policy: policy,
      dossier: SHA256.digest(of: "dossier"))
  }

  /// A decision that was approved on a day.
  public static func approved(
    _ proposal: GoodGuyProposal, number: Int = 1, on day: String = "2026-01-15"
  ) -> GoodGuy {
    let time = SampleCase.time(day)
    var decision = GoodGuy(
      GoodGuyID(number: number), proposal, by: SampleCase.officer, at: time)
    decision.take(decision.approval(on: time.day), by: SampleCase.chief, at: time)
    return decision
  }
}
