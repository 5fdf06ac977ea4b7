import FileFormats
import QuiviveTestKit
import Testing

/// The contract of `quivive goods`.
struct GoodsCommandTests {
  private let program = Program(home: "/nowhere")

  private func run(_ arguments: String..., input: String? = nil) throws -> Program.Result {
    try program.run(
      ["goods"] + arguments + MatchCommandTests.knowledge, input: input.map { Array($0.utf8) })
  }

  private func json(_ arguments: String..., input: String? = nil) throws -> [JSONValue] {
    try MatchCommandTests.lines(
      try program.run(
        ["goods"] + arguments + MatchCommandTests.knowledge, input: input.map { Array($0.utf8) }))
  }

  @Test func `a search shows candidates with entries and reasons that add up`() throws {
    let answer = try #require(
      try json("search", "mini turbojet engine", "--hs", "8411.11", "--json").first)
    let first = try #require(answer["candidates"]?.array?.first)
    #expect(first["family"]?.string == "turbojets")
    let codes = first["entries"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(codes.contains("9A101") && codes.contains("3.A.1.a"))
    let points = first["reasons"]?.array?.compactMap { $0["points"]?.int } ?? []
    #expect(points.reduce(0, +) == first["score"]?.int)
    #expect(
      answer["listed"]?.array?.contains { $0["list"]?.string == "eu-2023-1529-annex-ii" } == true)
    #expect(answer["unverifiedPointers"]?.array?.isEmpty == false)
  }

  @Test func `lines of standard input are answered one by one, in order`() throws {
    let answers = try json("search", "-", input: "gyroscope\nwooden chair\n\npresse isostatique\n")
    #expect(
      answers.map { $0["text"]?.string } == ["gyroscope", "wooden chair", "", "presse isostatique"])
    #expect(
      answers.map { $0["candidates"]?.array?.first?["family"]?.string } == [
        "gyroscopes", nil, nil, "isostatic-presses",
      ])
  }

  @Test func `text says that leads are no classification, in both languages`() throws {
    #expect(try run("search", "gyroscope").text.contains("not a classification"))
    #expect(try run("search", "gyroscope", "--language", "fr").status == 0)
    let none = try run("search", "chaise", "--language", "fr").text
    #expect(none.contains("ne veut pas dire"))
  }

  @Test func `an entry is shown with thresholds, reasons, columns and sources`() throws {
    let shown = try #require(try json("show", "9A101", "--json").first)
    let entries = shown["entries"]?.array ?? []
    #expect(entries.map { $0["list"]?.string } == ["us-ccl", "eu-dual-use"])
    let columns = entries[0]["controls"]?.array?.compactMap { $0["chartColumn"]?.string } ?? []
    #expect(columns == ["MT 1", "AT 1"])
    #expect(entries.allSatisfy { $0["sources"]?.array?.isEmpty == false })
    let item = try run("show", "3.A.1.a", "--language", "fr").text
    #expect(item.contains("400 N") && item.contains("Turboréacteurs") && item.contains("9A101"))
  }

  @Test func `what cannot be read is named with its status`() throws {
    let unknown = try run("show", "9Z999")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("`9Z999`"))
    let code = try run("search", "gyroscope", "--hs", "abc")
    #expect(code.status == 64)
    #expect(code.errors.contains("`abc`"))
    #expect(try run("search", "gyroscope", "--limit", "0").status == 64)
    #expect(try run("search").status == 64)
  }
}
