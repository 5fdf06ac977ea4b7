import ArgumentParser
import FileFormats
import KnowledgeBase
import RedFlags
import TradeModel
import Workplace

/// `quivive rules`: the red-flag rules, bundled and of the user's own.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, show, check and test red-flag rules, or show what they are asked on.",
    discussion:
      "One YAML file a flag (Schemas/red-flag.schema.json, Documentation/Method/red-flags.md).",
    subcommands: [
      RulesList.self, RulesShow.self, RulesCheck.self, RulesTest.self, RulesFacts.self,
    ])

  /// How rules are shown.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }
}

/// How rules are shown, and which ones.
struct RuleViewOptions: ParsableArguments {
  @Option(help: "text or json.")
  var format: RulesCommand.Format = .text

  @Option(help: "The language of text: en or fr. JSON holds both.")
  var language: Language = .en

  @OptionGroup var rules: RuleOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func loaded() throws -> RedFlagRules { try rules.loaded(knowledge.loaded()) }
}

/// `quivive rules list`: every rule in one line.
struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Every rule with its severity, kind and title.")

  @Option(help: "Only rules of this group: route, customer, end-use …")
  var group: String?

  @OptionGroup var view: RuleViewOptions

  func run() throws {
    let rules = try view.loaded()
    let chosen = rules.rules.filter { group == nil || $0.group == group }
    if let group, chosen.isEmpty {
      let groups = rules.rules.map(\.group).sorted()
      throw Failure(
        .usage, "no rule is of the group `\(group)`",
        help: NearestWord.nearest(to: group, among: groups).map { "perhaps `\($0)`" })
    }
    switch view.format {
    case .json:
      Console.write(JSONValue.array(chosen.map { $0.json(isOwn: rules.isOwn($0)) }).indented)
    case .text:
      for rule in chosen {
        Console.print(
          [rule.id, rule.severity.rawValue, rule.kindName, rule.group, rule.title[view.language]]
            .joined(separator: "  "))
      }
      Console.error(
        "\(chosen.count) rules, \(chosen.count { $0.condition == nil }) of them for a person to judge"
      )
    }
  }
}

/// `quivive rules show`: one rule in full.
struct RulesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One rule: its condition, facts, question, sources and examples.")

  @Argument(help: "The id of the rule: RF-RT-04.")
  var id: String

  @OptionGroup var view: RuleViewOptions

  func run() throws {
    let rules = try view.loaded()
    guard let rule = rules[id] ?? rules[id.uppercased()] else {
      let nearest = NearestWord.nearest(to: id, among: rules.rules.map(\.id))
      throw Failure(
        .usage, "there is no rule `\(id)`",
        help: nearest.map { "perhaps `\($0)`" } ?? "`quivive rules list` names them all")
    }
    switch view.format {
    case .json: Console.write(rule.json(isOwn: rules.isOwn(rule)).indented)
    case .text:
      for line in RuleText(rule: rule, facts: rules.facts, language: view.language).lines {
        Console.print(line)
      }
    }
  }
}
