import FileFormats
public import TradeModel

/// A dossier as a case keeps it: by digest, with what the case's rules need of it.
public struct CaseDossier: Hashable, Sendable {
  /// Of the dossier's bytes, which are kept apart.
  public let digest: Digest
  /// The day screened for.
  public let day: String
  /// The strictest outcome of its findings.
  public let outcome: Outcome
  /// In the order of the dossier.
  public let findings: [CaseFinding]

  public init(_ dossier: Dossier) {
    digest = dossier.digest
    day = dossier["request", "on"]?.string ?? ""
    outcome = dossier["outcome"]?.string.flatMap(Outcome.init(rawValue:)) ?? .prohibited
    findings = CaseFinding.all(of: dossier)
  }

  /// The finding with that number, also in lower case.
  public func finding(_ id: String) -> CaseFinding? {
    findings.first { $0.id == id.uppercased() }
  }
}

extension CaseDossier {
  var json: JSONValue {
    .members([
      "dossier": .string(digest.hex), "day": .string(day), "outcome": .string(outcome.rawValue),
      "findings": .array(findings.map(\.json)),
    ])
  }

  init?(json: JSONValue?) {
    guard let digest = json?["dossier"]?.string.flatMap({ Digest(hex: $0) }),
      let day = json?["day"]?.string,
      let outcome = json?["outcome"]?.string.flatMap(Outcome.init(rawValue:)),
      let findings = json?["findings"]?.array
    else { return nil }
    self.digest = digest
    self.day = day
    self.outcome = outcome
    self.findings = findings.compactMap(CaseFinding.init(json:))
    guard self.findings.count == findings.count else { return nil }
  }
}
