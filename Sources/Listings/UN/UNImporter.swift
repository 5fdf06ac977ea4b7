import FileFormats
import TradeModel

/// Reads the Consolidated List of the United Nations Security Council.
public struct UNImporter: ListImporter {
  public static let format = ListFormat.unXML

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    XMLRecordReader.root(of: file.bytes).map(isRoot) ?? false
  }

  private static func isRoot(_ root: XMLRecordReader.Opening) -> Bool {
    root.name == "CONSOLIDATED_LIST"
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try XMLRecordReader.opening(snapshot.file, isRoot: Self.isRoot)
    var account = XMLListAccount(Self.format, snapshot)
    while let event = try reader.next(
      of: snapshot.file,
      isRecord: { name, depth in depth == 2 && (name == "INDIVIDUAL" || name == "ENTITY") })
    {
      switch event {
      case .open(let opening):
        if opening.depth == 0 {
          let date = opening[attribute: "dateGenerated"]
          account.state(date: date, day: date.flatMap { Day(iso: $0.prefix(10)) })
        }
      case .record(let node, _):
        let record = UNRecord(node: node)
        account.add(node, key: record.dataID, keyField: "DATAID", from: reader, take: take) {
          Self.fill(&$0, from: record)
        }
      }
    }
    return try account.finish()
  }

  private static func fill(_ draft: inout XMLRecordDraft, from record: UNRecord) {
    draft.designation.kind = record.isIndividual ? .person : .organisation
    addNames(to: &draft, from: record)
    draft.designation.titles = record.titles
    draft.designation.nationalities = record.nationalities
    draft.designation.gender = record.gender
    draft.designation.programmes = [record.listType].compactMap(\.self)
    draft.designation.addresses = record.addresses.map(address)
    for place in record.birthPlaces {
      draft.designation.birthPlaces.addOnce(text(of: place))
    }
    for date in record.birthDates {
      let read = draft.checked(birthDate(date), "DATE_OF_BIRTH")
      draft.designation.birthDates.append(read)
    }
    addAliases(to: &draft, from: record)
    addDocuments(to: &draft, from: record)
    if let listed = record.listedOn {
      draft.designation.listedOn = [draft.checked(PublishedDate.read(listed), "LISTED_ON")]
    }
    for day in record.lastDaysUpdated {
      draft.designation.updatedOn.append(
        draft.checked(PublishedDate.read(day), "LAST_DAY_UPDATED"))
    }
    for position in record.positions { draft.attribute("DESIGNATION", position) }
    for note in record.addresses.compactMap(\.note) { draft.addIdentifiers(in: note) }
    if let comments = record.comments {
      draft.designation.remarks.append(comments)
      draft.addIdentifiers(in: comments.foldingWhitespace())
    }
    draft.keepRest(of: record.node, known: record.known)
  }

  private static func addNames(to draft: inout XMLRecordDraft, from record: UNRecord) {
    let parts = record.nameParts
    if !parts.isEmpty {
      draft.designation.names.append(
        ListedName(
          .primary, parts.joined(separator: " "),
          parts: record.isIndividual && parts.count > 1
            ? parts.map { ListedName.Part(.other, $0) } : []))
    }
    if let name = record.originalScript {
      draft.designation.names.append(ListedName(.otherScript, name))
    }
  }

  /// An alias may carry a birth date and place of its own, and from August 2023 to March 2025 other
  /// birth dates stand in aliases without a name.
  private static func addAliases(to draft: inout XMLRecordDraft, from record: UNRecord) {
    for alias in record.aliases {
      if let date = alias.birthDate {
        let read = draft.checked(PublishedDate.read(date), "DATE_OF_BIRTH")
        draft.designation.birthDates.append(read)
      }
      if let place = alias.birthPlace { draft.designation.birthPlaces.addOnce(place) }
      guard let name = alias.name else {
        draft.attribute("ALIAS NOTE", alias.note)
        continue
      }
      let quality = alias.quality?.lowercased()
      let birth = [
        alias.birthDate.map { "date of birth: \($0)" },
        alias.birthPlace.map { "place of birth: \($0)" },
      ]
      let notes = ([alias.note] + birth).compactMap(\.self)
      draft.designation.names.append(
        ListedName(
          quality == "f.k.a." ? .former : .alias, name,
          // For an entity the field tells the kind; "Good" stood there by mistake in August 2023.
          strength: quality == "low"
            ? .weak : quality == "good" && record.isIndividual ? .strong : .unstated,
          note: notes.isEmpty ? nil : notes.joined(separator: "; ")))
    }
  }

  private static func addDocuments(to draft: inout XMLRecordDraft, from record: UNRecord) {
    for document in record.documents {
      let notes = [
        document.issuedOn.map { "issued on \($0)" }, document.city.map { "issued in \($0)" },
        document.note,
      ].compactMap(\.self)
      let note = notes.isEmpty ? nil : notes.joined(separator: "; ")
      let label = document.types.isEmpty ? nil : document.types.joined(separator: ", ")
      guard let number = document.number else {
        draft.attribute(
          "DOCUMENT",
          [label, document.issuer, note].compactMap(\.self).joined(separator: "; "))
        continue
      }
      // The second type is the finer one, but it may be free text.
      let kinds = document.types.reversed().map { IdentifierLabels.kind(of: $0) }
      draft.designation.publishedIdentifierCount += 1
      draft.designation.identifiers.append(
        Identifier(
          kind: kinds.first { $0 != .other } ?? .other, value: number, label: label,
          issuer: document.issuer, note: note))
    }
    if let reference = record.referenceNumber {
      draft.designation.identifiers.append(
        Identifier(kind: .listReference, value: reference, label: "REFERENCE_NUMBER", issuer: "UN"))
    }
  }

  private static func address(_ place: UNRecord.Place) -> Address {
    let hasPlace =
      [place.street, place.city, place.stateProvince, place.zipCode, place.country]
      .contains { $0 != nil }
    return Address(
      lines: [place.street].compactMap(\.self), city: place.city, region: place.stateProvince,
      postalCode: place.zipCode, country: place.country, note: place.note,
      text: hasPlace ? nil : place.note ?? "")
  }

  private static func text(of place: UNRecord.Place) -> String {
    let parts = [place.street, place.city, place.stateProvince, place.zipCode, place.country]
      .compactMap(\.self)
    guard let note = place.note else { return parts.joined(separator: ", ") }
    return parts.isEmpty ? note : parts.joined(separator: ", ") + " (\(note))"
  }

  /// `TYPE_OF_DATE` is EXACT, APPROXIMATELY, BETWEEN or nothing; the values decide what there is.
  private static func birthDate(_ birth: UNRecord.BirthDate) -> PartialDate {
    let isCirca =
      birth.type?.lowercased() == "approximately"
      || birth.note?.lowercased().hasPrefix("approx") == true
    func point(_ text: String?) -> PartialDate.Point? {
      guard let text else { return nil }
      let date = PublishedDate.read(text)
      return date.end == nil ? date.start : nil
    }
    var end: PartialDate.Point?
    let value: String?
    let start: PartialDate.Point?
    if let date = birth.date ?? birth.year {
      value = date
      start = point(date)
    } else if let from = birth.fromYear {
      value = birth.toYear.map { "\(from) to \($0)" } ?? from
      start = point(from)
      end = start == nil ? nil : point(birth.toYear)
    } else if let to = birth.toYear {
      value = "to \(to)"
      start = nil
    } else {
      // The note is all there is: `Nov. 1973`, `30-35 years old`, a Hijri date.
      let read = PublishedDate.read(birth.note ?? "")
      return PartialDate(
        text: read.text, start: read.start, end: read.end, isCirca: isCirca || read.isCirca,
        calendar: read.calendar)
    }
    let text = (value ?? "") + (birth.note.map { " (\($0))" } ?? "")
    return PartialDate(text: text, start: start, end: end, isCirca: isCirca)
  }
}
