public import FileFormats
public import Listings
public import TradeModel

/// What became of a file that was offered.
public struct ImportOutcome: Sendable {
  /// Taken or refused.
  public enum Result: Hashable, Sendable {
    /// Kept. Not current when it is older than the snapshot that serves.
    case imported(SnapshotRecord, isCurrent: Bool)
    case refused(ListFormatError)
  }

  /// The list it was offered as.
  public let list: ListID
  /// As it was named.
  public let file: String
  /// Of the file as received, compressed or not.
  public let sha256: Digest
  /// The snapshot that served before.
  public let previous: SnapshotRecord?
  /// The account of its records; `nil` when the file could not be read to its end.
  public internal(set) var report: ImportReport?
  /// The same bytes were kept before.
  public internal(set) var isKnown = false
  /// Taken or refused.
  public internal(set) var result: Result

  init(list: ListID, file: String, sha256: Digest, previous: SnapshotRecord?) {
    self.list = list
    self.file = file
    self.sha256 = sha256
    self.previous = previous
    result = .refused(ListFormatError(.unknownFormat, "not read yet"))
  }

  /// Whether it was kept, as the serving snapshot or as history.
  public var isImported: Bool {
    if case .imported = result { return true }
    return false
  }

  /// What happened, for people: one sentence without a period.
  public var message: String {
    switch result {
    case .refused(let error):
      let stays =
        previous.map { "; the list of \($0.published) stays in use" }
        ?? "; there is no earlier snapshot of `\(list)`"
      let help =
        error.isOverridable ? "; a person can take it with --accept-incomplete REASON" : ""
      return error.message + stays + help
    case .imported(let record, let isCurrent):
      let count = "\(record.designations) designations of \(record.published)"
      if !isCurrent, let previous {
        return "\(count) kept as history; the newer list of \(previous.published) stays in use"
      }
      let known = isKnown ? " (known already)" : ""
      return "\(count) in use\(known)"
    }
  }

  /// The report of `lists import --report json`.
  public var json: JSONValue {
    typealias Member = JSONValue.Member
    var members = [
      Member("list", .string(list.name)), Member("file", .string(file)),
      Member("sha256", .string(sha256.hex)),
      Member("outcome", .string(isImported ? "imported" : "refused")),
    ]
    switch result {
    case .refused(let error): members.append(Member("reason", .string(error.reason.rawValue)))
    case .imported(let record, let isCurrent):
      members += [
        Member("published", .string(record.published.iso)),
        Member("published_from", .string(record.publishedFrom.rawValue)),
        Member("snapshot", .string(record.name)), Member("current", .bool(isCurrent)),
        Member("known", .bool(isKnown)),
      ]
      members += report?.countMembers ?? []
      if record.overrides.contains(where: { $0.problem != .shrinkage }) {
        members.append(Member("accepted_incomplete", .bool(true)))
      }
      if record.overrides.contains(where: { $0.problem == .shrinkage }) {
        members.append(Member("accepted_shrinkage", .bool(true)))
      }
    }
    members.append(Member("message", .string(message)))
    return .object(members)
  }
}
