package import KnowledgeBase
import Workplace

/// The FollowTheMoney model: schemata, their properties and types, as data of the knowledge folder.
package struct Vocabulary: Sendable {
  package struct Property: Sendable {
    package let name: String
    /// The schema that declares it.
    package let schema: String
    package let label: String
    /// `name`, `country`, `date`, `entity`, …
    package let type: String
    package let isMatchable: Bool
    /// It stands for the other end of a link and holds no values of its own.
    package let isStub: Bool
    /// The schema that entity-typed values are of.
    package let range: String
    package let reverse: String
    package var qualified: String { "\(schema):\(name)" }
  }

  package struct Schema: Sendable {
    package let name: String
    package let label: String
    package let plural: String
    package let extends: [String]
    package let isMatchable: Bool
    package let isAbstract: Bool
    /// Itself and everything it extends.
    package fileprivate(set) var ancestors: [String] = []
    /// Itself and everything that extends it.
    package fileprivate(set) var descendants: [String] = []
    /// Own and inherited, by name.
    package fileprivate(set) var properties: [String: Property] = [:]

    package func isA(_ other: String) -> Bool { ancestors.contains(other) }
  }

  package let schemata: [String: Schema]
  package let names: [String]
  /// By name: label and plural.
  package let types: [String: (label: String, plural: String)]

  package init(_ folder: KnowledgeFolder) throws {
    func rows(_ file: String) throws -> [[String]] {
      let path = "FollowTheMoney/\(file).tsv"
      let text = String(decoding: try folder.bytes(of: path), as: UTF8.self)
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      guard let head = lines.first else {
        throw Failure(.missingFile, "`\(path)` is missing in the knowledge folder")
      }
      let width = head.split(separator: "\t", omittingEmptySubsequences: false).count
      return try lines.dropFirst().enumerated().map { place, line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == width else {
          throw Failure(
            .badInput, "`\(path)`: row \(place + 1) has \(cells.count) cells instead of \(width)")
        }
        return cells
      }
    }
    func list(_ cell: String) -> [String] { cell.split(separator: " ").map(String.init) }
    var schemata: [String: Schema] = [:]
    for row in try rows("schemata") {
      schemata[row[0]] = Schema(
        name: row[0], label: row[1], plural: row[2], extends: list(row[3]),
        isMatchable: row[4] == "yes", isAbstract: row[5] == "yes")
    }
    var own: [String: [Property]] = [:]
    for row in try rows("properties") {
      own[row[0], default: []].append(
        Property(
          name: row[1], schema: row[0], label: row[2], type: row[3], isMatchable: row[4] == "yes",
          isStub: row[5] == "yes", range: row[6], reverse: row[7]))
    }
    func ancestors(_ name: String) -> [String] {
      var found = [name]
      for parent in schemata[name]?.extends ?? [] {
        for ancestor in ancestors(parent) where !found.contains(ancestor) { found.append(ancestor) }
      }
      return found
    }
    let names = schemata.keys.sorted()
    for name in names {
      let all = ancestors(name)
      schemata[name]?.ancestors = all
      for ancestor in all { schemata[ancestor]?.descendants.append(name) }
      for ancestor in all.reversed() {
        for property in own[ancestor] ?? [] {
          schemata[name]?.properties[property.name] = property
        }
      }
    }
    self.schemata = schemata
    self.names = names
    types = Dictionary(
      try rows("types").map { ($0[0], (label: $0[1], plural: $0[2])) }, uniquingKeysWith: { $1 })
  }

  package subscript(name: String) -> Schema? { schemata[name] }

  /// The schemata that a candidate may be of for a question of this one: those among its ancestors, itself
  /// and its descendants that are matchable; all descendants for `Thing`.
  package func answering(_ schema: Schema) -> Set<String> {
    if schema.name == "Thing" { return Set(schema.descendants) }
    return Set(
      (schema.ancestors + schema.descendants).filter { schemata[$0]?.isMatchable == true })
  }
}
