import ArgumentParser
import Decisions
import TradeModel
import Workplace

/// `quivive case propose`.
struct CasePropose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Propose a decision, for another person to approve.",
    discussion:
      "A proposal rests on the case as it is: a new dossier or conclusion withdraws it.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Option(help: "release, hold, refuse or refer (to the authority).")
  var decision: CaseDecision.Kind

  @Option(help: "Why, in words.")
  var rationale: String

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    try OpenCases(acting.home).act(on: id, by: acting) { current in
      .proposed(try CaseDecision(decision, rationale: rationale, on: current))
    }
    Console.print("\(id): \(decision.title.en) proposed; another person approves or declines it")
  }
}

/// `quivive case approve`.
struct CaseApprove: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve the proposed decision; the case is decided.",
    discussion: "Whoever proposed it cannot approve it.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    let after = try OpenCases(acting.home).act(on: id, by: acting) { current in
      guard let proposal = current.proposal else {
        throw CaseError(
          .wrongState, "no decision on \(id) is proposed",
          help: "propose one: quivive case propose \(id) --decision … --rationale …")
      }
      return .approved(proposal.value)
    }
    Console.print(
      "\(id) decided: \(after.decision?.value.kind.title.en ?? "–"), proposed by "
        + "\(after.proposedBy?.name ?? "–"), approved by \(after.decision?.actor.name ?? "–")")
  }
}

/// `quivive case decline`.
struct CaseDecline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Decline the proposed decision, or take it back.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Option(help: "Why, in words.")
  var rationale: String

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    try OpenCases(acting.home).act(on: id, by: acting) { _ in .declined(rationale: rationale) }
    Console.print("\(id): the proposal is declined; the case is open")
  }
}

/// `quivive case decide`.
struct CaseDecide: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Decide alone, where one person may.",
    discussion: """
      Two people are needed to refuse; for any decision where a finding was confirmed; and to release \
      where a finding was escalated or by itself requires a licence or bars the transaction. Then \
      propose, and let another approve.
      """)

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Option(help: "release, hold, refuse or refer (to the authority).")
  var decision: CaseDecision.Kind

  @Option(help: "Why, in words.")
  var rationale: String

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    try OpenCases(acting.home).act(on: id, by: acting) { current in
      .decided(try CaseDecision(decision, rationale: rationale, on: current))
    }
    Console.print("\(id) decided: \(decision.title.en)")
  }
}

/// `quivive case reopen`.
struct CaseReopen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Go on working on a decided case.",
    discussion: "The decision stays in the history; the case needs another one.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Option(help: "Why, in words.")
  var reason: String

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    try OpenCases(acting.home).act(on: id, by: acting) { _ in .reopened(reason: reason) }
    Console.print("\(id) reopened")
  }
}
