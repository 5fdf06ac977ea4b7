import ArgumentParser
import FileFormats
import Foundation
import ListArchive
import Listings
import TradeModel
import Watchlist
import Workplace

/// `quivive lists verify`: what is kept, proven by its digests.
struct ListsVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Prove that the watchlist, kept snapshots and kept dossiers are as they were recorded.",
    discussion: """
      Opens the watchlist and says how long that took, then recomputes the SHA-256 of the \
      watchlist, of every raw file of every snapshot, and of every kept dossier with what it was made \
      with. Exits with 65 on any difference.
      """)

  @Option(help: "What to print: text, or one JSON object.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions

  func run() throws {
    let archive = try home.archive()
    guard let kept = try Failure.from({ try archive.watchlist() }) else {
      throw Failure(
        .missingFile, "`\(archive.home.url.path)` holds no watchlist",
        help: "import or update a list first")
    }
    let clock = ContinuousClock()
    var opened: WatchlistFile?
    var damage: [String] = []
    let time = clock.measure {
      do {
        opened = try WatchlistFile(opening: kept.url.path)
      } catch {
        damage.append("`\(kept.url.path)`: \(error)")
      }
    }
    if let opened { damage += Self.damage(in: opened, kept) }
    var files = 0
    let dossiers = DossierArchive(home: archive.home)
    let digests = dossiers.digests
    try Failure.from {
      for list in archive.lists {
        for snapshot in try archive.snapshots(of: list) {
          files += snapshot.files.count
          damage += try archive.damage(in: snapshot)
        }
      }
      damage += try dossiers.damage(in: digests)
    }
    show(
      milliseconds: time / .milliseconds(1), digest: kept.digest, parties: opened?.partyCount,
      files: files, dossiers: digests.count, damage: damage)
    if let first = damage.first {
      throw Failure(
        .badInput, damage.count == 1 ? first : "\(first) (and \(damage.count - 1) more)",
        help: "compile the watchlist again, import the list again, or restore a backup")
    }
  }

  private static func damage(in watchlist: WatchlistFile, _ kept: ArchivedWatchlist) -> [String] {
    let found = watchlist.recomputedDigest()
    let stated = [("its name says", kept.digest), ("its header says", watchlist.digest)]
    return stated.filter { $0.1 != found }.map { says, digest in
      "`\(kept.url.path)` has SHA-256 \(found.hex), \(says) \(digest.hex)"
    }
  }

  private func show(
    milliseconds: Double, digest: Digest, parties: Int?, files: Int, dossiers: Int,
    damage: [String]
  ) {
    let tenths = Int((milliseconds * 10).rounded())
    switch report {
    case .json:
      ListsReport.print(
        .members([
          "watchlist": .string(digest.hex), "opened_microseconds": .int(tenths * 100),
          "parties": parties.map { .int($0) }, "files": .int(files),
          "dossiers": .int(dossiers),
          "damage": .strings(damage),
        ]))
    case .text:
      Console.print("watchlist \(digest.short): opened in \(tenths / 10).\(tenths % 10) ms")
      Console.print(
        damage.isEmpty
          ? "watchlist, \(files) received files and \(dossiers) dossiers are as recorded"
          : damage.joined(separator: "\n"))
    }
  }
}
