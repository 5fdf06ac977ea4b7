import FileFormats
import TradeModel

/// Reads one file by its layout and collects what is wrong with it.
struct TableReader {
  let layout: TableLayout
  let sources: [KnowledgeSource.ID: KnowledgeSource]
  /// The keys of the tables read before, by path.
  let keys: [String: Set<String>]

  private(set) var rows: [KnowledgeRow] = []
  /// Whether the whole file is UTF-8, so that no cell needs a look.
  private var isUTF8 = false
  private(set) var errors: [KnowledgeError] = []
  /// The keys of this table; of several columns joined by `|`.
  private(set) var ownKeys: Set<String> = []

  init(
    _ layout: TableLayout, sources: [KnowledgeSource.ID: KnowledgeSource],
    keys: [String: Set<String>]
  ) {
    self.layout = layout
    self.sources = sources
    self.keys = keys
  }

  mutating func read(_ bytes: [UInt8]) {
    isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    var reader = CSVReader(bytes)
    do {
      guard
        let first = try reader.nextCells({ fields, ends, _ in
          isReadable(fields, ends, line: 1) ? Self.texts(fields, ends) : nil
        })
      else {
        fail(.malformed, nil, "the file is empty", help: "its first line names the columns")
        return
      }
      guard let header = first, check(header: header) else { return }
      let index = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
      var cells = KnowledgeTable.Cells(capacity: bytes.count)
      let isWhole = readRows(&reader, width: header.count, into: &cells)
      let table = KnowledgeTable(file: layout.path, columns: index, cells: cells)
      takeKeys(of: table, layout.key.compactMap { index[$0] })
      rows = (0..<table.rowCount).map { KnowledgeRow(table, $0) }
      // References into the same table may point downwards, so cells are checked once it is read.
      guard isWhole else { return }
      let columns = layout.columns.compactMap { column in index[column.name].map { (column, $0) } }
      for (column, place) in columns { check(table, column, place) }
    } catch {
      fail(.malformed, error.line, error.message, help: "close the quote")
    }
  }

  /// Returns `false` when the file ends amid a row.
  private mutating func readRows(
    _ reader: inout CSVReader, width: Int, into cells: inout KnowledgeTable.Cells
  ) -> Bool {
    do {
      while true {
        let row: Void? = try reader.nextCells { fields, ends, line in
          guard isReadable(fields, ends, line: line) else { return }
          guard ends.count == width else {
            fail(
              .raggedRow, line, "\(ends.count) cells where the header has \(width)",
              help: "put a cell that holds a comma into quotes")
            return
          }
          cells.beginRow(line: line)
          var start = 0
          for end in ends {
            cells.append(fields[start..<end])
            start = end
          }
        }
        if row == nil { return true }
      }
    } catch {
      fail(.malformed, error.line, error.message, help: "close the quote")
      return false
    }
  }

  private mutating func takeKeys(of table: KnowledgeTable, _ columns: [Int]) {
    ownKeys.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let key =
        if let only = columns.first, columns.count == 1 {
          table.text(row: row, column: only)
        } else {
          columns.map { table.text(row: row, column: $0) }.joined(separator: "|")
        }
      guard !ownKeys.insert(key).inserted else { continue }
      fail(
        .duplicateKey(key), table.line(ofRow: row),
        "duplicate key `\(key)` in \(layout.key.map { "`\($0)`" }.joined(separator: ", "))",
        help: "each row needs a key of its own")
    }
  }

  private static func texts(_ fields: [UInt8], _ ends: [Int]) -> [String] {
    var start = 0
    return ends.map { end in
      defer { start = end }
      return KnowledgeRow.trim(String(decoding: fields[start..<end], as: UTF8.self))
    }
  }

  private mutating func isReadable(_ fields: [UInt8], _ ends: [Int], line: Int) -> Bool {
    if isUTF8 { return true }
    var start = 0
    for (index, end) in ends.enumerated() {
      guard String(validating: fields[start..<end], as: UTF8.self) != nil else {
        fail(.notUTF8, line, "cell \(index + 1) is not UTF-8", help: "save the file as UTF-8")
        return false
      }
      start = end
    }
    return true
  }

  /// Checks one column of all rows. A text that was found right just before is not looked at again:
  /// what is right does not depend on the row, and neighbours are often alike.
  private mutating func check(_ table: KnowledgeTable, _ column: TableLayout.Column, _ place: Int) {
    if case .text = column.content, !column.isRequired { return }
    var right: ArraySlice<UInt8> = []
    for row in 0..<table.rowCount {
      let cell = table.bytes(row: row, column: place)
      if case .text = column.content, !cell.isEmpty { continue }
      if !cell.isEmpty, cell == right { continue }
      let before = errors.count
      check(table.text(row: row, column: place), column, table.line(ofRow: row))
      if errors.count == before { right = cell }
    }
  }

  private mutating func check(header: [String]) -> Bool {
    let before = errors.count
    let known = Set(layout.columns.map(\.name))
    if header.count == 1, header[0].contains(";") {
      fail(.malformed, 1, "cells are parted by `;`", help: "save the file with commas")
      return false
    }
    for (index, name) in header.enumerated() {
      if !known.contains(name) {
        fail(
          .unknownColumn(name), 1, "unknown column `\(name)`",
          help: "columns are \(layout.columns.map(\.name).joined(separator: ", "))")
      } else if header[..<index].contains(name) {
        fail(.malformed, 1, "column `\(name)` stands twice")
      }
    }
    for column in layout.columns where !header.contains(column.name) {
      fail(.missingColumn(column.name), 1, "column `\(column.name)` is missing")
    }
    return errors.count == before
  }

  private mutating func check(_ text: String, _ column: TableLayout.Column, _ line: Int) {
    if text.isEmpty {
      if column.isRequired {
        fail(.emptyCell(column.name), line, "`\(column.name)` is empty", help: "it is required")
      }
      return
    }
    switch column.content {
    case .text: break
    case .list:
      if text.split(separator: ";", omittingEmptySubsequences: false)
        .contains(where: { KnowledgeRow.trim($0).isEmpty })
      {
        failValue(text, column, line, "an empty item in a list parted by `;`")
      }
    case .date:
      if !Self.isDate(text) {
        failValue(text, column, line, "a date is YYYY, YYYY-MM or YYYY-MM-DD")
      }
    case .flag:
      if text != "yes" { failValue(text, column, line, "a flag is `yes` or empty") }
    case .decimal:
      if !Self.isDecimal(text) { failValue(text, column, line, "a number is digits with a point") }
    case .word(let words):
      if !words.contains(text) {
        failValue(text, column, line, "allowed are \(words.joined(separator: ", "))")
      }
    case .commodityCode: check(commodityCode: text, column, line)
    case .commodityCodes:
      for item in KnowledgeRow.split(text) { check(commodityCode: item, column, line) }
    case .reference(let paths): check(reference: text, to: paths, column, line)
    case .references(let paths):
      for item in KnowledgeRow.split(text) { check(reference: item, to: paths, column, line) }
    case .unit:
      if keys[TableLayout.unitsPath]?.contains(text) == false {
        fail(
          .badUnit(text), line, "unknown unit `\(text)` in `\(column.name)`",
          help: "units are listed in \(TableLayout.unitsPath)")
      }
    case .sources: check(sources: KnowledgeRow.split(text), column, line)
    }
  }

  private mutating func check(
    reference: String, to paths: [String], _ column: TableLayout.Column, _ line: Int
  ) {
    for path in paths {
      let found = path == layout.path ? ownKeys : keys[path]
      // A table that could not be read has no keys here; its own error is enough.
      guard let found, !found.contains(reference) else { return }
    }
    fail(
      .danglingReference(reference), line,
      "`\(column.name)` names `\(reference)`, which \(paths.joined(separator: " or ")) does not have"
    )
  }

  private mutating func check(commodityCode text: String, _ column: TableLayout.Column, _ line: Int)
  {
    let digits = text.utf8.filter { $0 != UInt8(ascii: ".") }
    if !digits.allSatisfy({ (0x30...0x39).contains($0) }) || !(2...10).contains(digits.count)
      || digits.count % 2 != 0
    {
      failValue(text, column, line, "a commodity code has 2, 4, 6, 8 or 10 digits")
    }
  }

  private mutating func check(sources ids: [String], _ column: TableLayout.Column, _ line: Int) {
    if ids.isEmpty {
      fail(.emptyCell(column.name), line, "`\(column.name)` names no source")
    }
    for id in ids where sources[KnowledgeSource.ID(id)] == nil {
      if id == "unverified" {
        fail(
          .unknownSource(id), line, "`unverified` is not a source",
          help: "move the row into a file of the folder unverified")
      } else {
        fail(.unknownSource(id), line, "unknown source `\(id)`", help: "add it to sources.csv")
      }
    }
  }

  private mutating func failValue(
    _ text: String, _ column: TableLayout.Column, _ line: Int, _ rule: String
  ) {
    fail(.badValue(column.name), line, "`\(column.name)` is `\(text)`", help: rule)
  }

  private mutating func fail(
    _ reason: KnowledgeError.Reason, _ line: Int?, _ message: String, help: String? = nil
  ) {
    errors.append(KnowledgeError(reason, file: layout.path, line: line, message, help: help))
  }

  static func isDate(_ text: String) -> Bool {
    let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), zip(fields, [4, 2, 2]).allSatisfy({ $0.count == $1 }),
      fields.joined().allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    let numbers = fields.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    return PartialDate.Point(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil) != nil
  }

  static func isDecimal(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
