import ArgumentParser
import Workplace

/// The program: arguments, files, the clock and exit codes. Everything else is in the layers below.
@main
struct Quivive: AsyncParsableCommand {
  /// The version in `--version` and in every dossier.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "quivive",
    abstract: "Screen a supply, sale or transfer: who goes there?",
    discussion: """
      Quivive screens a whole transaction (parties, items, route, end use) against restricted-party \
      lists, control lists and embargoes, and answers with findings that are explained, cited and \
      reproducible. It never grants, refuses or clears anything.

      Exit status: 0 nothing to look at, 10 findings, 20 prohibited, 64 usage, 65 bad input, \
      66 missing file, 70 our fault, 75 try again.
      """,
    version: version,
    subcommands: [
      ScreenCommand.self, DossierCommand.self, ReplayCommand.self, CaseCommand.self,
      GoodGuyCommand.self, PortfolioCommand.self, ListsCommand.self,
      MatchCommand.self, ExplainCommand.self, NamesCommand.self, PolicyCommand.self,
      GoodsCommand.self, LicenceCommand.self, OwnershipCommand.self, RulesCommand.self,
      ShareCommand.self, VerifyCommand.self, AttestCommand.self, AuditCommand.self,
      ServeCommand.self, KeyCommand.self, KnowledgeCommand.self, DocsCommand.self,
    ])

  /// Runs the command and turns a ``Failure`` into two lines on standard error and its status.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      failure.report()
      exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      // Help, usage and statuses are the argument parser's; anything else is a fault of ours.
      guard exitCode(for: error) == .failure, !(error is ExitCode) else { exit(withError: error) }
      Failure(
        .ourFault, "\(error)",
        help: "this is a fault of the program; report it with the command and this line"
      ).report()
      exit(withError: ExitCode(Failure.Status.ourFault.rawValue))
    }
  }
}
