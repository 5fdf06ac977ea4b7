/// Reads the values of an Excel workbook (Office Open XML, ECMA-376, both conformance classes).
///
/// Cells come as stored: merged cells are not expanded (the value stands in the first), formulas give
/// their last computed value, hidden sheets and rows are read like others. Only filled cells cost
/// anything, so a sheet that claims a million rows is as cheap as what it holds.
///
/// - Complexity: O(*n*) in the decompressed size; shared texts are held, sheets are streamed by row.
public struct XLSXReader {
  /// A worksheet, as the workbook names it.
  public struct Sheet: Hashable, Sendable {
    /// The title on its tab.
    public let name: String
    let part: String
  }

  /// In the order of the workbook.
  public let sheets: [Sheet]
  private let archive: ZipArchive
  private let styles: XLSXStyles
  private let strings: XLSXStrings
  private let prefix: Int

  /// Whether `bytes` begin as a zip archive; what is in it is seen by opening it.
  public static func mayBeWorkbook(_ bytes: [UInt8]) -> Bool { ZipArchive.isArchive(bytes) }

  /// Opens the workbook that `bytes` hold.
  ///
  /// - Throws: `notThisFormat` when they are not a workbook; otherwise what the archive and its parts
  ///   are faulty of.
  public init(
    _ bytes: [UInt8], limits: ZipArchive.Limits = ZipArchive.Limits()
  ) throws(FileFormatError) {
    try self.init(ZipArchive(bytes, limits: limits), prefix: .max, strings: nil)
    let part = try archive.content(of: "xl/sharedStrings.xml")
    try strings.read(part ?? Array("<sst/>".utf8), wanted: nil)
  }

  /// Reads the first rows of the first sheets and nothing more, to tell what a workbook is.
  ///
  /// Rows beyond the first 256 KiB of a sheet do not come.
  public static func head(
    of bytes: [UInt8], sheets: Int, rows: Int
  ) throws(FileFormatError) -> [(sheet: Sheet, rows: [XLSXRow])] {
    let strings = XLSXStrings()
    let reader = try XLSXReader(ZipArchive(bytes), prefix: 1 << 18, strings: strings)
    // The first pass names the texts that the second one needs.
    _ = try reader.heads(sheets: sheets, rows: rows)
    if let part = try reader.archive.content(of: "xl/sharedStrings.xml") {
      try strings.read(part, wanted: strings.asked)
    }
    return try reader.heads(sheets: sheets, rows: rows)
  }

  /// The rows of `sheet` that hold something.
  public func rows(of sheet: Sheet) throws(FileFormatError) -> XLSXRows {
    guard let part = try archive.content(of: sheet.part, prefix: prefix) else {
      throw FileFormatError(.malformed, "the workbook has no part `\(sheet.part)`")
    }
    return XLSXRows(part, sheet: sheet.name, strings: strings, styles: styles)
  }

  private init(
    _ archive: ZipArchive, prefix: Int, strings: XLSXStrings?
  ) throws(FileFormatError) {
    self.archive = archive
    self.prefix = prefix
    self.strings = strings ?? XLSXStrings()
    guard let workbook = try archive.content(of: "xl/workbook.xml"),
      let relations = try archive.content(of: "xl/_rels/workbook.xml.rels")
    else { throw FileFormatError(.notThisFormat, "the zip archive is not an Excel workbook") }
    let targets = try Self.targets(relations)
    var sheets: [Sheet] = []
    var countsFrom1904 = false
    let reader = XMLRecordReader(workbook)
    while let event = try reader.next(isRecord: { name, depth in depth == 1 }) {
      guard case .record(let node, _) = event else { continue }
      if node.name == "workbookPr" {
        countsFrom1904 = ["1", "true"].contains(node[attribute: "date1904"] ?? "")
      }
      guard node.name == "sheets" else { continue }
      for sheet in node.all("sheet") {
        guard let name = sheet[attribute: "name"], let id = sheet[attribute: "id"],
          let target = targets.first(where: { $0.id == id })
        else { throw FileFormatError(.malformed, "a sheet of the workbook has no part") }
        // Chart and dialogue sheets hold no cells.
        if target.type.hasSuffix("/worksheet") {
          sheets.append(Sheet(name: name, part: target.part))
        }
      }
    }
    self.sheets = sheets
    styles = try XLSXStyles(
      styles: archive.content(of: "xl/styles.xml"), countsFrom1904: countsFrom1904)
  }

  private func heads(
    sheets count: Int, rows limit: Int
  ) throws(FileFormatError) -> [(sheet: Sheet, rows: [XLSXRow])] {
    var heads: [(sheet: Sheet, rows: [XLSXRow])] = []
    for sheet in sheets.prefix(count) {
      let reader = try rows(of: sheet)
      var head: [XLSXRow] = []
      do {
        while head.count < limit, let row = try reader.next() { head.append(row) }
      } catch {
        // The part was cut on purpose.
        guard error.reason == .truncated else { throw error }
      }
      heads.append((sheet, head))
    }
    return heads
  }

  private static func targets(
    _ relations: [UInt8]
  ) throws(FileFormatError) -> [(id: String, type: String, part: String)] {
    var targets: [(id: String, type: String, part: String)] = []
    let reader = XMLRecordReader(relations)
    while let event = try reader.next(isRecord: { name, depth in depth == 1 }) {
      guard case .record(let node, _) = event, let id = node[attribute: "Id"],
        let target = node[attribute: "Target"]
      else { continue }
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      targets.append((id, node[attribute: "Type"] ?? "", part))
    }
    return targets
  }
}
