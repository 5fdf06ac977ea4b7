import FileFormats

/// One `INDIVIDUAL` or `ENTITY` of the Security Council list, in the publisher's words.
///
/// Placeholders (elements without any value) are left out; white space in values is folded, because
/// line breaks move between publications.
struct UNRecord {
  let node: XMLNode

  var isIndividual: Bool { node.name == "INDIVIDUAL" }
  var dataID: String? { node.value("DATAID") }
  var listType: String? { node.value("UN_LIST_TYPE") }
  var referenceNumber: String? { node.value("REFERENCE_NUMBER") }
  var listedOn: String? { node.value("LISTED_ON") }
  var lastDaysUpdated: [String] { node.values("LAST_DAY_UPDATED", "VALUE") }
  var gender: String? { node.value("GENDER") }
  var comments: String? { node.value("COMMENTS1") }
  var originalScript: String? { node.value("NAME_ORIGINAL_SCRIPT")?.foldingWhitespace() }
  var titles: [String] { folded(node.values("TITLE", "VALUE")) }
  var positions: [String] { folded(node.values("DESIGNATION", "VALUE")) }
  var nationalities: [String] { folded(node.values("NATIONALITY", "VALUE")) }

  /// In order; they are not surname and given name. An entity has one.
  var nameParts: [String] {
    folded(["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].compactMap(node.value))
  }

  struct Alias {
    let quality: String?
    let name: String?
    let note: String?
    let birthDate: String?
    let birthPlace: String?
  }

  var aliases: [Alias] {
    blocks("ALIAS").map { alias in
      let place = ["CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"].compactMap(alias.value)
      return Alias(
        quality: alias.value("QUALITY"), name: alias.value("ALIAS_NAME")?.foldingWhitespace(),
        note: note(of: alias), birthDate: alias.value("DATE_OF_BIRTH"),
        birthPlace: place.isEmpty ? nil : place.joined(separator: ", ").foldingWhitespace())
    }
  }

  struct Place {
    let street: String?
    let city: String?
    let stateProvince: String?
    let zipCode: String?
    let country: String?
    let note: String?
  }

  /// Addresses with at least one value; a note alone counts.
  var addresses: [Place] { places("ADDRESS") }
  var birthPlaces: [Place] { places("PLACE_OF_BIRTH") }

  struct BirthDate {
    let type: String?
    let date: String?
    let year: String?
    let fromYear: String?
    let toYear: String?
    let note: String?
  }

  /// Birth dates with any value besides their type.
  var birthDates: [BirthDate] {
    blocks("DATE_OF_BIRTH").compactMap { block in
      let values = block.children.filter { $0.name != "TYPE_OF_DATE" && $0.trimmed != nil }
      guard !values.isEmpty else { return nil }
      return BirthDate(
        type: block.value("TYPE_OF_DATE"), date: block.value("DATE"), year: block.value("YEAR"),
        fromYear: block.value("FROM_YEAR"), toYear: block.value("TO_YEAR"), note: note(of: block))
    }
  }

  struct Document {
    let types: [String]
    let number: String?
    let issuer: String?
    let city: String?
    let issuedOn: String?
    let note: String?
  }

  var documents: [Document] {
    blocks("DOCUMENT").compactMap { block in
      guard block.children.contains(where: { $0.trimmed != nil }) else { return nil }
      var issuer = block.value("ISSUING_COUNTRY")
      if let country = block.value("COUNTRY_OF_ISSUE"), country != issuer {
        issuer = [issuer, country].compactMap(\.self).joined(separator: "; ")
      }
      return Document(
        types: folded(["TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2"].compactMap(block.value))
          .reduce(into: []) { $0.addOnce($1) },
        number: block.value("NUMBER")?.foldingWhitespace(), issuer: issuer,
        city: block.value("CITY_OF_ISSUE"), issuedOn: block.value("DATE_OF_ISSUE"),
        note: note(of: block))
    }
  }

  /// The children that the properties above read; any other is kept as it stands.
  var known: Set<String> {
    let prefix = isIndividual ? "INDIVIDUAL_" : "ENTITY_"
    let blocks = ["ALIAS", "ADDRESS", "DATE_OF_BIRTH", "PLACE_OF_BIRTH", "DOCUMENT"]
    return Set(
      [
        "DATAID", "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON", "LAST_DAY_UPDATED", "GENDER",
        "COMMENTS1", "NAME_ORIGINAL_SCRIPT", "TITLE", "DESIGNATION", "NATIONALITY", "FIRST_NAME",
        "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME",
      ] + blocks.map { prefix + $0 })
  }

  // MARK: - Help

  private func blocks(_ name: String) -> [XMLNode] {
    node.all((isIndividual ? "INDIVIDUAL_" : "ENTITY_") + name)
  }

  private func places(_ name: String) -> [Place] {
    blocks(name).compactMap { block in
      guard block.children.contains(where: { $0.trimmed != nil }) else { return nil }
      func value(_ field: String) -> String? { block.value(field)?.foldingWhitespace() }
      return Place(
        street: value("STREET"), city: value("CITY"), stateProvince: value("STATE_PROVINCE"),
        zipCode: value("ZIP_CODE"), country: value("COUNTRY"), note: note(of: block))
    }
  }

  /// The note without the commas that the exporter of August 2023 left at its end; `nil` when nothing
  /// else is in it.
  private func note(of block: XMLNode) -> String? {
    guard var note = block.value("NOTE")?.foldingWhitespace() else { return nil }
    while note.hasSuffix(",") { note = String(note.dropLast()).trimmingWhitespace() }
    return note.isEmpty ? nil : note
  }

  private func folded(_ values: [String]) -> [String] { values.map { $0.foldingWhitespace() } }
}
