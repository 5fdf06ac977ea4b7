import FileFormats
import KnowledgeBase
import RedFlags
import Testing
import TradeModel
import TransactionIntake

@testable import Screening

/// One fact of one transaction.
struct FactCase: CustomTestStringConvertible {
  let fact: String
  /// The path of the party, item or leg; empty for facts of the transaction.
  let member: String
  let json: String
  /// The values in order, `none` for the statement that there are none, `unknown` for no statement;
  /// `…` follows when there may be others.
  let expected: String

  init(_ fact: String, of member: String = "", _ json: String, _ expected: String) {
    self.fact = fact
    self.member = member
    self.json = json
    self.expected = expected
  }

  var testDescription: String { "\(fact) of \(json.prefix(150))" }

  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let transaction = try Self.transaction(json)
    let sheet = try Self.sheet(of: transaction)
    #expect(sheet.said(fact, of: member) == expected, sourceLocation: location)
    let declarations = try FactDeclarations(
      loading: InventedLists.knowledge.get().folder)
    #expect(sheet.faults(by: declarations) == [], sourceLocation: location)
    let statement = sheet.statement(fact, of: member)
    for path in (statement?.paths ?? []) + (statement?.values.flatMap(\.paths) ?? []) {
      #expect(
        StatedFacts.answer(path, in: transaction) != .noSuchPlace, "\(path)",
        sourceLocation: location)
    }
  }

  static func transaction(_ json: String) throws -> Transaction {
    try TransactionReader().read(JSONParser.parse(json)).transaction
  }

  /// The sheet with the list hits that a screening finds.
  static func sheet(of transaction: Transaction) throws -> FactSheet {
    let screener = try InventedLists.screener()
    let hits = screener.screen(transaction).findings.filter { $0.kind == .listHit }
    return screener.facts(of: transaction, hits: hits)
  }
}

extension FactSheet {
  func statement(_ fact: String, of member: String) -> Statement? {
    guard let found = members.first(where: { $0.path == member }) else {
      return statement(fact, scope: .transaction)
    }
    return statement(fact, scope: found.scope, of: found)
  }

  func said(_ fact: String, of member: String) -> String {
    guard let statement = statement(fact, of: member) else { return "unknown" }
    let values = statement.values.map(\.value.text.en).joined(separator: ", ").filter { $0 != "`" }
    return (values.isEmpty ? "none" : values) + (statement.isComplete ? "" : " …")
  }
}
