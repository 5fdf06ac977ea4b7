import FileFormats
import TradeModel

/// Reads the list of asset-freeze targets of Japan's Ministry of Finance (workbook).
///
/// See `FORMAT.md` in this folder.
public struct MOFImporter: ListImporter {
  public static let format = ListFormat.japanMOF

  public static func recognises(_ file: ListFile) -> Bool { MOFReader.recognises(file) }

  public init() {}

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try MOFReader(snapshot.file)
    var report = ImportReport(format: Self.format)
    report.rows = reader.rowCount
    report.issues = reader.issues
    report.records = reader.issues.count + reader.records.count
    var keys: [String: Int] = [:]
    for record in reader.records {
      var key = Self.key(of: record)
      keys[key, default: 0] += 1
      if let count = keys[key], count > 1 { key += " #\(count)" }
      let designation = designation(
        of: record, id: DesignationID(list: snapshot.list, key: key), notes: &report.notes)
      report.counts.add(designation)
      take(designation)
    }
    return report
  }

  /// `タリバーン関係者等/2`: the sheet's title without its number, and the notice number without the
  /// cross-references beside it. Sheets are renumbered when regimes come and go; notice numbers stay,
  /// because deleted entries keep their rows.
  static func key(of record: MOFRecord) -> String {
    let number = withoutBrackets(record.first(.number) ?? "").filter(\.isNumber)
    let name = record.first(.latinName) ?? record.first(.japaneseName) ?? ""
    return
      "\(title(of: record.sheet))/\(number.isEmpty ? name.foldingWhitespace() : halfWidth(number))"
  }

  /// The sheet's name without number and blanks, brackets in half width.
  static func title(of sheet: String) -> String {
    let text = halfWidth(sheet)
    let digits = text.prefix { $0.isNumber }
    let rest = text.dropFirst(digits.count)
    let bare = !digits.isEmpty && rest.first == "." ? rest.dropFirst() : text[...]
    return String(bare.filter { !$0.isWhitespace })
  }

  private static func halfWidth(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.map(CellText.halfWidth))
    return String(view)
  }

  private static func withoutBrackets(_ text: String) -> String {
    String(halfWidth(text).prefix { $0 != "(" })
  }

  /// The sheet's title says what it lists, or nothing does.
  private static func kind(of sheet: String) -> PartyKind {
    if sheet.contains("個人") { return .person }
    return sheet.contains("団体") || sheet.contains("銀行") ? .organisation : .unknown
  }

  private func designation(
    of record: MOFRecord, id: DesignationID, notes: inout [FieldNote]
  ) -> Designation {
    var designation = Designation(
      id: id, kind: Self.kind(of: record.sheet), names: names(of: record), place: record.place)
    designation.programmes = [Self.title(of: record.sheet)]
    designation.measures = ["Asset freeze (資産凍結等)"]
    if !record.heading.isEmpty {
      designation.legalBases = [LegalBasis(record.heading.foldingWhitespace())]
    }
    addDates(of: record, to: &designation)
    addPerson(of: record, to: &designation, notes: &notes)
    addNumbers(of: record, to: &designation)
    for (_, text) in record.all(.address) {
      for item in text.lineItems {
        designation.addresses.append(Address(lines: [item], text: item))
      }
    }
    for column in [MOFColumn.position, .listedByUN, .basis, .other] {
      for (title, text) in record.all(column) {
        let value = column == .listedByUN ? spreadsheetDate(text)?.text ?? text : text
        designation.attributes.append(Attribute(title, value))
      }
    }
    for column in [MOFColumn.alias, .aliasOrFormer, .weakAlias, .formerName] {
      // The whole cell stays: its parts are split by rule.
      for (title, text) in record.all(column) {
        designation.attributes.append(Attribute(title, text))
      }
    }
    if let number = record.first(.number) {
      designation.attributes.append(Attribute("告示番号", number))
    }
    designation.remarks = record.all(.remarks).map(\.text)
    for (title, text) in record.continued {
      if MOFColumn(title: title) == .remarks {
        designation.remarks.append(text)
      } else {
        designation.attributes.append(Attribute(title, text))
      }
    }
    designation.publishedIdentifierCount = designation.identifiers.count
    return designation
  }

  private func names(of record: MOFRecord) -> [ListedName] {
    var names: [ListedName] = []
    let japanese = record.first(.japaneseName)?.foldingWhitespace()
    if let cell = record.first(.latinName) {
      let (name, original) = MOFNames.latin(cell)
      names.append(ListedName(.primary, name))
      if let original {
        names.append(ListedName(.alias, original, script: "original script"))
      }
      if let japanese { names.append(ListedName(.otherScript, japanese, language: "ja")) }
    } else if let japanese {
      names.append(ListedName(.primary, japanese, language: "ja"))
    }
    let columns: [(MOFColumn, ListedName.Kind, ListedName.Strength)] = [
      (.alias, .alias, .unstated), (.aliasOrFormer, .alias, .unstated),
      (.weakAlias, .alias, .weak), (.formerName, .former, .unstated),
    ]
    for (column, kind, strength) in columns {
      for (_, cell) in record.all(column) {
        names.appendNew(contentsOf: MOFNames.aliases(cell, kind: kind, strength: strength))
      }
    }
    return names
  }

  /// `2001.9.22`, below it the days of amendments (改訂) and perhaps of deletion (削除).
  private func addDates(of record: MOFRecord, to designation: inout Designation) {
    for line in (record.first(.notice) ?? "").split(whereSeparator: \.isNewline) {
      let text = line.trimmingWhitespace()
      let isAmended = text.contains("改訂")
      let isDeleted = text.contains("削除")
      let day = text.prefix { !"改削".contains($0) }.trimmingWhitespace()
      let date = spreadsheetDate(day) ?? PublishedDate.read(day)
      if isDeleted {
        designation.endsOn = date
      } else if isAmended {
        designation.updatedOn.append(date)
      } else {
        designation.listedOn.append(date)
      }
    }
    if record.sheet.contains("解除"), designation.endsOn == nil {
      designation.endsOn = PartialDate(text: record.heading, start: nil)
    }
  }

  private func addPerson(
    of record: MOFRecord, to designation: inout Designation, notes: inout [FieldNote]
  ) {
    designation.titles = record.all(.title).flatMap { $0.text.lineItems }
    for (title, text) in record.all(.birthDate) {
      let dates = spreadsheetDate(text).map { [$0] } ?? Self.dates(in: text)
      for date in dates {
        designation.birthDates.appendNew(date)
        if !date.isReadable {
          notes.append(
            FieldNote(
              record: designation.id, place: record.place, field: title, value: date.text,
              problem: "the date could not be read; its text is kept"))
        }
      }
    }
    for (_, text) in record.all(.birth) {
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
      let end = line.lastIndex { "年月日".contains($0) }
      let date = end.map { PublishedDate.read(String(line[...$0])) }
      designation.birthDates.append(
        PartialDate(text: text, start: date?.start, end: date?.end, isCirca: date?.isCirca ?? false)
      )
      if let end {
        var place = line[line.index(after: end)...]
        if place.last == "生" { place = place.dropLast() }
        if !place.isEmpty { designation.birthPlaces.append(place.trimmingWhitespace()) }
      }
    }
    for (_, text) in record.all(.birthPlace) {
      designation.birthPlaces.appendNew(
        contentsOf: CellText.numbered(text).filter { !CellText.isNothing($0) })
    }
    for (_, text) in record.all(.nationality) {
      designation.nationalities.appendNew(
        contentsOf: CellText.numbered(text).filter { !CellText.isNothing($0) })
    }
    if record.first(.remarks)?.contains("性別・男性") == true { designation.gender = "男性" }
    if record.first(.remarks)?.contains("性別・女性") == true { designation.gender = "女性" }
  }

  private func addNumbers(of record: MOFRecord, to designation: inout Designation) {
    let columns: [(MOFColumn, Identifier.Kind)] = [
      (.passport, .passport), (.personalNumber, .nationalID),
    ]
    for (column, kind) in columns {
      for (title, text) in record.all(column) {
        for item in CellText.numbered(text).flatMap({ CellText.split($0, at: ["；", ";"]) })
        where !CellText.isNothing(item) {
          designation.identifiers.appendNew(NumberText.identifier(kind, item, label: title))
        }
      }
    }
    for (title, text) in record.all(.phone) {
      for item in CellText.split(text, at: ["、", "\n"]) {
        designation.identifiers.appendNew(Identifier(kind: .phone, value: item, label: title))
      }
    }
    for (title, text) in record.all(.unReference) {
      designation.identifiers.appendNew(
        Identifier(kind: .listReference, value: text, label: title))
    }
  }

  /// `おおよそ1964年`, `1976年10月5 日`, `(a)1970年 (b)1969年`.
  static func dates(in text: String) -> [PartialDate] {
    CellText.numbered(text).flatMap { item in
      var bare = item.filter { !$0.isWhitespace }
      for word in ["おおよそ", "おおむね", "およそ"] where bare.hasPrefix(word) {
        bare = "約" + bare.dropFirst(word.count)
      }
      let date = PublishedDate.read(bare)
      guard date.isReadable else { return PublishedDate.readAll(item) }
      return [
        PartialDate(
          text: item, start: date.start, end: date.end, isCirca: date.isCirca,
          calendar: date.calendar)
      ]
    }
  }

  /// The day of a cell that holds a day number in a plain number format.
  private func spreadsheetDate(_ text: String) -> PartialDate? {
    guard text.utf8.count == 5, let serial = Double(text) else { return nil }
    return PublishedDate.spreadsheetDay(serial)
  }
}

extension String {
  /// The items `(a)`, `(b)` of a cell, or else its lines; without those that say nothing.
  fileprivate var lineItems: [String] {
    let numbered = CellText.numbered(self)
    let items =
      numbered.count > 1
      ? numbered : split(whereSeparator: \.isNewline).map { $0.trimmingWhitespace() }
    return items.filter { !CellText.isNothing($0) }
  }
}
