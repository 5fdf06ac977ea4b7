import FileFormats
import QuiviveTestKit
import Testing

/// The contract of `quivive match`: one answer a line, in order, explained.
struct MatchCommandTests {
  private let program = Program(home: "/nowhere")

  static func lines(_ run: Program.Result) throws -> [JSONValue] {
    #expect(run.status == 0, "\(run.errors)")
    return try run.text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
  }

  static let knowledge = ["--knowledge", TestFiles.root + "/Knowledge"]

  @Test func `answers every question in order, best first`() throws {
    let answers = try Self.lines(
      try program.run(
        [
          "match", "--ftm", TestFiles.fixture("Matching/parties.ftm.jsonl"), "--queries",
          TestFiles.fixture("Matching/queries.jsonl"), "--limit", "2", "--reasons",
        ] + Self.knowledge))
    #expect(answers.map { $0["id"]?.string } == ["q1", "q2", "q3", "q4"])
    let best = answers.map { $0["results"]?.array?.first }
    #expect(best.map { $0?["id"]?.string } == ["inv-1", "inv-2", "inv-3", nil])
    #expect(best.prefix(3).allSatisfy { $0?["match"]?.bool == true })
    for answer in answers {
      #expect((answer["micros"]?.int ?? -1) >= 0)
      for result in answer["results"]?.array ?? [] {
        let weights = result["reasons"]?.array?.compactMap { $0["weight"]?.int } ?? []
        #expect(weights.reduce(0, +) == result["weight"]?.int)
      }
    }
  }

  @Test func `a pair scores as it does in a list`() throws {
    let pairs = try Self.lines(
      try program.run(
        ["match", "--pairs", TestFiles.fixture("Matching/pairs.jsonl")] + Self.knowledge))
    #expect(pairs.map { $0["match"]?.bool } == [true, false])
    let list = try Self.lines(
      try program.run(
        [
          "match", "--ftm", TestFiles.fixture("Matching/parties.ftm.jsonl"), "--queries",
          TestFiles.fixture("Matching/queries.jsonl"),
        ] + Self.knowledge))
    #expect(pairs[0]["weight"]?.int == list[1]["results"]?.array?.first?["weight"]?.int)
    let features = pairs[1]["reasons"]?.array?.compactMap { $0["feature"]?.string }
    #expect(features?.contains("identifier") == true)
  }

  @Test func `a bad line is named, with status 65`() throws {
    let path = "/tmp/quivive-bad-\(UInt64.random(in: 0...UInt64.max)).jsonl"
    defer { TestFiles.remove(path) }
    #expect(TestFiles.write(Array("{\"id\":\"a\",\"name\":\"b\"}\n{\"id\":}\n".utf8), to: path))
    let run = try program.run(
      [
        "match", "--ftm", TestFiles.fixture("Matching/parties.ftm.jsonl"), "--queries", path,
      ] + Self.knowledge)
    #expect(run.status == 65)
    #expect(run.errors.contains("line 2"))
    #expect(run.text.split(separator: "\n").count == 1)
  }

  @Test func `a foreign watchlist is refused with advice`() throws {
    let run = try program.run(
      [
        "match", "--watchlist", TestFiles.fixture("Matching/queries.jsonl"), "--queries",
        TestFiles.fixture("Matching/queries.jsonl"),
      ] + Self.knowledge)
    #expect(run.status == 65)
    #expect(run.errors.contains("no compiled watchlist"))
  }

  @Test func `contradicting options are a usage error`() throws {
    #expect(try program.run(["match", "--queries", "-"] + Self.knowledge).status == 64)
    #expect(try program.run(["match", "--pairs", "a", "--ftm", "b"] + Self.knowledge).status == 64)
  }
}
