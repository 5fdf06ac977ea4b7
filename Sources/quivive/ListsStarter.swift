import ArgumentParser
import ListArchive
import Workplace

/// `quivive lists starter`: the list of a fresh machine.
struct ListsStarter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "starter",
    abstract: "Take the starter list from the knowledge folder and compile the watchlist.",
    discussion: """
      `quivive screen` does so by itself when no list was imported yet. The starter list is no \
      substitute for the official lists: `quivive lists update` brings those.
      """)

  @OptionGroup var home: HomeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let archive = try home.archive()
    let result = try StarterList.take(into: archive, knowledge: knowledge.loaded())
    Console.print("starter list: \(result.text)")
  }
}
