import ArgumentParser
import Foundation
import Listings
import Matching
import Screening
import TradeModel
import Workplace

/// `quivive docs`: writes the reference pages that are made from the program itself.
struct DocsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Write the generated reference pages.",
    discussion:
      "The gate fails when a page in Documentation/Generated differs from what this writes.")

  @Option(help: "The folder to write to.", completion: .directory)
  var output: String = "Documentation/Generated"

  func run() async throws {
    do {
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        .missingFile, "the folder `\(output)` cannot be made",
        help: "name a folder that you may write to with --output")
    }
    for (name, text) in [
      ("commands.md", Self.commands), ("lists.md", Self.lists), ("outcomes.md", Self.outcomes),
      ("policy.md", Self.policy),
      ("explanations.md", try Self.explanations()),
      ("red-flags.md", try redFlags()),
    ] {
      try InputFile.write(Array(text.utf8), to: "\(output)/\(name)")
      Console.error("wrote \(output)/\(name)")
    }
  }

  @OptionGroup var knowledge: KnowledgeOptions

  private func redFlags() throws -> String {
    let knowledge = try knowledge.loaded()
    return RedFlagPage(rules: try RuleOptions.bundled(knowledge), knowledge: knowledge)
      .text(mark: Self.mark)
  }

  private static let mark = "<!-- Made by `quivive docs`; do not edit. -->\n"

  static var commands: String {
    var text = "# Commands\n\n\(mark)\nWhat `quivive help` says, of every command.\n"
    func add(_ command: any ParsableCommand.Type, path: String) {
      let help = Quivive.helpMessage(for: command, columns: 100)
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
        .joined(separator: "\n")
      text += "\n## \(path)\n\n```text\n\(help)\n```\n"
      for subcommand in command.configuration.subcommands {
        add(subcommand, path: "\(path) \(subcommand._commandName)")
      }
    }
    add(Quivive.self, path: "quivive")
    return text
  }

  static var lists: String {
    var text = """
      # Known lists

      \(mark)
      The lists `quivive lists` knows, by id. Any other id takes FollowTheMoney files: own lists.

      | id | list | authority | formats | official address |
      |---|---|---|---|---|

      """
    for list in ListCatalogue.lists {
      let formats = list.formats.map(\.rawValue).joined(separator: ", ")
      let address = list.addresses.first ?? "as configured"
      text += "| `\(list.id)` | \(list.title) | \(list.authority) | \(formats) | \(address) |\n"
    }
    return text
  }

  static var outcomes: String {
    var text = """
      # Outcomes

      \(mark)
      What a screening can conclude, strictest first. The strictest finding decides; the others stay visible.

      | outcome | in words | meaning | en français |
      |---|---|---|---|

      """
    for outcome in Outcome.allCases.sorted(by: >) {
      text +=
        "| `\(outcome.rawValue)` | \(outcome.title.en) | \(outcome.meaning.en) | \(outcome.title.fr) : \(outcome.meaning.fr) |\n"
    }
    return text
  }

  static var policy: String {
    let policy = MatchPolicy.balanced
    var text = """
      # Policies and their weights

      \(mark)
      How the weights work together: [matching](../Method/matching.md). A weight is shown in bits; one bit doubles how \
      much likelier the same party is than another one.

      | policy | prior: scores 500 | scale: moves 500 to 731 | floor: below it nothing is shown | threshold: from here on a hit |
      |---|---|---|---|---|

      """
    for preset in MatchPolicy.presets {
      let limits = "\(preset.floor.value) | \(preset.threshold.value)"
      let curve =
        preset.algorithm == .evidence
        ? "\(bits(preset.prior)) | \(bits(Weight(tenthsOfBit: preset.scale)))"
        : "[another algorithm](../Method/ofac-policy.md) | –"
      text += "| `\(preset.name)` | \(curve) | \(limits) |\n"
    }
    text += "\nThe values below are those of `\(policy.name)`, "
    text += "by their names in `quivive policy show \(policy.name)`.\n"
    for topic in TuningTopic.allCases {
      text += "\n## \(topic.title)\n\n| value | stands at | meaning |\n|---|---|---|\n"
      for row in policy.tuningRows where row.topic == topic {
        text += "| `\(row.name)` | \(row.text) | \(row.meaning) |\n"
      }
    }
    return text
  }

  static func explanations() throws -> String {
    var text = """
      # Explanations

      \(mark)
      What `quivive explain` prints for invented names, two or more for each family of scripts. How to read them: \
      [explanations](../Method/explanations.md).

      """
    for group in ExampleComparison.groups {
      text += "\n## \(group.title)\n"
      for example in group.examples {
        text += "\n```console\n$ \(example.command)\n\(try example.output())\n```\n"
      }
    }
    return text
  }

  private static func bits(_ weight: Weight) -> String {
    "\(weight.tenthsOfBit / 10).\(abs(weight.tenthsOfBit) % 10) bits"
  }
}
