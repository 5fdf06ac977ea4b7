import ArgumentParser

/// `quivive lists`: what was published, taken, refused and changed.
struct ListsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists",
    abstract: "Import, update and look at sanctions and control lists.",
    discussion: """
      A list is taken whole or not at all: a file that is cut off, of another list, or much \
      shorter than the one before is refused with the reason, and the last good snapshot stays \
      in use.
      """,
    subcommands: [
      ListsImport.self, ListsUpdate.self, ListsStatus.self, ListsKnown.self, ListsShow.self,
      ListsDiff.self, ListsCompile.self, ListsVerify.self, ListsStarter.self,
    ])
}
