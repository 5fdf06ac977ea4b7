public import FileFormats
public import Screening
public import TradeModel

/// The statement that a customer is not a listed party, or none of those of a list: its hits on them
/// are to be quieted for a time.
public struct GoodGuyProposal: Hashable, Sendable {
  /// On what the customer's hits are quieted.
  public enum Scope: Hashable, Sendable {
    /// The designations of one listed party.
    case party
    /// Everything on the list with this id that the customer resembled when it was proposed.
    case list(String)
  }

  /// The customer, with the digest of the record that was seen.
  public let subject: SubjectRecord
  public let scope: Scope
  /// The display name of the listed party, or the title of the list.
  public let caption: String
  /// The designations that were seen, by id: what the list said of each, by digest. Sorted.
  public let designations: [ListedContent]
  /// A reason that concludes on a false positive.
  public let reason: DispositionReason
  /// Why, in words; never empty.
  public let rationale: String
  /// How many months it holds from the approval.
  public let months: Int
  /// The matching policy of the dossier that was seen.
  public let policy: Digest
  /// The dossier that was seen.
  public let dossier: Digest

  /// One designation as a list stated it.
  public struct ListedContent: Hashable, Sendable {
    /// `us.ofac.sdn/12345`.
    public let id: String
    public let content: Digest

    public init(id: String, content: Digest) {
      self.id = id
      self.content = content
    }

    /// The id of its list.
    public var list: Substring { id.prefix { $0 != "/" } }
  }

  /// How many months a decision holds unless stated otherwise: a customer is looked at once a year.
  public static let standardMonths = 12
  /// How many months it can hold at most.
  public static let mostMonths = 36

  public init(
    subject: SubjectRecord, scope: Scope, caption: String, designations: [ListedContent],
    reason: DispositionReason, rationale: String, months: Int, policy: Digest, dossier: Digest
  ) {
    self.subject = subject
    self.scope = scope
    self.caption = caption
    self.designations = designations.sorted { $0.id < $1.id }
    self.reason = reason
    self.rationale = rationale
    self.months = months
    self.policy = policy
    self.dossier = dossier
  }
}

extension GoodGuyProposal {
  /// A proposal from a hit of a dossier.
  ///
  /// - Parameters:
  ///   - finding: the number of the hit: `F2`.
  ///   - list: the list to cover, with every hit of the same customer on it; `nil` for the listed
  ///     party of the hit alone.
  public init(
    on finding: String, of dossier: Dossier, list: String?, reason: DispositionReason,
    rationale: String, months: Int
  ) throws(CaseError) {
    let findings = dossier["findings"]?.array ?? []
    guard let found = findings.first(where: { $0["id"]?.string == finding.uppercased() }) else {
      throw CaseError(
        .unknown, "the dossier has no finding `\(finding)`",
        help: "its findings: \(findings.compactMap { $0["id"]?.string }.joined(separator: ", "))")
    }
    guard let hit = found["hit"], let subject = SubjectRecord(json: hit["subject"]),
      let policy = dossier["digests", "policy"]?.string.flatMap({ Digest(hex: $0) })
    else {
      throw CaseError(
        .wrongReason, "`\(finding)` is no hit on a list, or of an older program",
        help: "screen the transaction again and choose a hit on a list")
    }
    let hits = findings.compactMap { $0["hit"] }.filter {
      SubjectRecord(json: $0["subject"]) == subject
    }
    if GoodGuys.restsOnNumber(hit) {
      throw CaseError(
        .confirmed, "`\(finding)` rests on a number in common, which is no resemblance",
        help: "find out whose number it is; correct it in the transaction if it is wrong")
    }
    let contents = (list == nil ? [hit] : hits).flatMap(Self.contents)
    let covered = list.map { list in contents.filter { $0.list == list } } ?? contents
    guard !covered.isEmpty, list == nil || Self.contents(hit).allSatisfy({ $0.list == list ?? "" })
    else {
      throw CaseError(
        .wrongReason, "`\(finding)` is no hit on `\(list ?? "")` alone",
        help: "its designations: \(Self.contents(hit).map(\.id).joined(separator: ", "))")
    }
    self.init(
      subject: subject, scope: list.map(Scope.list) ?? .party,
      caption: list ?? hit["caption"]?.string ?? "", designations: covered.uniqued(),
      reason: reason, rationale: rationale, months: months, policy: policy,
      dossier: dossier.digest)
  }

  private static func contents(_ hit: JSONValue) -> [ListedContent] {
    (hit["designations"]?.array ?? []).compactMap { designation in
      guard let id = designation["id"]?.string,
        let content = designation["sha256"]?.string.flatMap({ Digest(hex: $0) })
      else { return nil }
      return ListedContent(id: id, content: content)
    }
  }
}

extension GoodGuyProposal {
  /// The body of the audit entry, and what a dossier embeds.
  public var json: JSONValue {
    .members([
      "subject": subject.json,
      "list": {
        if case .list(let list) = scope { return .string(list) }
        return nil
      }(),
      "caption": .string(caption),
      "designations": .array(
        designations.map {
          .members(["id": .string($0.id), "sha256": .string($0.content.hex)])
        }),
      "reason": reason.json, "rationale": .string(rationale), "months": .int(months),
      "policy": .string(policy.hex), "dossier": .string(dossier.hex),
    ])
  }

  /// Reads what ``json`` wrote.
  public init?(json: JSONValue?) {
    func digest(_ value: JSONValue?) -> Digest? { value?.string.flatMap { Digest(hex: $0) } }
    guard let subject = SubjectRecord(json: json?["subject"]),
      let caption = json?["caption"]?.string, let designations = json?["designations"]?.array,
      let reason = DispositionReason(json: json?["reason"]),
      let rationale = json?["rationale"]?.string, let months = json?["months"]?.int,
      let policy = digest(json?["policy"]), let dossier = digest(json?["dossier"])
    else { return nil }
    let contents = designations.compactMap { designation -> ListedContent? in
      guard let id = designation["id"]?.string, let content = digest(designation["sha256"]) else {
        return nil
      }
      return ListedContent(id: id, content: content)
    }
    guard contents.count == designations.count else { return nil }
    self.init(
      subject: subject, scope: json?["list"]?.string.map(Scope.list) ?? .party, caption: caption,
      designations: contents, reason: reason, rationale: rationale, months: months, policy: policy,
      dossier: dossier)
  }

  /// Of the whole proposal: what the second person has seen.
  public var digest: Digest { SHA256.digest(of: json.canonical) }
}
