public import FileFormats
public import Listings

/// What two snapshots of one list have not in common: listings, delistings, changes by field.
///
/// Values are compared as parsed, as sets, with white space folded: publishers reorder entries and
/// elements between publications, and that is no change. Where a record stands in its file is none
/// either.
public struct SnapshotDifference: Hashable, Sendable {
  /// A designation's field before and after; values as canonical JSON or text.
  public struct FieldChange: Hashable, Sendable {
    public let field: String
    public let removed: [JSONValue]
    public let added: [JSONValue]
  }

  public struct Change: Hashable, Sendable {
    public let key: String
    public let name: String
    public let fields: [FieldChange]
  }

  /// A designation by its key and name.
  public struct Entry: Hashable, Sendable {
    public let key: String
    public let name: String
  }

  public let added: [Entry]
  public let removed: [Entry]
  public let changed: [Change]

  /// Where the publisher used one key several times, the records are paired in the order of the file.
  public init(from old: [Designation], to new: [Designation]) {
    let before = Self.byKey(old)
    let after = Self.byKey(new)
    added = after.keys.filter { before[$0] == nil }.sorted(by: Self.precedes)
      .map { Entry(key: $0, name: after[$0]?.displayName ?? "") }
    removed = before.keys.filter { after[$0] == nil }.sorted(by: Self.precedes)
      .map { Entry(key: $0, name: before[$0]?.displayName ?? "") }
    changed = before.keys.sorted(by: Self.precedes).compactMap { key in
      guard let one = before[key], let other = after[key], one != other else { return nil }
      let fields = Self.changes(from: one, to: other)
      return fields.isEmpty ? nil : Change(key: key, name: other.displayName, fields: fields)
    }
  }

  private static func byKey(_ designations: [Designation]) -> [String: Designation] {
    var keyed: [String: Designation] = [:]
    keyed.reserveCapacity(designations.count)
    for designation in designations {
      var key = designation.id.key
      var occurrence = 1
      while keyed[key] != nil {
        occurrence += 1
        key = "\(designation.id.key)#\(occurrence)"
      }
      keyed[key] = designation
    }
    return keyed
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
    let before = fields(of: old)
    let after = fields(of: new)
    let names = (before.map(\.name) + after.map(\.name)).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return names.sorted().compactMap { name in
      let old = before.first { $0.name == name }?.values ?? []
      let new = after.first { $0.name == name }?.values ?? []
      let removed = old.filter { !new.contains($0) }
      let added = new.filter { !old.contains($0) }
      guard !removed.isEmpty || !added.isEmpty else { return nil }
      return FieldChange(field: name, removed: removed, added: added)
    }
  }

  private static func fields(
    of designation: Designation
  ) -> [(name: String, values: [JSONValue])] {
    let passedOver: Set = ["id", "place", "publishedIdentifierCount"]
    return (designation.json.object ?? []).compactMap { member in
      guard !passedOver.contains(member.name) else { return nil }
      let values = member.value.array ?? [member.value]
      return (
        member.name, values.map(folded).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      )
    }
  }

  private static func folded(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text):
      .string(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    case .array(let values): .array(values.map(folded))
    case .object(let members):
      .object(members.map { JSONValue.Member($0.name, folded($0.value)) })
    default: value
    }
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
        "fields": .array(
          change.fields.map {
            .members([
              "field": .string($0.field), "removed": .array($0.removed), "added": .array($0.added),
            ])
          }),
      ])
    }
    return [
      Member("added", entries(added)), Member("removed", entries(removed)),
      Member("changed", .array(changes)),
    ]
  }
}

extension ListArchive {
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
