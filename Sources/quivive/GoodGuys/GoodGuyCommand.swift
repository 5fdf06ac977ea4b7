import ArgumentParser
import Decisions
import FileFormats
import Foundation
import ListArchive
import SQLiteStore
import Screening
import TradeModel
import Workplace

/// `quivive good-guy`: standing decisions that a customer is not a listed party.
struct GoodGuyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "good-guy",
    abstract: "Decide that a customer is not a listed party, for a time.",
    discussion: """
      A decision speaks of one customer and one listed party, or one list. While it applies, the hit \
      stays a finding, counted and shown with the decision, but no longer holds the transaction. It \
      reopens by itself when it expires, when the listing or the customer's record changes, when the \
      listed party gets another designation, and when the matching policy changes. It never quiets a \
      number in common. Two people stand behind each.

      Exit status: 0 recorded or shown, 64 usage, 65 refused by a rule, 66 no such decision, \
      75 try again.
      """,
    subcommands: [
      GoodGuyPropose.self, GoodGuyApprove.self, GoodGuyDecline.self, GoodGuyWithdraw.self,
      GoodGuyList.self, GoodGuyShow.self,
    ])
}

/// `quivive good-guy propose`.
struct GoodGuyPropose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Propose a decision on a hit of a case.")

  @Argument(help: "The case whose dossier shows the hit: C1.")
  var id: CaseID

  @Argument(help: "The hit: F2.")
  var finding: String

  @Option(help: "Why, by a code that concludes on a false positive: `quivive case reasons`.")
  var reason: String

  @Option(help: "Why, in words.")
  var rationale: String

  @Option(
    help: ArgumentHelp(
      "Cover every hit of this customer on this list, not the one listed party alone.",
      valueName: "id"))
  var list: String?

  @Option(
    help: "For how many months from the approval, up to \(GoodGuyProposal.mostMonths).")
  var months: Int = GoodGuyProposal.standardMonths

  @OptionGroup var acting: ActingOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() async throws {
    let reason = try CaseReasons.reason(reason, knowledge)
    let cases = try OpenCases(acting.home)
    let current = try cases.case(id)
    guard let dossier = current.dossier else {
      throw Failure(.badInput, "what was recorded of \(id) was erased", help: "open a new case")
    }
    let seen = try cases.dossier(dossier.digest)
    let decision = try Failure.fromCases {
      try cases.store.propose(
        GoodGuyProposal(
          on: finding, of: seen, list: list, reason: reason, rationale: rationale, months: months),
        by: acting.actor(), at: .now)
    }
    Console.print(
      "\(decision.id) proposed: \(decision.proposal.subject.name) is not \(decision.proposal.caption), "
        + "for \(months) months; another person approves or declines it")
  }
}

/// `quivive good-guy approve`.
struct GoodGuyApprove: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve a proposed decision; it applies from now on.")

  @Argument(help: "The decision: G1.")
  var id: GoodGuyID

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    let store = try OpenStore(acting.home).store
    let decision = try Failure.fromCases {
      let seen = try GoodGuyShow.decision(id, in: store)
      let now = Timestamp.now
      return try store.record(seen.approval(on: now.day), of: id, by: acting.actor(), at: now)
    }
    Console.print("\(id) approved; it holds until \(decision.expires?.iso ?? "–")")
  }
}

/// `quivive good-guy decline`.
struct GoodGuyDecline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Decline a proposed decision, or take it back.")

  @Argument(help: "The decision: G1.")
  var id: GoodGuyID

  @Option(help: "Why, in words.")
  var rationale: String

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    let store = try OpenStore(acting.home).store
    _ = try Failure.fromCases {
      try store.record(.declined(rationale: rationale), of: id, by: acting.actor(), at: .now)
    }
    Console.print("\(id) declined")
  }
}

/// `quivive good-guy withdraw`.
struct GoodGuyWithdraw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "End an approved decision before its time.")

  @Argument(help: "The decision: G1.")
  var id: GoodGuyID

  @Option(help: "Why, in words.")
  var rationale: String

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    let store = try OpenStore(acting.home).store
    _ = try Failure.fromCases {
      try store.record(.withdrawn(rationale: rationale), of: id, by: acting.actor(), at: .now)
    }
    Console.print("\(id) withdrawn; its hits hold transactions again")
  }
}

/// `quivive good-guy list`.
struct GoodGuyList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the decisions, in the order of proposing.")

  @OptionGroup var showing: ShowingOptions
  @OptionGroup var home: HomeOptions

  func run() async throws {
    let decisions =
      try OpenStore.reading(home).map { store in try Failure.fromStore { try store.goodGuys() } }
      ?? []
    switch showing.format {
    case .json: Console.write(JSONValue.array(decisions.map(\.json)).indented)
    case .text:
      Console.write(
        Array(
          GoodGuyText.list(
            decisions, on: Day.today, language: showing.language,
            width: min(Console.width, 120)
          ).utf8))
    }
  }
}

/// `quivive good-guy show`.
struct GoodGuyShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a decision whole.")

  @Argument(help: "The decision: G1.")
  var id: GoodGuyID

  @OptionGroup var showing: ShowingOptions
  @OptionGroup var home: HomeOptions

  func run() async throws {
    guard let store = try OpenStore.reading(home) else {
      throw Failure(
        .missingFile, "there are no decisions in `\(try home.archiveHome().url.path)`",
        help: "name another folder with --home")
    }
    let decision = try Failure.fromCases { try Self.decision(id, in: store) }
    switch showing.format {
    case .json: Console.write(decision.json.indented)
    case .text:
      Console.write(
        Array(
          GoodGuyText.render(
            decision, on: Day.today, language: showing.language,
            width: min(Console.width, 120)
          ).utf8))
    }
  }

  static func decision(_ id: GoodGuyID, in store: Store) throws -> GoodGuy {
    guard let decision = try store.goodGuys().first(where: { $0.id == id }) else {
      throw CaseError(
        .unknown, "there is no decision `\(id)`",
        help: "`quivive good-guy list` shows what there is")
    }
    return decision
  }
}
