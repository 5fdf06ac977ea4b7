import FileFormats
import TradeModel

/// The remarks of a delimited record, taken apart at `; `.
///
/// A `;` without a blank stays inside its item. What no rule reads stays in the remarks, which are
/// kept whole.
struct OFACRemarks {
  let items: [String]

  /// - Parameter text: the remarks cell with its overflow joined on.
  init(_ text: String) {
    var text = Substring(text)
    if text.hasSuffix(".") { text = text.dropLast() }
    items = Self.split(text).map { item in
      item.hasPrefix("alt. ") ? String(item.dropFirst(5)) : item
    }
  }

  /// Puts dates, places, countries, weak names, links and labelled values where they belong.
  func apply(to designation: inout Designation) {
    for item in items {
      if let text = Self.rest(of: item, after: "DOB ") {
        designation.birthDates.append(PublishedDate.read(text))
      } else if let text = Self.rest(of: item, after: "POB ") {
        designation.birthPlaces.append(text)
      } else if let text = Self.rest(of: item, after: "nationality ") {
        designation.nationalities.appendIfNew(text)
      } else if let text = Self.rest(of: item, after: "citizen ") {
        designation.nationalities.appendIfNew(text)
        designation.attributes.append(Attribute("citizen", text))
      } else if let name = Self.weakName(item, of: designation.kind) {
        designation.names.append(name)
      } else if item.hasPrefix(LinkedTo.mark) {
        designation.relations.append(
          ListedRelation(
            type: "Linked To",
            target: .name(String(item.dropFirst(LinkedTo.mark.count)).trimmingWhitespace())))
      } else if let labelled = OFACItem(remark: item) {
        designation.publishedIdentifierCount += 1
        labelled.apply(to: &designation)
      } else {
        designation.takeNumbers(from: item)
      }
    }
  }

  /// `a.k.a. 'BNC'`, `f.k.a. 'ANA I'`: the only place of a delimited set where weak names stand.
  private static func weakName(_ item: String, of party: PartyKind) -> ListedName? {
    for (mark, kind) in [
      ("a.k.a. '", ListedName.Kind.alias), ("f.k.a. '", .former), ("n.k.a. '", .alias),
    ] {
      guard let rest = rest(of: item, after: mark) else { continue }
      let name = rest.hasSuffix("'") ? String(rest.dropLast()) : rest
      guard !name.trimmingWhitespace().isEmpty else { return nil }
      return OFACName.listed(kind, name, strength: .weak, of: party)
    }
    return nil
  }

  private static func rest(of item: String, after mark: String) -> String? {
    guard item.hasPrefix(mark) else { return nil }
    let rest = String(item.dropFirst(mark.count)).trimmingWhitespace()
    return rest.isEmpty ? nil : rest
  }

  private static func split(_ text: Substring) -> [String] {
    var items: [String] = []
    var start = text.startIndex
    var index = start
    let bytes = text.utf8
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      if bytes[index] == UInt8(ascii: ";"), next < bytes.endIndex, bytes[next] == 0x20 {
        items.append(String(text[start..<index]).trimmingWhitespace())
        start = bytes.index(after: next)
        index = start
      } else {
        index = next
      }
    }
    items.append(String(text[start...]).trimmingWhitespace())
    return items.filter { !$0.isEmpty }
  }
}
