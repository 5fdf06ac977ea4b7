import ArgumentParser
import ListArchive
import Workplace

/// `--home`, and what it leads to.
struct HomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with everything Quivive keeps.",
      discussion: "Default: $QUIVIVE_HOME, $XDG_DATA_HOME/quivive, ~/.local/share/quivive.",
      valueName: "dir"),
    completion: .directory)
  var home: String?

  var place: HomePlace { HomePlace(home) }
  func archive() throws -> SnapshotArchive { try place.archive() }
  func archiveHome() throws -> ArchiveHome { try place.archiveHome() }
  func settings(of home: ArchiveHome) throws -> ArchiveSettings { try place.settings(of: home) }
}

/// `--report`.
enum ReportForm: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
