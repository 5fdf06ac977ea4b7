import Decisions
import FileFormats
import Foundation
import KnowledgeBase
import ListArchive
import Listings
import Matching
import NameIndex
import Ownership
import RedFlags
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
              "score": finding["hit"]?["score"], "quieted": finding["quieted"],
            ])
          }),
        "sha256": .string(dossier.digest.hex),
      ])
    }
  }

  private let screener: Screener
  private var context: ScreeningContext
  /// The day that was asked for; otherwise each transaction's own, or today.
  private let asked: Day?
  /// The decisions that are applied to hits.
  var goodGuys = GoodGuys([])

  /// Loads for a request of the command line.
  ///
  /// - Parameter notes: takes lines for people about the lists; `nil` for none.
  init(_ request: RequestOptions, notes: ((String) -> Void)? = nil) throws {
    try self.init(
      data: request.data, rules: request.rules, on: request.on, policy: request.policy,
      ownership: request.ownership.table(notes: notes), watchlist: nil, notices: nil, notes: notes)
  }

  /// Loads for a replay: with the watchlist of that digest, and the notices of that day.
  init(
    data: DataOptions, rules: RuleOptions, on day: Day?, policy name: String,
    ownership: OwnershipTable?, watchlist digest: Digest?, notices: [BilingualText]?,
    notes: ((String) -> Void)? = nil
  ) throws {
    guard let policy = MatchPolicy.presets.first(where: { $0.name == name }) else {
      throw Failure(
        .usage, "there is no matching policy `\(name)`",
        help: "the policies are \(MatchPolicy.presets.map(\.name).joined(separator: ", "))")
    }
    let (knowledge, reader, watchlist) = try data.openWatchlist(digest: digest, notes: notes)
    let lists = Self.lists(of: watchlist)
    let held = Set(lists.map(\.id))
    let official = ListCatalogue.lists.filter { !$0.formats.contains(.starter) }
    let missing = official.filter { !held.contains($0.id.name) }
    let ownRules = try rules.folder()
    do {
      screener = try Screener(
        knowledge: knowledge, watchlist: watchlist, reader: reader, policy: policy, lists: lists,
        missingLists: missing.map { ($0.id.name, $0.title) }, ownership: ownership,
        ownRules: ownRules)
    } catch {
      throw KnowledgeOptions.failure(
        error, help: "`quivive knowledge check` and `quivive rules check` list every error")
    }
    asked = day
    context = ScreeningContext(
      on: day ?? RequestOptions.today, policyName: policy.name, policyDigest: policy.digest,
      knowledgeDigest: knowledge.digest, nameModelVersion: reader.version,
      watchlistDigest: watchlist.digest, ownershipDigest: ownership?.digest, lists: lists,
      notices: try notices ?? Self.notices(data, held: held), rulesDigest: ownRules?.digest)
  }

  /// Puts a notice at the top of every dossier.
  mutating func add(notice: BilingualText) { context.notices.append(notice) }

  /// What red-flag rules are asked on for one transaction, as JSON, with the declarations.
  ///
  /// - Throws: a ``Failure`` with status 65 when the bytes cannot be taken as a transaction.
  func facts(_ bytes: [UInt8]) throws -> (sheet: FactSheet, declared: FactDeclarations) {
    (screener.facts(of: try Self.intake(bytes).transaction), screener.factDeclarations)
  }

  private static func intake(_ bytes: [UInt8]) throws -> Intake {
    do {
      return try TransactionReader().read(bytes)
    } catch {
      throw Failure(.badInput, error.description, help: error.help)
    }
  }

  /// Screens one transaction, as JSON.
  ///
  /// - Throws: a ``Failure`` with status 65 when the bytes cannot be taken as a transaction.
  func screen(_ bytes: [UInt8]) throws -> Screened {
    guard let input = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badInput, "the transaction is not UTF-8", help: "save it as UTF-8")
    }
    let intake = try Self.intake(bytes)
    var context = context
    context.on = asked ?? intake.transaction.knownOn ?? context.on
    let result = screener.screen(
      intake.transaction, on: context.on,
      settling: goodGuys.settling(on: context.on, policy: context.policyDigest))
    let dossier = Dossier(
      input: input, transaction: intake.transaction,
      warnings: intake.warnings.map {
        InputWarning(
          path: $0.path,
          text: BilingualText(
            en: "\($0.sentence.en): \($0.value)", fr: "\($0.sentence.fr) : \($0.value)"))
      }, result: result, context: context, engineVersion: Quivive.version,
      goodGuys: goodGuys.used(in: result))
    return Screened(dossier: dossier, outcome: result.outcome)
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
