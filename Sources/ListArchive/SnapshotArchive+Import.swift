import FileFormats
import Foundation
import Glibc
public import Listings
public import TradeModel

/// One file offered to the archive, with what a person says about it.
public struct ImportRequest: Sendable {
  /// The list it is offered as.
  public let list: ListID
  /// The file and, for a set, its companions.
  public let files: ReceivedFiles
  /// The day of publication, where the file states none.
  public var published: Day?
  /// Why a file that is not, or not provably, whole is taken all the same.
  public var acceptIncomplete: String?
  /// Why a list may lose more designations than the policy lets go.
  public var acceptShrinkage: String?
  /// The file was just fetched from its publisher: it is what is published today.
  public var isFromPublisher = false
  /// The time of receipt; the archive has no clock.
  public let now: Timestamp

  public init(
    list: ListID, files: ReceivedFiles, published: Day? = nil, acceptIncomplete: String? = nil,
    acceptShrinkage: String? = nil, now: Timestamp
  ) {
    self.list = list
    self.files = files
    self.published = published
    self.acceptIncomplete = acceptIncomplete
    self.acceptShrinkage = acceptShrinkage
    self.now = now
  }
}

extension SnapshotArchive {
  /// Takes a list file, or refuses it and leaves everything as it was.
  ///
  /// The file is read whole, every record accounted for, and compared with the serving snapshot. Only
  /// then is it written beside it and, in one step, put in its place. A process killed at any point
  /// leaves the old state whole.
  ///
  /// - Throws: ``ArchiveError`` when the archive itself cannot be read or written; a file that is not
  ///   taken is an outcome, not an error.
  public func take(_ request: ImportRequest) throws -> ImportOutcome {
    let lock = try ArchiveLock(home)
    defer { withExtendedLifetime(lock) {} }
    removeLeftovers()
    let sha256 = SHA256.digest(of: request.files.file.bytes)
    let previous = try current(of: request.list)
    var outcome = ImportOutcome(
      list: request.list, file: request.files.origin, sha256: sha256, previous: previous)
    do {
      let snapshot = try request.files.snapshot(
        of: request.list, acceptsIncomplete: request.acceptIncomplete != nil)
      let report = try account(of: snapshot)
      outcome.report = report
      let overrides = try approve(report, for: request, after: previous)
      let record = record(of: request, report: report, overrides: overrides)
      try keep(record, files: request.files, report: report, outcome: &outcome)
      let isOlder = previous.map { record.published < $0.published } ?? false
      if !isOlder {
        try DurableFile.replace(home.current(of: request.list), Array("\(record.name)\n".utf8))
        if request.isFromPublisher {
          try DurableFile.replace(
            home.checked(of: request.list), Array("\(request.now)\n".utf8))
        }
      }
      outcome.result = .imported(record, isCurrent: !isOlder)
    } catch let error as ListFormatError {
      outcome.result = .refused(error)
      try record(
        Refusal(
          at: request.now, from: request.files.origin, sha256: sha256,
          reason: error.reason.rawValue, message: error.message), of: request.list)
    }
    return outcome
  }

  /// Notes that `list` is as its publisher has it today, without a new file.
  public func noteChecked(_ list: ListID, now: Timestamp) throws {
    let lock = try ArchiveLock(home)
    defer { withExtendedLifetime(lock) {} }
    guard try current(of: list) != nil else { return }
    try DurableFile.replace(home.checked(of: list), Array("\(now)\n".utf8))
  }

  /// Notes that a publisher could not be asked, or gave nothing that could be offered.
  public func noteRefusal(_ refusal: Refusal, of list: ListID) throws {
    let lock = try ArchiveLock(home)
    defer { withExtendedLifetime(lock) {} }
    try record(refusal, of: list)
  }

  /// The account of every record, with what its prose says of links to other parties.
  private func account(of snapshot: ListSnapshot) throws(ListFormatError) -> ImportReport {
    var readings: [(StatedLinkReader.Reading, Designation)] = []
    var report = try ListCatalogue.report(on: snapshot) { designation in
      let reading = links.reading(of: designation)
      if !reading.links.isEmpty || !reading.unread.isEmpty {
        readings.append((reading, designation))
      }
    }
    if report.format.hasProse {
      for (reading, designation) in readings { report.add(reading, of: designation) }
    }
    return report
  }

  private func record(_ refusal: Refusal, of list: ListID) throws {
    try DurableFile.folder(home.folder(of: list))
    try DurableFile.append(home.refusals(of: list), line: refusal.json.compact)
  }

  /// Compares with the serving snapshot; returns what a person overrode.
  private func approve(
    _ report: ImportReport, for request: ImportRequest, after previous: SnapshotRecord?
  ) throws -> [SnapshotRecord.Override] {
    precondition(report.isBalanced, "an importer lost a record")
    var overrides = report.acceptedProblems.map {
      SnapshotRecord.Override(
        problem: $0.reason, message: $0.message, reason: request.acceptIncomplete ?? "")
    }
    guard report.counts.designations > 0 else {
      throw ListFormatError(
        .malformed, "`\(request.files.file.name)` holds no designation at all")
    }
    let policy = policy(for: request.list)
    guard let previous else { return overrides }
    let published = day(of: request, report: report).day
    guard published >= previous.published else { return overrides }
    let now = report.counts.designations
    guard !policy.allows(from: previous.designations, to: now) else { return overrides }
    let lost = previous.designations - now
    let problem = ListFormatError(
      .shrinkage,
      "the list would fall from \(previous.designations) to \(now) designations (\(lost) fewer);"
        + " more than \(policy.shrinkagePercent) % or \(policy.shrinkageRecords) at once need"
        + " a person's word (--accept-shrinkage REASON)")
    guard let reason = request.acceptShrinkage else { throw problem }
    overrides.append(
      SnapshotRecord.Override(problem: .shrinkage, message: problem.message, reason: reason))
    return overrides
  }

  private func day(
    of request: ImportRequest, report: ImportReport
  ) -> (day: Day, source: SnapshotRecord.DaySource) {
    if let day = report.statedDay { return (day, .file) }
    if let day = request.published { return (day, .stated) }
    return (request.now.day, .received)
  }

  private func record(
    of request: ImportRequest, report: ImportReport, overrides: [SnapshotRecord.Override]
  ) -> SnapshotRecord {
    let (published, source) = day(of: request, report: report)
    return SnapshotRecord(
      list: request.list, published: published, publishedFrom: source, received: request.now,
      receivedFrom: request.files.origin,
      files: ([request.files.file] + request.files.companions).map {
        SnapshotRecord.File(
          name: $0.name, sha256: SHA256.digest(of: $0.bytes), bytes: $0.bytes.count)
      },
      format: report.format, records: report.records, designations: report.counts.designations,
      issues: report.issues.count, overrides: overrides)
  }

  /// Writes the snapshot's folder under a name nobody reads, then gives it its own.
  private func keep(
    _ record: SnapshotRecord, files: ReceivedFiles, report: ImportReport,
    outcome: inout ImportOutcome
  ) throws {
    let final = folder(of: record)
    outcome.isKnown = FileManager.default.fileExists(atPath: final.path)
    if outcome.isKnown { return }
    let snapshots = home.snapshots(of: record.list)
    try DurableFile.folder(snapshots)
    let unfinished = snapshots.appendingPathComponent(
      "\(DurableFile.temporaryPrefix)\(record.name).\(getpid())")
    try DurableFile.folder(unfinished.appendingPathComponent("files"))
    for file in [files.file] + files.companions {
      try DurableFile.create(
        unfinished.appendingPathComponent("files").appendingPathComponent(file.name), file.bytes)
    }
    func lines(_ values: [JSONValue]) -> [UInt8] { values.flatMap { $0.compact + [0x0A] } }
    try DurableFile.create(
      unfinished.appendingPathComponent("issues.jsonl"), lines(report.issues.map(\.json)))
    try DurableFile.create(
      unfinished.appendingPathComponent("notes.jsonl"), lines(report.notes.map(\.json)))
    try DurableFile.create(
      unfinished.appendingPathComponent("report.json"),
      JSONValue.object(report.countMembers).indented)
    try DurableFile.create(
      unfinished.appendingPathComponent("snapshot.json"), record.json.indented)
    try DurableFile.syncFolder(unfinished.appendingPathComponent("files"))
    try DurableFile.syncFolder(unfinished)
    try DurableFile.rename(unfinished, to: final)
    try DurableFile.syncFolder(home.folder(of: record.list))
    try DurableFile.syncFolder(home.lists)
  }
}
