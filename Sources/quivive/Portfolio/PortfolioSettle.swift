import ArgumentParser
import Decisions
import Parties
import SQLiteStore
import TradeModel
import Workplace

/// `quivive portfolio settle`: a conclusion on a hit, by two people.
struct PortfolioSettle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Propose, approve or withdraw a conclusion on a hit of the portfolio.",
    discussion: """
      A settled hit stays counted and is shown; it raises no alert until its evidence changes (the \
      listing, the party's record, or what they have in common), and then raises `reopened`. Whoever \
      proposes does not approve. All of it stands in the audit trail.
      """)

  @Argument(help: "Your id of the party.")
  var id: String

  @Argument(help: "The listed party, as `quivive portfolio show` names it.")
  var listed: String

  @Option(help: "Propose, for this reason: a code of `quivive case reasons`.")
  var reason: String?

  @Option(help: "Why, in words; some reasons need it.")
  var rationale: String = ""

  @Flag(help: "Approve what another person proposed.")
  var approve = false

  @Flag(help: "Take the conclusion back.")
  var withdraw = false

  @OptionGroup var acting: ActingOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    guard [reason != nil, approve, withdraw].count(where: { $0 }) == 1 else {
      throw ValidationError("state one of --reason, --approve and --withdraw")
    }
  }

  func run() throws {
    let actor = try acting.actor()
    let portfolio = try PortfolioHome(acting.home)
    let party = ListedPartyID(listed)
    if let reason {
      let reason = try CaseReasons.reason(reason, knowledge)
      guard reason.conclusion == .falsePositive || reason.conclusion == .trueMatch,
        reason.applies(to: "list-hit")
      else {
        throw Failure(
          .usage, "`\(reason.code)` does not settle a hit",
          help: "choose a reason that concludes on a false positive or on a match")
      }
      guard !reason.needsRationale || !rationale.allSatisfy(\.isWhitespace) else {
        throw Failure(.usage, "`\(reason.code)` needs a rationale", help: "state --rationale")
      }
      try Failure.fromStore {
        try portfolio.store.propose(
          reason.code, isFalsePositive: reason.conclusion == .falsePositive,
          rationale: rationale, on: party, of: id, by: actor, at: .now)
      }
      Console.print("\(id): \(reason.code) proposed; another person approves it")
    } else if approve {
      try Failure.fromStore {
        try portfolio.store.approve(on: party, of: id, by: actor, at: .now)
      }
      Console.print("\(id): settled")
    } else {
      try Failure.fromStore {
        try portfolio.store.withdraw(on: party, of: id, by: actor, at: .now)
      }
      Console.print("\(id): the conclusion is withdrawn")
    }
  }
}
