import FileFormats
public import TradeModel

/// What a case is decided to be, or proposed to be.
public struct CaseDecision: Hashable, Sendable {
  /// What happens with the transaction.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It goes on.
    case release
    /// It waits.
    case hold
    /// It is not made.
    case refuse
    /// It is put to the authority.
    case refer
  }

  /// What happens with the transaction.
  public let kind: Kind
  /// The written reason.
  public let rationale: String
  /// The dossier that was seen.
  public let dossier: Digest
  /// ``Case/standing`` as it was seen: the conclusions on every finding.
  public let standing: Digest

  public init(_ kind: Kind, rationale: String, on seen: Case) throws(CaseError) {
    guard let dossier = seen.dossier else { throw seen.erased }
    self.kind = kind
    self.rationale = rationale
    self.dossier = dossier.digest
    standing = seen.standing
  }
}

extension CaseDecision {
  var json: JSONValue {
    .members([
      "decision": .string(kind.rawValue), "rationale": .string(rationale),
      "dossier": .string(dossier.hex), "standing": .string(standing.hex),
    ])
  }

  init?(json: JSONValue) {
    guard let kind = json["decision"]?.string.flatMap(Kind.init(rawValue:)),
      let rationale = json["rationale"]?.string,
      let dossier = json["dossier"]?.string.flatMap({ Digest(hex: $0) }),
      let standing = json["standing"]?.string.flatMap({ Digest(hex: $0) })
    else { return nil }
    self.kind = kind
    self.rationale = rationale
    self.dossier = dossier
    self.standing = standing
  }
}

extension CaseDecision.Kind {
  /// In words.
  public var title: BilingualText {
    switch self {
    case .release: BilingualText(en: "release", fr: "libérer")
    case .hold: BilingualText(en: "hold", fr: "retenir")
    case .refuse: BilingualText(en: "refuse", fr: "refuser")
    case .refer: BilingualText(en: "refer to the authority", fr: "soumettre à l’autorité")
    }
  }
}
