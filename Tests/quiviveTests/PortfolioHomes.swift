import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// A home with an invented list and a portfolio, for one test.
final class PortfolioHomes {
  let folder: TemporaryFolder
  let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(home: folder.path("home"))
  }

  /// Imports an invented list of these names, each under its key, as the state of that day.
  func list(_ names: [(key: String, name: String)], on day: String) throws {
    let lines = names.map { entry in
      #"{"id":"own-\#(entry.key)","schema":"Organization","properties":{"name":["\#(entry.name)"],"#
        + #""topics":["sanction"]}}"# + "\n"
    }
    let file = try folder.write(lines.joined(), to: "own.ftm.json")
    let run = try program.run(
      "lists", "import", file, "--list", "own.test", "--published", day, "--accept-shrinkage",
      "delisted", "--accept-incomplete", "invented")
    try #require(run.status == 0, "\(run.errors)")
  }

  func take(_ lines: String, _ name: String = "parties.jsonl") throws -> Program.Result {
    try program.run("portfolio", "import", folder.write(lines, to: name), "--report", "json")
  }

  static func party(_ id: String, _ name: String) -> String {
    #"{"id":"\#(id)","name":"\#(name)","schema":"Company"}"# + "\n"
  }

  func rescreen(_ options: String...) throws -> JSONValue {
    let run = try program.run(["portfolio", "rescreen", "--report", "json"] + options)
    try #require([0, 10].contains(run.status), "\(run.errors)")
    let json = try JSONParser.parse(run.output)
    #expect((run.status == 10) == ((json["alerts"]?.int ?? 0) > 0))
    return json
  }

  func proof() throws -> (holds: Bool, json: JSONValue) {
    let run = try program.run("portfolio", "proof", "--report", "json")
    let json = try JSONParser.parse(run.output)
    #expect((run.status == 0) == (json["holds"]?.bool ?? false), "\(run.errors)")
    return (json["holds"]?.bool ?? false, json)
  }

  func alerts(after: Int = 0) throws -> [JSONValue] {
    let run = try program.run("portfolio", "alerts", "--after", "\(after)", "--report", "json")
    return try run.text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
  }
}
