import ArgumentParser
import FileFormats
import RedFlags
import TradeModel
import Workplace

/// `quivive rules facts`: what rules are asked on for one transaction.
struct RulesFacts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "The facts of a transaction, as red-flag rules see them.",
    discussion: """
      Every fact that is known, with its values and the places in the transaction they come from. A fact \
      that is not shown is unknown: a rule that needs it is not evaluated.
      """)

  @Argument(help: "A transaction as JSON. '-' reads standard input.", completion: .file())
  var file: String

  @Flag(help: "Also the names of the facts that are not known.")
  var all = false

  @Option(help: "text or json.")
  var format: RulesCommand.Format = .text

  @Option(help: "The language of text: en or fr. JSON holds codes.")
  var language: Language = .en

  @OptionGroup var request: RequestOptions

  func run() throws {
    let (sheet, declared) = try ScreeningSession(request).facts(InputFile.bytes(at: file))
    let lines = declared.all.flatMap { fact in
      Self.members(of: sheet, fact.scope).map { member in
        Line(
          fact: fact, member: member,
          statement: sheet.statement(fact.name, scope: fact.scope, of: member))
      }
    }
    switch format {
    case .json: Console.write(JSONValue.array(lines.compactMap(\.json)).indented)
    case .text:
      for line in lines {
        if let text = line.text(language, isUnknownShown: all) { Console.print(text) }
      }
    }
  }

  private static func members(
    of sheet: FactSheet, _ scope: FactDeclaration.Scope
  ) -> [FactSheet.Member?] {
    scope == .transaction ? [nil] : sheet.members.filter { $0.scope == scope }
  }

  /// One fact of the transaction, or of one party, item or leg.
  private struct Line {
    let fact: FactDeclaration
    let member: FactSheet.Member?
    let statement: FactSheet.Statement?

    func text(_ language: Language, isUnknownShown: Bool) -> String? {
      let name = member.map { "\(fact.name) [\($0.path)]" } ?? fact.name
      guard let statement else {
        let unknown = BilingualText(en: "not known", fr: "inconnu")
        return isUnknownShown ? "\(name): \(unknown[language])" : nil
      }
      let none = BilingualText(en: "none", fr: "aucun")[language]
      let more = BilingualText(en: "perhaps others", fr: "peut-être d’autres")[language]
      var values = statement.values.map { value in
        let places = value.paths.joined(separator: ", ")
        return fact.text(of: value.value)[language] + (places.isEmpty ? "" : " (\(places))")
      }
      if !statement.isComplete { values.append(more) }
      return "\(name): \(values.isEmpty ? none : values.joined(separator: ", "))"
    }

    var json: JSONValue? {
      statement.map { statement in
        .members([
          "fact": .string(fact.name), "of": member.map { .string($0.path) },
          "values": .array(
            statement.values.map { value in
              .members([
                "value": .string(value.value.notation),
                "paths": .array(value.paths.map(JSONValue.string)),
              ])
            }), "complete": .bool(statement.isComplete),
        ])
      }
    }
  }
}
