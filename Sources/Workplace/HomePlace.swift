import Foundation
package import ListArchive
import Listings
package import TradeModel

/// Where everything is kept: a folder that was named, or else the usual one.
package struct HomePlace: Sendable {
  /// `nil` for $QUIVIVE_HOME, $XDG_DATA_HOME/quivive or ~/.local/share/quivive.
  package let named: String?

  package init(_ named: String?) { self.named = named }

  /// The archive, under the home's own settings.
  package func archive() throws -> SnapshotArchive {
    let home = try archiveHome()
    let settings = try settings(of: home)
    return SnapshotArchive(
      home: home, policies: settings.policies, pastWatchlists: settings.pastWatchlists)
  }

  package func archiveHome() throws -> ArchiveHome {
    guard
      let found = ArchiveHome(named: named, environment: ProcessInfo.processInfo.environment)
    else {
      throw Failure(
        .usage, "there is no home folder: neither --home nor $QUIVIVE_HOME nor $HOME is set",
        help: "name one with --home DIR")
    }
    return found
  }

  package func settings(of home: ArchiveHome) throws -> ArchiveSettings {
    try Failure.from { try ArchiveSettings(of: home) }
  }
}

extension Failure {
  /// Runs `work` and gives an error of the archive its exit status.
  package static func from<Result>(_ work: () throws -> Result) throws -> Result {
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
  package static var now: Timestamp { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
}

extension Day {
  /// Today by the program's clock, in UTC.
  package static var today: Day {
    let seconds = Int(Date().timeIntervalSince1970)
    guard let day = Day(daysSince1970: seconds / 86_400) else {
      preconditionFailure("the clock shows no day of the years 1 to 9999")
    }
    return day
  }
}
