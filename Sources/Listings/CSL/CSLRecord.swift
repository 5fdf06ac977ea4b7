import FileFormats
import TradeModel

/// An entry of the US Consolidated Screening List, cells as published.
struct CSLRecord {
  /// `Entity List (EL) - Bureau of Industry and Security`.
  let source: String
  /// The OFAC uid; `nil` for the lists of Commerce and State.
  let number: String?
  let type: String?
  let name: String
  let notice: String?

  /// The short name of the source list: `SDN`, `EL`, `NS-MBS`.
  var code: String {
    guard let open = source.lastIndex(of: "("), let close = source[open...].firstIndex(of: ")"),
      let word = source[source.index(after: open)..<close].split(separator: " ").first
    else { return source.foldingWhitespace() }
    return String(word)
  }

  /// List and OFAC uid, or list, name and notice. Not always unique: ``CSLKeys`` tells like from like.
  ///
  /// The publisher's `_id` of the lists without a uid is a hash of the content: it changes with every
  /// amendment, so it names nothing.
  var key: String {
    if let number { return "\(code):\(number)" }
    return [code, name.foldingWhitespace(), notice?.foldingWhitespace() ?? ""]
      .joined(separator: "|")
  }

  var kind: PartyKind? {
    switch type?.lowercased() {
    case nil, "": .unknown
    case "individual": .person
    case "entity": .organisation
    case "vessel": .vessel
    case "aircraft": .aircraft
    default: nil
    }
  }

  /// The items of a list cell; blank ones are dropped.
  static func items(_ cell: String) -> [String] {
    var items: [String] = []
    var start = cell.startIndex
    var index = start
    let bytes = cell.utf8
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      if bytes[index] == UInt8(ascii: ";"), next < bytes.endIndex, bytes[next] == 0x20 {
        items.append(String(cell[start..<index]))
        start = bytes.index(after: next)
        index = start
      } else {
        index = next
      }
    }
    items.append(String(cell[start...]))
    return items.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }
}

/// Keeps the keys of a file apart: the second entry of one key becomes `key#2`.
///
/// The same company stands in the Entity List once for each country, under one name and notice.
struct CSLKeys {
  private var uses: [String: Int] = [:]

  mutating func unique(_ key: String) -> String {
    let use = uses[key, default: 0] + 1
    uses[key] = use
    return use == 1 ? key : "\(key)#\(use)"
  }
}

/// An item of the ids cell: `country, expiry, issue, number, type` with missing parts left out.
///
/// Read from the right: the last part is the type, a first part of two letters the country, dates in
/// front of the number its dates.
enum CSLIdentifier {
  static func item(_ text: String) -> OFACItem {
    var parts = Self.parts(text)
    guard parts.count > 1 else {
      return OFACItem(label: "", value: text)
    }
    let label = parts.removeLast()
    var issuer: String?
    if parts.count > 1, isCountry(parts[0]) { issuer = parts.removeFirst() }
    var dates: [String] = []
    while parts.count > 1, dates.count < 2, Day(iso: parts[0]) != nil {
      dates.append(parts.removeFirst())
    }
    let note: String? =
      switch dates.count {
      case 0: nil
      // The publisher leaves out what is missing, so one date alone may be either.
      case 1: "issued or expires \(dates[0])"
      default: "issued \(dates[1]) expires \(dates[0])"
      }
    return OFACItem(
      label: label, value: parts.joined(separator: ", "), issuer: issuer, note: note)
  }

  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var pending = false
    for character in text {
      if pending {
        if character == " " {
          parts.append(part)
          part = ""
          pending = false
          continue
        }
        part.append(",")
        pending = false
      }
      if character == "," {
        pending = true
      } else {
        part.append(character)
      }
    }
    if pending { part.append(",") }
    parts.append(part)
    return parts.map { $0.trimmingWhitespace() }
  }

  private static func isCountry(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}

/// An address cell item: comma-joined text that ends with an ISO 3166 code, or the code alone.
enum CSLAddress {
  static func address(_ text: String) -> Address {
    let tail = text.utf8.suffix(4)
    if text.utf8.count == 2, isCode(tail) { return Address(country: text) }
    guard tail.count == 4, tail.first == UInt8(ascii: ","), tail.dropFirst().first == 0x20,
      isCode(tail.suffix(2))
    else { return Address(lines: [text], text: text) }
    return Address(
      lines: [String(text.dropLast(4))], country: String(text.suffix(2)), text: text)
  }

  private static func isCode(_ bytes: Substring.UTF8View) -> Bool {
    bytes.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
