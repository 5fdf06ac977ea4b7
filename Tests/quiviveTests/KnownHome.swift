import Foundation
import QuiviveTestKit

/// A home with three states of an invented list, and one of another that came later; each test has a
/// copy of its own.
final class KnownHome: Sendable {
  /// Made once for all tests; removed when they end.
  private static let template: KnownHome? = {
    let made = try? KnownHome(making: ())
    atexit { KnownHome.removeTemplate() }
    return made
  }()

  private static func removeTemplate() {
    if let path = template?.folder.path { try? FileManager.default.removeItem(atPath: path) }
  }

  private let folder: TemporaryFolder
  let path: String
  let program: Program

  init() throws {
    guard let template = Self.template else { throw Unexpected(text: "no home could be made") }
    folder = try TemporaryFolder()
    path = folder.path("home")
    program = Program(home: path)
    try FileManager.default.copyItem(atPath: template.path, toPath: path)
  }

  private init(making: Void) throws {
    folder = try TemporaryFolder()
    path = folder.path("home")
    program = Program(home: path)
    try take("own.gate", ["Brückner Beispiel Maschinenbau GmbH"], on: "2025-03-01")
    try take(
      "own.gate", ["Brückner Beispiel Maschinenbau GmbH", "Zagros Namuneh Sanat Company"],
      on: "2025-04-01")
    try take("own.gate", ["Zagros Namuneh Sanat Company"], on: "2025-05-01")
    try take("own.later", ["Ostwind Muster Handels AG"], on: "2025-06-01")
    _ = try program.run("lists", "compile")
  }

  /// Imports a list of organisations of those names.
  func take(_ list: String, _ names: [String], on day: String) throws {
    let lines = names.map { name in
      #"{"id":"\#(name.prefix(4))","schema":"Organization","properties":{"name":["\#(name)"],"#
        + #""country":["ir"],"topics":["sanction"]}}"#
    }
    let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "\(list)-\(day).json")
    let result = try program.run(
      "lists", "import", "--no-compile", "--published", day, "--accept-shrinkage", "invented",
      "\(list)=\(file)")
    guard result.status == 0 else { throw Unexpected(text: result.errors) }
  }

  struct Unexpected: Error { let text: String }

  /// A transaction with that buyer.
  static func transaction(_ buyer: String, knownOn: String? = nil) -> [UInt8] {
    let known = knownOn.map { #", "knownOn": "\#($0)""# } ?? ""
    return Array(
      #"""
      {"reference": "K-1", "parties": [
        {"name": "Werkzeug Muster KG", "roles": ["exporter"], "countries": ["DE"]},
        {"name": "\#(buyer)", "kind": "organisation", "roles": ["end-user"], "countries": ["IR"]}],
       "items": [{"description": "ball bearings"}]\#(known)}
      """#.utf8)
  }

  /// What `quivive screen` answers as JSON.
  func screen(_ input: [UInt8], _ more: String...) throws -> Program.Result {
    try program.run(["screen", "-", "--quiet", "--format", "json"] + more, input: input)
  }

  func write(_ text: String, to name: String) throws -> String { try folder.write(text, to: name) }
  func file(_ name: String) -> String { folder.path(name) }

  /// Every compiled watchlist below the home.
  func watchlists() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/watchlist")
      .filter { $0.hasSuffix(".quivive") }.map { "\(path)/watchlist/\($0)" }.sorted()
  }
}
