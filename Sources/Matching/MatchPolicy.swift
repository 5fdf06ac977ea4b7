public import TradeModel

/// The tuning values of matching. Its digest goes into every dossier.
public struct MatchPolicy: Hashable, Sendable {
  public let name: String
  /// The weight at which a match scores 500: how much evidence it takes to overcome how rare true
  /// matches are.
  public let prior: Weight
  /// How many tenths of a bit move the score from 500 to 731 (one logistic unit).
  public let scale: Int
  /// Below: not shown.
  public let floor: Score
  /// From here on: a hit.
  public let threshold: Score

  public init(name: String, prior: Weight, scale: Int, floor: Score, threshold: Score) {
    self.name = name
    self.prior = prior
    self.scale = scale
    self.floor = floor
    self.threshold = threshold
  }
}

extension MatchPolicy {
  /// The logistic map of ``prior`` and ``scale``, computed in integers so that it is the same on
  /// every machine.
  public func score(of weight: Weight) -> Score {
    // Filled in by the scoring: a piecewise table of the logistic function.
    let units = (weight.tenthsOfBit - prior.tenthsOfBit) * 1000 / max(1, scale)
    return Score(max(0, min(1000, 500 + units / 8)))
  }
}
