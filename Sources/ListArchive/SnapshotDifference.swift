public import FileFormats
public import Listings

/// What two snapshots of one list have not in common: listings, delistings, changes by field.
///
/// Values are compared as parsed, as sets, with white space folded: publishers reorder entries and
/// elements between publications, and that is no change. Where a record stands in its file is none
/// either.
public struct SnapshotDifference: Hashable, Sendable {
  /// A designation that is in both snapshots and not the same.
  public struct Change: Hashable, Sendable {
    /// The publisher's key.
    public let key: String
    /// The newer display name.
    public let name: String
    /// By name of the field; never empty.
    public let fields: [FieldChange]
  }

  /// A designation by its key and name.
  public struct Entry: Hashable, Sendable {
    /// The publisher's key.
    public let key: String
    /// The display name.
    public let name: String
  }

  /// Listings, by key.
  public let added: [Entry]
  /// Delistings, by key.
  public let removed: [Entry]
  /// Changes, by key.
  public let changed: [Change]

  /// A key that the publisher used several times is one id: it is added when it was not there at all,
  /// and a further record under it is a change of the field `record`.
  public init(from old: [Designation], to new: [Designation]) {
    let keys = Set(old.map(\.id.key)).union(new.map(\.id.key))
    let before = Dictionary(grouping: old.map(\.withoutPlace)) { Self.id($0.id.key, among: keys) }
    let after = Dictionary(grouping: new.map(\.withoutPlace)) { Self.id($0.id.key, among: keys) }
    func entries(_ these: [String: [Designation]], not those: [String: [Designation]]) -> [Entry] {
      these.filter { those[$0.key] == nil }
        .map { Entry(key: $0.key, name: $0.value[0].displayName) }
        .sorted { Self.precedes($0.key, $1.key) }
    }
    added = entries(after, not: before)
    removed = entries(before, not: after)
    changed = before.keys.sorted(by: Self.precedes).compactMap { key in
      guard let one = before[key], let other = after[key], one != other else { return nil }
      let fields = Self.changes(from: one, to: other)
      return fields.isEmpty ? nil : Change(key: key, name: other[0].displayName, fields: fields)
    }
  }

  /// The publisher's id in `key`: importers write `123#2` for a second record under the id `123`.
  private static func id(_ key: String, among keys: Set<String>) -> String {
    guard let sign = key.lastIndex(of: "#") else { return key }
    let number = key[key.index(after: sign)...]
    let id = String(key[..<sign])
    let isNumber = !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber && keys.contains(id) ? id : key
  }

  /// The records under one key: those that are the same are set aside, the others are compared in
  /// the order of the file.
  private static func changes(from old: [Designation], to new: [Designation]) -> [FieldChange] {
    if old.count == 1, new.count == 1 { return changes(from: old[0], to: new[0]) }
    var rest = new
    let others = old.filter { record in
      guard let place = rest.firstIndex(where: { changes(from: record, to: $0).isEmpty }) else {
        return true
      }
      rest.remove(at: place)
      return false
    }
    let paired = zip(others, rest).flatMap { changes(from: $0, to: $1) }
    let count = min(others.count, rest.count)
    guard others.count != rest.count else { return paired }
    return paired + [
      FieldChange(
        field: "record", removed: others.dropFirst(count).map(\.json),
        added: rest.dropFirst(count).map(\.json))
    ]
  }

  /// Numbers by value, everything else by text.
  private static func precedes(_ one: String, _ other: String) -> Bool {
    switch (Int(one), Int(other)) {
    case (let first?, let second?): (first, one) < (second, other)
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): one < other
    }
  }

  private static func changes(from old: Designation, to new: Designation) -> [FieldChange] {
    FieldChange.changes(from: old.json, to: new.json)
  }

  /// One object with counts, ids and changes.
  public var members: [JSONValue.Member] {
    typealias Member = JSONValue.Member
    func entries(_ entries: [Entry]) -> JSONValue {
      .array(entries.map { .members(["key": .string($0.key), "name": .string($0.name)]) })
    }
    let changes: [JSONValue] = changed.map { change in
      .members([
        "key": .string(change.key), "name": .string(change.name),
        "fields": .array(change.fields.map(\.json)),
      ])
    }
    return [
      Member("added", entries(added)), Member("removed", entries(removed)),
      Member("changed", .array(changes)),
    ]
  }
}

extension Designation {
  /// Where a record stands in its file is no part of what it says.
  fileprivate var withoutPlace: Designation {
    var copy = self
    copy.place = RecordPlace(file: "")
    return copy
  }
}

extension SnapshotArchive {
  /// Compares two kept snapshots of one list.
  ///
  /// - Complexity: both lists are held in memory.
  public func difference(
    from old: SnapshotRecord, to new: SnapshotRecord
  ) throws -> SnapshotDifference {
    var before: [Designation] = []
    try read(old) { before.append($0) }
    var after: [Designation] = []
    try read(new) { after.append($0) }
    return SnapshotDifference(from: before, to: after)
  }
}
