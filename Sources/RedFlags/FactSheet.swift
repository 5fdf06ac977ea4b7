public import TradeModel

/// What is known of one transaction, by the names of declared facts: what rules are asked on.
///
/// A fact that is not on the sheet is unknown. A fact with no values and ``Statement/isComplete`` is
/// the statement that there are none.
public struct FactSheet: Hashable, Sendable {
  /// A party, item or leg with facts of its own.
  public struct Member: Hashable, Sendable {
    /// Which scope it is of.
    public let scope: FactDeclaration.Scope
    /// Where it stands in the transaction: `parties[1]`.
    public let path: String
    /// What people call it.
    public let label: String

    public init(scope: FactDeclaration.Scope, path: String, label: String) {
      self.scope = scope
      self.path = path
      self.label = label
    }
  }

  /// One value with the places in the transaction it comes from.
  public struct Value: Hashable, Sendable {
    public let value: FactValue
    /// `parties[1].addresses[0]`.
    public let paths: [String]

    public init(_ value: FactValue, from paths: [String]) {
      self.value = value
      self.paths = paths
    }
  }

  /// What is stated of one fact.
  public struct Statement: Hashable, Sendable {
    /// In the order of the transaction.
    public internal(set) var values: [Value]
    /// The places that say that these are all; shown where there are no values.
    public internal(set) var paths: [String]
    /// `false` when there may be further values that nobody stated.
    public internal(set) var isComplete: Bool
  }

  /// What a person answered to a question of judgement.
  public struct Judgement: Hashable, Sendable {
    /// `nil` for "not known", which is not the same as not asked.
    public let isYes: Bool?
    /// Who answered, as stated.
    public let by: String?
    /// When, as stated.
    public let on: String?
    /// Where the answer stands: `answers.RF-EU-01`.
    public let path: String

    public init(isYes: Bool?, by: String? = nil, on: String? = nil, path: String) {
      self.isYes = isYes
      self.by = by
      self.on = on
      self.path = path
    }
  }

  /// In the order of the transaction.
  public private(set) var members: [Member] = []
  /// By the id of the rule that asks.
  public private(set) var judgements: [String: Judgement] = [:]
  /// By fact, then by the member's path; the empty path for facts of the transaction.
  private var statements: [String: [String: Statement]] = [:]
  /// By fact, then by the member's path.
  private var notes: [String: [String: [BilingualText]]] = [:]

  public init() {}

  /// Names a party, item or leg that facts are about.
  public mutating func add(_ member: Member) { members.append(member) }

  /// Keeps a person's answer to the judgement rule of that id.
  public mutating func answer(_ rule: String, _ judgement: Judgement) {
    judgements[rule] = judgement
  }

  /// Adds values to a fact. Said again of the same member, the values add up.
  ///
  /// - Parameters:
  ///   - values: none states that there are none.
  ///   - paths: where it is said that these are all.
  ///   - isComplete: `false` when there may be others that nobody stated.
  ///   - member: the path of the party, item or leg; `nil` for a fact of the transaction.
  public mutating func state(
    _ fact: String, _ values: [Value], from paths: [String] = [], isComplete: Bool = true,
    of member: String? = nil
  ) {
    var statement =
      statements[fact, default: [:]][member ?? ""]
      ?? Statement(values: [], paths: [], isComplete: true)
    statement.values += values
    statement.paths += paths
    statement.isComplete = statement.isComplete && isComplete
    statements[fact, default: [:]][member ?? ""] = statement
  }

  /// Keeps a sentence that says where a fact has its values from besides the transaction, such as from
  /// which record of a list.
  public mutating func note(_ fact: String, _ sentence: BilingualText, of member: String? = nil) {
    notes[fact, default: [:]][member ?? "", default: []].append(sentence)
  }

  /// The sentences on a fact: of `member`, or of all in the order of the transaction.
  public func notes(on fact: String, of member: Member? = nil) -> [BilingualText] {
    guard let noted = notes[fact] else { return [] }
    if let member, let own = noted[member.path] { return own }
    guard member == nil else { return [] }
    return ([""] + members.map(\.path)).flatMap { noted[$0] ?? [] }
  }

  /// Adds one value to a fact.
  public mutating func state(
    _ fact: String, _ value: FactValue, from paths: [String], of member: String? = nil
  ) {
    state(fact, [Value(value, from: paths)], of: member)
  }

  /// What is stated of a fact: of `member`, or of the transaction and all members together. `nil` when
  /// nothing is.
  ///
  /// Together they are complete only when each of the scope's members is.
  public func statement(
    _ fact: String, scope: FactDeclaration.Scope, of member: Member? = nil
  ) -> Statement? {
    guard let stated = statements[fact] else { return nil }
    guard scope != .transaction else { return stated[""] }
    if let member, member.scope == scope { return stated[member.path] }
    let each = members.filter { $0.scope == scope }.map { stated[$0.path] }
    guard each.contains(where: { $0 != nil }) else { return nil }
    return Statement(
      values: each.flatMap { $0?.values ?? [] }, paths: each.flatMap { $0?.paths ?? [] },
      isComplete: each.allSatisfy { $0?.isComplete == true })
  }

  /// The names of the facts that are stated, sorted.
  public var facts: [String] { statements.keys.sorted() }

  /// What on the sheet is not as declared: one line each. Empty for a sound sheet.
  public func faults(by declarations: FactDeclarations) -> [String] {
    facts.flatMap { fact -> [String] in
      guard let declaration = declarations[fact] else { return ["`\(fact)` is not declared"] }
      return (statements[fact] ?? [:]).sorted { $0.key < $1.key }.flatMap { path, statement in
        faults(of: statement, path: path, declaration)
      }
    }
  }

  private func faults(
    of statement: Statement, path: String, _ declaration: FactDeclaration
  ) -> [String] {
    let name = path.isEmpty ? "`\(declaration.name)`" : "`\(declaration.name)` of `\(path)`"
    var faults: [String] = []
    let isKnown = members.contains { $0.scope == declaration.scope && $0.path == path }
    if declaration.scope == .transaction ? !path.isEmpty : !isKnown {
      faults.append("\(name) is a fact of a \(declaration.scope.rawValue)")
    }
    if statement.values.count > 1, !declaration.isMany {
      faults.append("\(name) has \(statement.values.count) values and can have one")
    }
    for value in statement.values where !declaration.type.takes(value.value) {
      faults.append("\(name) is no \(declaration.type.name): \(value.value.text.en)")
    }
    return faults
  }
}
