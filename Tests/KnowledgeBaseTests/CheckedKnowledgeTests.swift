import KnowledgeBase
import Testing

/// Two small tables, a table of hints and one of units, in memory.
struct CheckedKnowledgeTests {
  static let layouts = [
    TableLayout(
      "Lists/goods.csv", .cited, key: ["id"],
      [
        .init("id"), .init("name"), .optional("words", .list),
        .optional("parent", .reference(["Lists/goods.csv"])),
        .optional("kind", .word(["a", "b"])), .optional("day", .date), .optional("flag", .flag),
        .optional("number", .decimal), .optional("unit", .unit), .optional("hs", .commodityCode),
      ]),
    TableLayout(
      "Lists/unverified/goods.csv", .hint, key: ["id"],
      [.init("id", .reference(["Lists/goods.csv"])), .init("text")]),
    TableLayout(
      "ControlLists/units.csv", .cited, key: ["symbol"], [.init("symbol")]),
  ]

  static let base: [String: String] = [
    "sources.csv": """
    id,title,issuer,date,section,address,address_status,seen,licence,note
    law,The law,Parliament,2020,,,none,yes,,
    memo,The memo,Office,,,,none,,,

    """,
    "Lists/goods.csv": """
    id,name,words,parent,kind,day,flag,number,unit,hs,source
    G1,First,one;two,,a,2020-02,yes,1.5,kg,8457.10,law
    G2,"Second, with comma",,G1,,,,,,,law;memo

    """,
    "Lists/unverified/goods.csv": "id,text,check_in\nG1,perhaps,memo\nG2,maybe,\n",
    "ControlLists/units.csv": "symbol,source\nkg,law\n",
  ]

  /// Loads the base after one change.
  private func load(_ change: (inout [String: [UInt8]]) -> Void) throws -> CheckedKnowledge {
    var files = Self.base.mapValues { Array($0.utf8) }
    change(&files)
    return try CheckedKnowledge(
      loading: KnowledgeFolder(location: "memory", files: files), layouts: Self.layouts)
  }

  @Test func `reads rows with their sources`() throws {
    let knowledge = try load { _ in }
    let rows = knowledge.citedRows("Lists/goods.csv")
    #expect(rows.map { $0.cells["name"] } == ["First", "Second, with comma"])
    #expect(rows.map(\.cells.line) == [2, 3])
    #expect(rows[0].cells.list("words") == ["one", "two"])
    #expect(rows[0].cells.flag("flag"))
    #expect(rows[1].citations.ids.map(\.name) == ["law", "memo"])
    #expect(rows[1].citations.first.title == "The law")
  }

  @Test func `hints have no citations, only places to check`() throws {
    let hints = try load { _ in }.hintRows("Lists/unverified/goods.csv")
    #expect(hints.map { $0.checkIn.map(\.id.name) } == [["memo"], []])
  }

  @Test func `columns may stand in any order, and blanks around cells are dropped`() throws {
    let knowledge = try load {
      $0["ControlLists/units.csv"] = Array("source, symbol\r\nlaw , kg\r\n".utf8)
    }
    #expect(knowledge.citedRows("ControlLists/units.csv").map { $0.cells["symbol"] } == ["kg"])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let text: String
    let expected: String
    var testDescription: String { name }
  }

  static let header = "id,name,words,parent,kind,day,flag,number,unit,hs,source\n"

  static func row(_ text: String, _ name: String, _ expected: String) -> Fault {
    Fault(
      name: name, file: "Lists/goods.csv",
      text: header + "G1,First,,,,,,,,,law\n" + text + "\nG2,Second,,,,,,,,,law\n",
      expected: "Lists/goods.csv:3: " + expected)
  }

  static let faults: [Fault] = [
    row(",Name,,,,,,,,,law", "an empty key", "`id` is empty; it is required"),
    row("G3,,,,,,,,,,law", "a required cell is empty", "`name` is empty; it is required"),
    row("G3,N,,,,,,,,,", "no source", "`source` is empty; it is required"),
    row("G3,N,,,,,,,,,;", "a source cell of separators alone", "`source` names no source"),
    row("G3,N,,,,,,,,,lex", "an unknown source", "unknown source `lex`; add it to sources.csv"),
    row(
      "G3,N,,,,,,,,,law;unverified", "unverified is no source",
      "`unverified` is not a source; move the row into a file of the folder unverified"),
    row(
      "G1,N,,,,,,,,,law", "a duplicate key",
      "duplicate key `G1` in `id`; each row needs a key of its own"),
    row(
      "G3,N,,G9,,,,,,,law", "a dangling reference",
      "`parent` names `G9`, which Lists/goods.csv does not have"),
    row("G3,N,,,c,,,,,,law", "an unknown word", "`kind` is `c`; allowed are a, b"),
    row(
      "G3,N,,,,2020-13,,,,,law", "no such month",
      "`day` is `2020-13`; a date is YYYY, YYYY-MM or YYYY-MM-DD"),
    row(
      "G3,N,,,,2021-02-29,,,,,law", "no such day",
      "`day` is `2021-02-29`; a date is YYYY, YYYY-MM or YYYY-MM-DD"),
    row("G3,N,,,,,no,,,,law", "a flag that is no flag", "`flag` is `no`; a flag is `yes` or empty"),
    row(
      "G3,N,,,,,,1e3,,,law", "a number that is none",
      "`number` is `1e3`; a number is digits with a point"),
    row(
      "G3,N,,,,,,,kgs,,law", "a bad unit",
      "unknown unit `kgs` in `unit`; units are listed in ControlLists/units.csv"),
    row(
      "G3,N,,,,,,,,845,law", "a bad commodity code",
      "`hs` is `845`; a commodity code has 2, 4, 6, 8 or 10 digits"),
    row(
      "G3,N,a,b,,,,,,,,law", "a ragged row",
      "12 cells where the header has 11; put a cell that holds a comma into quotes"),
    row(
      "G3,N,a;;b,,,,,,,,law", "an empty item in a list",
      "`words` is `a;;b`; an empty item in a list parted by `;`"),
    Fault(
      name: "an unknown column", file: "ControlLists/units.csv",
      text: "symbol,color,source\nkg,red,law\n",
      expected: "ControlLists/units.csv:1: unknown column `color`; columns are symbol, source"),
    Fault(
      name: "a missing column", file: "ControlLists/units.csv", text: "symbol\nkg\n",
      expected: "ControlLists/units.csv:1: column `source` is missing"),
    Fault(
      name: "a column twice", file: "ControlLists/units.csv",
      text: "symbol,symbol,source\nkg,kg,law\n",
      expected: "ControlLists/units.csv:1: column `symbol` stands twice"),
    Fault(
      name: "saved with semicolons", file: "ControlLists/units.csv",
      text: "symbol;source\nkg;law\n",
      expected:
        "ControlLists/units.csv:1: cells are parted by `;`; save the file with commas"),
    Fault(
      name: "an empty file", file: "ControlLists/units.csv", text: "",
      expected: "ControlLists/units.csv: the file is empty; its first line names the columns"),
    Fault(
      name: "an open quote", file: "ControlLists/units.csv", text: "symbol,source\n\"kg,law\n",
      expected:
        "ControlLists/units.csv:2: the data end inside a quoted field; close the quote"),
    Fault(
      name: "a hint that names an unknown place", file: "Lists/unverified/goods.csv",
      text: "id,text,check_in\nG1,perhaps,lex\n",
      expected: "Lists/unverified/goods.csv:2: unknown source `lex`; add it to sources.csv"),
    Fault(
      name: "a hint of a row that is not there", file: "Lists/unverified/goods.csv",
      text: "id,text,check_in\nG7,perhaps,\n",
      expected:
        "Lists/unverified/goods.csv:2: `id` names `G7`, which Lists/goods.csv does not have"),
    Fault(
      name: "a hint with a source", file: "Lists/unverified/goods.csv",
      text: "id,text,check_in,source\nG1,perhaps,,law\n",
      expected:
        "Lists/unverified/goods.csv:1: unknown column `source`; columns are id, text, check_in"),
    Fault(
      name: "a source twice", file: "sources.csv",
      text: Self.base["sources.csv", default: ""] + "law,Again,Parliament,,,,none,,,\n",
      expected: "sources.csv:4: duplicate key `law` in `id`; each row needs a key of its own"),
    Fault(
      name: "unverified among the sources", file: "sources.csv",
      text: Self.base["sources.csv", default: ""] + "unverified,Nobody,None,,,,none,,,\n",
      expected:
        "sources.csv:4: `unverified` is not a source; rows that nobody checked stand in files of a folder unverified"
    ),
    Fault(
      name: "a misspelt file", file: "Lists/godos.csv", text: "id\n",
      expected:
        "Lists/godos.csv: no table of this name is known; check the spelling of the file's name"
    ),
  ]

  @Test(arguments: faults)
  func `one fault is one error with file and line`(_ fault: Fault) {
    let error = #expect(throws: KnowledgeErrors.self) {
      _ = try load { $0[fault.file] = Array(fault.text.utf8) }
    }
    #expect(error?.description == fault.expected)
  }

  @Test func `there are faults to try`() { #expect(Self.faults.count >= 29) }

  @Test func `bytes that are not UTF-8 are an error with their line`() {
    let error = #expect(throws: KnowledgeErrors.self) {
      _ = try load {
        $0["ControlLists/units.csv"] =
          Array("symbol,source\nkg,law\n".utf8) + [0xC3, 0x28, 0x2C, 0x6C]
      }
    }
    #expect(
      error?.description
        == "ControlLists/units.csv:3: cell 1 is not UTF-8; save the file as UTF-8")
  }

  @Test func `a missing file is an error`() {
    let error = #expect(throws: KnowledgeErrors.self) {
      _ = try load { $0["Lists/goods.csv"] = nil }
    }
    #expect(
      error?.description == "Lists/goods.csv: file is missing; restore it from the release")
  }

  @Test func `a folder without sources says so`() {
    let error = #expect(throws: KnowledgeErrors.self) { _ = try load { $0["sources.csv"] = nil } }
    #expect(
      error?.errors.contains { $0.reason == .missingFile && $0.file == "sources.csv" } == true)
  }

  @Test func `all errors of all files come together, by file and line`() {
    let error = #expect(throws: KnowledgeErrors.self) {
      _ = try load {
        $0["Lists/goods.csv"] = Array(
          (Self.header + "G1,,,,z,,,,,,lex\nG1,N,,,,,,,,,law\nG2,S,,,,,,,,,law\n").utf8)
        $0["ControlLists/units.csv"] = Array("symbol,source\n,law\n".utf8)
      }
    }
    #expect(
      error?.errors.map { "\($0.file):\($0.line ?? 0)" } == [
        "ControlLists/units.csv:2", "Lists/goods.csv:2", "Lists/goods.csv:2", "Lists/goods.csv:2",
        "Lists/goods.csv:3",
      ])
  }
}
