import FileFormats
import TradeModel

/// Reads the French national register of asset freezes (`Registre national des gels`, JSON).
///
/// See `FORMAT.md` in this folder.
public struct GelsImporter: ListImporter {
  public static let format = ListFormat.franceGels

  public static func recognises(_ file: ListFile) -> Bool { GelsReader.recognises(file) }

  public init() {}

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try GelsReader(snapshot.file)
    var report = ImportReport(format: Self.format)
    report.statedDate = reader.date
    report.statedDay = reader.date.flatMap { Day(iso: $0.prefix(10)) }
    report.rows = reader.records.count + reader.issues.count
    report.records = report.rows
    report.issues = reader.issues
    for record in reader.records {
      let designation = designation(of: record, list: snapshot.list, notes: &report.notes)
      report.counts.add(designation)
      take(designation)
    }
    return report
  }

  private func designation(
    of record: GelsRecord, list: ListID, notes: inout [FieldNote]
  ) -> Designation {
    let id = DesignationID(list: list, key: record.id)
    let kind: PartyKind? =
      switch record.nature.lowercased() {
      case "personne physique": .person
      case "personne morale": .organisation
      case "navire": .vessel
      default: nil
      }
    var designation = Designation(
      id: id, kind: kind ?? .unknown, names: names(of: record), place: record.place)
    if kind == nil {
      notes.append(
        FieldNote(
          record: id, place: record.place, field: "Nature", value: record.nature,
          problem: "the nature is not known; the kind stays unknown"))
    }
    for value in record.values("DATE_DE_NAISSANCE") {
      guard let date = date(value) else { continue }
      designation.birthDates.append(date)
      if !date.isReadable {
        notes.append(
          FieldNote(
            record: id, place: record.place, field: "DATE_DE_NAISSANCE", value: date.text,
            problem: "the date could not be read; its text is kept"))
      }
    }
    for value in record.values("LIEU_DE_NAISSANCE") {
      let place = [value.text("Lieu"), value.text("Pays")].compactMap(\.self)
      if !place.isEmpty { designation.birthPlaces.append(place.joined(separator: ", ")) }
    }
    designation.gender = record.texts("SEXE", "Sexe").first
    designation.nationalities = record.texts("NATIONALITE", "Pays")
    designation.titles = record.texts("TITRE", "Titre")
    for type in ["ADRESSE_PM", "ADRESSE_PP"] {
      for value in record.values(type) {
        let address = value.text("Adresse")
        let country = value.text("Pays")
        guard address != nil || country != nil else { continue }
        designation.addresses.append(
          Address(
            lines: [address].compactMap(\.self), country: country, note: value.text("Commentaire")))
      }
    }
    designation.legalBases = record.texts("FONDEMENT_JURIDIQUE", "FondementJuridiqueLabel")
      .map { LegalBasis($0, date: Self.basisDate(in: $0)) }
    designation.programmes = designation.legalBases.reduce(into: []) { programmes, basis in
      if let programme = Self.programme(in: basis.text) { programmes.appendNew(programme) }
    }
    designation.measures = ["Gel des avoirs"]
    designation.listedOn = Array(
      designation.legalBases.compactMap(\.date).sorted { $0.text.isoKey < $1.text.isoKey }.prefix(1)
    )
    designation.remarks = record.texts("MOTIFS", "Motifs")
    addIdentifiers(of: record, to: &designation)
    addOtherFields(of: record, to: &designation)
    return designation
  }

  private func names(of record: GelsRecord) -> [ListedName] {
    let given = record.texts("PRENOM", "Prenom").joined(separator: " ").foldingWhitespace()
    let family = record.name.foldingWhitespace()
    var names = [
      given.isEmpty
        ? ListedName(.primary, family)
        : ListedName(
          .primary, "\(given) \(family)", parts: [.init(.given, given), .init(.family, family)])
    ]
    for value in record.values("ALIAS") {
      guard let alias = value.text("Alias")?.foldingWhitespace() else { continue }
      let note = value.text("Commentaire")
      let lower = note?.lowercased() ?? ""
      // `En russe`, `en arabe`: the language of the alias.
      let language = lower.hasPrefix("en ") ? String(lower.dropFirst(3)) : nil
      names.append(
        ListedName(
          lower.contains("ancien") || lower.contains("précédemment") ? .former : .alias, alias,
          strength: lower.contains("peu fiable") || lower.contains("faible") ? .weak : .unstated,
          language: language, note: note))
    }
    return names
  }

  /// Empty parts are unknown; the comment `vers` says that the date is approximate.
  private func date(_ value: JSONValue) -> PartialDate? {
    let note = value.text("Commentaire")
    let lower = note?.lowercased() ?? ""
    let parts = [value.text("Jour"), value.text("Mois"), value.text("Annee")]
    guard parts.contains(where: { $0 != nil }) else { return note.map { PublishedDate.read($0) } }
    let text = (parts.compactMap(\.self).joined(separator: "/")) + (note.map { " (\($0))" } ?? "")
    return PublishedDate.fields(
      year: parts[2], month: parts[1], day: parts[0],
      isCirca: ["vers", "environ", "circa"].contains { lower.contains($0) }, text: text)
  }

  private func addIdentifiers(of record: GelsRecord, to designation: inout Designation) {
    var identifiers: [Identifier] = []
    for (type, member, kind) in [
      ("PASSEPORT", "NumeroPasseport", Identifier.Kind.passport),
      ("AUTRE_IDENTITE", "NumeroCarte", .nationalID),
    ] {
      for value in record.values(type) {
        guard let number = value.text(member) else { continue }
        let note = value.text("Commentaire")
        let known = note.map { IdentifierLabels.kind(of: $0) } ?? .other
        identifiers.append(
          Identifier(
            kind: kind == .passport || known == .other ? kind : known, value: number,
            label: type, note: note))
      }
    }
    for value in record.values("NUMERO_OMI") {
      guard let members = value.object else { continue }
      for member in members where member.name != "Commentaire" {
        guard let number = value.text(member.name) else { continue }
        identifiers.append(
          Identifier(
            kind: .imo, value: number, label: "NUMERO_OMI", note: value.text("Commentaire")))
      }
    }
    for value in record.values("IDENTIFICATION") {
      let note = value.text("Commentaire")
      if let text = value.text("Identification"), text != "/" {
        identifiers.append(identification(text, note: note))
      } else if let note {
        designation.attributes.append(Attribute("IDENTIFICATION", note))
      }
    }
    designation.publishedIdentifierCount = identifiers.count
    for (type, member, kind) in [
      ("REFERENCE_UE", "ReferenceUe", Identifier.Kind.listReference),
      ("REFERENCE_ONU", "ReferenceOnu", .listReference), ("TELEPHONE", "Telephone", .phone),
      ("COURRIEL", "Courriel", .email), ("SITE_INTERNET", "SiteInternet", .website),
    ] {
      for text in record.texts(type, member) {
        identifiers.append(Identifier(kind: kind, value: text, label: type))
      }
    }
    designation.identifiers = identifiers
  }

  /// `Numéro d’identification fiscale: 9709032552`, or the number with its kind in the comment.
  private func identification(_ text: String, note: String?) -> Identifier {
    if let colon = text.lastIndex(of: ":") {
      let label = text[..<colon].trimmingWhitespace()
      let value = text[text.index(after: colon)...].trimmingWhitespace()
      if !label.isEmpty, value.contains(where: \.isNumber) {
        return Identifier(kind: Self.kind(label, value), value: value, label: label, note: note)
      }
    }
    guard let note else { return Identifier(kind: .other, value: text, label: "IDENTIFICATION") }
    return Identifier(kind: Self.kind(note, text), value: text, label: note)
  }

  private static func kind(_ label: String, _ value: String) -> Identifier.Kind {
    let folded = label.lowercased()
    if folded.contains("enregistrement") { return .registration }
    return IdentifierLabels.kind(of: label)
  }

  private static let placed: Set<String> = [
    "PRENOM", "SEXE", "ALIAS", "DATE_DE_NAISSANCE", "LIEU_DE_NAISSANCE", "NATIONALITE", "TITRE",
    "ADRESSE_PM", "ADRESSE_PP", "PASSEPORT", "AUTRE_IDENTITE", "NUMERO_OMI", "IDENTIFICATION",
    "MOTIFS", "FONDEMENT_JURIDIQUE", "REFERENCE_UE", "REFERENCE_ONU", "TELEPHONE", "COURRIEL",
    "SITE_INTERNET",
  ]

  /// Fields that this reader does not know are kept under their types.
  private func addOtherFields(of record: GelsRecord, to designation: inout Designation) {
    for field in record.fields where !Self.placed.contains(field.type) {
      for value in field.values {
        designation.attributes.append(
          Attribute(field.type, String(decoding: value.compact, as: UTF8.self)))
      }
    }
  }

  /// `(UE) 2022/332 du 25/02/2022 (UE Ukraine …)` → 25 February 2022.
  private static func basisDate(in label: String) -> PartialDate? {
    let words = label.split(separator: " ")
    guard let index = words.firstIndex(of: "du"), index + 1 < words.count else { return nil }
    let date = PublishedDate.read(String(words[index + 1]))
    return date.isReadable ? date : nil
  }

  /// The bracket at the end names the regime: `UE Ukraine intégrité territoriale - R (UE) 269/2014`.
  private static func programme(in label: String) -> String? {
    guard label.last == ")" else { return nil }
    var depth = 0
    for index in label.indices.reversed() {
      if label[index] == ")" { depth += 1 }
      if label[index] == "(" { depth -= 1 }
      if depth == 0 { return label[label.index(after: index)...].dropLast().trimmingWhitespace() }
    }
    return nil
  }
}

extension String {
  /// `25/02/2022` as `20220225`, for ordering.
  fileprivate var isoKey: String {
    split(separator: "/").reversed().joined()
  }
}
