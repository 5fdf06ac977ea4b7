public import FileFormats
public import TradeModel

/// What a received bundle proves by itself, without any data of the sender.
public struct BundleVerification: Sendable {
  /// Whether what a digest speaks of is here and is what the digest says.
  public enum Content: Hashable, Sendable {
    case same
    case other
    /// Parts were left out, so the digest cannot be tried.
    case withheld
  }

  /// The mark; `nil` when it is none of TLP 2.0, and then the bundle is to be treated as red.
  public let mark: TrafficLight?
  /// Whose key signed.
  public let key: Ed25519.PublicKey?
  /// Whether the signature holds over everything else in the bundle.
  public let isSigned: Bool
  /// The dossier against its digest.
  public let dossier: Content
  /// Each attachment by its name, or its place where the name was left out, against its digest.
  public let evidence: [(name: String, content: Content)]
  /// What the sender says was left out.
  public let withheld: [(rule: String, what: BilingualText, count: Int)]
  /// The dossier, when the whole of it is here: it can be run again.
  public let wholeDossier: Dossier?

  /// Nothing that can be tried fails.
  public var holds: Bool {
    isSigned && mark != nil && dossier != .other && !evidence.contains { $0.content == .other }
  }

  public init(_ document: SignedDocument) {
    let json = document.json
    mark = json["tlp"]?.string.flatMap { TrafficLight(rawValue: $0) }
    key = document.key
    isSigned = document.isSigned
    let shared = json["dossier"].flatMap { try? Dossier(reading: $0.canonical) }
    let stated = json["dossierSHA256"]?.string
    if let shared, shared.digest.hex == stated {
      dossier = .same
      wholeDossier = shared
    } else {
      dossier = Self.hasGaps(json["dossier"]) ? .withheld : .other
      wholeDossier = nil
    }
    evidence = (json["evidence"]?.array ?? []).enumerated().map { place, item in
      let name = item["name"]?.string ?? "\(place + 1)"
      guard RedactionRules.ruleWithholding(item["base64"]) == nil else { return (name, .withheld) }
      let bytes = item["base64"]?.string.flatMap { Base64.bytes(of: $0) }
      let isSame = bytes.map { SHA256.digest(of: $0).hex } == item["sha256"]?.string
      return (name, bytes != nil && isSame ? .same : .other)
    }
    withheld = (json["withheld"]?.array ?? []).compactMap { item in
      guard let rule = item["rule"]?.string, let what = BilingualText(json: item["what"]),
        let count = item["count"]?.int
      else { return nil }
      return (rule, what, count)
    }
  }

  private static func hasGaps(_ value: JSONValue?) -> Bool {
    switch value {
    case .array(let elements)?: elements.contains { hasGaps($0) }
    case .object(let members)?:
      RedactionRules.ruleWithholding(value) != nil || members.contains { hasGaps($0.value) }
    default: false
    }
  }
}
