import FileFormats
public import Screening
public import TradeModel

/// The good-guy decisions of an organisation, applied to the hits of a screening.
public struct GoodGuys: Hashable, Sendable {
  /// By id.
  public let decisions: [GoodGuy]

  public init(_ decisions: [GoodGuy]) { self.decisions = decisions.sorted { $0.id < $1.id } }

  /// The decisions in force on a day under a policy, as `Screener.screen(_:on:settling:)` asks them.
  ///
  /// A quieted hit stays a finding: counted, explained and shown with the decision.
  ///
  /// - Complexity: of each call O(*d*) in the decisions on the hit's customer.
  public func settling(on day: Day, policy: Digest) -> (Finding) -> Finding {
    let approved = Dictionary(
      grouping: decisions.filter { $0.isApproved(on: day) }, by: \.proposal.subject.key)
    return { finding in
      guard let hit = finding.hit,
        let relevant = approved[hit.subject.key]?.filter({ $0.touches(hit) }), !relevant.isEmpty
      else { return finding }
      return GoodGuyWeighing(finding: finding, hit: hit, on: day, policy: policy)
        .finding(under: relevant)
    }
  }

  /// The decisions that concern a hit of the result, whether they apply or not: an input of its
  /// dossier.
  public func used(in result: ScreeningResult) -> [GoodGuy] {
    let used = Set(result.findings.flatMap(\.decisions).map(\.id))
    return decisions.filter { used.contains($0.id.description) }
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
