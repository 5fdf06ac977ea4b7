package import Decisions
package import FileFormats
import Foundation
import KnowledgeBase
package import ListArchive
import Ownership
package import RedFlags
import Screening
package import TradeModel
import TransactionIntake

/// Everything that screening needs, loaded once; then asked for each transaction, by any thread.
package struct ScreeningSession: Sendable {
  /// One transaction's result.
  package struct Screened: Sendable {
    package let dossier: Dossier
    package let outcome: Outcome
    /// What it was made with.
    package let loaded: LoadedScreening

    /// What a line of a long run shows.
    package var summary: JSONValue {
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

  /// Where what is screened with comes from.
  private enum Origin: Sendable {
    /// Loaded for the day asked for on the command line, or else for the transaction's own.
    case loader(ScreeningLoader, asKnownOn: Day?)
    /// A replay: what the dossier was made with, whatever the transaction states.
    case fixed(LoadedScreening)
  }

  private var origin: Origin
  /// The day screened for, as asked for; otherwise that of which lists are read, or each
  /// transaction's own, or today.
  private var asked: Day?
  /// The folder of own rules and the table of ownership, for dossiers that are to be kept.
  private let rules: KnowledgeFolder?
  private let ownership: DossierData.Table?
  /// The decisions that are applied to hits.
  package var goodGuys = GoodGuys([])
  /// Notices of one's own, at the top of every dossier.
  private var notices: [BilingualText] = []

  /// Loads for a request of the command line.
  ///
  /// - Parameter notes: takes lines for people about the lists; `nil` for none.
  package init(_ request: ScreeningRequest, notes: ((String) -> Void)? = nil) throws {
    rules = try request.rules.folder()
    ownership = try request.ownership.file()
    let setting = try ScreeningSetting(
      policy: request.policy, rules: rules, ownership: ownership)
    for problem in setting.ownership?.table.problems ?? [] { notes?(problem.description) }
    let loader = ScreeningLoader(
      data: request.data, setting: setting, on: request.on, notes: notes)
    // Whatever is wrong with the data is told before the first transaction is read.
    if let day = request.knownOn {
      _ = try loader.loaded(asKnownOn: day, isOfTransaction: false)
    } else {
      _ = try loader.loaded()
    }
    origin = .loader(loader, asKnownOn: request.knownOn)
    asked = request.on ?? request.knownOn
  }

  /// For a replay: with what was loaded, for that day.
  package init(replaying loaded: LoadedScreening, on day: Day) {
    origin = .fixed(loaded)
    asked = day
    rules = nil
    ownership = nil
  }

  private func loaded(for transaction: Transaction) throws -> LoadedScreening {
    switch origin {
    case .fixed(let loaded): loaded
    case .loader(let loader, let day?):
      try loader.loaded(asKnownOn: day, isOfTransaction: false)
    case .loader(let loader, nil):
      if let day = transaction.knownOn {
        try loader.loaded(asKnownOn: day, isOfTransaction: true)
      } else {
        try loader.loaded()
      }
    }
  }

  /// The newest lists and rules, as loaded.
  package func newest() throws -> LoadedScreening {
    switch origin {
    case .fixed(let loaded): loaded
    case .loader(let loader, _): try loader.loaded()
    }
  }

  /// The same with lists and rules as they could be known on `day`, whatever a transaction states.
  package func asKnown(on day: Day) -> ScreeningSession {
    var past = self
    if case .loader(let loader, _) = origin { past.origin = .loader(loader, asKnownOn: day) }
    past.asked = day
    return past
  }

  /// Loads what is known of `day`, to tell what is wrong with it before anything is screened.
  package func loaded(asKnownOn day: Day) throws -> LoadedScreening {
    switch origin {
    case .fixed(let loaded): loaded
    case .loader(let loader, _): try loader.loaded(asKnownOn: day, isOfTransaction: false)
    }
  }

  /// Puts a notice at the top of every dossier.
  package mutating func add(notice: BilingualText) { notices.append(notice) }

  /// What red-flag rules are asked on for one transaction, as JSON, with the declarations.
  ///
  /// - Throws: a ``Failure`` with status 65 when the bytes cannot be taken as a transaction.
  package func facts(_ bytes: [UInt8]) throws -> (sheet: FactSheet, declared: FactDeclarations) {
    let transaction = try Self.intake(bytes).transaction
    let screener = try loaded(for: transaction).screener
    return (screener.facts(of: transaction), screener.factDeclarations)
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
  package func screen(_ bytes: [UInt8]) throws -> Screened {
    guard let input = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badInput, "the transaction is not UTF-8", help: "save it as UTF-8")
    }
    let intake = try Self.intake(bytes)
    let loaded = try loaded(for: intake.transaction)
    var context = loaded.context
    context.on = asked ?? intake.transaction.knownOn ?? context.on
    context.notices += notices
    let result = loaded.screener.screen(
      intake.transaction, on: context.on,
      settling: goodGuys.settling(on: context.on, policy: context.policyDigest))
    let dossier = Dossier(
      input: input, transaction: intake.transaction,
      warnings: intake.warnings.map {
        InputWarning(
          path: $0.path,
          text: BilingualText(
            en: "\($0.sentence.en): \($0.value)", fr: "\($0.sentence.fr) : \($0.value)"))
      }, result: result, context: context, engineVersion: Engine.version,
      goodGuys: goodGuys.used(in: result))
    return Screened(dossier: dossier, outcome: result.outcome, loaded: loaded)
  }

  /// Keeps the dossier in `home` with everything that makes it again.
  package func keep(_ screened: Screened, in home: ArchiveHome) throws {
    _ = try Failure.from {
      try DossierArchive(home: home).keep(
        screened.dossier, knowledge: screened.loaded.knowledge, rules: rules, ownership: ownership,
        watchlist: URL(fileURLWithPath: screened.loaded.watchlistPath), now: .now)
    }
  }
}
