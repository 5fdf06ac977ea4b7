import ArgumentParser
import FileFormats
import ListArchive
import Listings
import Parties
import TradeModel
import Workplace

/// `quivive lists show`: one designation as listed or its life, or a list's snapshots.
struct ListsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one designation with every field, or its life; or what is kept of a list.",
    discussion: """
      ID is a designation or party such as us.ofac.sdn/12345, a list such as un.sc, or words of a \
      name. Words that fit several designations print their ids. With --history, a designation's life \
      over all kept snapshots is told: listed, changed by field, delisted, listed again, and the days \
      for which no snapshot is held; of a list, every kept snapshot.
      """)

  @Argument(help: "LIST/KEY, LIST, or words of a name.")
  var id: String

  @Flag(help: "The life over all kept snapshots.")
  var history = false

  @Option(help: "What to print: text, or one JSON object an entry.")
  var report: ReportForm = .text

  @Flag(name: .shortAndLong, help: "Tell no progress.")
  var quiet = false

  @OptionGroup var knownOn: KnownOnOption
  @OptionGroup var home: HomeOptions

  func run() throws {
    let archive = try home.archive()
    try Failure.from {
      if let list = ListID(id), try !archive.snapshots(of: list).isEmpty || id.contains(".") {
        try show(list, archive)
      } else if let designation = DesignationID(text: id) {
        try show(designation, archive)
      } else {
        try show(named: id, archive)
      }
    }
  }

  private func show(_ list: ListID, _ archive: SnapshotArchive) throws {
    let snapshots = try archive.snapshots(of: list).filter { record in
      knownOn.day.map { record.published <= $0 } ?? true
    }
    guard let current = try archive.snapshot(of: list, asKnownOn: knownOn.day) else {
      throw try unheld(list, archive)
    }
    for record in history ? snapshots : [current] {
      if report == .json {
        ListsReport.print(record.json)
      } else {
        let known = knownOn.day.map { " (as known on \($0))" } ?? " (in use)"
        let mark = record == current ? known : ""
        let source = record.publishedFrom == .file ? "" : " (\(record.publishedFrom.rawValue))"
        Console.print(
          "\(record.name)\(mark): published \(record.published)\(source), received "
            + "\(record.received) from `\(record.receivedFrom)`, "
            + "\(record.designations) designations, \(record.issues) unreadable records, "
            + "sha256 \(record.digest)")
      }
    }
  }

  /// Why nothing of `list` can be shown.
  private func unheld(_ list: ListID, _ archive: SnapshotArchive) throws -> Failure {
    if let day = knownOn.day, let first = try archive.snapshots(of: list).first {
      return Failure(
        .badInput, "no state of `\(list)` is held for \(day)",
        help: "the first state held is of \(first.published)")
    }
    return Failure(.badInput, "`\(list)` was never imported", help: "import or update it first")
  }

  private func show(_ id: DesignationID, _ archive: SnapshotArchive) throws {
    guard !history else { return try showHistory(of: id, archive) }
    guard let record = try archive.snapshot(of: id.list, asKnownOn: knownOn.day) else {
      throw try unheld(id.list, archive)
    }
    var found: [Designation] = []
    try archive.read(record) { if $0.id == id { found.append($0) } }
    guard !found.isEmpty else { throw try notListed(id, archive) }
    for designation in found { tell(record, designation) }
  }

  private func showHistory(of id: DesignationID, _ archive: SnapshotArchive) throws {
    var progress = Progress("reading \(id.list)", isQuiet: quiet)
    let history = try archive.history(of: id, asKnownOn: knownOn.day) { done, count in
      progress.show("\(done) of \(count) snapshots")
    }
    progress.end()
    guard !history.days.isEmpty else { throw try unheld(id.list, archive) }
    guard !history.events.isEmpty else { throw try notListed(id, archive) }
    switch report {
    case .json: ListsReport.print(history.json)
    case .text: Console.print(HistoryText(history: history).text)
    }
  }

  private func notListed(_ id: DesignationID, _ archive: SnapshotArchive) throws -> Failure {
    let party = try archive.partyIDs().party(of: id).text
    let state =
      history ? "no kept" : knownOn.day.map { "not the snapshot of \($0)" } ?? "no serving"
    let look = history ? "check the key" : "look into earlier snapshots with --history"
    return Failure(
      .badInput, "`\(id)` is on \(state) snapshot of `\(id.list)`",
      help: party == id.description ? look : "its party is now `\(party)`; or \(look)")
  }

  private func show(named text: String, _ archive: SnapshotArchive) throws {
    let words = text.foldedWords
    guard !words.isEmpty else {
      throw Failure(
        .usage, "`\(text)` is neither a list nor a designation nor a name",
        help: "write LIST, LIST/KEY such as us.ofac.sdn/12345, or words of a name")
    }
    var progress = Progress("searching", isQuiet: quiet)
    let found = try archive.designations(
      named: words, asKnownOn: knownOn.day, inHistory: history
    ) { done, count in progress.show("\(done) of \(count) snapshots") }
    progress.end()
    if found.count == 1 { return try show(found[0].id, archive) }
    guard !found.isEmpty else {
      throw Failure(
        .badInput,
        "no name in \(history ? "any kept" : "the serving") snapshot has all words of `\(text)`",
        help: history ? "write fewer words" : "look into earlier snapshots with --history")
    }
    for (id, name) in found {
      switch report {
      case .json:
        ListsReport.print(
          .members(["id": .string(id.description), "name": .string(name)]))
      case .text: Console.print("\(id)  \(name)")
      }
    }
  }

  private func tell(_ record: SnapshotRecord, _ designation: Designation) {
    switch report {
    case .json:
      ListsReport.print(
        .members([
          "snapshot": .string(record.name), "published": .string(record.published.iso),
          "sha256": .string(record.digest.hex), "designation": designation.json,
        ]))
    case .text:
      Console.print("\(record.list) of \(record.published) (\(record.name)):")
      Console.print(String(decoding: designation.json.indented, as: UTF8.self))
    }
  }
}
