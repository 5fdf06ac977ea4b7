import ArgumentParser
import RedFlags
import Workplace

/// `quivive rules test`: every example of every rule.
struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Try the examples of the rules.",
    discussion: """
      An example says what must come out: raised (`true`), not raised (`false`) or `unknown`.

      Exits with 0 when all come out so and with 65 when one does not.
      """)

  @Argument(help: "Only rules with these ids.")
  var ids: [String] = []

  @OptionGroup var rules: RuleOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let rules = try rules.loaded(knowledge.loaded())
    if let unknown = ids.first(where: { rules[$0] == nil }) {
      throw Failure(
        .usage, "there is no rule `\(unknown)`", help: "`quivive rules list` names them all")
    }
    let trials = rules.trials.filter { ids.isEmpty || ids.contains($0.rule) }
    let failed = trials.filter { !$0.isAsExpected }
    for trial in failed {
      let missing = trial.answer.missing.map { "`\($0.fact)`" }.joined(separator: ", ")
      Console.print(
        "\(trial.file):\(trial.example.line): `\(trial.example.name)` must come out \(Self.word(trial.example.raises)) and came out \(trial.answer.verdict.rawValue)"
          + (missing.isEmpty ? "" : "; missing: \(missing)"))
    }
    let tried = Set(trials.map(\.rule)).count
    Console.print(
      "\(trials.count) examples of \(tried) \(tried == 1 ? "rule" : "rules"): \(failed.count) failed"
    )
    guard failed.isEmpty else { throw ExitCode(Failure.Status.badInput.rawValue) }
  }

  private static func word(_ raises: Bool?) -> String {
    let verdict: RuleAnswer.Verdict =
      switch raises {
      case true?: .raised
      case false?: .notRaised
      case nil: .unknown
      }
    return verdict.rawValue
  }
}
