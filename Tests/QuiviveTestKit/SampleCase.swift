public import Decisions
import FileFormats
public import TradeModel

/// Dossiers, reasons and people for tests of cases, with invented parties.
public enum SampleCase {
  /// One finding of a sample dossier.
  public struct Finding: Sendable {
    public var kind: String
    public var outcome: Outcome
    public var title: String
    /// For hits: the listed party.
    public var party: String?
    /// What the list says; another text is another listing.
    public var listing = "as listed"
    public var isQuieted = false

    public init(
      _ kind: String, _ outcome: Outcome, _ title: String, party: String? = nil,
      listing: String = "as listed", isQuieted: Bool = false
    ) {
      self.kind = kind
      self.outcome = outcome
      self.title = title
      self.party = party
      self.listing = listing
      self.isQuieted = isQuieted
    }
  }

  /// A hit that holds the transaction.
  public static let hit = Finding("list-hit", .hold, "looks listed", party: "xx.list/1")
  /// A question that is open.
  public static let question = Finding("open-question", .incomplete, "no end use")
  /// An item that needs a licence.
  public static let item = Finding("controlled-item", .licenceRequired, "under 2B001")

  /// A dossier with these findings, numbered in their order.
  public static func dossier(
    _ findings: [Finding] = [hit, question], on day: String = "2026-11-01",
    published: String = "2026-10-01"
  ) -> CaseDossier {
    let document = JSONValue.members([
      "schema": .string(Dossier.schema), "request": .members(["on": .string(day)]),
      "outcome": .string((findings.map(\.outcome).max() ?? .noLicenceRequired).rawValue),
      "findings": .array(
        findings.enumerated().map { index, finding in
          .members([
            "id": .string("F\(index + 1)"), "kind": .string(finding.kind),
            "outcome": .string(finding.outcome.rawValue),
            "facts": .array([
              .string(finding.party == nil ? "endUse.statement" : "parties[0].names[0]")
            ]),
            "title": .members(["en": .string(finding.title), "fr": .string(finding.title)]),
            "hit": finding.party.map { party in
              .members([
                "party": .string(party),
                "designations": .array([
                  .members([
                    "id": .string(party), "published": .string(published),
                    "sha256": .string(SHA256.digest(of: finding.listing).hex),
                  ])
                ]),
              ])
            },
            "quieted": finding.isQuieted ? true : nil,
          ])
        }),
    ])
    guard let dossier = try? Dossier(reading: document.canonical) else {
      preconditionFailure("the sample is a dossier")
    }
    return CaseDossier(dossier)
  }

  /// A reason of the kind that a test needs.
  public static func reason(
    _ conclusion: DispositionReason.Conclusion = .falsePositive, kinds: [String] = [],
    needsRationale: Bool = false, needsTwo: Bool = false
  ) -> DispositionReason {
    DispositionReason(
      code: conclusion.rawValue, key: "1", label: conclusion.title, conclusion: conclusion,
      kinds: kinds, needsRationale: needsRationale, needsTwo: needsTwo)
  }

  /// The conclusion on a finding of the dossier that the case is worked on with.
  public static func disposition(
    of finding: String, in current: Case, _ reason: DispositionReason = reason(),
    rationale: String = ""
  ) throws(CaseError) -> CaseEvent {
    guard let dossier = current.dossier, let found = dossier.finding(finding) else {
      throw current.unknownFinding(finding)
    }
    return .disposed(Disposition(of: found, in: dossier, reason: reason, rationale: rationale))
  }

  public static let officer = person("A. Officer")
  public static let chief = person("B. Chief")

  public static func person(_ name: String) -> Actor {
    guard let actor = Actor(name) else { preconditionFailure("`\(name)` is a name") }
    return actor
  }

  /// Noon of a day.
  public static func time(_ day: String) -> Timestamp {
    guard let time = Timestamp("\(day)T12:00:00Z") else { preconditionFailure("no day `\(day)`") }
    return time
  }
}
