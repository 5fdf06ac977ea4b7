import FileFormats
import TradeModel

/// Reads the consolidated list of financial sanctions targets of OFSI, in the layout before 2022
/// (29 columns) and that of 2022 (36 columns), as CSV or as a workbook.
///
/// See `FORMAT.md` in this folder.
public struct OFSIImporter: ListImporter {
  public static let format = ListFormat.ukOFSI

  public static func recognises(_ file: ListFile) -> Bool { OFSIReader.recognises(file) }

  public init() {}

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try OFSIReader(snapshot.file)
    var report = ImportReport(format: Self.format)
    report.statedDate = reader.lastUpdated
    if let point = PublishedDate.read(reader.lastUpdated).start, let month = point.month,
      let day = point.day
    {
      report.statedDay = Day(year: point.year, month: month, day: day)
    }
    report.rows = reader.rowCount
    report.issues = reader.issues
    report.records = reader.issues.count + reader.groups.count
    for group in reader.groups {
      let designation = designation(of: group, list: snapshot.list, notes: &report.notes)
      guard !designation.names.isEmpty else {
        report.issues.append(
          ImportIssue(
            place: designation.place, field: OFSIColumn.name6.rawValue,
            problem: "no row of group \(group.id) has a name",
            verbatim: group.rows.map(\.verbatim).joined(separator: "\n")))
        continue
      }
      report.counts.add(designation)
      take(designation)
    }
    return report
  }

  private func designation(
    of group: OFSIGroup, list: ListID, notes: inout [FieldNote]
  ) -> Designation {
    let id = DesignationID(list: list, key: group.id)
    let place = group.rows[0].place
    let kind = kind(of: group)
    var designation = Designation(
      id: id, kind: kind ?? .unknown, names: names(of: group, isPerson: kind == .person),
      place: place)
    if kind == nil {
      notes.append(
        FieldNote(
          record: id, place: place, field: OFSIColumn.groupType.rawValue,
          value: group.values(.groupType).joined(separator: "; "),
          problem: "allowed are `Individual`, `Entity`, `Ship`; the kind stays unknown"))
    }
    designation.titles = distinct(group.values(.title).flatMap(CellText.numbered))
    designation.birthDates = group.values(.birthDate).filter { !CellText.isNothing($0) }
      .map { PublishedDate.read($0) }
    for date in designation.birthDates where !date.isReadable {
      notes.append(
        FieldNote(
          record: id, place: place, field: OFSIColumn.birthDate.rawValue, value: date.text,
          problem: "the date could not be read; its text is kept"))
    }
    designation.birthPlaces = birthPlaces(of: group)
    designation.nationalities = distinct(countries(group.values(.nationality)))
    designation.addresses = addresses(of: group)
    designation.identifiers = documents(of: group)
    designation.programmes = group.values(.regime)
    designation.measures = ["Financial sanctions: asset freeze"]
    designation.listedOn = group.values(.listedOn).map { PublishedDate.read($0) }
    designation.updatedOn = group.values(.lastUpdated).map { PublishedDate.read($0) }
    for position in group.values(.position).flatMap(CellText.numbered) {
      designation.attributes.appendNew(Attribute(OFSIColumn.position.rawValue, position))
    }
    for date in group.values(.designatedOn) {
      designation.attributes.append(Attribute(OFSIColumn.designatedOn.rawValue, date))
    }
    for text in group.values(.otherInformation) { add(text, to: &designation) }
    designation.publishedIdentifierCount = designation.identifiers.count
    return designation
  }

  private func kind(of group: OFSIGroup) -> PartyKind? {
    let kinds = group.values(.groupType).map { $0.lowercased() }
    guard kinds.count == 1 else { return nil }
    switch kinds[0] {
    case "individual": return .person
    case "entity": return .organisation
    case "ship": return .vessel
    default: return nil
    }
  }

  /// Primary names first; the other scripts last.
  private func names(of group: OFSIGroup, isPerson: Bool) -> [ListedName] {
    let columns: [OFSIColumn] = [
      .name1, .name2, .name3, .name4, .name5, .name6, .aliasType, .aliasQuality,
    ]
    var primary: [ListedName] = []
    var others: [ListedName] = []
    for values in group.combinations(columns) {
      let words = values[0..<6].filter { !$0.isEmpty }
      guard !words.isEmpty else { continue }
      let quality = values[7].lowercased()
      let strength: ListedName.Strength =
        quality == "low quality" ? .weak : quality == "good quality" ? .strong : .unstated
      var parts: [ListedName.Part] = []
      if isPerson, words.count > 1 {
        for (index, text) in values[0..<6].enumerated() where !text.isEmpty {
          parts.append(
            ListedName.Part([.given, .middle, .middle, .middle, .middle, .family][index], text))
        }
      } else if !isPerson {
        parts = [ListedName.Part(.whole, words.joined(separator: " "))]
      }
      let kind: ListedName.Kind =
        switch values[6].lowercased() {
        case "primary name", "prime alias": .primary
        case "primary name variation": .variant
        case "fka": .former
        default: .alias
        }
      let name = ListedName(kind, words.joined(separator: " "), strength: strength, parts: parts)
      if kind == .primary { primary.append(name) } else { others.append(name) }
    }
    var seen: Set<String> = []
    for values in group.combinations([.nonLatinName, .nonLatinScript, .nonLatinLanguage])
    where !values[0].isEmpty && seen.insert(values[0]).inserted {
      others.append(
        ListedName(
          .otherScript, values[0], script: values[1].isEmpty ? nil : values[1],
          language: values[2].isEmpty ? nil : values[2]))
    }
    return primary + others
  }

  /// Towns and countries pair by their numbers; a single country stands for every town.
  private func birthPlaces(of group: OFSIGroup) -> [String] {
    var places: [String] = []
    for values in group.combinations([.birthTown, .birthCountry]) {
      let towns = CellText.numbered(values[0])
      let countries = countries([values[1]])
      for index in 0..<max(towns.count, countries.count) {
        let country =
          countries.indices.contains(index)
          ? countries[index] : countries.count == 1 ? countries[0] : nil
        let town = towns.indices.contains(index) ? towns[index] : nil
        places.appendNew([town, country].compactMap(\.self).joined(separator: ", "))
      }
    }
    return places
  }

  private func addresses(of group: OFSIGroup) -> [Address] {
    group.combinations([
      .address1, .address2, .address3, .address4, .address5, .address6, .postCode, .country,
    ]).map { values in
      Address(
        lines: values[0..<6].filter { !$0.isEmpty },
        postalCode: values[6].isEmpty ? nil : values[6],
        country: values[7].isEmpty ? nil : values[7])
    }
  }

  /// Numbers and details pair by `(1)`, `(2)`.
  private func documents(of group: OFSIGroup) -> [Identifier] {
    var identifiers: [Identifier] = []
    let pairs: [(Identifier.Kind, OFSIColumn, OFSIColumn)] = [
      (.passport, .passportNumber, .passportDetails),
      (.nationalID, .nationalNumber, .nationalDetails),
    ]
    for (kind, number, details) in pairs {
      for values in group.combinations([number, details]) {
        let numbers = CellText.numbered(values[0])
        let notes = CellText.numbered(values[1])
        if numbers.isEmpty {
          // The layout before 2022 has number and details in one cell.
          for note in notes {
            identifiers.appendNew(NumberText.identifier(kind, note, label: details.rawValue))
          }
        }
        for (index, text) in numbers.enumerated() {
          let note =
            notes.count == numbers.count
            ? notes[index] : values[1].isEmpty ? nil : values[1]
          identifiers.appendNew(
            NumberText.identifier(kind, text, label: number.rawValue, note: note))
        }
      }
    }
    for text in group.values(.niNumber).flatMap(CellText.numbered) {
      identifiers.appendNew(
        NumberText.identifier(.nationalID, text, label: OFSIColumn.niNumber.rawValue))
    }
    return identifiers
  }

  /// The countries of `(1) Atlantis. (2) Ruritania`, without the full stop that closes some.
  private func countries(_ cells: [String]) -> [String] {
    cells.flatMap(CellText.numbered).map { item in
      var item = item
      while item.last == "." { item.removeLast() }
      return item
    }
  }

  private func distinct(_ values: [String]) -> [String] {
    var distinct: [String] = []
    for value in values where !CellText.isNothing(value) { distinct.appendNew(value) }
    return distinct
  }
}
