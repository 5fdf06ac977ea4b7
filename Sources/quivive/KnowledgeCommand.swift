import ArgumentParser
import GoodsControls
import KnowledgeBase
import Licensing
import RedFlags
import TradeModel
import Workplace

/// `quivive knowledge`: what the program knows, and whether it is sound.
struct KnowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge",
    abstract: "Check the knowledge folder, print its digest, or count the parts of names.",
    subcommands: [KnowledgeCheck.self, KnowledgeDigest.self, KnowledgeCountNames.self])
}

/// `quivive knowledge check`: every error of every table, or the size of each.
struct KnowledgeCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read every table and report what is wrong, by file and line.",
    discussion: "Exits with 0 when all is well and with 65 when there is an error.")

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let folder = try knowledge.folder()
    let checked: CheckedKnowledge
    let rules: RedFlagRules
    do {
      checked = try CheckedKnowledge(loading: folder)
      _ = try LicenceRules(loading: checked, catalogue: ControlCatalogue(loading: checked))
      rules = try RedFlagRules(loading: checked)
    } catch {
      Console.print(error.description)
      Console.print("\(error.errors.count) \(error.errors.count == 1 ? "error" : "errors")")
      throw ExitCode(Failure.Status.badInput.rawValue)
    }
    for (path, rows) in checked.rowCounts { Console.print("\(path): \(rows) rows") }
    Console.print(
      "\(RedFlagRules.folder): \(rules.rules.count) rules over \(rules.facts.all.count) facts")
    Console.print("sources.csv: \(checked.sources.count) sources")
    Console.print("digest \(checked.digest)")
  }
}

/// `quivive knowledge digest`: the digest that goes into every dossier.
struct KnowledgeDigest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", abstract: "Print the digest of the knowledge folder.")

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws { Console.print(try knowledge.folder().digest.description) }
}
