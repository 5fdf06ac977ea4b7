import FileFormats
import Foundation
import QuiviveTestKit
import Testing

struct ScreenTests {
  private let program = Program(home: StarterHome.path)

  @Test func `JSON lines are answered in order, and a bad line does not stop the rest`() throws {
    let lines = (0..<600).map { number in
      number % 100 == 7
        ? "{ not json"
        : #"{"reference": "R-\#(number)", "parties": [{"name": "Nordwerk Beispiel GmbH"}], "items": []}"#
    }
    let input = Array(lines.joined(separator: "\n").utf8)
    let result = try program.run("screen", "-", "--lines", "--brief", "--quiet", input: input)
    #expect(result.status == 65)
    let answers = try result.text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
    #expect(answers.count == 600)
    for (index, answer) in answers.enumerated() {
      #expect(answer["line"]?.int == index + 1)
      if index % 100 == 7 {
        #expect(answer["error"]?.string?.isEmpty == false)
      } else {
        #expect(answer["summary"]?["reference"]?.string == "R-\(index)")
        #expect(answer["outcome"]?.string == "incomplete")
      }
    }
  }

  @Test func `a dossier of a line is the dossier of its file`() throws {
    let file = "\(TestFiles.root)/Examples/07-technical-assistance-plant.json"
    let value = try JSONParser.parse(try #require(TestFiles.bytes(at: file)))
    let line = try program.run("screen", "-", "--lines", "--quiet", input: value.compact)
    let whole = try program.run("screen", "-", "--quiet", "--format", "json", input: value.compact)
    let answer = try JSONParser.parse(line.output)
    #expect(answer["dossier"]?.canonical == (try JSONParser.parse(whole.output)).canonical)
  }

  @Test func `unknown fields and wrong check digits are warnings in the dossier`() throws {
    let input = #"""
      {"parties": [{"name": "Nordwerk Beispiel GmbH", "colour": "blue",
        "identifiers": [{"kind": "imo", "value": "9074728"}]}], "items": [{"description": "lathe"}]}
      """#
    let result = try program.run("screen", "-", "--format", "json", input: Array(input.utf8))
    let warnings = try JSONParser.parse(result.output)["warnings"]?.array ?? []
    #expect(warnings.contains { $0["path"]?.string == "parties[0].colour" })
    #expect(
      warnings.contains { $0["path"]?.string?.hasPrefix("parties[0].identifiers[0]") == true })
  }

  @Test func `a message that quotes its input moves no cursor`() throws {
    let result = try program.run("screen", "none\u{1B}[2J\u{9B}7m.json")
    #expect(result.status == 66)
    #expect(result.errors.contains("`none [2J 7m.json`"))
  }

  struct BadInput: CustomTestStringConvertible {
    let testDescription: String
    let arguments: [String]
    let input: String
    let status: Int32
    let says: String
  }

  @Test(arguments: [
    BadInput(
      testDescription: "no JSON", arguments: ["screen", "-"], input: "hello", status: 65,
      says: "error: "),
    BadInput(
      testDescription: "nothing", arguments: ["screen", "-"], input: "", status: 65, says: "error: "
    ),
    BadInput(
      testDescription: "an array", arguments: ["screen", "-"], input: "[1]", status: 65,
      says: "error: "),
    BadInput(
      testDescription: "no such file", arguments: ["screen", "/nowhere/deal.json"], input: "",
      status: 66, says: "there is no file `/nowhere/deal.json`"),
    BadInput(
      testDescription: "no such option", arguments: ["screen", "-", "--colour"], input: "{}",
      status: 64, says: "Unknown option '--colour'"),
    BadInput(
      testDescription: "no such policy", arguments: ["screen", "-", "--policy", "lax"], input: "{}",
      status: 64, says: "there is no matching policy `lax`"),
    BadInput(
      testDescription: "a day that is none", arguments: ["screen", "-", "--on", "2026-02-30"],
      input: "{}", status: 64, says: "2026-02-30"),
    BadInput(
      testDescription: "no dossier", arguments: ["replay", "-"], input: "{}", status: 65,
      says: "the document is no dossier"),
    BadInput(
      testDescription: "no knowledge",
      arguments: ["screen", "-", "--knowledge", "/nowhere"], input: "{}", status: 66,
      says: "/nowhere"),
  ])
  func `bad input is told with what, where and what to do`(_ bad: BadInput) throws {
    let result = try program.run(bad.arguments, input: Array(bad.input.utf8))
    #expect(result.status == bad.status, "\(result.errors)")
    #expect(result.errors.contains(bad.says), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func `a dossier altered by one word is not replayed as the same`() throws {
    let file = "\(TestFiles.root)/Examples/08-ordinary-sale.json"
    let stored = try program.run("screen", file, "--quiet", "--format", "json")
    let altered = stored.text.replacing(
      "\"outcome\":\"no-licence-required\"", with: "\"outcome\":\"prohibited\"")
    let replayed = try program.run("replay", "-", input: Array(altered.utf8))
    #expect(replayed.status == 10)
    #expect(replayed.text.contains("outcome"))
  }

  @Test func `a replay against another watchlist says so`() throws {
    let folder = try TemporaryFolder()
    let file = "\(TestFiles.root)/Examples/08-ordinary-sale.json"
    let stored = try program.run("screen", file, "--quiet", "--format", "json").output
    let other = Program(home: folder.path("empty"))
    let replayed = try other.run("replay", "-", input: stored)
    #expect(replayed.status == 66)
    #expect(replayed.errors.contains("the dossier was made with is not in"))
  }

  @Test func `the page is written whole to the file named`() throws {
    let folder = try TemporaryFolder()
    let page = folder.path("dossier.html")
    let result = try program.run(
      "screen", "\(TestFiles.root)/Examples/04-carbon-fibre-listed-party-in-persian.json",
      "--quiet",
      "--format", "html", "--language", "fr", "--output", page)
    #expect(result.status == 10)
    let html = String(decoding: try #require(TestFiles.bytes(at: page)), as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.contains("</html>"))
    #expect(!TestFiles.exists(page + ".part"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are generated`(_ shell: String) throws {
    let result = try program.run("--generate-completion-script", shell)
    #expect(result.status == 0)
    #expect(result.text.contains("quivive"))
  }
}
