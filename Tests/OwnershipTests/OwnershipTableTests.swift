import FileFormats
import Testing

@testable import Ownership

/// The table of ownership that a user brings.
struct OwnershipTableTests {
  private func read(_ text: String) throws -> OwnershipTable {
    try OwnershipTable(reading: Array(text.utf8), file: "own.csv")
  }

  private func row(_ cells: String) throws -> OwnershipTable.Row {
    let table = try read("owner,owned,share from,share to,kind,source,date\nA Co,B Co,\(cells)\n")
    #expect(table.problems == [])
    return try #require(table.rows.first)
  }

  struct Case: CustomTestStringConvertible {
    let cells: String
    let share: ClosedRange<Int>
    var testDescription: String { cells }
  }

  @Test(arguments: [
    Case(cells: "30,40", share: 3_000...4_000),
    Case(cells: "33.33,33.33", share: 3_333...3_333),
    Case(cells: "30 %,40 %", share: 3_000...4_000),
    // Nothing says that thirty is all.
    Case(cells: "30,", share: 3_000...10_000),
    Case(cells: ",30", share: 0...3_000),
    Case(cells: ">50,", share: 5_001...10_000),
    Case(cells: "25-50,", share: 2_500...5_000),
    Case(cells: "<10,", share: 0...999),
    Case(cells: ",", share: 0...10_000),
  ])
  func `shares are intervals`(_ given: Case) throws {
    #expect(try row("\(given.cells),shares,,").share == given.share)
  }

  @Test func `columns stand in any order and under any usual separator`() throws {
    for text in [
      "Owned,Share_To,OWNER,share from\nB Co,40,A Co,30\n",
      "owned;share to;owner;share from\r\nB Co;40;A Co;30\r\n",
      "owner\towned\tshare from\tshare to\nA Co\tB Co\t30\t40",
    ] {
      let table = try read(text)
      #expect(table.rows.map(\.owner) == ["A Co"])
      #expect(table.rows.map(\.owned) == ["B Co"])
      #expect(table.rows.map(\.share) == [3_000...4_000])
      #expect(table.rows.map(\.kind) == [.shares])
      #expect(table.problems == [])
    }
  }

  @Test func `what cannot be read is named by file and line, and counts as unknown`() throws {
    let table = try read(
      """
      owner,owned,share from,share to,kind,source,date
      A Co,B Co,60,30,shares,register,2025-13-01
      A Co,C Co,many,,shaers,,

      ,D Co,50,50,shares,,
      A Co,E Co,50,50,shares,,2025-06,extra
      """)
    #expect(table.rows.map(\.owned) == ["B Co", "C Co", "E Co"])
    #expect(table.rows.map(\.share) == [0...10_000, 0...10_000, 5_000...5_000])
    #expect(table.rows.map(\.kind) == [.shares, .linked, .shares])
    #expect(table.rows.map(\.date) == [nil, nil, "2025-06"])
    #expect(table.problems.map(\.line) == [2, 2, 3, 3, 5, 6])
    #expect(
      table.problems.map { $0.description.prefix(34) } == [
        "own.csv:2: the share from `60` to ", "own.csv:2: the date `2025-13-01` i",
        "own.csv:3: unknown kind `shaers`; ", "own.csv:3: the share from `many` t",
        "own.csv:5: the row does not name b", "own.csv:6: the row has more cells ",
      ])
    #expect(table.problems.map(\.verbatim)[4] == ",D Co,50,50,shares,,")
  }

  @Test func `a file that is no such table is refused`() {
    for text in ["", "\n\n", "name,share\nA,5\n", "owner\nA\n"] {
      #expect(throws: FileFormatError.self) { try read(text) }
    }
  }

  @Test func `a party is found in any writing of its name`() throws {
    let table = try read("owner,owned\nA Co,\"Müller, Beispiel AG\"\nB Co,Другая ООО\n")
    #expect(table.rows(owned: "BEISPIEL Müller AG").map(\.owner) == ["A Co"])
    #expect(table.rows(owned: "ДРУГАЯ ООО").map(\.owner) == ["B Co"])
    #expect(table.rows(owned: "Muller Beispiel GmbH").isEmpty)
  }

  @Test func `another byte is another digest`() throws {
    let first = try read("owner,owned\nA,B\n").digest
    #expect(try read("owner,owned\nA,B\n").digest == first)
    #expect(try read("owner,owned\nA,C\n").digest != first)
  }
}
