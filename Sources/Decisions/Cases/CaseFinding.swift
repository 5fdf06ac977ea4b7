import FileFormats
public import TradeModel

/// A finding of a dossier as a case keeps it: who it is, what it says, by digest.
public struct CaseFinding: Hashable, Sendable {
  /// Its number in its dossier: `F2`.
  public let id: String
  /// What makes it the same finding in another dossier of the case: kind, rule, place in the
  /// transaction, listed party.
  public let key: Digest
  /// Of everything it says, without its number, the day of the list's state and recorded decisions.
  public let evidence: Digest
  /// A `Finding.Kind`, as the dossier wrote it.
  public let kind: String
  /// What it leads to; the strictest where the dossier's word is not known.
  public let outcome: Outcome
  /// Its heading.
  public let title: BilingualText
  /// Whether a good-guy decision keeps it from holding the transaction.
  public let isQuieted: Bool

  init(
    id: String, key: Digest, evidence: Digest, kind: String, outcome: Outcome,
    title: BilingualText, isQuieted: Bool
  ) {
    self.id = id
    self.key = key
    self.evidence = evidence
    self.kind = kind
    self.outcome = outcome
    self.title = title
    self.isQuieted = isQuieted
  }

  /// The findings of a dossier, in its order.
  static func all(of dossier: Dossier) -> [CaseFinding] {
    var seen: [Digest: Int] = [:]
    return (dossier["findings"]?.array ?? []).enumerated().map { index, finding in
      let identity = identity(of: finding)
      let plain = SHA256.digest(of: identity.canonical)
      let ordinal = seen[plain, default: 0]
      seen[plain] = ordinal + 1
      // Findings that nothing tells apart are told apart by their order.
      let key =
        ordinal == 0
        ? plain : SHA256.digest(of: JSONValue.array([identity, .int(ordinal)]).canonical)
      return CaseFinding(
        id: finding["id"]?.string ?? "F\(index + 1)", key: key,
        evidence: SHA256.digest(of: evidence(of: finding).canonical),
        kind: finding["kind"]?.string ?? "",
        outcome: finding["outcome"]?.string.flatMap(Outcome.init(rawValue:)) ?? .prohibited,
        title: BilingualText(json: finding["title"]) ?? BilingualText(en: "–", fr: "–"),
        isQuieted: finding["quieted"]?.bool ?? false)
    }
  }

  /// A hit is told by its listed party and the path of the subject: which of the subject's fields
  /// agreed may change with the list. Other findings are told by their rule and places, and those
  /// without a rule by their heading.
  private static func identity(of finding: JSONValue) -> JSONValue {
    let facts = (finding["facts"]?.array ?? []).compactMap(\.string)
    let party = finding["hit"]?["party"]
    let rule = finding["rule"]
    return .members([
      "kind": finding["kind"], "party": party, "rule": rule,
      "places": party == nil
        ? .strings(facts) : .strings(facts.prefix(1).map(subjectPath)),
      "title": party == nil && rule == nil ? finding["title"]?["en"] : nil,
    ])
  }

  /// `parties[1].names[0]` → `parties[1]`.
  private static func subjectPath(_ fact: String) -> String {
    guard let point = fact.lastIndex(of: ".") else { return fact }
    let last = fact[fact.index(after: point)...].prefix { $0 != "[" }
    let fields: Set<Substring> = [
      "names", "name", "identifiers", "birthDates", "foundingDates", "countries", "kind",
      "gender", "addresses",
    ]
    return fields.contains(last) ? String(fact[..<point]) : fact
  }

  private static func evidence(of finding: JSONValue) -> JSONValue {
    let passedOver: Set = [
      "id", "decisions", "quieted", "outcome", "outcomeIfConfirmed", "question",
    ]
    var members = (finding.object ?? []).filter { !passedOver.contains($0.name) }
    // A quieted hit bears another outcome and no question; what it says of the party is the same.
    if finding["quieted"]?.bool != true, finding["hit"] == nil {
      members += ["outcome", "outcomeIfConfirmed"].compactMap { name in
        finding[name].map { .init(name, $0) }
      }
    }
    return .object(
      members.map { member in
        guard member.name == "hit" else { return member }
        return .init("hit", withoutStates(member.value))
      })
  }

  /// The day of a list's state moves with every update; what the list says of the party stands in the
  /// content digest.
  private static func withoutStates(_ hit: JSONValue) -> JSONValue {
    .object(
      (hit.object ?? []).map { member in
        guard member.name == "designations" else { return member }
        return .init(
          "designations",
          .array(
            (member.value.array ?? []).map { designation in
              .object((designation.object ?? []).filter { $0.name != "published" })
            }))
      })
  }
}

extension CaseFinding {
  var json: JSONValue {
    .members([
      "id": .string(id), "key": .string(key.hex), "evidence": .string(evidence.hex),
      "kind": .string(kind), "outcome": .string(outcome.rawValue), "title": title.json,
      "quieted": isQuieted ? true : nil,
    ])
  }

  init?(json: JSONValue) {
    guard let id = json["id"]?.string,
      let key = json["key"]?.string.flatMap({ Digest(hex: $0) }),
      let evidence = json["evidence"]?.string.flatMap({ Digest(hex: $0) }),
      let kind = json["kind"]?.string,
      let outcome = json["outcome"]?.string.flatMap(Outcome.init(rawValue:)),
      let title = BilingualText(json: json["title"])
    else { return nil }
    self.init(
      id: id, key: key, evidence: evidence, kind: kind, outcome: outcome, title: title,
      isQuieted: json["quieted"]?.bool ?? false)
  }
}
