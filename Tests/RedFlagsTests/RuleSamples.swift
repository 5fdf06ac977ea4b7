import KnowledgeBase
import Testing
import TradeModel

@testable import RedFlags

/// Rules in memory: a sound one, to be changed in the one part that a test is about.
enum RuleSamples {
  static let facts = """
    consignee.business: {type: word, values: [forwarding, banking, making], many: true, origin: derived, how: by words}
    user.stated: {type: flag, origin: derived, how: by roles}
    statement: {type: text, origin: input}
    value: {type: money, origin: input}
    stops: {type: number, origin: derived, how: counted}
    ordered: {type: date, origin: input}
    destination: {type: country, origin: derived, how: by addresses}
    visited: {type: country, many: true, origin: derived, how: by legs}
    party.country: {type: country, origin: derived, how: by addresses}
    party.founded: {type: date, origin: input, label: {en: day of founding, fr: jour de fondation}}
    leg.detour: {type: number, unit: km, origin: derived, how: by places, scope: leg}
    """

  /// The text of a rule with `when` and `examples` as given, each line indented by two blanks.
  static func rule(
    id: String = "RF-RT-04", when: String = "a: {user.stated: true}\ncondition: a",
    more: String = "", examples: String? = nil
  ) -> String {
    func indented(_ text: String) -> String {
      text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    }
    let examples =
      examples ?? """
        - {name: yes, facts: {user.stated: true}, raises: true}
        - {name: no, facts: {user.stated: false}, raises: false}
        """
    return """
      id: \(id)
      title: {en: A title, fr: Un titre}
      group: route
      severity: high
      sources: [law]
      ask: {en: Who?, fr: Qui ?}
      \(more.isEmpty ? "section: flag 8" : more)
      when:
      \(indented(when))
      examples:
      \(indented(examples))

      """
  }

  static func judgement(_ more: String = "") -> String {
    """
    id: RF-RT-04
    title: {en: A title, fr: Un titre}
    group: route
    severity: low
    sources: law
    kind: judgement
    ask: {en: Is it so?, fr: Est-ce le cas ?}
    \(more)

    """
  }

  static func vocabulary(facts: String = facts) throws -> RuleVocabulary {
    let knowledge = try CheckedKnowledge(
      loading: folder([
        "sources.csv": """
        id,title,issuer,date,section,address,address_status,seen,licence,note
        law,The law,Parliament,2020-02-01,,,none,yes,,

        """
      ]), layouts: [])
    return RuleVocabulary(
      facts: try FactDeclarations(loading: folder(["RedFlags/facts.yaml": facts])),
      sources: knowledge.sources,
      groups: ["GULF": territories("AE", "OM"), "EAST": territories("KG", "KZ")],
      territories: territories("AE", "OM", "KG", "KZ", "FR", "NO"),
      catalogue: ["RF-RT-04": "route"])
  }

  static func territories(_ codes: String...) -> Set<TerritoryID> {
    Set(codes.map { TerritoryID($0) })
  }

  static func folder(_ files: [String: String]) -> KnowledgeFolder {
    KnowledgeFolder(location: "memory", files: files.mapValues { Array($0.utf8) })
  }

  /// Reads rules by their file names.
  static func rules(
    _ files: [String: String], own: [String: String]? = nil, facts: String = facts
  ) throws -> RedFlagRules {
    try RedFlagRules(
      bundled: folder(files).files, own: own.map { folder($0) },
      vocabulary: vocabulary(facts: facts))
  }

  /// The one rule of that text.
  static func one(_ text: String) throws -> (rule: RedFlagRule, rules: RedFlagRules) {
    let rules = try rules(["rule.yaml": text])
    return (try #require(rules.rules.first), rules)
  }

  /// The messages of what is wrong with that text, once read or while reading.
  static func faults(_ text: String, own: [String: String]? = nil) -> [String] {
    do {
      return try rules(["rule.yaml": text], own: own).faults.map(\.description)
    } catch let errors as KnowledgeErrors {
      return errors.errors.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }
}
