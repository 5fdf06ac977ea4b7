import FileFormats
import Screening
import TradeModel

extension Dossier {
  /// The good-guy decisions it was made with, for running it again.
  ///
  /// - Throws: ``DossierError`` when one cannot be read.
  public func goodGuys() throws(DossierError) -> GoodGuys {
    let values = document["goodGuys"]?.array ?? []
    let decisions = values.compactMap { GoodGuy(json: $0) }
    guard decisions.count == values.count else {
      throw DossierError(
        "a decision in `goodGuys` cannot be read",
        help: "use the program version that the dossier states")
    }
    return GoodGuys(decisions)
  }

  /// What stands at the top of a dossier for each hit that a decision quiets.
  static func quieted(_ findings: [Finding]) -> JSONValue? {
    let quieted = findings.enumerated().filter(\.element.isQuieted)
    guard !quieted.isEmpty else { return nil }
    let ids = quieted.map { "F\($0.offset + 1)" }
    let decisions = quieted.flatMap {
      $0.element.decisions.filter { $0.standing == FindingDecision.applies }
    }
    .map(\.id).uniqued()
    let (count, by, which) = (
      ids.count, decisions.joined(separator: ", "), ids.joined(separator: ", ")
    )
    return .members([
      "findings": .strings(ids), "decisions": .strings(decisions),
      "sentence": BilingualText(
        en:
          "\(count) \(count == 1 ? "finding" : "findings") quieted by decision \(by) (\(which)): counted and shown below, but no longer holding the transaction.",
        fr:
          "\(count) \(count == 1 ? "constat" : "constats") en sourdine par décision \(by) (\(which)) : comptés et montrés ci-dessous, sans retenir l’opération."
      ).json,
    ])
  }
}
