public import FileFormats
import TradeModel

/// Why a JSON value is no policy.
public struct PolicyError: Error, Hashable, CustomStringConvertible {
  /// Lower case, no period, input in backticks.
  public let description: String
  /// What to do about it.
  public let help: String?

  init(_ description: String, help: String? = nil) {
    self.description = description
    self.help = help
  }
}

extension MatchPolicy {
  /// Reads a policy as ``json`` writes it: whole, or only what differs from a preset that `base` names.
  ///
  /// A policy that is not the preset of its name needs a name of its own; without one it is called
  /// `custom`. Unknown fields are errors, never passed over: a misspelt weight would go unnoticed.
  ///
  /// - Throws: ``PolicyError`` for the first field that cannot be taken.
  public init(json: JSONValue) throws(PolicyError) {
    guard let members = json.object else {
      throw PolicyError("a policy is an object, not \(json.kindName)")
    }
    try Self.check(members.map(\.name), among: Self.fields, in: nil)
    var base: MatchPolicy?
    if let named = json["base"] {
      guard let preset = MatchPolicy.presets.first(where: { .string($0.name) == named }) else {
        throw PolicyError(
          "`base` names no policy",
          help: "the policies are \(MatchPolicy.presets.map(\.name).joined(separator: ", "))")
      }
      base = preset
    }
    func number(_ field: String, _ range: ClosedRange<Int>, _ preset: Int?) throws(PolicyError)
      -> Int
    {
      guard let value = json[field] else {
        guard let preset else { throw Self.missing(field) }
        return preset
      }
      return try Self.number(value, field, range)
    }
    let largest = TuningValue<NameWeights>.largest
    var names = base?.names ?? NameWeights()
    try TuningValue.read(
      json["names"], into: &names, NameWeights.values, "names", isWhole: base == nil)
    var facts = base?.facts ?? FactWeights()
    try TuningValue.read(
      json["facts"], into: &facts, FactWeights.values, "facts", isWhole: base == nil)
    self.init(
      name: try Self.name(json["name"]),
      algorithm: try Self.algorithm(json["algorithm"]) ?? base?.algorithm ?? .evidence,
      prior: Weight(
        tenthsOfBit: try number("prior", -largest...largest, base?.prior.tenthsOfBit)),
      scale: try number("scale", 1...largest, base?.scale),
      floor: Score(try number("floor", 0...1000, base?.floor.value)),
      threshold: Score(try number("threshold", 0...1000, base?.threshold.value)), names: names,
      facts: facts)
    guard floor <= threshold else {
      throw PolicyError("`floor` is above `threshold`: no hit may be hidden")
    }
    if let preset = MatchPolicy.presets.first(where: { $0.name == name }), preset != self {
      throw PolicyError(
        "a policy that is not the preset `\(name)` may not bear its name",
        help: "give it a `name` of its own; dossiers quote it")
    }
  }

  private static let fields = [
    "base", "name", "algorithm", "prior", "scale", "floor", "threshold", "names", "facts",
  ]

  private static func name(_ value: JSONValue?) throws(PolicyError) -> String {
    guard let value else { return "custom" }
    guard let name = value.string, (1...80).contains(name.unicodeScalars.count) else {
      throw PolicyError("`name` is a text of 1 to 80 letters")
    }
    return name
  }

  private static func algorithm(_ value: JSONValue?) throws(PolicyError) -> Algorithm? {
    guard let value else { return nil }
    guard let algorithm = value.string.flatMap(Algorithm.init(rawValue:)) else {
      throw PolicyError(
        "`algorithm` names no algorithm",
        help:
          "the algorithms are \(Algorithm.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return algorithm
  }

  fileprivate static func missing(_ field: String) -> PolicyError {
    PolicyError(
      "the policy has no `\(field)`", help: "state it, or name a preset as `base` to start from")
  }

  fileprivate static func number(
    _ value: JSONValue, _ field: String, _ range: ClosedRange<Int>
  ) throws(PolicyError) -> Int {
    guard let number = value.int, range.contains(number) else {
      throw PolicyError(
        "`\(field)` is a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  fileprivate static func check(
    _ names: [String], among known: [String], in object: String?
  ) throws(PolicyError) {
    for name in names where !known.contains(name) {
      let place = object.map { "`\($0)` has" } ?? "a policy has"
      throw PolicyError(
        "\(place) no field `\(name)`",
        help: NearestWord.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
          ?? "the fields are \(known.joined(separator: ", "))")
    }
  }
}

extension TuningValue {
  /// Far beyond any weight of use, and small enough that sums of many stay numbers.
  fileprivate static var largest: Int { 100_000 }

  /// - Parameter isWhole: whether every value must be stated.
  fileprivate static func read(
    _ json: JSONValue?, into root: inout Root, _ values: [TuningValue], _ object: String,
    isWhole: Bool
  ) throws(PolicyError) {
    guard let json else {
      if isWhole { throw MatchPolicy.missing(object) }
      return
    }
    guard let members = json.object else {
      throw PolicyError("`\(object)` is an object, not \(json.kindName)")
    }
    try MatchPolicy.check(members.map(\.name), among: values.map(\.name), in: object)
    for value in values {
      let field = "\(object).\(value.name)"
      guard let stated = json[value.name] else {
        if isWhole { throw MatchPolicy.missing(field) }
        continue
      }
      root[keyPath: value.path] = try MatchPolicy.number(stated, field, -largest...largest)
    }
  }
}
