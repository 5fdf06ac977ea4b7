import Listings
import TradeModel

/// Keys under which publishers quote each other: a list that repeats another's number says itself
/// that both records are of one party.
///
/// A key is taken from fixed places only (the record's own key, reference fields), never from prose,
/// where the number of somebody else may stand.
enum PublishersKey {
  /// The keys that `designation` carries, each with its name space: `ofac:6908`, `un:QDi.001`.
  static func keys(of designation: Designation) -> [String] {
    var keys: [String] = []
    let list = designation.id.list.name
    if list == "us.ofac.sdn" || list == "us.ofac.cons" {
      keys.append("ofac:\(designation.id.key)")
    }
    // The Consolidated Screening List keys its Treasury records `SDN:6908`, by OFAC's number.
    if list == "us.csl" {
      let parts = designation.id.key.split(separator: ":", omittingEmptySubsequences: false)
      if parts.count == 2, !parts[1].isEmpty,
        parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        keys.append("ofac:\(parts[1])")
      }
    }
    if list == "uk.sl", let key = britishReference(designation.id.key) { keys.append(key) }
    for identifier in designation.identifiers where identifier.kind == .listReference {
      let label = identifier.label.map(FoldedName.words(of:)) ?? []
      if let key = key(of: identifier.value, label: label, list: list) { keys.append(key) }
    }
    for attribute in designation.attributes {
      let label = FoldedName.words(of: attribute.label)
      guard isReferenceLabel(label) else { continue }
      if let key = key(of: attribute.value, label: label, list: list) { keys.append(key) }
    }
    return keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func isReferenceLabel(_ words: [String]) -> Bool {
    words.contains {
      ["reference", "ref", "uid", "unreferencenumber", "unitednationid"].contains($0)
    }
      || words == ["united", "nation", "id"]
  }

  private static func key(of value: String, label: [String], list: String) -> String? {
    let value = trimmed(value)
    if let key = unitedNationsReference(value) { return key }
    if isEuropeanReference(value) { return "eu:\(value)" }
    if list.hasPrefix("uk.") || label.contains("uk"), let key = britishReference(value) {
      return key
    }
    if label.contains("ofac"), !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      return "ofac:\(value)"
    }
    return nil
  }

  /// `QDi.001`, `KPe.034`, `IRi.012`: the committee, individual or entity, the number.
  ///
  /// Source: 1267 Committee, "New format of the consolidated list", 2014; letters as in the list.
  private static func unitedNationsReference(_ text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, (3...4).contains(parts[0].count), (2...4).contains(parts[1].count),
      let type = parts[0].last, type == UInt8(ascii: "i") || type == UInt8(ascii: "e"),
      parts[0].dropLast().allSatisfy({ (0x41...0x5A).contains($0) }),
      parts[1].allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return "un:\(text)"
  }

  /// `EU.27.28`.
  private static func isEuropeanReference(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].elementsEqual("EU".utf8)
      && parts[1...].allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// `RUS0001`: letters of the regime and four digits.
  private static func britishReference(_ text: String) -> String? {
    let letters = text.utf8.prefix { (0x41...0x5A).contains($0) }
    let digits = text.utf8.dropFirst(letters.count)
    guard (2...5).contains(letters.count), digits.count == 4,
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return "uk:\(text)"
  }

  private static func trimmed(_ text: String) -> String {
    let isEdge: (Character) -> Bool = { $0 == " " || $0 == "(" || $0 == ")" || $0 == "." }
    return String(text.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
  }
}
