import FileFormats
import QuiviveTestKit
import Testing

struct CSVReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let rows: [[String]]
    var testDescription: String { text }
    init(_ text: String, _ rows: [[String]]) {
      self.text = text
      self.rows = rows
    }
  }

  static let cases = [
    Case("", []), Case("\n\n", []), Case("a,b", [["a", "b"]]),
    Case("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    Case("a,\n,b\n", [["a", ""], ["", "b"]]),
    Case("\"a,b\",c\n", [["a,b", "c"]]), Case("\"a\"\"b\"\n", [["a\"b"]]),
    Case("\"a\nb\",c\n", [["a\nb", "c"]]), Case("\"\",x\n", [["", "x"]]),
    Case("a\"b,c\n", [["a\"b", "c"]]), Case("\u{FEFF}a,b\n", [["a", "b"]]),
    Case("a\n\nb\n", [["a"], ["b"]]),
  ]

  @Test(arguments: cases)
  func `reads the records of RFC 4180`(_ example: Case) throws {
    #expect(try rows(Array(example.text.utf8)) == example.rows)
  }

  @Test func `names the line on which a record begins`() throws {
    var reader = CSVReader(Array("a\n\"b\nc\"\nd\n".utf8))
    var lines: [Int] = []
    while try reader.nextRow() != nil { lines.append(reader.line) }
    #expect(lines == [1, 2, 4])
  }

  @Test func `refuses data that end inside quotes`() {
    let error = #expect(throws: FileFormatError.self) { try rows(Array("a,\"b\nc".utf8)) }
    #expect(error?.reason == .truncated)
  }

  @Test func `leaves the encoding to the caller`() throws {
    var reader = CSVReader([0x91, 0x61, 0x92, 0x2C, 0xC9, 0x0A])
    let fields = try #require(try reader.next())
    #expect(fields.map { TextEncoding.windows1252.decode($0) } == ["‘a’", "É"])
    #expect(TextEncoding.detect([0x91, 0x61]) == .windows1252)
  }

  @Test func `agrees with a slow reader on made-up text`() throws {
    var generator = SeededGenerator(seed: 4_180)
    let signs: [Character] = ["a", ",", "\"", "\n", " ", "é", ";"]
    for round in 0..<4_000 {
      let count = Int(generator.next() % 24)
      let text = String((0..<count).map { _ in signs[Int(generator.next() % UInt64(signs.count))] })
      let expected = reference(text)
      let actual = try? rows(Array(text.utf8))
      #expect(actual == expected, "round \(round): `\(text)`")
    }
  }

  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var reader = CSVReader(bytes)
    var rows: [[String]] = []
    while let row = try reader.nextRow() { rows.append(row) }
    return rows
  }

  /// One character at a time, a state machine; `nil` when the text ends inside quotes.
  private func reference(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var inQuotes = false
    var isFresh = true
    var hasContent = false
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if inQuotes {
        if character == "\"" {
          if index + 1 < characters.count, characters[index + 1] == "\"" {
            field.append("\"")
            index += 1
          } else {
            inQuotes = false
          }
        } else {
          field.append(character)
        }
      } else if character == "\"", isFresh {
        inQuotes = true
        isFresh = false
        hasContent = true
      } else if character == "," {
        row.append(field)
        field = ""
        isFresh = true
        hasContent = true
      } else if character == "\n" {
        if hasContent { rows.append(row + [field]) }
        row = []
        field = ""
        isFresh = true
        hasContent = false
      } else {
        field.append(character)
        isFresh = false
        hasContent = true
      }
      index += 1
    }
    if inQuotes { return nil }
    if hasContent { rows.append(row + [field]) }
    return rows
  }
}
