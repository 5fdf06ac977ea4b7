import FileFormats
import TradeModel

/// Reads the consolidated list of the Australian Department of Foreign Affairs and Trade
/// (`regulation8_consolidated`), as a workbook or as CSV.
///
/// See `FORMAT.md` in this folder.
public struct DFATImporter: ListImporter {
  public static let format = ListFormat.australiaDFAT

  public static func recognises(_ file: ListFile) -> Bool { DFATReader.recognises(file) }

  public init() {}

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try DFATReader(snapshot.file)
    var report = ImportReport(format: Self.format)
    report.rows = reader.rowCount
    report.issues = reader.issues
    report.records = reader.issues.count + reader.parties.count
    for party in reader.parties {
      let designation = designation(of: party, list: snapshot.list, notes: &report.notes)
      guard !designation.names.isEmpty else {
        report.issues.append(
          ImportIssue(
            place: designation.place, field: DFATColumn.name.rawValue,
            problem: "no row of reference \(party.key) has a name",
            verbatim: party.rows.map(\.verbatim).joined(separator: "\n")))
        continue
      }
      report.counts.add(designation)
      take(designation)
    }
    return report
  }

  private func designation(
    of party: DFATParty, list: ListID, notes: inout [FieldNote]
  ) -> Designation {
    let id = DesignationID(list: list, key: party.key)
    let place = party.rows[0].place
    func note(_ field: DFATColumn, _ value: String, _ problem: String) {
      notes.append(
        FieldNote(record: id, place: place, field: field.rawValue, value: value, problem: problem))
    }
    let types = Set(party.values(.type).map { $0.lowercased() })
    let kind: PartyKind =
      types == ["individual"]
      ? .person : types == ["entity"] ? .organisation : types == ["vessel"] ? .vessel : .unknown
    if kind == .unknown {
      note(
        .type, party.values(.type).joined(separator: "; "),
        "allowed are `Individual`, `Entity`, `Vessel`; the kind stays unknown")
    }
    var designation = Designation(id: id, kind: kind, names: names(of: party), place: place)
    let dates = party.values(.birthDate).flatMap { Self.dates(in: $0) }
    for date in dates where !date.isReadable {
      note(.birthDate, date.text, "the date could not be read; its text is kept")
    }
    if kind == .person || kind == .unknown {
      for date in dates { designation.birthDates.appendNew(date) }
    } else {
      for date in dates { designation.foundingDates.appendNew(date) }
    }
    for cell in party.values(.birthPlace) {
      designation.birthPlaces.appendNew(contentsOf: items(cell))
    }
    for cell in party.values(.citizenship) {
      designation.nationalities.appendNew(
        contentsOf: items(cell).flatMap { CellText.split($0, at: [";"]) })
    }
    for cell in party.values(.address) {
      for text in items(cell) {
        designation.addresses.appendNew(Address(lines: [text], text: text))
      }
    }
    for cell in party.values(.additional) {
      designation.remarks.append(cell)
      addParts(of: cell, to: &designation)
    }
    for cell in party.values(.listing) {
      designation.attributes.append(Attribute(DFATColumn.listing.rawValue, cell))
      if let date = Self.listingDate(in: cell) { designation.listedOn.appendNew(date) }
    }
    designation.programmes = party.values(.committees)
    designation.measures = ["Targeted financial sanctions"]
    for cell in party.values(.controlDate) {
      let date = PublishedDate.read(cell)
      designation.updatedOn.appendNew(date)
      if !date.isReadable { note(.controlDate, cell, "the date could not be read") }
    }
    addFurtherColumns(of: party, to: &designation)
    designation.publishedIdentifierCount = designation.identifiers.count
    return designation
  }

  /// `a) 1956; b) Between 1958 and 1960`, `1964; alt DOB: 1962`, `For this aka only, alt DOB 1969`.
  static func dates(in cell: String) -> [PartialDate] {
    CellText.numbered(cell).flatMap { item -> [PartialDate] in
      let text = item.foldingWhitespace()
      // One item may be a range whose words would divide it.
      if PublishedDate.read(text).isReadable { return PublishedDate.readAll(text) }
      let marks = ["alt DOB:", "alt DOB", ">>"]
      let divided = marks.reduce(text) { $0.replacingAll($1, with: ";") }
      return divided.split(separator: ";").flatMap {
        PublishedDate.readAll($0.trimmingWhitespace().droppingFullStop())
      }
    }
  }

  private func names(of party: DFATParty) -> [ListedName] {
    var primary: [ListedName] = []
    var others: [ListedName] = []
    for row in party.rows {
      let text = party.columns.cell(.name, of: row)
      guard !text.isEmpty else { continue }
      let type = party.columns.cell(.nameType, of: row)
      switch type.foldingWhitespace().lowercased() {
      case "primary name": primary.append(ListedName(.primary, text))
      case "original script": others.append(ListedName(.otherScript, text))
      case "formerly known as", "previously listed as":
        others.append(ListedName(.former, text, note: type))
      case "aka": others.append(ListedName(.alias, text))
      default: others.append(ListedName(.alias, text, note: type.isEmpty ? nil : type))
      }
    }
    return primary + others
  }

  private func items(_ cell: String) -> [String] {
    CellText.numbered(cell).filter { !CellText.isNothing($0) }
  }

  /// `Title: a) Mullah b) Haji. Designation: …`, web addresses and labelled numbers.
  private func addParts(of text: String, to designation: inout Designation) {
    for (label, value) in Self.labelled(text) {
      for item in items(value) {
        if label == "Title" {
          designation.titles.appendNew(item)
        } else {
          designation.attributes.appendNew(Attribute(label, item))
        }
      }
    }
    for identifier in FreeTextIdentifiers.identifiers(in: text) {
      // The number of an organisation is that of a register, whatever the words before it.
      let isRegister = identifier.kind == .nationalID && designation.kind == .organisation
      designation.identifiers.appendNew(
        Identifier(
          kind: isRegister ? .registration : identifier.kind, value: identifier.value,
          label: identifier.label, issuer: identifier.issuer, note: identifier.note))
    }
    for word in text.split(whereSeparator: { $0.isWhitespace || "();,<>".contains($0) }) {
      let lower = word.lowercased()
      guard lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.")
      else { continue }
      var address = String(word)
      while let last = address.last, last == "." || last == "," { address.removeLast() }
      if !designation.identifiers.contains(where: { $0.kind == .website && $0.value == address }) {
        designation.identifiers.append(Identifier(kind: .website, value: address))
      }
    }
  }

  private static let labels = ["Title", "Designation", "Position", "Function", "Role"]

  /// The labels that open a sentence and the text up to the next one or to the full stop after it.
  private static func labelled(_ text: String) -> [(label: String, value: String)] {
    var found: [(label: String, start: String.Index, content: String.Index)] = []
    for label in labels {
      let mark = label + ":"
      var search = text.startIndex
      while let range = text.firstRange(of: mark, from: search) {
        search = range.upperBound
        let isOpening =
          range.lowerBound == text.startIndex
          || text[text.index(before: range.lowerBound)].isWhitespace
        if isOpening { found.append((label, range.lowerBound, range.upperBound)) }
      }
    }
    found.sort { $0.start < $1.start }
    return found.enumerated().map { index, mark in
      let limit = index + 1 < found.count ? found[index + 1].start : text.endIndex
      var value = text[mark.content..<limit]
      if let end = Self.sentenceEnd(in: value) { value = value[..<end] }
      return (mark.label, value.trimmingWhitespace().droppingFullStop())
    }
  }

  /// The first full stop before a blank and a capital letter that does not end an abbreviation.
  private static func sentenceEnd(in text: Substring) -> String.Index? {
    var index = text.startIndex
    var wordLength = 0
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == ".", wordLength > 3, next < text.endIndex, text[next].isWhitespace {
        return index
      }
      wordLength = text[index].isLetter ? wordLength + 1 : 0
      index = next
    }
    return nil
  }

  /// `Listed by UN 1267 Committee on 25 January 2001 (amended …)`, `Listed on: 22 Feb. 2017`.
  private static func listingDate(in text: String) -> PartialDate? {
    let words = text.split { $0.isWhitespace || $0 == ":" || $0 == "(" || $0 == "," || $0 == ";" }
    for (index, word) in words.enumerated() where word.lowercased() == "on" {
      let date = words[(index + 1)...].prefix(3).joined(separator: " ").droppingFullStop()
      let read = PublishedDate.read(date)
      if read.isReadable { return read }
    }
    return nil
  }

  /// Columns that later editions add: kept under their titles; `Yes` names a measure.
  private func addFurtherColumns(of party: DFATParty, to designation: inout Designation) {
    for (title, position) in party.columns.others {
      var values: [String] = []
      for row in party.rows {
        if let value = CellText.value(row[position]) { values.appendNew(value) }
      }
      for value in values {
        if ["yes", "y", "true"].contains(value.lowercased()) {
          designation.measures.appendNew(title)
        } else if title.lowercased().contains("imo") {
          designation.identifiers.appendNew(NumberText.identifier(.imo, value, label: title))
        } else {
          designation.attributes.appendNew(Attribute(title, value))
        }
      }
    }
  }
}

extension String {
  /// The first place of `part` at or after `start`.
  fileprivate func firstRange(of part: String, from start: Index) -> Range<Index>? {
    CellText.firstIndex(of: part, in: self[start...]).map {
      $0..<utf8.index($0, offsetBy: part.utf8.count)
    }
  }

  fileprivate func replacingAll(_ part: String, with other: String) -> String {
    var text = ""
    var start = startIndex
    while let range = firstRange(of: part, from: start) {
      text += self[start..<range.lowerBound] + other
      start = range.upperBound
    }
    return text + self[start...]
  }

  fileprivate func droppingFullStop() -> String {
    var text = self
    while text.last == "." || text.last == "," { text.removeLast() }
    return text
  }
}
