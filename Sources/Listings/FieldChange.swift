public import FileFormats

/// A field of a designation before and after; values as canonical JSON or text.
///
/// Values are compared as sets, with white space folded: publishers reorder entries and elements
/// between publications, and that is no change. Where a record stands in its file is none either.
public struct FieldChange: Hashable, Sendable {
  /// The member's name in the designation's JSON.
  public let field: String
  /// Values that are gone.
  public let removed: [JSONValue]
  /// Values that are new.
  public let added: [JSONValue]

  public init(field: String, removed: [JSONValue], added: [JSONValue]) {
    self.field = field
    self.removed = removed
    self.added = added
  }

  /// The fields in which two designations differ, as ``Designation/json`` gives them; by name.
  public static func changes(from old: JSONValue, to new: JSONValue) -> [FieldChange] {
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
    of designation: JSONValue
  ) -> [(name: String, values: [JSONValue])] {
    let passedOver: Set = ["id", "place", "publishedIdentifierCount"]
    return (designation.object ?? []).compactMap { member in
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

  /// One object with the field and its values.
  public var json: JSONValue {
    .members([
      "field": .string(field), "removed": .array(removed), "added": .array(added),
    ])
  }
}
