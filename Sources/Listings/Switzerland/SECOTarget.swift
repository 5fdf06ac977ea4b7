import FileFormats
import TradeModel

/// Turns a target of the Swiss list, with what it refers to, into a designation.
struct SECOTarget {
  let record: SECORecord
  let references: SECOReferences

  func fill(_ draft: inout XMLRecordDraft) {
    if let delisting = record.delisting {
      draft.reject(
        "the target is de-listed" + (delisting.day.map { " from \($0)" } ?? "")
          + " and no longer a designation")
      return
    }
    guard let party = record.party else {
      draft.reject("the target has no `individual`, `entity` or `object`")
      return
    }
    draft.designation.kind = kind(of: party)
    draft.designation.gender = party.filled("sex")
    addNames(to: &draft)
    for (index, identity) in record.identities.enumerated() {
      addDetails(of: identity, isMain: index == 0, to: &draft)
    }
    for relation in party.all("relation") { add(relation, to: &draft) }
    addProgrammes(to: &draft)
    for modification in record.modifications { add(modification, to: &draft) }
    for identifier in record.foreignIdentifiers {
      draft.designation.identifiers.append(
        Identifier(kind: .listReference, value: identifier, label: "foreign-identifier"))
    }
    let texts = party.values("justification") + party.values("other-information")
    draft.designation.remarks = texts
    for text in texts { draft.addIdentifiers(in: text.foldingWhitespace()) }
    draft.keepRest(
      of: party,
      known: [
        "sex", "object-type", "identity", "relation", "justification", "other-information", "ssid",
      ])
    draft.keepRest(
      of: record.node,
      known: [
        "ssid", "sanctions-set-id", "foreign-identifier", "individual", "entity", "object",
        "modification",
      ])
  }

  private func kind(of party: XMLNode) -> PartyKind {
    switch (party.name, party.filled("object-type")) {
    case ("individual", _): .person
    case ("entity", _): .organisation
    case ("object", "vessel"): .vessel
    case ("object", "aircraft"): .aircraft
    default: .unknown
    }
  }

  private func addNames(to draft: inout XMLRecordDraft) {
    var names: [ListedName] = []
    for (index, identity) in record.identities.enumerated() {
      for name in identity.all("name") {
        names += SECONames.names(in: name, isMain: index == 0)
      }
    }
    draft.designation.names =
      names.filter { $0.kind == .primary } + names.filter { $0.kind != .primary }
  }

  private func addDetails(of identity: XMLNode, isMain: Bool, to draft: inout XMLRecordDraft) {
    for date in identity.all("day-month-year") {
      guard let read = self.date(date) else { continue }
      if draft.designation.kind == .person {
        draft.designation.birthDates.append(draft.checked(read, "day-month-year"))
      } else {
        draft.designation.foundingDates.append(draft.checked(read, "day-month-year"))
      }
    }
    for nationality in identity.all("nationality") {
      let country = nationality.child("country")
      if let code = country?.filled("iso-code") ?? country?.trimmed {
        draft.designation.nationalities.addOnce(code)
      }
    }
    for place in identity.all("place-of-birth") {
      guard let found = self.place(place, in: &draft) else { continue }
      draft.designation.birthPlaces.addOnce(found.text)
    }
    for address in identity.all("address") { add(address: address, to: &draft) }
    for document in identity.all("identification-document") { add(document: document, to: &draft) }
    draft.keepRest(
      of: identity,
      known: [
        "ssid", "main", "name", "day-month-year", "nationality", "place-of-birth", "address",
        "identification-document",
      ])
  }

  /// Day, month and year may each be missing. A date of low quality counts as circa.
  private func date(_ node: XMLNode) -> PartialDate? {
    let isIslamic = node.filled("calendar").map { $0.lowercased() != "gregorian" } ?? false
    let isLow = node.filled("quality") == "low"
    return PublishedDate.fields(
      year: node.filled("year"), month: node.filled("month"), day: node.filled("day"),
      isCirca: isLow, calendar: isIslamic ? .islamic : .gregorian)
  }

  private func place(
    _ node: XMLNode, in draft: inout XMLRecordDraft
  ) -> SECOReferences.Place? {
    guard let id = node.filled("place-id") else { return nil }
    if let place = references.places[id] { return place }
    draft.note("place-id", id, "there is no place `\(id)` in the file")
    return nil
  }

  private func add(address node: XMLNode, to draft: inout XMLRecordDraft) {
    let place = place(node, in: &draft)
    let details = node.value("address-details")?.foldingWhitespace()
    let lines = [node.value("c-o").map { "c/o \($0)" }, details, node.value("p-o-box")]
      .compactMap(\.self)
    let zip = node.value("zip-code")
    let remarks = node.values("remarks") + node.values("remark")
    let parts =
      lines
      + [zip, place?.location, place?.area, place?.countryName ?? place?.countryCode]
      .compactMap(\.self)
    guard !parts.isEmpty || !remarks.isEmpty else { return }
    let note = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    draft.designation.addresses.append(
      Address(
        lines: lines, city: place?.location, region: place?.area, postalCode: zip,
        country: place?.countryCode ?? place?.countryName, note: note,
        text: parts.isEmpty ? note : parts.joined(separator: ", ")))
  }

  private func add(document node: XMLNode, to draft: inout XMLRecordDraft) {
    draft.designation.publishedIdentifierCount += 1
    let label = node.filled("document-type")
    let issuer = node.child("issuer")
    let notes =
      [
        node.value("date-of-issue").map { "issued on \($0)" },
        node.value("expiry-date").map { "expires on \($0)" },
      ].compactMap(\.self) + node.values("remark")
    let note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    guard let number = node.value("number")?.foldingWhitespace() else {
      draft.attribute(
        "identification-document",
        [label, issuer?.trimmed, note].compactMap(\.self).joined(separator: "; "))
      return
    }
    let words = (label ?? "").split(separator: "-").joined(separator: " ")
    draft.designation.identifiers.append(
      Identifier(
        kind: IdentifierLabels.kind(of: words), value: number, label: label,
        issuer: issuer?.filled("code") ?? issuer?.trimmed, note: note))
  }

  private func add(_ relation: XMLNode, to draft: inout XMLRecordDraft) {
    guard let target = relation.filled("target-id") else { return }
    draft.designation.relations.append(
      ListedRelation(
        type: relation.filled("relation-type") ?? "related-to", target: .key(target),
        note: relation.value("remark") ?? relation.trimmed))
  }

  private func addProgrammes(to draft: inout XMLRecordDraft) {
    for id in record.sanctionsSets {
      guard let set = references.sets[id] else {
        draft.note("sanctions-set-id", id, "there is no sanctions set `\(id)` in the file")
        draft.attribute("sanctions-set-id", id)
        continue
      }
      if let key = set.programmeKey { draft.designation.programmes.addOnce(key) }
      if let title = set.title { draft.designation.measures.addOnce(title) }
      if let name = set.programmeName { draft.designation.legalBases.addOnce(LegalBasis(name)) }
      if let origin = set.origin {
        draft.designation.attributes.addOnce(Attribute("origin", origin))
      }
    }
  }

  /// The newest stands first in the file; days are kept from the oldest on.
  private func add(_ modification: SECORecord.Modification, to draft: inout XMLRecordDraft) {
    guard let text = modification.day else { return }
    let day = draft.checked(PublishedDate.read(text), "modification")
    if modification.type == "listed" {
      draft.designation.listedOn.insert(day, at: 0)
    } else if modification.type == "de-listed" {
      draft.attribute("de-listed, later listed again", text)
    } else {
      draft.designation.updatedOn.insert(day, at: 0)
    }
  }
}
