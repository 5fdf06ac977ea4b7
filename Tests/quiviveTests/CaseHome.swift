import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// A home with one invented list and a transaction that resembles its party, for tests that work on a
/// case as its officers do.
struct CaseHome {
  let folder: TemporaryFolder
  let program: Program
  let officer = "A. Officer"
  let chief = "B. Chief"

  init() throws {
    folder = try TemporaryFolder()
    program = Program(home: folder.path("home"))
    try importList("own.one", "1", on: "2026-01-01")
    try write(Self.deal(country: "Austria"), "deal.json")
  }

  static func deal(country: String) -> String {
    #"""
    {"reference": "G-7", "parties": [{"names": ["Nordwerk Optik"], "kind": "organisation",
      "roles": ["end-user"], "countries": ["\#(country)"]}],
      "items": [{"description": "lens grinding machine"}]}
    """#
  }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
  }

  /// - Parameter before: a record that stands above, so that the place of the other moves.
  func importList(
    _ list: String, _ id: String, on day: String, alias: String? = nil, before: Bool = false
  ) throws {
    let alias = alias.map { #", "alias": ["\#($0)"]"# } ?? ""
    let record =
      #"{"id": "\#(id)", "schema": "Company", "properties": {"name": ["NORDWERK OPTIK"], "#
      + #""country": ["de"], "topics": ["sanction"], "leiCode": ["529900T8BM49AURSDO55"]\#(alias)}}"#
    let other =
      #"{"id": "0", "schema": "Company", "properties": {"name": ["ANOTHER HOUSE LTD"], "topics": ["sanction"]}}"#
    try write((before ? "\(other)\n" : "") + record + "\n", "list.ftm.json")
    try run("lists", "import", folder.path("list.ftm.json"), "--list", list, "--published", day)
  }

  @discardableResult
  func run(
    _ arguments: String..., as person: String? = nil, status: Int32 = 0,
    location: SourceLocation = #_sourceLocation
  ) throws -> Program.Result {
    let result = try program.run(arguments + (person.map { ["--as", $0] } ?? []))
    #expect(
      result.status == status, "\(arguments.joined(separator: " ")): \(result.errors)",
      sourceLocation: location)
    return result
  }

  func shown(_ arguments: String...) throws -> JSONValue {
    let result = try program.run(["case", "show"] + arguments + ["--format", "json"])
    return try JSONParser.parse(result.output)
  }

  func openCase() throws {
    try run("case", "open", folder.path("deal.json"), as: officer)
  }

  /// Settles every finding and lets a second person approve the release.
  func decideCase() throws {
    try run("case", "dispose", "C1", "F1", "--reason", "country-differs", as: officer)
    try run(
      "case", "dispose", "C1", "F2", "F3", "F4", "F5", "--reason", "explained", "--rationale",
      "seen the contract", as: officer)
    try run("case", "propose", "C1", "--decision", "release", "--rationale", "fine", as: officer)
    try run("case", "approve", "C1", as: chief)
  }
}
