import ArgumentParser
import Foundation
import Listings
import Screening
import TradeModel

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
    ] {
      try InputFile.write(Array(text.utf8), to: "\(output)/\(name)")
      Console.error("wrote \(output)/\(name)")
    }
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
}
