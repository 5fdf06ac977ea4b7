public import FileFormats
import TradeModel

extension TuningValue {
  static func json(_ root: Root, _ values: [TuningValue]) -> JSONValue {
    .object(values.map { JSONValue.Member($0.name, .int(root[keyPath: $0.path])) })
  }
}

extension NameWeights {
  var json: JSONValue { TuningValue.json(self, Self.values) }
}

extension FactWeights {
  var json: JSONValue { TuningValue.json(self, Self.values) }
}

extension MatchPolicy {
  /// Every value, for a person who wants to see what was used. ``init(json:)`` reads it back.
  public var json: JSONValue {
    .members([
      "algorithm": .string(algorithm.rawValue), "facts": facts.json, "floor": .int(floor.value),
      "name": .string(name), "names": names.json, "prior": .int(prior.tenthsOfBit),
      "scale": .int(scale), "threshold": .int(threshold.value),
    ])
  }
}
