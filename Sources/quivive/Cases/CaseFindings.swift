import ArgumentParser
import Decisions
import FileFormats
import KnowledgeBase
import TradeModel
import Workplace

/// `quivive case reasons`.
struct CaseReasons: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reasons", abstract: "List the reason codes by which findings are settled.")

  @OptionGroup var showing: ShowingOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() async throws {
    let reasons = try Self.all(knowledge)
    switch showing.format {
    case .json: Console.write(JSONValue.array(reasons.map(\.json)).indented)
    case .text:
      Console.write(
        Array(
          CaseText.reasons(
            reasons, language: showing.language, width: min(Console.width, 120)
          ).utf8))
    }
  }

  static func all(_ knowledge: KnowledgeOptions) throws -> [DispositionReason] {
    try CaseWork.reasons(knowledge.loaded())
  }

  /// The reason with that code, or with that key.
  static func reason(_ code: String, _ knowledge: KnowledgeOptions) throws -> DispositionReason {
    try CaseWork.reason(code, knowledge.loaded())
  }
}

/// `quivive case dispose`.
struct CaseDispose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispose", abstract: "Conclude on one finding, or on several for one reason.",
    discussion: """
      A conclusion is changed by another one; both stay in the history. A confirmation concludes on \
      one finding at a time.
      """)

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Argument(help: "The findings of the dossier being worked on: F2.")
  var findings: [String]

  @Option(help: "Why, by code: `quivive case reasons`.")
  var reason: String

  @Option(help: "Why, in words; some codes need it.")
  var rationale: String = ""

  @OptionGroup var acting: ActingOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() async throws {
    let reason = try CaseReasons.reason(reason, knowledge)
    if reason.needsTwo, findings.count > 1 {
      throw Failure(
        .usage, "`\(reason.code)` concludes on one finding at a time",
        help: "write the reason for each finding on its own")
    }
    let cases = try OpenCases(acting.home)
    for finding in findings {
      let after = try cases.act(on: id, by: acting) { current in
        guard let dossier = current.dossier, let found = dossier.finding(finding) else {
          throw current.unknownFinding(finding)
        }
        return .disposed(Disposition(of: found, in: dossier, reason: reason, rationale: rationale))
      }
      Console.print(
        "\(id) \(finding.uppercased()): \(reason.conclusion.title.en) (\(reason.code)); "
          + "\(after.openCount) of \(after.findings.count) findings to settle")
    }
  }
}

/// `quivive case ask`.
struct CaseAsk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Record a question that was put to somebody.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Argument(help: "The question.")
  var text: String

  @Option(help: "The finding it is about: F2.")
  var finding: String?

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    let after = try OpenCases(acting.home).act(on: id, by: acting) { current in
      .asked(
        id: "Q\(current.questions.count + 1)", text: text, finding: finding?.uppercased())
    }
    Console.print("\(id) \(after.questions.last?.id ?? "") asked")
  }
}

/// `quivive case answer`.
struct CaseAnswer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Record the answer to a question.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Argument(help: "The question: Q1.")
  var question: String

  @Argument(help: "The answer.")
  var text: String

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    try OpenCases(acting.home).act(on: id, by: acting) { _ in
      .answered(id: question.uppercased(), text: text)
    }
    Console.print("\(id) \(question.uppercased()) answered")
  }
}
