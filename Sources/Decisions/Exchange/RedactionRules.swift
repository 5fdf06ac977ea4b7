public import FileFormats
public import KnowledgeBase
public import TradeModel

/// What is left out of a document under which mark: one row of `Knowledge/Records/redactions.csv`.
public struct RedactionRule: Hashable, Sendable, Identifiable {
  /// The row's key: `R10`.
  public let id: String
  /// The members on the way, `[]` for every element of an array: `case.acts[].actor`.
  public let path: String
  /// The value is shown under this mark and stricter ones.
  public let least: TrafficLight
  /// What it is, for whoever reads that it was left out.
  public let what: BilingualText
}

/// What was left out by one rule.
public struct Withheld: Hashable, Sendable {
  /// The rule.
  public let rule: RedactionRule
  /// How many values.
  public let count: Int

  var json: JSONValue {
    .members(["rule": .string(rule.id), "what": rule.what.json, "count": .int(count)])
  }
}

/// The rules by which documents are shortened before they are passed on.
///
/// Below ``TrafficLight/amber`` what no row names is left out: a member that a later version adds is
/// withheld until somebody decides that it may be shown. Rows of TLP:CLEAR say what may.
public struct RedactionRules: Sendable {
  /// In the order of the table.
  public let rules: [RedactionRule]

  static let path = "Records/redactions.csv"

  /// Reads the table; its layout has verified the words.
  public init(loading knowledge: CheckedKnowledge) {
    rules = knowledge.citedRows(Self.path).compactMap { row in
      TrafficLight(rawValue: row.cells["least_mark"]).map { least in
        RedactionRule(
          id: row.cells["id"], path: row.cells["path"], least: least,
          what: BilingualText(en: row.cells["what_en"], fr: row.cells["what_fr"]))
      }
    }
  }

  /// Leaves out of `document` what may not be shown under `mark`. In the place of each value stands
  /// an object that names the rule, so that nothing is missing without a word.
  public func redacted(
    _ document: JSONValue, under mark: TrafficLight
  ) -> (document: JSONValue, withheld: [Withheld]) {
    var document = document
    var withheld: [Withheld] = []
    for rule in rules where mark < rule.least && rule.path != Self.everythingElse {
      var count = 0
      document = Self.replacing(rule.path[...], in: document, by: rule.id, count: &count)
      if count > 0 { withheld.append(Withheld(rule: rule, count: count)) }
    }
    if mark < .amber, let rule = rules.first(where: { $0.path == Self.everythingElse }) {
      var count = 0
      let shown = Set(rules.filter { $0.least == .clear }.map(\.path))
      document = Self.keeping(shown, of: document, at: "", by: rule.id, count: &count)
      if count > 0 { withheld.append(Withheld(rule: rule, count: count)) }
    }
    return (document, withheld)
  }

  /// The path of the row for what no other row names.
  static let everythingElse = "*"

  /// Leaves out every value that is neither below one of the paths nor withheld already.
  private static func keeping(
    _ shown: Set<String>, of value: JSONValue, at path: String, by rule: String, count: inout Int
  ) -> JSONValue {
    if shown.contains(path) || ruleWithholding(value) != nil { return value }
    switch value {
    case .array(let elements):
      return .array(
        elements.map { keeping(shown, of: $0, at: path + "[]", by: rule, count: &count) })
    case .object(let members):
      return .object(
        members.map { member in
          let own = path.isEmpty ? member.name : "\(path).\(member.name)"
          return .init(
            member.name, keeping(shown, of: member.value, at: own, by: rule, count: &count))
        })
    case .null: return value
    default:
      count += 1
      return .members(["withheld": .string(rule)])
    }
  }

  /// The rule's id where a value was left out.
  public static func ruleWithholding(_ value: JSONValue?) -> String? {
    guard let members = value?.object, members.count == 1 else { return nil }
    return value?["withheld"]?.string
  }

  private static func replacing(
    _ path: Substring, in value: JSONValue, by rule: String, count: inout Int
  ) -> JSONValue {
    if path.isEmpty {
      guard value != .null, ruleWithholding(value) == nil else { return value }
      count += 1
      return .members(["withheld": .string(rule)])
    }
    if path.hasPrefix("[]") {
      let rest = path.dropFirst(2)
      let next = rest.hasPrefix(".") ? rest.dropFirst() : rest
      guard case .array(let elements) = value else { return value }
      return .array(elements.map { replacing(next, in: $0, by: rule, count: &count) })
    }
    let name = path.prefix { $0 != "." && $0 != "[" }
    let rest = path.dropFirst(name.count)
    let next = rest.hasPrefix(".") ? rest.dropFirst() : rest
    guard case .object(let members) = value else { return value }
    return .object(
      members.map { member in
        guard member.name == name else { return member }
        return .init(member.name, replacing(next, in: member.value, by: rule, count: &count))
      })
  }
}
