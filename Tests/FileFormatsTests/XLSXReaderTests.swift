import QuiviveTestKit
import Testing
import TradeModel

@testable import FileFormats

struct XLSXReaderTests {
  @Test func `gives sheets in order and cells by type`() throws {
    let workbook = try XLSXReader(fixture())
    #expect(workbook.sheets.map(\.name) == ["First", "Second"])
    let rows = try self.rows(of: workbook)
    #expect(rows.map(\.number) == [1, 3])
    let day = try #require(Day(iso: "1977-03-30"))
    #expect(
      rows[0].cells.map(\.value) == [
        .text("text"), .number("1"), .number("2.5"), .bool(true), .date(day, seconds: 0),
        .text("in <line>"), .text("rich text"),
      ])
    #expect(
      rows[1].texts == ["a\rb", "", "", "", "1977-03-30T12:00:00", "  blanks  ", "Üñí 漢字"])
  }

  @Test func `reads a head as it reads the whole`() throws {
    let head = try XLSXReader.head(of: fixture(), sheets: 1, rows: 1)
    let whole = try rows(of: XLSXReader(fixture()))
    #expect(head.map(\.sheet.name) == ["First"])
    #expect(head.first?.rows == [whole[0]])
  }

  @Test(arguments: [
    ("General", false), ("0.00E+00", false), ("yyyy-mm-dd", true),
    ("[$-411]ggge\"年\"m\"月\"d\"日\"", true),
    ("\"day\" 0", false), ("h:mm", false), ("[Red]0", false), ("mmm", true), ("0;yyyy", false),
    ("\\d0", false),
  ])
  func `knows a date format`(_ code: String, _ isDate: Bool) {
    #expect(XLSXStyles.showsDate(code) == isDate)
  }

  @Test func `counts days in both systems`() throws {
    let modern = try XLSXStyles(styles: nil, countsFrom1904: false)
    let old = try XLSXStyles(styles: nil, countsFrom1904: true)
    #expect(modern.date("1")?.text == "1900-01-01")
    #expect(modern.date("59")?.text == "1900-02-28")
    #expect(modern.date("60") == nil)
    #expect(modern.date("61")?.text == "1900-03-01")
    #expect(old.date("0")?.text == "1904-01-01")
    #expect(modern.date("45000.75")?.text == "2023-03-15T18:00:00")
    #expect(modern.date("1e300") == nil)
    #expect(modern.date("nan") == nil)
  }

  @Test(arguments: [
    ("A1", 0), ("Z9", 25), ("AA1", 26), ("XFD1048576", 16_383), ("XFE1", nil), ("1", nil),
    ("A", nil), ("", nil), ("ZZZZZZ1", nil),
  ])
  func `reads the column of a reference`(_ reference: String, _ column: Int?) {
    #expect(XLSXRows.column(reference) == column)
  }

  @Test func `survives every truncation and every flipped byte`() throws {
    var bytes = try fixture()
    for length in stride(from: 0, to: bytes.count, by: 3) {
      #expect(throws: FileFormatError.self, "cut at \(length)") {
        try XLSXReader(Array(bytes[..<length]))
      }
    }
    for index in bytes.indices {
      bytes[index] ^= 0x10
      if let workbook = try? XLSXReader(bytes) { _ = try? rows(of: workbook) }
      bytes[index] ^= 0x10
    }
  }

  private func fixture() throws -> [UInt8] {
    try #require(TestFiles.bytes(at: TestFiles.fixture("FileFormats/cells.xlsx")))
  }

  private func rows(of workbook: XLSXReader) throws -> [XLSXRow] {
    let reader = try workbook.rows(of: try #require(workbook.sheets.first))
    var rows: [XLSXRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }
}

struct ZipArchiveTests {
  @Test func `gives entries whole or their beginning`() throws {
    let archive = try ZipArchive(fixture())
    #expect(archive.names.contains("xl/workbook.xml"))
    let whole = try #require(try archive.content(of: "xl/workbook.xml"))
    #expect(try archive.content(of: "xl/workbook.xml", prefix: 5) == Array(whole.prefix(5)))
    #expect(try archive.content(of: "absent") == nil)
  }

  @Test func `refuses more than its limits`() throws {
    let bytes = try fixture()
    for limits in [ZipArchive.Limits(entries: 2), ZipArchive.Limits(totalSize: 100)] {
      let error = #expect(throws: FileFormatError.self) { try ZipArchive(bytes, limits: limits) }
      #expect(error?.reason == .limit)
    }
  }

  @Test func `says that a cut archive is cut`() throws {
    let bytes = try fixture()
    let error = #expect(throws: FileFormatError.self) { try ZipArchive(Array(bytes.dropLast(40))) }
    #expect(error?.reason == .truncated)
    let none = #expect(throws: FileFormatError.self) { try ZipArchive(Array("no zip".utf8)) }
    #expect(none?.reason == .notThisFormat)
  }

  @Test func `notices a changed byte in the content`() throws {
    var bytes = try fixture()
    bytes[60] ^= 0x01
    let archive = try ZipArchive(bytes)
    let name = try #require(archive.names.first)
    let error = #expect(throws: FileFormatError.self) { try archive.content(of: name) }
    #expect(error?.reason == .malformed)
  }

  private func fixture() throws -> [UInt8] {
    try #require(TestFiles.bytes(at: TestFiles.fixture("FileFormats/cells.xlsx")))
  }
}
