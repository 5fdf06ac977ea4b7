import ArgumentParser
import FileFormats
import ListArchive
import Listings
import TradeModel
import Workplace

/// `quivive lists import`: list files in, a report each out.
struct ListsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take list files into the archive, or refuse them and say why.",
    discussion: """
      FILE is a list as published, compressed with gzip or not. Several files are given as \
      LIST=FILE, or without LIST where the content alone says which list it is. The companions of \
      an OFAC sdn.csv or cons_prim.csv are read from the folder it lies in.

      Exit status: 0 all taken, 65 a file was refused, 66 a file is missing, 75 another process \
      is writing.
      """)

  @Argument(help: "A list file, or LIST=FILE.", completion: .file())
  var files: [String]

  @Option(help: "The list's id; `quivive lists list` prints them.")
  var list: ListID?

  @Option(help: "The day of publication (YYYY-MM-DD), for files that state none.")
  var published: String?

  @Option(help: "What to print: text, or one JSON object a file.")
  var report: ReportForm = .text

  @OptionGroup var taking: TakingOptions
  @OptionGroup var home: HomeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    guard list == nil || files.count == 1 else {
      throw ValidationError("with several files, name each list as LIST=FILE instead of --list")
    }
    if let published, Day(iso: published) == nil {
      throw ValidationError("`\(published)` is no day; write it as YYYY-MM-DD")
    }
  }

  func run() throws {
    let knowledge = try self.knowledge.loaded()
    var archive = try home.archive()
    archive.links = StatedLinkReader(loading: knowledge)
    var hasRefusal = false
    var hasNew = false
    for argument in files {
      let outcome = try Failure.from { try take(argument, into: archive) }
      hasRefusal = hasRefusal || !outcome.isImported
      if case .imported(_, isCurrent: true) = outcome.result { hasNew = true }
      ListsReport.print(outcome, as: report)
    }
    if hasNew, !taking.noCompile {
      _ = try WatchlistCompilation.compile(archive, knowledge: knowledge)
      PortfolioHome.remind(of: archive.home)
    }
    if hasRefusal { throw ExitCode(Failure.Status.badInput.rawValue) }
  }

  private func take(_ argument: String, into archive: SnapshotArchive) throws -> ImportOutcome {
    let (named, path) = Self.split(argument, hasList: list != nil)
    let files = try ReceivedFiles(path: path)
    guard let list = list ?? named ?? files.list else {
      throw Failure(
        .usage, "the content of `\(path)` does not say which list it is",
        help: "name it: --list ID, or LIST=FILE; `quivive lists list` prints the ids")
    }
    return try archive.take(
      ImportRequest(
        list: list, files: files, published: published.flatMap { Day(iso: $0) },
        acceptIncomplete: taking.acceptIncomplete, acceptShrinkage: taking.acceptShrinkage,
        now: .now))
  }

  /// `un.sc=file.xml` as list and path; a path with `=` in it stays one.
  static func split(_ argument: String, hasList: Bool) -> (ListID?, String) {
    guard !hasList, let sign = argument.firstIndex(of: "="),
      let list = ListID(String(argument[..<sign]))
    else { return (nil, argument) }
    return (list, String(argument[argument.index(after: sign)...]))
  }
}

/// How outcomes are told.
enum ListsReport {
  /// The report on standard output; with `json`, a line for people on standard error.
  static func print(_ outcome: ImportOutcome, as form: ReportForm) {
    let words = outcome.isImported ? "" : "refused: "
    let line = "\(outcome.list): \(words)\(outcome.message)"
    switch form {
    case .text: outcome.isImported ? Console.print(line) : Console.error(line)
    case .json:
      Console.print(String(decoding: outcome.json.compact, as: UTF8.self))
      Console.error(line)
    }
  }

  static func print(_ json: JSONValue) {
    Console.print(String(decoding: json.compact, as: UTF8.self))
  }
}
