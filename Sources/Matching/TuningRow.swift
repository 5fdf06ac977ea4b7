/// What a tuning value is about.
public enum TuningTopic: String, Hashable, Sendable, CaseIterable {
  case whole, agreement, difference, missing, fact

  /// A heading.
  public var title: String {
    switch self {
    case .whole: "The name as a whole"
    case .agreement: "What an agreement keeps"
    case .difference: "What a difference costs"
    case .missing: "What a missing part costs"
    case .fact: "Everything besides names"
    }
  }
}

/// What a tuning value counts.
public enum TuningUnit: Hashable, Sendable {
  case tenthsOfBit, hundredths, letters
}

/// One tuning value of a policy, for a person to read.
public struct TuningRow: Hashable, Sendable {
  /// As in the policy's JSON.
  public let name: String
  /// What it is about.
  public let topic: TuningTopic
  /// In its unit.
  public let value: Int
  /// What ``value`` counts.
  public let unit: TuningUnit
  /// One English sentence.
  public let meaning: String

  /// The value with its unit: `−2.4 bits`, `36 %`.
  public var text: String {
    let sign = value < 0 ? "−" : ""
    let amount = abs(value)
    return switch unit {
    case .tenthsOfBit: "\(sign)\(amount / 10).\(amount % 10) bits"
    case .hundredths: "\(sign)\(amount) %"
    case .letters: "\(sign)\(amount) letters"
    }
  }

  fileprivate init<Root>(_ value: TuningValue<Root>, of root: Root) {
    name = value.name
    topic = value.topic
    self.value = root[keyPath: value.path]
    unit = value.unit
    meaning = value.meaning
  }
}

extension MatchPolicy {
  /// Every weight with its meaning, names before facts, each by name.
  public var tuningRows: [TuningRow] {
    NameWeights.values.map { TuningRow($0, of: names) }
      + FactWeights.values.map { TuningRow($0, of: facts) }
  }
}
