import FileFormats
public import TradeModel

/// The tuning values of matching. Its digest goes into every dossier.
public struct MatchPolicy: Hashable, Sendable {
  /// How names are compared.
  public enum Algorithm: String, Hashable, Sendable, CaseIterable {
    /// Weights of evidence over names and facts, summed.
    case evidence
    /// The rule of OFAC's own search tool: the names' letters alone.
    case ofac
  }

  /// By which a request and a dossier name it.
  public let name: String
  /// How names are compared.
  public let algorithm: Algorithm
  /// The weight at which a match scores 500: how much evidence it takes to overcome how rare true
  /// matches are.
  public let prior: Weight
  /// How many tenths of a bit move the score from 500 to 731 (one logistic unit).
  public let scale: Int
  /// Below: not shown.
  public let floor: Score
  /// From here on: a hit.
  public let threshold: Score
  /// What agreements and differences of names weigh.
  public let names: NameWeights
  /// What everything besides names weighs.
  public let facts: FactWeights

  public init(
    name: String, algorithm: Algorithm = .evidence, prior: Weight, scale: Int, floor: Score,
    threshold: Score,
    names: NameWeights = NameWeights(), facts: FactWeights = FactWeights()
  ) {
    self.name = name
    self.algorithm = algorithm
    self.prior = prior
    self.scale = scale
    self.floor = floor
    self.threshold = threshold
    self.names = names
    self.facts = facts
  }
}

extension MatchPolicy {
  /// For daily work: about one unlisted name in a hundred makes a hit.
  public static let balanced = MatchPolicy(
    name: "balanced", prior: Weight(tenthsOfBit: 140), scale: 30, floor: Score(100),
    threshold: Score(500))

  /// Fewer hits: agreement that leaves little room. What falls below is still shown.
  public static let strict = MatchPolicy(
    name: "strict", prior: Weight(tenthsOfBit: 140), scale: 30, floor: Score(100),
    threshold: Score(700))

  /// More hits, more false ones: for goods and destinations where a miss weighs heaviest.
  public static let wide = MatchPolicy(
    name: "wide", prior: Weight(tenthsOfBit: 140), scale: 30, floor: Score(50),
    threshold: Score(300))

  /// The rule of OFAC's own search tool: names only, and the score at which the tool's users commonly
  /// begin to look. A weight is the score itself, so `prior` and `scale` say nothing here.
  public static let ofac = MatchPolicy(
    name: "ofac", algorithm: .ofac, prior: Weight(tenthsOfBit: 500), scale: 50, floor: Score(750),
    threshold: Score(850))

  /// The presets, by name.
  public static let presets = [balanced, strict, wide, ofac]

  /// SHA-256 of every value, as canonical JSON.
  public var digest: Digest { SHA256.digest(of: json.canonical) }

  /// The logistic map of ``prior`` and ``scale``, from a table and in integers, so that it is the same
  /// on every machine. Monotone: more weight never scores less.
  ///
  /// Under ``Algorithm/ofac`` a weight is the score.
  public func score(of weight: Weight) -> Score {
    if algorithm == .ofac { return Score(min(max(0, weight.tenthsOfBit), 1000)) }
    // Eighths of a logistic unit, kept in thousandths for the step between two rows.
    let position = (weight.tenthsOfBit - prior.tenthsOfBit) * 8000 / max(1, scale)
    let distance = min(abs(position), (Self.logistic.count - 1) * 1000)
    let row = min(distance / 1000, Self.logistic.count - 2)
    let step = Self.logistic[row + 1] - Self.logistic[row]
    let above = Self.logistic[row] + step * (distance - row * 1000) / 1000
    return Score(position < 0 ? 1000 - above : above)
  }

  /// 1000 / (1 + exp(-x)), rounded, for x = 0, 1/8, 2/8 … 8.
  private static let logistic = [
    500, 531, 562, 593, 622, 651, 679, 706, 731, 755, 777, 798, 818, 835, 852, 867, 881, 893, 905,
    915, 924, 932, 940, 947, 953, 958, 963, 967, 971, 974, 977, 980, 982, 984, 986, 988, 989, 990,
    991, 992, 993, 994, 995, 995, 996, 996, 997, 997, 998, 998, 998, 998, 998, 999, 999, 999, 999,
    999, 999, 999, 999, 1000, 1000, 1000, 1000,
  ]
}
