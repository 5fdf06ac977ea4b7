import ArgumentParser

/// `quivive portfolio`: the parties one deals with, screened again by what changed.
struct PortfolioCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Keep the parties you deal with screened, and hear of changes only.",
    discussion: """
      Parties are imported once and then as changes, under ids of your own. `rescreen` brings every \
      party to the lists as they are now: only what changed is screened, on the lists or in the \
      portfolio, and the result equals a full run. An alert is raised when an outcome changes, and \
      `proof` shows that every party has met every list.

      A night's work: quivive lists update && quivive portfolio rescreen && quivive portfolio \
      deliver --once
      """,
    subcommands: [
      PortfolioImport.self, PortfolioStatus.self, PortfolioRescreen.self, PortfolioAlerts.self,
      PortfolioProofCommand.self, PortfolioDeliver.self, PortfolioShow.self, PortfolioSettle.self,
      PortfolioRemove.self,
    ])
}
