import FileFormats
public import Screening
public import TradeModel

/// The good-guy decisions of an organisation, applied to the hits of a screening.
public struct GoodGuys: Hashable, Sendable {
  /// By id.
  public let decisions: [GoodGuy]

  public init(_ decisions: [GoodGuy]) { self.decisions = decisions.sorted { $0.id < $1.id } }

  /// A screening's result with the decisions that concern it.
  public struct Applied: Hashable, Sendable {
    public let result: ScreeningResult
    /// Every decision on a customer of the transaction that touches one of its hits, applied or not:
    /// an input of the dossier.
    public let used: [GoodGuy]
  }

  /// Applies them. A quieted hit stays a finding: counted, explained and shown with the decision.
  ///
  /// - Complexity: O(*h*·*d*) in hits and decisions.
  public func applied(
    to result: ScreeningResult, on day: Day, policy: Digest
  ) -> Applied {
    let approved = Dictionary(
      grouping: decisions.filter { $0.state == .approved }, by: \.proposal.subject.key)
    guard !approved.isEmpty else { return Applied(result: result, used: []) }
    var used: Set<GoodGuyID> = []
    let findings = result.findings.map { finding -> Finding in
      guard finding.kind == .listHit, let hit = finding.hit,
        let relevant = approved[hit.subject.key]?.filter({ $0.touches(hit) }), !relevant.isEmpty
      else { return finding }
      used.formUnion(relevant.map(\.id))
      let weighing = GoodGuyWeighing(finding: finding, hit: hit, on: day, policy: policy)
      return weighing.finding(under: relevant)
    }
    guard !used.isEmpty else { return Applied(result: result, used: []) }
    return Applied(
      result: result.replacing(findings), used: decisions.filter { used.contains($0.id) })
  }

  /// Whether a hit, as a dossier states it, rests on a number in common.
  static func restsOnNumber(_ hit: JSONValue) -> Bool {
    (hit["reasons"]?.array ?? []).contains {
      $0["feature"]?.string == "identifier" && ($0["weight"]?.int ?? 0) > 0
    }
  }
}

extension GoodGuy {
  /// Whether it speaks of the party of the hit, in whatever state the list is now.
  func touches(_ hit: Hit) -> Bool {
    let ids = Set(proposal.designations.map(\.id))
    if case .list(let list) = proposal.scope {
      return hit.designations.contains { $0.id.prefix { $0 != "/" } == list }
    }
    return hit.designations.contains { ids.contains($0.id) }
  }
}
