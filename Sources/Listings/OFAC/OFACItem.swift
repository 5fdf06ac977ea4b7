import FileFormats
import TradeModel

/// One labelled value of OFAC: an `id` element, a remark item, a feature or a document.
///
/// OFAC prints numbers, attributes and measures in one place; ``apply(to:)`` sorts them.
struct OFACItem: Hashable {
  /// `Passport`, `Secondary sanctions risk:`.
  let label: String
  /// The value as published, label and country taken off.
  let value: String
  var issuer: String?
  var note: String?

  /// Puts the item where it belongs; nothing is dropped.
  func apply(to designation: inout Designation) {
    switch IdentifierLabels.meaning(ofac: label) {
    case .identifier(let kind):
      guard !value.isEmpty else {
        designation.attributes.append(Attribute(label, [issuer, note].joined))
        return
      }
      designation.identifiers.append(
        Identifier(kind: refined(kind), value: value, label: label, issuer: issuer, note: note))
    case .measure:
      designation.measures.append([label, value, issuer.map { "(\($0))" }, note].joined)
    case .attribute:
      applyAttribute(to: &designation)
    }
  }

  /// The same label numbers ships and their owners: `Identification Number IMO 5342883` is a company's.
  private func refined(_ kind: Identifier.Kind) -> Identifier.Kind {
    guard value.uppercased().hasPrefix("IMO ") else {
      // A ship's registration without the mark is a number of its register.
      return kind == .imo ? .registration : kind
    }
    return kind == .imo ? .imo : .imoCompany
  }

  private func applyAttribute(to designation: inout Designation) {
    let text = [value, issuer.map { "(\($0))" }, note].joined
    switch IdentifierLabels.normalised(label) {
    case "gender" where designation.gender == nil: designation.gender = text
    case "organization established date":
      designation.foundingDates.append(PublishedDate.read(text))
    case "aircraft manufacture date":
      designation.foundingDates.append(PublishedDate.read(text))
    case "aircraft model" where designation.aircraft?.model == nil:
      var aircraft = designation.aircraft ?? AircraftData()
      aircraft.model = text
      designation.aircraft = aircraft
    case "aircraft operator" where designation.aircraft?.operatorName == nil:
      var aircraft = designation.aircraft ?? AircraftData()
      aircraft.operatorName = text
      designation.aircraft = aircraft
    case "former vessel flag":
      var vessel = designation.vessel ?? VesselData()
      vessel.formerFlags.append(text)
      designation.vessel = vessel
    case let name where name.hasPrefix("listing date"):
      designation.listedOn.append(PublishedDate.read(text))
      designation.attributes.append(Attribute(label, text))
    default:
      designation.attributes.append(Attribute(label, text))
    }
  }

  /// Takes a remark item apart: `Passport 1084010 (Egypt) issued 14 Dec 2005 expires 13 Dec 2012`.
  ///
  /// `nil` when the item begins with no known label.
  init?(remark item: String) {
    guard let label = IdentifierLabels.ofacLabel(beginning: item) else { return nil }
    let rest = String(item.dropFirst(label.count)).trimmingWhitespace()
    self.init(label: label, rest: rest)
  }

  init(label: String, value: String, issuer: String? = nil, note: String? = nil) {
    self.label = label
    self.value = value
    self.issuer = issuer
    self.note = note
  }

  /// Splits `rest` into number, `(Country)` and what follows, where it is an identifier.
  private init(label: String, rest: String) {
    guard case .identifier = IdentifierLabels.meaning(ofac: label) else {
      self.init(label: label, value: rest)
      return
    }
    let marks = [" issued ", " expires "].compactMap { Self.range(of: $0, in: rest) }
    let end = marks.map(\.lowerBound).min() ?? rest.endIndex
    let head = String(rest[..<end])
    let note = end == rest.endIndex ? nil : String(rest[end...]).trimmingWhitespace()
    guard head.hasSuffix(")"), let open = head.lastIndex(of: "("), open > head.startIndex,
      head[head.index(before: open)] == " "
    else {
      self.init(label: label, value: head, note: note)
      return
    }
    let issuer = String(head[head.index(after: open)...].dropLast()).trimmingWhitespace()
    self.init(
      label: label, value: String(head[..<open]).trimmingWhitespace(),
      issuer: issuer.isEmpty ? nil : issuer, note: note)
  }

  private static func range(of mark: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while let blank = text[start...].firstIndex(of: " ") {
      if text[blank...].hasPrefix(mark) {
        return blank..<text.index(blank, offsetBy: mark.count)
      }
      start = text.index(after: blank)
    }
    return nil
  }
}

extension Array where Element == String? {
  /// What is there, joined by blanks.
  fileprivate var joined: String {
    compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// The links that OFAC states as `Linked To: NAME`, in remarks.
enum LinkedTo {
  static let mark = "Linked To: "

  /// Returns a relation for every mark in `remarks`.
  ///
  /// In XML and in the screening list the names stand in brackets, several perhaps in one pair:
  /// `(Linked To: A; Linked To: B (C)-D)`.
  static func relations(in remarks: String) -> [ListedRelation] {
    let bytes = Array(remarks.utf8)
    let mark = Array(self.mark.utf8)
    var starts: [Int] = []
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
        starts.append(index)
        index += mark.count
      } else {
        index += 1
      }
    }
    return starts.enumerated().map { number, start in
      let limit = number + 1 < starts.count ? starts[number + 1] : bytes.count
      let isBracketed = start > 0 && isOpen(bytes[..<start])
      let name = name(bytes[(start + mark.count)..<limit], isBracketed: isBracketed)
      return ListedRelation(type: "Linked To", target: .name(name))
    }
  }

  private static func isOpen(_ bytes: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for byte in bytes {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth > 0
  }

  /// The name up to the bracket that closes the pair it stands in, or to the end of its item.
  private static func name(_ bytes: ArraySlice<UInt8>, isBracketed: Bool) -> String {
    var depth = 0
    var end = bytes.endIndex
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth < 0, isBracketed {
          end = index
          break
        }
      }
      if byte == UInt8(ascii: ";"), depth <= 0 {
        end = index
        break
      }
    }
    var name = String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self).trimmingWhitespace()
    while let last = name.last, last == ";" || last == "(" {
      name = String(name.dropLast()).trimmingWhitespace()
    }
    return name
  }
}

/// Names as OFAC writes them.
enum OFACName {
  /// `LAST, First` with its parts, for a person; anything else as it is.
  static func listed(
    _ kind: ListedName.Kind, _ text: String, strength: ListedName.Strength, of party: PartyKind,
    note: String? = nil
  ) -> ListedName {
    var parts: [ListedName.Part] = []
    if party == .person, let comma = text.firstIndex(of: ",") {
      let family = String(text[..<comma]).trimmingWhitespace()
      let given = String(text[text.index(after: comma)...]).trimmingWhitespace()
      if !family.isEmpty, !given.isEmpty {
        parts = [ListedName.Part(.family, family), ListedName.Part(.given, given)]
      }
    }
    return ListedName(kind, text, strength: strength, parts: parts, note: note)
  }

  /// `LAST, First` from two fields.
  static func joined(
    _ kind: ListedName.Kind, last: String?, first: String?, strength: ListedName.Strength,
    of party: PartyKind, note: String? = nil
  ) -> ListedName? {
    let text = [last, first].compactMap(\.self).joined(separator: ", ")
    guard !text.isEmpty else { return nil }
    var parts: [ListedName.Part] = []
    if let last, first != nil || party == .person { parts.append(ListedName.Part(.family, last)) }
    if let first { parts.append(ListedName.Part(.given, first)) }
    return ListedName(kind, text, strength: strength, parts: parts, note: note)
  }
}
