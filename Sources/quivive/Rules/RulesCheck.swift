import ArgumentParser
import KnowledgeBase
import RedFlags
import Workplace

/// `quivive rules check`: everything that is wrong with the rules, by file and line.
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read every rule and report what is wrong, by file and line.",
    discussion: """
      Reported are unknown facts, sources and territories, values that a fact cannot have, conditions \
      that can never hold or always do, selections that nothing uses or that make no difference, \
      missing examples, ids that stand twice, and red flags of the catalogue without a rule.

      Exits with 0 when all is well and with 65 when there is an error.
      """)

  @OptionGroup var rules: RuleOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let knowledge = try knowledge.loaded()
    let own = try rules.folder()
    let loaded: RedFlagRules
    do { loaded = try RedFlagRules(loading: knowledge, own: own) } catch {
      throw Self.report(error.errors)
    }
    let faults = loaded.faults
    guard faults.isEmpty else { throw Self.report(faults) }
    let judged = loaded.rules.count { $0.condition == nil }
    Console.print(
      "\(loaded.rules.count) rules (\(loaded.rules.count - judged) conditions, \(judged) questions of judgement) over \(loaded.facts.all.count) facts: nothing wrong"
    )
    let asked = Set(loaded.rules.flatMap { $0.condition?.facts ?? [] })
    let idle = loaded.facts.all.map(\.name).filter { !asked.contains($0) }
    if !idle.isEmpty {
      Console.print("facts that no rule asks for: \(idle.joined(separator: ", "))")
    }
    if let digest = loaded.ownDigest {
      Console.print(
        "\(loaded.rules.count - loaded.bundledCount) of them from `\(own?.location ?? "")`, digest \(digest)"
      )
    }
  }

  private static func report(_ errors: [KnowledgeError]) -> ExitCode {
    for error in errors { Console.print(error.description) }
    Console.print("\(errors.count) \(errors.count == 1 ? "error" : "errors")")
    return ExitCode(Failure.Status.badInput.rawValue)
  }
}
