import TradeModel

/// The names and reference numbers of one list, for finding the one record that a sentence means.
///
/// A name is unmistakable only where one record of the list has it.
public struct ListedNames: Sendable {
  private var keys: [String: String?] = [:]
  private var references: [String: String?] = [:]

  public init() {}

  /// Takes the names of a record; weak names and single short words tell nobody apart.
  public mutating func add(_ designation: Designation) {
    let key = designation.id.key
    for name in designation.names where name.strength != .weak {
      let folded = name.text.foldedNameKey
      guard folded.count > 2 else { continue }
      Self.add(folded, key, to: &keys)
    }
    for identifier in designation.identifiers where identifier.kind == .listReference {
      Self.add(identifier.normalised, key, to: &references)
    }
  }

  private static func add(_ text: String, _ key: String, to table: inout [String: String?]) {
    if let known = table[text] {
      if known != key { table[text] = .some(nil) }
    } else {
      table[text] = key
    }
  }

  /// The key of the one record of that name, whatever the case, order and punctuation.
  public func key(of name: String) -> String? { keys[name.foldedNameKey] ?? nil }

  /// The key of the one record with that reference number.
  public func key(ofReference text: String) -> String? {
    references[Identifier(kind: .listReference, value: text).normalised] ?? nil
  }
}
