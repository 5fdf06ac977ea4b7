public import FileFormats
public import TradeModel

/// A case or a dossier for a partner: what is shared, under which mark, what was left out, signed.
public struct ShareBundle: Hashable, Sendable {
  /// A file that belongs to the case.
  public struct Evidence: Hashable, Sendable {
    /// Without folders.
    public let name: String
    /// As `application/pdf`.
    public let mediaType: String
    public let bytes: [UInt8]

    public init(name: String, mediaType: String, bytes: [UInt8]) {
      self.name = name
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  /// The name and version of the document's form.
  public static let schema = "quivive.bundle/1"

  /// The signed document.
  public let document: SignedDocument

  /// Makes a bundle.
  ///
  /// - Parameters:
  ///   - caseRecord: what is on record of the case; `nil` when a dossier alone is shared.
  ///   - sender, recipient: as both know each other; they are not verified.
  public init(
    dossier: Dossier, caseRecord: JSONValue?, evidence: [Evidence], mark: TrafficLight,
    sender: String, recipient: String, created: Timestamp, rules: RedactionRules,
    key: Ed25519.PrivateKey
  ) {
    let whole = JSONValue.members([
      "dossier": dossier.document,
      "case": caseRecord,
      "evidence": .array(
        evidence.map {
          .members([
            "name": .string($0.name), "mediaType": .string($0.mediaType),
            "sha256": .string(SHA256.digest(of: $0.bytes).hex),
            "base64": .string(Base64.text(of: $0.bytes)),
          ])
        }),
    ])
    let (shared, withheld) = rules.redacted(whole, under: mark)
    document = SignedDocument(
      .members([
        "schema": .string(Self.schema), "tlp": .string(mark.rawValue), "tlpMeans": mark.words.json,
        "from": .string(sender), "to": .string(recipient),
        "created": .string(created.description),
        "dossierSHA256": .string(dossier.digest.hex),
        "dossier": shared["dossier"], "case": shared["case"], "evidence": shared["evidence"],
        "withheld": .array(withheld.map(\.json)),
        "limits": .array(Self.limits.map(\.json)),
      ]), key: key)
  }

  private static let limits = [
    BilingualText(
      en:
        "This bundle shows what its sender found and recorded. It makes nobody guilty, and it clears nobody.",
      fr:
        "Cet envoi montre ce que son expéditeur a constaté et consigné. Il ne déclare personne coupable et ne met personne hors de cause."
    ),
    BilingualText(
      en:
        "What was left out is listed under “withheld”; what is not listed there is as it is on record.",
      fr:
        "Ce qui a été retiré figure sous « withheld » ; le reste est conforme à ce qui est consigné."
    ),
  ]
}
