import FileFormats
public import TradeModel

/// The conclusion on one finding.
public struct Disposition: Hashable, Sendable {
  /// The finding's number in the dossier that was seen.
  public let finding: String
  /// ``CaseFinding/key`` of the finding.
  public let key: Digest
  /// ``CaseFinding/evidence`` of what was seen.
  public let evidence: Digest
  /// The dossier that was seen.
  public let dossier: Digest
  /// Why, by code.
  public let reason: DispositionReason
  /// Why, in words; empty where nothing was written.
  public let rationale: String

  /// The conclusion on a finding of `dossier`.
  public init(
    of finding: CaseFinding, in dossier: CaseDossier, reason: DispositionReason, rationale: String
  ) {
    self.finding = finding.id
    key = finding.key
    evidence = finding.evidence
    self.dossier = dossier.digest
    self.reason = reason
    self.rationale = rationale
  }
}

extension Disposition {
  var json: JSONValue {
    .members([
      "finding": .string(finding), "key": .string(key.hex), "evidence": .string(evidence.hex),
      "dossier": .string(dossier.hex), "reason": reason.json, "rationale": .string(rationale),
    ])
  }

  init?(json: JSONValue) {
    func digest(_ name: String) -> Digest? { json[name]?.string.flatMap { Digest(hex: $0) } }
    guard let finding = json["finding"]?.string, let key = digest("key"),
      let evidence = digest("evidence"), let dossier = digest("dossier"),
      let reason = DispositionReason(json: json["reason"]),
      let rationale = json["rationale"]?.string
    else { return nil }
    self.finding = finding
    self.key = key
    self.evidence = evidence
    self.dossier = dossier
    self.reason = reason
    self.rationale = rationale
  }
}
