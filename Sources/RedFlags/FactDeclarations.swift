public import KnowledgeBase
import TradeModel

/// Every fact that rules may ask for: `Knowledge/RedFlags/facts.yaml`.
public struct FactDeclarations: Hashable, Sendable {
  /// The file's place in the knowledge folder.
  public static let path = "RedFlags/facts.yaml"

  /// In the order of the file.
  public let all: [FactDeclaration]
  private let byName: [String: FactDeclaration]

  /// - Parameter all: of names that differ; of equal ones the first counts.
  public init(_ all: [FactDeclaration]) {
    self.all = all
    byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads the file; without one no fact is declared.
  ///
  /// - Throws: ``KnowledgeErrors`` with everything that is wrong, by line.
  public init(loading folder: KnowledgeFolder) throws(KnowledgeErrors) {
    guard let file = folder.files.first(where: { $0.path == Self.path }) else {
      self.init([])
      return
    }
    let notes = RuleNotes(file: Self.path)
    let document: LocatedYAML
    do {
      document = try LocatedYAML(reading: file.bytes, file: Self.path)
    } catch {
      throw KnowledgeErrors(error)
    }
    var all: [FactDeclaration] = []
    if case .map(let members) = document.content {
      all = members.compactMap { FactDeclaration(reading: $0, notes: notes) }
    } else {
      notes.fault(.malformed, line: document.line, "the file is no map of facts by name")
    }
    if let errors = KnowledgeErrors(notes.errors) { throw errors }
    self.init(all)
  }

  /// The fact of that name, or `nil`.
  public subscript(name: String) -> FactDeclaration? { byName[name] }
}

extension FactDeclaration {
  /// Reads one entry; `nil`, with a note, when it is not sound.
  fileprivate init?(reading member: LocatedYAML.Member, notes: RuleNotes) {
    let faultsBefore = notes.errors.count
    guard let reader = MapReader(member.value, shape: "fact", name: member.key, notes: notes)
    else { return nil }
    let name = member.key
    if !Self.isName(name) {
      notes.fault(
        .badValue("name"), line: member.line, "`\(name)` is no name of a fact",
        help: "use letters, digits, `-`, and `.` between parts")
    }
    let scope = Scope(ofFactNamed: name)
    if let stated = reader.word("scope", Scope.self, isNeeded: false), stated != scope {
      notes.fault(
        .badValue("scope"), line: member.line,
        "`\(name)` is by its name a fact of a \(scope.rawValue), not of a \(stated.rawValue)",
        help: "only names with `party.`, `item.` or `leg.` in front are of those")
    }
    let type = ValueType(reader)
    let origin = reader.word("origin", Origin.self)
    let isMany = reader.flag("many") ?? false
    let label = reader.bilingual("label", isNeeded: false)
    let how = reader.text("how", isNeeded: origin.map { $0 != .input } ?? false) ?? ""
    let paths = reader.texts("paths", isNeeded: false)
    reader.finish()
    guard notes.errors.count == faultsBefore, let type, let origin else { return nil }
    self.init(
      name: name, type: type, isMany: isMany, scope: scope, origin: origin, label: label,
      derivation: how, paths: paths)
  }

  private static func isName(_ name: String) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }
  }
}

extension FactDeclaration.Scope {
  /// The scope by the first part of a fact's name.
  public init(ofFactNamed name: String) {
    let first = name.split(separator: ".", maxSplits: 1)
    self =
      first.count == 2
      ? FactDeclaration.Scope(rawValue: String(first[0])) ?? .transaction : .transaction
  }
}

extension FactDeclaration.ValueType {
  private enum Name: String, CaseIterable { case text, word, number, money, date, flag, country }

  fileprivate init?(_ reader: MapReader) {
    let words = reader.texts("values", isNeeded: false)
    let unit = reader.text("unit", isNeeded: false)
    guard let name = reader.word("type", Name.self) else { return nil }
    if !words.isEmpty, name != .word {
      reader.notes.fault(.badValue("values"), line: reader.line, "only a word has `values`")
    }
    if unit != nil, name != .number {
      reader.notes.fault(.badValue("unit"), line: reader.line, "only a number has a `unit`")
    }
    switch name {
    case .text: self = .text
    case .word: self = .word(words)
    case .number: self = .number(unit: unit)
    case .money: self = .money
    case .date: self = .date
    case .flag: self = .flag
    case .country: self = .country
    }
  }
}
