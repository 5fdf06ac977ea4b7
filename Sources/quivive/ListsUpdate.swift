import ArgumentParser
import FileFormats
import Foundation
import ListArchive
import ListUpdates
import Listings
import TradeModel
import Workplace

/// `quivive lists update`: the publishers' present files in, a report each out.
struct ListsUpdate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Fetch lists from their publishers and take them into the archive.",
    discussion: """
      Without a list, all that have an address. A file that has not changed is not fetched again; \
      a fetch that was cut off goes on where it stopped. What is fetched is guarded like an \
      import: the last good snapshot stays in use until a new one is proven.

      Addresses of one's own stand in settings.json in the home folder: \
      {"lists": {"eu.fsf": {"addresses": ["https://…"]}}}

      Exit status: 0 all up to date, 65 a file was refused, 75 a publisher could not be asked.
      """)

  @Argument(help: "Lists; all that have an address when none is named.")
  var lists: [ListID] = []

  @Option(
    help: ArgumentHelp(
      "Fetch LIST from URL instead; repeat it for a list of several files.",
      valueName: "list=url"))
  var address: [String] = []

  @Option(help: "Follow redirections to this host too; repeatable.")
  var redirectHost: [String] = []

  @Option(help: "What to print: text, or one JSON object a list.")
  var report: ReportForm = .text

  @OptionGroup var taking: TakingOptions
  @OptionGroup var home: HomeOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    for entry in address where ListsImport.split(entry, hasList: false).0 == nil {
      throw ValidationError("`\(entry)` is not LIST=URL")
    }
  }

  func run() throws {
    let archive = try home.archive()
    let addresses = try allAddresses(archive)
    var worst: Failure.Status?
    var hasNew = false
    for list in lists.isEmpty ? addresses.keys.sorted() : lists {
      guard let sources = addresses[list] else {
        throw Failure(
          .usage, "no address is known for `\(list)`",
          help: "name one with --address \(list)=URL or in settings.json; "
            + "some publishers give out addresses with a token, or change them with each file")
      }
      let update = ListUpdate(
        list: list, addresses: sources, archive: archive, redirectHosts: Set(redirectHost),
        acceptIncomplete: taking.acceptIncomplete, acceptShrinkage: taking.acceptShrinkage)
      do {
        switch try Failure.from({ try update.run() }) {
        case .unchanged(let json, let text):
          if report == .json { ListsReport.print(json) } else { Console.print(text) }
        case .offered(let outcome):
          ListsReport.print(outcome, as: report)
          if case .imported(_, isCurrent: true) = outcome.result { hasNew = true }
          if !outcome.isImported { worst = worst ?? .badInput }
        }
      } catch let error as FetchError {
        let stays =
          try Failure.from { try archive.current(of: list) }
          .map { "; the list of \($0.published) stays in use" } ?? ""
        Console.error("\(list): \(error.message)\(stays)")
        if let help = error.help { Console.error("help: \(help)") }
        if report == .json { ListsReport.print(update.failure(error)) }
        worst = .tryAgain
      }
    }
    if hasNew, !taking.noCompile { _ = try WatchlistCompilation.compile(archive, knowledge) }
    if let worst { throw ExitCode(worst.rawValue) }
  }

  /// Those named here, in the settings, in the catalogue; in this order.
  private func allAddresses(_ archive: SnapshotArchive) throws -> [ListID: [String]] {
    var addresses: [ListID: [String]] = [:]
    for list in ListCatalogue.lists where !list.addresses.isEmpty {
      addresses[list.id] = list.addresses
    }
    addresses.merge(try home.settings(of: archive.home).addresses) { $1 }
    var named: [ListID: [String]] = [:]
    for entry in address {
      let (list, url) = ListsImport.split(entry, hasList: false)
      if let list { named[list, default: []].append(url) }
    }
    // Addresses named on the command line name what to update, too.
    return lists.isEmpty && !named.isEmpty ? named : addresses.merging(named) { $1 }
  }
}

/// One list fetched and offered to the archive.
struct ListUpdate {
  enum Result {
    case unchanged(JSONValue, String)
    case offered(ImportOutcome)
  }

  let list: ListID
  let addresses: [String]
  let archive: SnapshotArchive
  let redirectHosts: Set<String>
  let acceptIncomplete: String?
  let acceptShrinkage: String?

  func run() throws -> Result {
    let folder = try archive.downloadFolder(of: list)
    let known = try archive.downloadState(of: list)
    let line = ProgressLine(list.name)
    defer { line.end() }
    let fetcher = ListFetcher(
      redirectHosts: redirectHosts,
      wait: { seconds in
        line.say("waiting \(seconds) s")
        sleep(UInt32(seconds))
      }, progress: { line.show(bytes: $0, of: $1) })
    var paths = addresses.map {
      folder.appendingPathComponent(ListFetcher.fileName(of: $0) ?? "list").path
    }
    if Set(paths).count < paths.count {
      paths = addresses.indices.map { folder.appendingPathComponent("file-\($0)").path }
    }
    var sources: [DownloadState.Source] = []
    var isUnchanged = true
    do {
      for (address, path) in zip(addresses, paths) {
        let mark = known?.sources.first { $0.address == address }
        // A set is fetched whole or not at all: once one file is new, the rest is asked for plainly.
        let validators =
          isUnchanged
          ? mark.map { Validators(etag: $0.etag, lastModified: $0.lastModified) } : nil
        switch try fetcher.fetch(address, to: path, known: validators) {
        case .unchanged: sources.append(contentsOf: [mark].compactMap(\.self))
        case .fetched(let marks, _):
          for index in sources.indices where isUnchanged {
            _ = try fetcher.fetch(addresses[index], to: paths[index])
          }
          isUnchanged = false
          sources.append(
            DownloadState.Source(
              address: address, etag: marks.etag, lastModified: marks.lastModified))
        }
      }
    } catch {
      try archive.noteRefusal(
        Refusal(
          at: .now, from: ListFetcher.shown(addresses[0]), sha256: nil, reason: "fetch",
          message: error.message), of: list)
      throw error
    }
    if isUnchanged { return try unchanged() }
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    return .offered(try offer(paths, sources))
  }

  private func unchanged() throws -> Result {
    try archive.noteChecked(list, now: .now)
    let status = try archive.status(of: list, now: .now)
    return .unchanged(
      .members([
        "list": .string(list.name), "outcome": "unchanged",
        "published": status.current.map { .string($0.published.iso) },
        "sha256": status.current.map { .string($0.digest.hex) },
      ]), "\(list): unchanged, \(status.age)")
  }

  private func offer(
    _ paths: [String], _ sources: [DownloadState.Source]
  ) throws -> ImportOutcome {
    let files = try paths.map { path in
      ReceivedFiles.File(
        name: URL(fileURLWithPath: path).lastPathComponent, bytes: try InputFile.bytes(at: path))
    }
    var request = ImportRequest(
      list: list,
      files: ReceivedFiles(
        file: files[0], companions: Array(files.dropFirst()),
        origin: ListFetcher.shown(addresses[0])),
      acceptIncomplete: acceptIncomplete, acceptShrinkage: acceptShrinkage, now: .now)
    request.isFromPublisher = true
    let outcome = try archive.take(request)
    if case .imported(let record, isCurrent: true) = outcome.result {
      try archive.setDownloadState(
        DownloadState(sources: sources, snapshot: record.digest), of: list)
    }
    return outcome
  }

  func failure(_ error: FetchError) -> JSONValue {
    .members([
      "list": .string(list.name), "file": .string(ListFetcher.shown(addresses[0])),
      "outcome": "failed", "message": .string(error.message),
    ])
  }
}

/// A line on a terminal that says how far a fetch has come; silent elsewhere.
final class ProgressLine: Sendable {
  private let label: String
  private let isTerminal = Console.isTerminal(STDERR_FILENO)

  init(_ label: String) { self.label = label }

  func show(bytes: Int, of total: Int?) {
    let whole = total.map { " of \($0 / 1024)" } ?? ""
    say("\(bytes / 1024)\(whole) KiB")
  }

  func say(_ text: String) {
    guard isTerminal else { return }
    Console.write(Array("\r\u{1B}[K\(label): \(text)".utf8), to: STDERR_FILENO)
  }

  func end() { if isTerminal { Console.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) } }
}
