import Decisions
import FileFormats
import Foundation
import KnowledgeBase
import ListArchive
import Listings
import Matching
import NameIndex
import Screening
import TradeModel
import TransactionIntake
import Watchlist

/// Everything that screening needs, loaded once; then asked for each transaction, by any thread.
struct ScreeningSession: Sendable {
  /// One transaction's result.
  struct Screened: Sendable {
    let dossier: Dossier
    let outcome: Outcome

    /// What a line of a long run shows.
    var summary: JSONValue {
      .members([
        "reference": dossier["transaction", "reference"],
        "findings": .array(
          (dossier["findings"]?.array ?? []).map { finding in
            .members([
              "kind": finding["kind"], "outcome": finding["outcome"], "title": finding["title"],
              "score": finding["hit"]?["score"],
            ])
          }),
        "sha256": .string(dossier.digest.hex),
      ])
    }
  }

  private let screener: Screener
  private let context: ScreeningContext
  /// The day that was asked for; otherwise each transaction's own, or today.
  private let asked: Day?

  /// Loads for a request of the command line.
  ///
  /// - Parameter notes: takes lines for people about the lists; `nil` for none.
  init(_ request: RequestOptions, notes: ((String) -> Void)? = nil) throws {
    try self.init(
      data: request.data, on: request.on, policy: request.policy, watchlist: nil, notices: nil,
      notes: notes)
  }

  /// Loads for a replay: with the watchlist of that digest, and the notices of that day.
  init(
    data: DataOptions, on day: Day?, policy name: String, watchlist digest: Digest?,
    notices: [BilingualText]?, notes: ((String) -> Void)? = nil
  ) throws {
    guard let policy = MatchPolicy.presets.first(where: { $0.name == name }) else {
      throw Failure(
        .usage, "there is no matching policy `\(name)`",
        help: "the policies are \(MatchPolicy.presets.map(\.name).joined(separator: ", "))")
    }
    let knowledge = try data.knowledge.loaded()
    let reader = try NameReader(loading: knowledge.folder)
    let watchlist = try Self.open(
      data, digest: digest, knowledge: knowledge, model: reader.version, notes: notes)
    guard watchlist.description.nameModel == reader.version else {
      throw Failure(
        .badInput,
        "the watchlist was compiled with another name model (\(watchlist.description.nameModel)) than the one here (\(reader.version))",
        help: "compile it again with `quivive lists compile`")
    }
    let lists = Self.lists(of: watchlist)
    let held = Set(lists.map(\.id))
    let official = ListCatalogue.lists.filter { !$0.formats.contains(.starter) }
    let missing = official.filter { !held.contains($0.id.name) }
    do {
      screener = try Screener(
        knowledge: knowledge, watchlist: watchlist, reader: reader, policy: policy, lists: lists,
        missingLists: missing.map { ($0.id.name, $0.title) })
    } catch {
      throw Failure(.badInput, error.description, help: "mend the knowledge folder")
    }
    asked = day
    context = ScreeningContext(
      on: day ?? RequestOptions.today, policyName: policy.name, policyDigest: policy.digest,
      knowledgeDigest: knowledge.digest, nameModelVersion: reader.version,
      watchlistDigest: watchlist.digest, lists: lists,
      notices: try notices ?? Self.notices(data, held: held))
  }

  /// Screens one transaction, as JSON.
  ///
  /// - Throws: a ``Failure`` with status 65 when the bytes cannot be taken as a transaction.
  func screen(_ bytes: [UInt8]) throws -> Screened {
    guard let input = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badInput, "the transaction is not UTF-8", help: "save it as UTF-8")
    }
    let intake: Intake
    do {
      intake = try TransactionReader().read(bytes)
    } catch {
      throw Failure(.badInput, error.description, help: error.help)
    }
    let result = screener.screen(intake.transaction)
    var context = context
    context.on = asked ?? intake.transaction.knownOn ?? context.on
    let dossier = Dossier(
      input: input, transaction: intake.transaction,
      warnings: intake.warnings.map {
        InputWarning(
          path: $0.path,
          text: BilingualText(
            en: "\($0.sentence.en): \($0.value)", fr: "\($0.sentence.fr) : \($0.value)"))
      }, result: result, context: context, engineVersion: Quivive.version)
    return Screened(dossier: dossier, outcome: result.outcome)
  }

  // MARK: The watchlist

  private static func open(
    _ data: DataOptions, digest: Digest?, knowledge: CheckedKnowledge, model: String,
    notes: ((String) -> Void)?
  ) throws -> WatchlistFile {
    if let path = data.watchlist { return try open(path) }
    let archive = try data.home.archive()
    if let digest {
      let path = archive.home.watchlist.appendingPathComponent("\(digest).quivive").path
      guard FileManager.default.fileExists(atPath: path) else {
        throw Failure(
          .missingFile,
          "the watchlist \(digest.short)… that the dossier was made with is not in `\(archive.home.url.path)`",
          help: "name the home folder that has it with --home, or the file with --watchlist")
      }
      return try open(path)
    }
    if try Failure.from({ try archive.watchlist() }) == nil {
      notes?(
        "No list was imported yet: compiling the starter list. `quivive lists update` brings the official ones."
      )
      try StarterList.take(into: archive, knowledge: knowledge)
    }
    guard let kept = try Failure.from({ try archive.watchlist() }) else {
      throw Failure(
        .ourFault, "no watchlist came of the starter list", help: "try `quivive lists compile`")
    }
    if let current = try current(kept.url.path), current.description.nameModel == model {
      return current
    }
    // The raw lists are kept, so another program or name model costs a compilation and nothing else.
    notes?(
      "The watchlist is not of this program and name model: compiling it again from the kept lists."
    )
    let again = try WatchlistCompilation.compile(archive, knowledge: knowledge)
    return try open(again.watchlist.url.path)
  }

  /// The watchlist of the home folder, or `nil` when a program of another version wrote it. A damaged
  /// one is an error and is never mended in silence.
  private static func current(_ path: String) throws -> WatchlistFile? {
    do {
      return try WatchlistFile(opening: path)
    } catch {
      if error.reason == .otherVersion { return nil }
      return try open(path)
    }
  }

  private static func open(_ path: String) throws -> WatchlistFile {
    do {
      return try WatchlistFile(opening: path)
    } catch {
      let status: Failure.Status =
        FileManager.default.fileExists(atPath: path) ? .badInput : .missingFile
      throw Failure(
        status, "`\(path)`: \(error.description)",
        help: "compile the watchlist again with `quivive lists compile`")
    }
  }

  private static func lists(of watchlist: WatchlistFile) -> [ScreenedList] {
    watchlist.description.snapshots.map { snapshot in
      let known = ListCatalogue.list(snapshot.list)
      return ScreenedList(
        id: snapshot.list.name, title: known?.title ?? snapshot.list.name,
        authority: known?.authority ?? "–",
        published: snapshot.published.flatMap { Day(iso: $0) }, sha256: snapshot.digest,
        designations: snapshot.designations)
    }
  }

  /// What a reader must know of the lists as they stand in the home folder.
  private static func notices(_ data: DataOptions, held: Set<String>) throws -> [BilingualText] {
    var notices: [BilingualText] = []
    if held == ["quivive.starter"] {
      notices.append(
        BilingualText(
          en: "Only the starter list was screened. It is no substitute for the official lists.",
          fr:
            "Seule la liste de départ a été consultée. Elle ne remplace pas les listes officielles."
        ))
    }
    guard data.watchlist == nil else { return notices }
    let statuses = try Failure.from { try data.home.archive().statuses(now: .now) }
    for status in statuses {
      guard let refusal = status.refusal else { continue }
      notices.append(
        BilingualText(
          en:
            "An update of \(status.list) was refused on \(refusal.at.day) (\(refusal.reason)); the state of \(status.current?.published.iso ?? "–") serves on.",
          fr:
            "Une mise à jour de \(status.list) a été refusée le \(refusal.at.day) (\(refusal.reason)) ; l’état du \(status.current?.published.iso ?? "–") reste en service."
        ))
    }
    return notices
  }
}
