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

  // MARK: Many lines

  static let list = ["--ftm", TestFiles.fixture("Matching/parties.ftm.jsonl")] + knowledge

  static func questions(_ count: Int) -> [UInt8] {
    let names = ["Precision Works Karominsk", "Seldana Horzanova", "Tesharo", "Nobody At All"]
    return Array(
      (0..<count).map { #"{"id":"\#($0)","name":"\#(names[$0 % 4])"}"# + "\n" }.joined().utf8)
  }

  /// The answers without the time they took.
  static func untimed(_ run: Program.Result) throws -> [JSONValue] {
    try lines(run).map { answer in
      .object((answer.object ?? []).filter { $0.name != "micros" })
    }
  }

  @Test func `threads change neither the answers nor their order`() throws {
    let input = Self.questions(3000)
    let answers = try ["1", "2", "7"].map { threads in
      try Self.untimed(
        try program.run(
          ["match", "--queries", "-", "--threads", threads] + Self.list, input: input))
    }
    #expect(answers[0].map { $0["id"]?.string } == (0..<3000).map { "\($0)" })
    #expect(answers[0] == answers[1])
    #expect(answers[0] == answers[2])
    #expect(answers[0][1]["results"]?.array?.first?["id"]?.string == "inv-2")
  }

  @Test func `with keep-going bad lines are answered in their places`() throws {
    let run = try program.run(
      ["match", "--queries", "-", "--keep-going"] + Self.list,
      input: Array(
        (#"{"id":"a","name":"Tesharo"}"# + "\n{\n\n" + #"{"id":"c"}"# + "\n"
          + #"{"id":"d","name":["Tesharo"]}"#).utf8))
    #expect(run.status == 1)
    #expect(run.errors.contains("2 of 4"))
    let answers = try run.text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
    #expect(answers.map { $0["id"]?.string } == ["a", nil, "c", "d"])
    #expect(answers.map { $0["line"]?.int } == [nil, 2, 4, nil])
    #expect(answers.map { $0["error"] != nil } == [false, true, true, false])
  }

  @Test func `what follows a bad line is not answered`() throws {
    var input = Self.questions(500)
    input += Array("{\n".utf8) + Self.questions(500)
    let run = try program.run(
      ["match", "--queries", "-", "--threads", "4"] + Self.list, input: input)
    #expect(run.status == 65)
    #expect(run.errors.contains("line 501"))
    #expect(run.text.split(separator: "\n").count == 500)
  }

  @Test func `a line that is too long is no question`() throws {
    let long = Array(
      (#"{"id":"a","name":""# + String(repeating: "a", count: 1 << 20) + #""}"#).utf8)
    let run = try program.run(["match", "--queries", "-"] + Self.list, input: long)
    #expect(run.status == 65)
    #expect(run.errors.contains("longer than"))
  }

  @Test func `progress is told when asked for`() throws {
    let arguments = ["match", "--queries", "-"] + Self.list
    let silent = try program.run(arguments, input: Self.questions(10))
    #expect(silent.errors.isEmpty)
    let told = try program.run(arguments + ["--progress"], input: Self.questions(10))
    #expect(told.errors.contains("10 lines"))
  }

  // MARK: Policies

  @Test func `a policy file changes what is a hit`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(#"{"base":"balanced","threshold":1000}"#, to: "ours.json")
    let arguments = ["match", "--queries", "-", "--policy", file] + Self.list
    let answers = try Self.lines(
      try program.run(arguments, input: Array(#"{"id":"a","names":["Tesharo"]}"#.utf8)))
    #expect(answers.first?["results"]?.array?.first?["match"]?.bool == false)
    let wrong = try folder.write(#"{"base":"balanced","treshold":1000}"#, to: "wrong.json")
    let run = try program.run(["match", "--queries", "-", "--policy", wrong] + Self.list)
    #expect(run.status == 65)
    #expect(run.errors.contains("did you mean `threshold`?"))
  }

  @Test func `policy show prints what policy reads`() throws {
    for name in ["balanced", "strict", "wide", "ofac"] {
      let shown = try program.run("policy", "show", name)
      #expect(shown.status == 0)
      let folder = try TemporaryFolder()
      let file = try folder.write(shown.text, to: "same.json")
      let again = try program.run("policy", "show", file)
      #expect(again.output == shown.output)
    }
    #expect(try program.run("policy", "show", "lenient").status == 64)
  }

  @Test func `the OFAC rule answers queries and pairs alike`() throws {
    let answers = try Self.lines(
      try program.run(
        ["match", "--queries", "-", "--policy", "ofac", "--reasons"] + Self.list,
        input: Array(#"{"id":"a","name":"Tehsaro","props":{"imoNumber":["9319466"]}}"#.utf8)))
    let best = try #require(answers.first?["results"]?.array?.first)
    #expect(best["id"]?.string == "inv-3")
    // Tehsaro, Tesharo: (1 + 1 + 6/7) / 3, and two tenths of the rest.
    #expect(best["score"]?.int == 962)
    #expect(best["reasons"]?.array?.count == 1)
    let pair = #"""
      {"id":"p","schema":"Vessel","query":{"name":["Tehsaro"]},"candidate":{"name":["TESHARO"]}}
      """#
    let pairs = try Self.lines(
      try program.run(
        ["match", "--pairs", "-", "--policy", "ofac"] + Self.knowledge, input: Array(pair.utf8)))
    #expect(pairs.first?["score"]?.int == 962)
    #expect(pairs.first?["match"]?.bool == true)
  }

  // MARK: Pairs

  /// Every question with every party, as pairs and as the list gives them.
  @Test func `pairs weigh what the list weighs`() throws {
    func objects(_ file: String) throws -> [JSONValue] {
      let bytes = try #require(TestFiles.bytes(at: TestFiles.fixture("Matching/\(file)")))
      return try JSONLines(bytes).map { try JSONParser.parse(bytes, in: $0.range) }
    }
    let parties = try objects("parties.ftm.jsonl")
    let queries = try objects("queries.jsonl")
    var pairs: [UInt8] = []
    for query in queries {
      for party in parties {
        let names = query["name"]?.string.map { [JSONValue.string($0)] } ?? query["name"]?.array
        let id = "\(query["id"]?.string ?? "")/\(party["id"]?.string ?? "")"
        let pair: JSONValue = .members([
          "id": .string(id), "schema": query["schema"],
          "query": .object(
            [.init("name", .array(names ?? []))] + (query["props"]?.object ?? [])),
          "candidate": party["properties"], "candidate_schema": party["schema"],
        ])
        pairs += pair.compact + [0x0A]
      }
    }
    let compared = try Self.lines(
      try program.run(["match", "--pairs", "-"] + Self.knowledge, input: pairs))
    #expect(compared.count == queries.count * parties.count)
    let weights = Dictionary(
      uniqueKeysWithValues: compared.map { ($0["id"]?.string ?? "", $0["weight"]?.int) })
    let listed = try Self.lines(
      try program.run(
        ["match", "--queries", TestFiles.fixture("Matching/queries.jsonl")] + Self.list))
    var seen = 0
    for answer in listed {
      for result in answer["results"]?.array ?? [] {
        let id = "\(answer["id"]?.string ?? "")/\(result["id"]?.string ?? "")"
        #expect(weights[id] == result["weight"]?.int, "\(id)")
        seen += 1
      }
    }
    #expect(seen >= 3)
  }

  @Test func `another IMO number leaves the name only`() throws {
    let question =
      #"{"id":"a","name":"TESHARO","schema":"Vessel","props":{"imoNumber":["9319466"]}}"#
    let answers = try Self.lines(
      try program.run(["match", "--queries", "-"] + Self.list, input: Array(question.utf8)))
    let best = try #require(answers.first?["results"]?.array?.first)
    #expect(best["id"]?.string == "inv-3")
    #expect(best["match"]?.bool == false)
    #expect(best["marking"]?.string == "name-only")
  }
}
