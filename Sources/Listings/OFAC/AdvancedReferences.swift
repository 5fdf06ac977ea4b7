import FileFormats

/// The reference value sets of an Advanced XML file: what its numbers mean.
///
/// Meanings are always read from the file and never known beforehand, because OFAC adds and renumbers
/// them. A number that the file does not explain is remembered as a dangling reference.
struct AdvancedReferences {
  private struct Value {
    let text: String
    let attributes: [(name: String, value: String)]
  }

  /// By element name, then by `ID`.
  private var values: [String: [String: Value]] = [:]
  private(set) var dangling = DanglingReferences()

  mutating func read(_ sets: XMLNode) {
    for set in sets.children {
      for value in set.children {
        guard let id = value[attribute: "ID"] else { continue }
        values[value.name, default: [:]][id] = Value(
          text: value.text.foldingWhitespace(), attributes: value.attributes)
      }
    }
  }

  /// The meaning of `id` in the set of `name`; `nil` when there is no id, or nothing explains it.
  mutating func text(_ name: String, _ id: String?, line: Int) -> String? {
    guard let id else { return nil }
    guard let value = values[name]?[id] else {
      dangling.add(name, id, line: line)
      return nil
    }
    return value.text
  }

  /// An attribute of that value: the `PartyTypeID` of a `PartySubType`.
  func attribute(_ attribute: String, of name: String, _ id: String?) -> String? {
    guard let id else { return nil }
    return values[name]?[id]?.attributes.first { $0.name == attribute }?.value
  }

  mutating func addDangling(_ name: String, _ id: String, line: Int) {
    dangling.add(name, id, line: line)
  }
}

/// References that nothing in a file resolves.
struct DanglingReferences {
  private(set) var count = 0
  /// In the order of the file.
  private(set) var first: String?

  mutating func add(_ name: String, _ id: String, line: Int) {
    count += 1
    if first == nil { first = "\(name) `\(id)` at line \(line)" }
  }
}
