public import TradeModel

extension ScoredMatch {
  /// What a reader must know of a match whose name agrees better than the whole.
  public enum Marking: String, Hashable, Sendable, CaseIterable {
    /// The facts speak against it: with the name alone it would be a hit, or be shown by its score.
    case contradicted
    /// A number that is given once in the world differs, such as a ship's IMO number: another party of
    /// the same name.
    case nameOnly = "name-only"

    /// In words.
    public var title: BilingualText {
      switch self {
      case .contradicted:
        BilingualText(en: "the facts speak against it", fr: "les faits s’y opposent")
      case .nameOnly: BilingualText(en: "the name only", fr: "le nom seulement")
      }
    }
  }

  /// What the names alone weigh.
  public var nameWeight: Weight {
    reasons.reduce(.zero) { $1.feature.isOfName ? $0 + $1.weight : $0 }
  }

  /// Why the match stands lower than its name, when facts moved it below the threshold or the floor.
  public func marking(under policy: MatchPolicy) -> Marking? {
    let byName = policy.score(of: nameWeight)
    let score = score(under: policy)
    guard score < byName, byName >= policy.floor,
      score < policy.floor || (score < policy.threshold && byName >= policy.threshold)
    else { return nil }
    let isOther = reasons.contains {
      $0.feature == .identifier && $0.weight.tenthsOfBit <= policy.facts.otherShip
    }
    return isOther ? .nameOnly : .contradicted
  }
}
