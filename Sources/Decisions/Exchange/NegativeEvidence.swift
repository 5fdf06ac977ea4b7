public import FileFormats
public import TradeModel

/// A signed statement that a screening found no listed party: on which day, against which lists, under
/// which policy, and what was not checked. It makes no legal claim.
public enum NegativeEvidence {
  /// The name and version of the document's form.
  public static let schema = "quivive.negative/1"

  /// States that nothing in `dossier` reached the threshold.
  ///
  /// - Throws: ``ExchangeError`` when something did, or when no list was screened: then there is
  ///   nothing to state.
  public static func statement(
    on dossier: Dossier, by sender: String, at time: Timestamp, key: Ed25519.PrivateKey
  ) throws(ExchangeError) -> SignedDocument {
    let findings = dossier["findings"]?.array ?? []
    let hits = findings.filter { $0["hit"] != nil }.compactMap { $0["id"]?.string }
    guard hits.isEmpty else {
      throw ExchangeError(
        "the dossier has \(hits.count == 1 ? "a hit" : "\(hits.count) hits") (\(hits.joined(separator: ", "))): something did reach the threshold"
      )
    }
    let lists = dossier["lists"]?.array ?? []
    guard !lists.isEmpty else {
      throw ExchangeError("no list was screened, so nothing can be said of any")
    }
    return SignedDocument(
      .members([
        "schema": .string(schema), "from": .string(sender), "created": .string(time.description),
        "on": dossier["request", "on"], "asKnownOn": dossier["request", "asKnownOn"],
        "policy": dossier["request", "policy"],
        "statement": statement(on: dossier, lists: lists).json,
        "parties": .array(
          (dossier["transaction", "parties"]?.array ?? []).compactMap { $0["names"] }),
        "lists": .array(lists), "digests": dossier["digests"],
        "otherFindings": .array(
          findings.map {
            .members(["id": $0["id"], "kind": $0["kind"], "outcome": $0["outcome"]])
          }),
        "outcome": dossier["outcome"], "notChecked": dossier["notChecked"],
        "dossierSHA256": .string(dossier.digest.hex),
        "limits": .array(limits.map(\.json)),
      ]), key: key)
  }

  private static func statement(on dossier: Dossier, lists: [JSONValue]) -> BilingualText {
    let day = dossier["request", "on"]?.string ?? "?"
    let policy = dossier["request", "policy"]?.string ?? "?"
    let names = lists.compactMap { $0["id"]?.string }.joined(separator: ", ")
    let rest = dossier["notChecked"]?.array?.count ?? 0
    return BilingualText(
      en:
        "On \(day), against the lists \(names) in the states given here by digest, under the policy \(policy), nothing reached the threshold. Not checked: \(rest) matters, listed here.",
      fr:
        "Le \(day), sur les listes \(names) dans les états désignés ici par leur empreinte, selon la politique \(policy), rien n’a atteint le seuil. Non vérifié : \(rest) points, énumérés ici."
    )
  }

  private static let limits = [
    BilingualText(
      en:
        "This says what was looked for and not found. It does not say that a party is not listed, and it is no legal opinion.",
      fr:
        "Ceci indique ce qui a été cherché et n’a pas été trouvé. Cela n’établit pas qu’une partie n’est pas listée et ne constitue pas un avis juridique."
    ),
    BilingualText(
      en: "Findings of other kinds, if any, are named under “otherFindings”.",
      fr: "Les constats d’autre nature, s’il y en a, figurent sous « otherFindings »."
    ),
  ]
}
