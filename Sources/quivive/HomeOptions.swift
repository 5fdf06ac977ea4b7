import ArgumentParser
import Foundation
import ListArchive
import Listings
import TradeModel

/// `--home`, and what it leads to.
struct HomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with everything Quivive keeps.",
      discussion: "Default: $QUIVIVE_HOME, $XDG_DATA_HOME/quivive, ~/.local/share/quivive.",
      valueName: "dir"),
    completion: .directory)
  var home: String?

  /// The archive, under the home's own settings.
  func archive() throws -> SnapshotArchive {
    let home = try archiveHome()
    let settings = try settings(of: home)
    return SnapshotArchive(
      home: home, policies: settings.policies, pastWatchlists: settings.pastWatchlists)
  }

  func archiveHome() throws -> ArchiveHome {
    guard
      let found = ArchiveHome(named: home, environment: ProcessInfo.processInfo.environment)
    else {
      throw Failure(
        .usage, "there is no home folder: neither --home nor $QUIVIVE_HOME nor $HOME is set",
        help: "name one with --home DIR")
    }
    return found
  }

  func settings(of home: ArchiveHome) throws -> ArchiveSettings {
    try Failure.from { try ArchiveSettings(of: home) }
  }
}

/// `--report`.
enum ReportForm: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension Failure {
  /// Runs `work` and gives an error of the archive its exit status.
  static func from<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as ArchiveError {
      let status: Status =
        switch error.reason {
        case .input, .damaged: .badInput
        case .missingFile: .missingFile
        case .busy, .disk: .tryAgain
        }
      throw Failure(status, error.message, help: error.help)
    } catch let error as ListFormatError {
      throw Failure(.badInput, error.message)
    }
  }
}

extension Timestamp {
  /// The program's clock.
  static var now: Timestamp { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
}
