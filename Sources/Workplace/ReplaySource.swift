package import Decisions
import FileFormats
import Foundation
import KnowledgeBase
import ListArchive
import NameIndex
import TradeModel

/// Finds what a dossier was made with: what the command line names goes first, then the home folder by
/// digest, then what every other command reads.
package struct ReplaySource {
  package let data: DataPlace
  package let rules: RulesPlace
  package let ownership: OwnershipPlace
  /// Takes a line for people before a compilation; `nil` for none.
  package let notes: ((String) -> Void)?

  package init(
    data: DataPlace, rules: RulesPlace = RulesPlace(nil),
    ownership: OwnershipPlace = OwnershipPlace(nil), notes: ((String) -> Void)?
  ) {
    self.data = data
    self.rules = rules
    self.ownership = ownership
    self.notes = notes
  }

  /// Runs `stored` again and compares.
  ///
  /// - Parameter bytes: as they are kept.
  /// - Throws: a ``Failure`` with status 66 when something is not here.
  package func replay(_ stored: Dossier, bytes: [UInt8]) throws -> Replay {
    guard let request = stored.request else {
      throw Failure(
        .badInput, "the dossier states no input, day or policy",
        help: "hand in the JSON that `quivive screen --format json` wrote, unchanged")
    }
    var session = ScreeningSession(replaying: try load(stored, request), on: request.on)
    do {
      session.goodGuys = try stored.goodGuys()
    } catch {
      throw Failure(.badInput, error.description, help: error.help)
    }
    let again = try session.screen(Array(request.input.utf8))
    return Replay(stored: stored, storedBytes: bytes, again: again.dossier)
  }

  /// Loads it for a replay of `dossier`.
  ///
  /// - Throws: a ``Failure`` with status 66 when something is not here.
  package func load(_ dossier: Dossier, _ request: Dossier.Request) throws -> LoadedScreening {
    func digest(_ name: String) -> Digest? {
      dossier["digests", name]?.string.flatMap { Digest(hex: $0) }
    }
    let knowledge = try knowledge(digest("knowledge"))
    let setting = try ScreeningSetting(
      policy: request.policy, rules: ownRules(digest("rules")),
      ownership: table(digest("ownership"), of: dossier))
    let reader = try NameReader(loading: knowledge.folder)
    var inHand = try DataInHand(
      knowledge: knowledge, reader: reader,
      opened: watchlist(digest("watchlist"), knowledge, reader))
    inHand.asKnownOn = request.asKnownOn
    inHand.unheld = request.unheld
    return try LoadedScreening(inHand, setting, on: request.on, notices: request.notices)
  }

  private func knowledge(_ digest: Digest?) throws -> CheckedKnowledge {
    if data.knowledge.path == nil, let digest, let home = try? data.home.archiveHome(),
      let kept = try Failure.from({ try KeptFolders(home: home, kind: .knowledge).state(digest) })
    {
      do { return try CheckedKnowledge(loading: kept) } catch {
        throw KnowledgePlace.failure(
          error, help: "replay it with the version of the program that the dossier names")
      }
    }
    return try data.knowledge.loaded()
  }

  private func ownRules(_ digest: Digest?) throws -> KnowledgeFolder? {
    if let named = try rules.folder() { return named }
    guard let digest else { return nil }
    if let home = try? data.home.archiveHome(),
      let kept = try Failure.from({ try KeptFolders(home: home, kind: .rules).state(digest) })
    {
      return kept
    }
    throw Failure(
      .missingFile,
      "the dossier was made with rules of one’s own (\(digest.short)…) that are not here",
      help: "name their folder with --rules")
  }

  private func table(_ digest: Digest?, of dossier: Dossier) throws -> DossierData.Table? {
    if let named = try ownership.file() { return named }
    guard let digest else { return nil }
    if let home = try? data.home.archiveHome() {
      let archive = DossierArchive(home: home)
      let kept = try Failure.from {
        try archive.data(of: dossier.digest).flatMap { try archive.ownership($0) }
      }
      if let kept { return kept }
    }
    throw Failure(
      .missingFile,
      "the dossier was made with a table of ownership (\(digest.short)…) that is not given",
      help: "name the file with --ownership")
  }

  private func watchlist(
    _ digest: Digest?, _ knowledge: CheckedKnowledge, _ reader: NameReader
  ) throws -> OpenWatchlist {
    if let path = data.watchlist {
      return OpenWatchlist(path: path, file: try DataPlace.open(path))
    }
    guard let digest else {
      throw Failure(.badInput, "the dossier names no watchlist", help: "name one with --watchlist")
    }
    let archive = try data.home.archive()
    if let kept = archive.watchlist(digest),
      let file = try DataPlace.current(kept.url.path)
    {
      return OpenWatchlist(path: kept.url.path, file: file)
    }
    guard let recipe = try Failure.from({ try archive.recipe(of: digest) }) else {
      throw Failure(
        .missingFile,
        "the watchlist \(digest.short)… that the dossier was made with is not in `\(archive.home.url.path)`",
        help: "name the home folder that has it with --home, or the file with --watchlist")
    }
    notes?("Compiling the watchlist of the dossier again from the kept lists.")
    let again = try WatchlistCompilation.compile(
      archive, recipe: recipe, knowledge: knowledge, reader: reader, key: nil)
    guard again.digest == digest else {
      throw Failure(
        .missingFile,
        "the kept lists do not give the watchlist \(digest.short)… of the dossier again, but \(again.digest.short)…",
        help: "replay it with the version of the program that the dossier names")
    }
    return OpenWatchlist(path: again.url.path, file: try DataPlace.open(again.url.path))
  }
}
