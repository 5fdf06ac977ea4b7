import FileFormats

/// What a column of a MOF sheet holds; each sheet has its own columns and spellings of titles.
enum MOFColumn: Hashable {
  case notice, number, japaneseName, latinName
  case alias, aliasOrFormer, weakAlias, formerName
  case title, position
  case birth, birthDate, birthPlace, nationality
  case passport, personalNumber, address, phone
  case unReference, listedByUN, basis, remarks
  case other

  /// The column of that title, white space left out.
  init(title: String) {
    let title = title.filter { !$0.isWhitespace }
    switch title {
    case "告示日付": self = .notice
    case "告示番号": self = .number
    case "日本語表記": self = .japaneseName
    case "英語表記": self = .latinName
    case "別称・旧称", "別名・旧称": self = .aliasOrFormer
    case "確定に十分でない別名": self = .weakAlias
    case "旧称", "以前の別名", "過去の別名", "旧称・以前の呼称": self = .formerName
    case "称号", "肩書", "肩書等": self = .title
    case "役職": self = .position
    case "生年月日・出生地": self = .birth
    case "生年月日": self = .birthDate
    case "国籍": self = .nationality
    case "旅券番号": self = .passport
    case "身分登録番号", "身分証番号", "ID番号": self = .personalNumber
    case "国連参照番号": self = .unReference
    case "リスト掲載日", "国連制裁員会による指定日", "国連制裁委員会による指定日": self = .listedByUN
    case "その他の情報", "詳細": self = .remarks
    case "電話", "電話番号", "FAX": self = .phone
    default:
      if title.contains("別名") || title.contains("別称") {
        self = .alias
      } else if title.contains("出生地") {
        self = .birthPlace
      } else if title.contains("住所") || title.contains("所在地") {
        self = .address
      } else if title.contains("根拠") {
        self = .basis
      } else {
        self = .other
      }
    }
  }
}

/// A row of a sheet of the MOF list, with the rows that continue it.
struct MOFRecord {
  let sheet: String
  /// What stands above the table: what the sheet's measures are about.
  let heading: String
  let columns: [(title: String, column: MOFColumn)]
  let cells: [String]
  let place: RecordPlace
  /// Cells of rows below that have neither date, number nor name, under their titles.
  var continued: [(title: String, text: String)] = []

  /// The filled cells of that column with their titles.
  func all(_ column: MOFColumn) -> [(title: String, text: String)] {
    zip(columns, cells).compactMap { head, cell in
      head.column == column ? CellText.value(cell).map { (head.title, $0) } : nil
    }
  }

  func first(_ column: MOFColumn) -> String? { all(column).first?.text }

  var hasName: Bool { first(.latinName) != nil || first(.japaneseName) != nil }
  var isDeleted: Bool { first(.notice)?.contains("削除") ?? false }
  var verbatim: String { cells.joined(separator: " | ") }
}

/// Reads the asset-freeze list of Japan's Ministry of Finance: one workbook, a sheet a regime.
struct MOFReader {
  /// The records with a name.
  private(set) var records: [MOFRecord] = []
  private(set) var issues: [ImportIssue] = []
  /// All rows below headers.
  private(set) var rowCount = 0
  /// Rows that keep the number of a deleted entry.
  private(set) var deletionStubs = 0

  static func recognises(_ file: ListFile) -> Bool {
    guard XLSXReader.mayBeWorkbook(file.bytes) else { return false }
    return PublishedTable.head(of: file, sheets: 4, rows: 20).contains { isHeader($0) }
  }

  init(_ file: ListFile) throws(ListFormatError) {
    guard XLSXReader.mayBeWorkbook(file.bytes) else {
      throw ListFormatError(.unknownFormat, "`\(file.name)` is not a workbook")
    }
    do throws(FileFormatError) {
      let workbook = try XLSXReader(file.bytes)
      var tables = 0
      for (position, sheet) in workbook.sheets.enumerated() {
        let hasTable = try read(workbook.rows(of: sheet), sheet: sheet.name, file: file.name)
        if hasTable { tables += 1 }
        // The first sheet is an index; an ended regime (解除) keeps a sheet without a table.
        if !hasTable, position > 0, !sheet.name.contains("解除") {
          issues.append(
            ImportIssue(
              place: RecordPlace(file: file.name, path: sheet.name),
              problem: "the sheet has no header row with `告示日付`", verbatim: sheet.name))
        }
      }
      guard tables > 0 else {
        throw FileFormatError(.notThisFormat, "no sheet has a header row with `告示日付`")
      }
    } catch {
      throw ListFormatError(error, in: file.name)
    }
  }

  private static func isHeader(_ cells: [String]) -> Bool {
    let titles = cells.map { $0.filter { !$0.isWhitespace } }
    return titles.contains("告示日付") && titles.contains("英語表記")
  }

  /// Returns whether the sheet has a table.
  private mutating func read(
    _ rows: XLSXRows, sheet: String, file: String
  ) throws(FileFormatError) -> Bool {
    var columns: [(title: String, column: MOFColumn)]?
    var heading: [String] = []
    var current: MOFRecord?
    while let row = try rows.next() {
      let cells = row.texts.map { $0.trimmingWhitespace() }
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      if Self.isHeader(cells) {
        columns = cells.map { ($0.filter { !$0.isWhitespace }, MOFColumn(title: $0)) }
        continue
      }
      guard let columns else {
        heading += cells.filter { !$0.isEmpty }
        continue
      }
      rowCount += 1
      let place = RecordPlace(file: file, path: "\(sheet) row \(row.number)")
      let record = MOFRecord(
        sheet: sheet, heading: heading.joined(separator: " "), columns: columns, cells: cells,
        place: place)
      if record.hasName {
        if let current { records.append(current) }
        current = record
      } else if record.isDeleted {
        deletionStubs += 1
      } else if record.first(.notice) == nil, record.first(.number) == nil, current != nil {
        current?.continued += zip(columns, cells).compactMap { head, cell in
          CellText.value(cell).map { (head.title, $0) }
        }
      } else {
        issues.append(
          ImportIssue(
            place: place, field: "英語表記", problem: "the row has no name and is not marked `削除`",
            verbatim: record.verbatim))
      }
    }
    if let current { records.append(current) }
    return columns != nil
  }
}
