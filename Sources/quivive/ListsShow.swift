import ArgumentParser
import FileFormats
import ListArchive
import Listings
import Parties
import TradeModel

/// `quivive lists show`: one designation as listed, or a list's snapshots.
struct ListsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one designation with every field, or what is kept of a list.",
    discussion: """
      ID is a designation or party such as us.ofac.sdn/12345, or a list such as un.sc. With \
      --history, a designation is shown in every kept snapshot in which it changed.
      """)

  @Argument(help: "LIST/KEY, or LIST.")
  var id: String

  @Flag(help: "Also the earlier snapshots.")
  var history = false

  @Option(help: "What to print: text, or one JSON object an entry.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions

  func run() throws {
    let archive = try home.archive()
    try Failure.from {
      if let list = ListID(id) {
        try show(list, archive)
      } else if let designation = DesignationID(text: id) {
        try show(designation, archive)
      } else {
        throw Failure(
          .usage, "`\(id)` is neither a list nor a designation",
          help: "write LIST or LIST/KEY, such as us.ofac.sdn/12345")
      }
    }
  }

  private func show(_ list: ListID, _ archive: SnapshotArchive) throws {
    let snapshots = try archive.snapshots(of: list)
    guard let current = try archive.current(of: list) else {
      throw Failure(.badInput, "`\(list)` was never imported", help: "import or update it first")
    }
    for record in history ? snapshots : [current] {
      if report == .json {
        ListsReport.print(record.json)
      } else {
        let mark = record == current ? " (in use)" : ""
        let source = record.publishedFrom == .file ? "" : " (\(record.publishedFrom.rawValue))"
        Console.print(
          "\(record.name)\(mark): published \(record.published)\(source), received "
            + "\(record.received) from `\(record.receivedFrom)`, "
            + "\(record.designations) designations, \(record.issues) unreadable records, "
            + "sha256 \(record.digest)")
      }
    }
  }

  private func show(_ id: DesignationID, _ archive: SnapshotArchive) throws {
    let current = try archive.current(of: id.list)
    let records = history ? try archive.snapshots(of: id.list) : [current].compactMap(\.self)
    guard !records.isEmpty else {
      throw Failure(
        .badInput, "`\(id.list)` was never imported", help: "import or update it first")
    }
    var last: [Designation] = []
    var wasFound = false
    for record in records {
      var found: [Designation] = []
      try archive.read(record) { if $0.id == id { found.append($0) } }
      let difference = SnapshotDifference(from: last, to: found)
      let isChange =
        !difference.added.isEmpty || !difference.removed.isEmpty || !difference.changed.isEmpty
      last = found
      wasFound = wasFound || !found.isEmpty
      guard isChange else { continue }
      if found.isEmpty {
        tell(record, nil)
      } else {
        for designation in found { tell(record, designation) }
      }
    }
    guard wasFound else {
      let party = try archive.partyIDs().party(of: id).text
      throw Failure(
        .badInput, "`\(id)` is on no \(history ? "kept" : "serving") snapshot of `\(id.list)`",
        help: party == id.description
          ? "look into earlier snapshots with --history"
          : "its party is now `\(party)`; or look into earlier snapshots with --history")
    }
  }

  private func tell(_ record: SnapshotRecord, _ designation: Designation?) {
    switch report {
    case .json:
      ListsReport.print(
        .members([
          "snapshot": .string(record.name), "published": .string(record.published.iso),
          "sha256": .string(record.digest.hex), "designation": designation?.json ?? .null,
        ]))
    case .text:
      Console.print("\(record.list) of \(record.published) (\(record.name)):")
      Console.print(
        designation.map { String(decoding: $0.json.indented, as: UTF8.self) } ?? "not listed")
    }
  }
}
