import ArgumentParser
import Decisions
import FileFormats
import ListArchive
import SQLiteStore
import TradeModel
import Workplace

/// `quivive case open`: a transaction becomes a case.
struct CaseOpen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Screen a transaction and open a case on it.",
    discussion: """
      When a case with the same reference is not decided yet, the new dossier goes into that case: \
      conclusions carry over to findings that say the same, and the others are to be reviewed again.
      """)

  @Argument(
    help: "The transaction, as JSON. '-' reads standard input.",
    completion: .file(extensions: ["json"]))
  var file: String

  @Option(help: "The reference of the case. Default: that of the transaction.")
  var reference: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who acts. Default: your login name.", valueName: "name"))
  var name: String?

  @OptionGroup var decisions: DecisionsOption
  @OptionGroup var request: RequestOptions

  func run() async throws {
    let actor = try ActingOptions.actor(name)
    var session = try ScreeningSession(request, notes: { Console.error($0) })
    try session.take(decisions, home: request.data.home)
    let screened = try session.screen(InputFile.bytes(at: file))
    let work = CaseWork(
      try OpenCases(request.data.home), home: try request.data.home.archiveHome())
    let (opened, wasOpen) = try work.open(
      screened, by: session, reference: reference, actor: actor)
    if wasOpen { return CaseRescreen.tell(opened) }
    Console.print(
      "\(opened.id) opened\(opened.reference.map { " (\($0))" } ?? ""): "
        + "\(opened.dossier?.outcome.title.en ?? "–"), "
        + "\(opened.openCount) of \(opened.findings.count) findings to settle")
  }
}

/// `quivive case rescreen`: the transaction again, on today's lists or with new facts.
struct CaseRescreen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescreen",
    abstract: "Screen the transaction of a case again.",
    discussion: """
      Conclusions carry over to findings that say the same as before. Where a finding says something \
      else, the old conclusion is shown and the finding is to be reviewed again. A table of ownership \
      or rules of your own have to be named again.
      """)

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Argument(
    help: "The transaction as it is now, as JSON. Default: as it was screened last.",
    completion: .file(extensions: ["json"]))
  var file: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who acts. Default: your login name.", valueName: "name"))
  var name: String?

  @OptionGroup var decisions: DecisionsOption
  @OptionGroup var request: RequestOptions

  func run() async throws {
    let actor = try ActingOptions.actor(name)
    let cases = try OpenCases(request.data.home)
    let current = try cases.case(id)
    guard let last = current.dossier else {
      throw Failure(.badInput, "what was recorded of \(id) was erased", help: "open a new case")
    }
    let before = try cases.dossier(last.digest)
    var session = try ScreeningSession(request, notes: { Console.error($0) })
    try session.take(decisions, home: request.data.home)
    let input = try file.map(InputFile.bytes) ?? Array((before.request?.input ?? "").utf8)
    let screened = try session.screen(input)
    let dossier = screened.dossier
    for name in ["ownership", "rules"]
    where before["digests", name] != nil && dossier["digests", name] == nil {
      Console.error(
        "note: the dossier before was made with --\(name), this one without it: name it again to keep it"
      )
    }
    let work = CaseWork(cases, home: try request.data.home.archiveHome())
    Self.tell(try work.rescreen(id, with: screened, by: session, actor: actor))
  }

  static func tell(_ rescreened: Case) {
    let again = rescreened.findings.filter {
      if case .reviewAgain = $0.standing { return true }
      return false
    }.map(\.finding.id)
    Console.print(
      "\(rescreened.id) rescreened: \(rescreened.dossier?.outcome.title.en ?? "–"), "
        + "\(rescreened.openCount) of \(rescreened.findings.count) findings to settle"
        + (again.isEmpty ? "" : "; to be reviewed again: \(again.joined(separator: ", "))"))
  }
}
