import FileFormats
import QuiviveTestKit
import Testing

/// The contract of `quivive explain`: one comparison, the same as `match` makes it.
struct ExplainCommandTests {
  private let program = Program(home: "/nowhere")
  private let list = MatchCommandTests.list

  @Test func `explain gives the weight and the reasons of match`() throws {
    let question = #"""
      {"id":"a","name":"Horzanov Seldana","schema":"Person","props":{"birthDate":["1990"]}}
      """#
    let matched = try MatchCommandTests.lines(
      try program.run(
        ["match", "--queries", "-", "--reasons"] + list, input: Array(question.utf8)))
    let expected = try #require(matched.first?["results"]?.array?.first)
    let asJSON = try program.run(["explain", question, "inv-2", "--json"] + list)
    #expect(asJSON.status == 0, "\(asJSON.errors)")
    let explained = try JSONParser.parse(asJSON.output)
    #expect(explained["result"] == expected)
    #expect(explained["found"]?.bool == true)
    let byOptions = try program.run(
      [
        "explain", "Horzanov Seldana", "inv-2", "--kind", "person", "--birth-date", "1990",
        "--json",
      ]
        + list)
    #expect(try JSONParser.parse(byOptions.output)["result"] == expected)
  }

  @Test(arguments: ["en", "fr"])
  func `every row, fact and sum is in the text`(language: String) throws {
    let run = try program.run(
      [
        "explain", "Seldana HORZANOVA", "inv-2", "--kind", "person", "--birth-date", "1990",
        "--country", "xk", "--language", language,
      ] + list)
    #expect(run.status == 0, "\(run.errors)")
    let expected =
      language == "en"
      ? [
        "Seldana", "HORZANOVA", "inv-2, person", "threshold 500", "date of birth", "28 years apart",
        "Both state the country", "(prior)", "met: asking",
      ]
      : [
        "Seldana", "HORZANOVA", "inv-2, personne", "seuil 500", "date de naissance", "28 ans",
        "Tous deux indiquent le pays", "(a priori)", "atteint",
      ]
    for text in expected { #expect(run.text.contains(text), "\(text) in \(run.text)") }
  }

  @Test func `a party that the index does not meet is explained all the same`() throws {
    let run = try program.run(["explain", "Quorvin Bradesh", "inv-3", "--json"] + list)
    let explained = try JSONParser.parse(run.output)
    #expect(explained["found"]?.bool == false)
    #expect(explained["result"]?["match"]?.bool == false)
  }

  @Test func `two names are compared without a list`() throws {
    let arguments = ["explain", "Владимир Караминов", "--against", "Vladimir KARAMINOV"]
    let run = try program.run(arguments + ["--kind", "person"] + MatchCommandTests.knowledge)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("Владимир (vladimir)"))
    #expect(run.text.contains("a hit"))
  }

  @Test func `what cannot be explained says why`() throws {
    let unknown = try program.run(["explain", "a", "inv-9"] + list)
    #expect(unknown.status == 65)
    #expect(unknown.errors.contains("`inv-9`"))
    #expect(try program.run(["explain", "a"]).status == 64)
    #expect(try program.run(["explain", "a", "b", "--against", "c"]).status == 64)
    #expect(try program.run(["explain", "a", "b", "--identifier", "x"]).status == 64)
    #expect(try program.run(["explain", "{}", "inv-1"] + list).status == 65)
  }
}
