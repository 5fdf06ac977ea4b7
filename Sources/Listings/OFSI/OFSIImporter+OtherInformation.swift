import FileFormats
import TradeModel

extension OFSIImporter {
  /// Sorts the labelled parts of `Other Information` into their fields; the text stays whole in the
  /// remarks.
  func add(_ text: String, to designation: inout Designation) {
    designation.remarks.append(text)
    if let reference = OFSIOtherInformation.leadingUNReference(of: text) {
      designation.identifiers.appendNew(
        Identifier(kind: .listReference, value: reference, label: "UN Ref"))
    }
    for part in OFSIOtherInformation(text).parts where !part.value.isEmpty {
      add(part.value, label: part.label, to: &designation)
    }
  }

  private func add(_ value: String, label: String, to designation: inout Designation) {
    switch label.lowercased() {
    case "uk sanctions list ref":
      let reference = value.prefix { $0.isLetter || $0.isNumber }
      designation.identifiers.appendNew(
        Identifier(kind: .listReference, value: String(reference), label: label))
      for measure in OFSIOtherInformation.furtherSanctions(in: value) {
        designation.measures.appendNew("Financial sanctions: \(measure)")
      }
    case "un ref":
      if let reference = OFSIOtherInformation.reference(value) {
        designation.identifiers.appendNew(
          Identifier(kind: .listReference, value: reference, label: label))
      } else {
        designation.attributes.appendNew(Attribute(label, value))
      }
    case "gender":
      designation.gender = designation.gender ?? String(value.prefix { $0.isLetter })
    case "phone number", "tel", "fax":
      for number in contacts(value) {
        designation.identifiers.appendNew(Identifier(kind: .phone, value: number, label: label))
      }
    case "email address", "website":
      for address in contacts(value) {
        let isEmail = address.contains("@") && !address.contains("/")
        let kind: Identifier.Kind = isEmail ? .email : .website
        designation.identifiers.appendNew(Identifier(kind: kind, value: address, label: label))
      }
    case "business reg no":
      for number in CellText.numbered(value) {
        designation.identifiers.appendNew(NumberText.registration(number, label: label))
      }
    case "imo number":
      for number in CellText.numbered(value) {
        designation.identifiers.appendNew(
          NumberText.identifier(.imo, number, label: label))
      }
    case "parent company", "subsidiaries":
      for company in OFSIOtherInformation.companies(value) {
        designation.relations.appendNew(ListedRelation(type: label, target: .name(company)))
      }
    case "year built": designation.foundingDates.appendNew(PublishedDate.read(value))
    default:
      if !addShipData(value, label: label, to: &designation) {
        designation.attributes.appendNew(Attribute(label, value))
      }
    }
  }

  /// Returns whether `label` is one of ship data.
  private func addShipData(
    _ value: String, label: String, to designation: inout Designation
  ) -> Bool {
    var vessel = designation.vessel ?? VesselData()
    switch label.lowercased() {
    case "current owners":
      vessel.owners.appendNew(contentsOf: OFSIOtherInformation.companies(value))
    case "flag of ship": vessel.flag = vessel.flag ?? value
    case "previous flags":
      vessel.formerFlags.appendNew(
        contentsOf: CellText.numbered(value).flatMap { CellText.split($0, at: [";", ","]) })
    case "type of ship": vessel.type = vessel.type ?? value
    case "tonnage of ship": vessel.tonnage = vessel.tonnage ?? value
    case "length of ship": vessel.length = vessel.length ?? value
    default: return false
    }
    designation.vessel = vessel
    return true
  }

  /// `(1) a (2) b`, or `a. b. c` as the older entries write them.
  private func contacts(_ value: String) -> [String] {
    let numbered = CellText.numbered(value)
    let pieces = numbered.count > 1 ? numbered : value.splitSentences()
    return pieces.flatMap { CellText.split($0, at: [";", ","]) }.map { piece in
      var piece = piece
      while piece.last == "." { piece.removeLast() }
      return piece
    }.filter { !$0.isEmpty }
  }
}

extension String {
  /// The pieces between full stops that are followed by white space.
  fileprivate func splitSentences() -> [String] {
    var pieces: [String] = []
    var piece = ""
    var wasStop = false
    for character in self {
      if wasStop, character.isWhitespace {
        pieces.append(piece)
        piece = ""
      } else {
        piece.append(character)
      }
      wasStop = character == "."
    }
    pieces.append(piece)
    return pieces.map { $0.trimmingWhitespace() }
  }
}
