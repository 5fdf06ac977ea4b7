import Matching
import Screening
import TradeModel

/// Whether decisions quiet one hit, and why each applies or does not.
struct GoodGuyWeighing {
  let finding: Finding
  let hit: Hit
  let on: Day
  let policy: Digest

  init(finding: Finding, hit: Hit, on day: Day, policy: Digest) {
    self.finding = finding
    self.hit = hit
    on = day
    self.policy = policy
  }

  /// Why a decision does not apply to the hit.
  enum Reopening: Hashable {
    case notYet
    case expired
    case customerChanged
    case policyChanged
    /// What a list says of these designations has changed.
    case listingChanged([String])
    /// These designations of the party were not there when it was decided.
    case grown([String])
    /// The hit rests on a number in common, or by itself bars the transaction.
    case stronger

    var word: String {
      switch self {
      case .notYet: "not-yet"
      case .expired: "expired"
      case .customerChanged: "customer-changed"
      case .policyChanged: "policy-changed"
      case .listingChanged: "listing-changed"
      case .grown: "listing-grown"
      case .stronger: "stronger-hit"
      }
    }
  }

  /// The finding with what each decision says of it.
  func finding(under decisions: [GoodGuy]) -> Finding {
    let valid = decisions.filter { ownReopening(of: $0) == nil }
    let covered = Set(valid.flatMap { coverage(of: $0) })
    let uncovered = hit.designations.map(\.id).filter { !covered.contains($0) }
    let isQuieted = uncovered.isEmpty && !hit.designations.isEmpty && !isStronger
    let notes = decisions.map { decision -> FindingDecision in
      let reopening =
        ownReopening(of: decision) ?? (isQuieted ? nil : reopening(of: decision, uncovered))
      return FindingDecision(
        id: decision.id.description, standing: reopening?.word ?? FindingDecision.applies,
        text: GoodGuySentence(decision: decision, reopening: reopening).text)
    }
    return finding.with(notes, isQuieted: isQuieted)
  }

  /// A number in common is no resemblance, and a hit that by itself does more than hold is not for a
  /// standing decision.
  private var isStronger: Bool {
    finding.outcome > .hold
      || hit.match.reasons.contains {
        $0.feature == .identifier && $0.weight.tenthsOfBit > 0
      }
  }

  /// What keeps the decision from applying whatever the list says.
  private func ownReopening(of decision: GoodGuy) -> Reopening? {
    guard let approved = decision.approvedAt, let expires = decision.expires else { return .notYet }
    if on < approved.day { return .notYet }
    if on > expires { return .expired }
    if decision.proposal.subject.digest != hit.subject.digest { return .customerChanged }
    if decision.proposal.policy != policy { return .policyChanged }
    return nil
  }

  /// The designations of the hit that the decision speaks of and that say the same as then.
  private func coverage(of decision: GoodGuy) -> [String] {
    if case .list(let list) = decision.proposal.scope,
      !hit.designations.allSatisfy({ $0.id.prefix { $0 != "/" } == list })
    {
      return []
    }
    let seen = Set(decision.proposal.designations)
    return hit.designations.filter { seen.contains(.init(id: $0.id, content: $0.content)) }
      .map(\.id)
  }

  /// Why the hit is not quiet although the decision itself holds.
  private func reopening(of decision: GoodGuy, _ uncovered: [String]) -> Reopening? {
    if isStronger { return .stronger }
    let known = Set(decision.proposal.designations.map(\.id))
    let changed = uncovered.filter { known.contains($0) }
    if !changed.isEmpty, coverage(of: decision).count < hit.designations.count {
      let isContent = changed.contains { id in
        hit.designations.contains { designation in
          designation.id == id
            && !decision.proposal.designations.contains(
              .init(id: id, content: designation.content))
        }
      }
      if isContent { return .listingChanged(changed) }
    }
    let grown = hit.designations.map(\.id).filter { !known.contains($0) }
    return .grown(grown.isEmpty ? uncovered : grown)
  }
}
