import ArgumentParser

@main
struct Quivive: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quivive",
    abstract: "Screen a supply, sale or transfer: who goes there?",
    subcommands: [MatchCommand.self])
}
