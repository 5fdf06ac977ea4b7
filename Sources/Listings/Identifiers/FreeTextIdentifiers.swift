import FileFormats
public import TradeModel

/// Finds numbers with a label in free text: `IMO number: 9999990`, `Passport No. A1234567 (Iran)`,
/// `Taxpayer identification number: 7700000000`.
///
/// Only a labelled number is taken, so a house number never becomes one; the text itself stays where
/// it was. An IMO number has seven digits, any other number at least four characters with a digit.
public enum FreeTextIdentifiers {
  /// Returns the numbers in the order of the text, each once.
  ///
  /// - Complexity: O(*n*) in the text times the number of labels that begin with one letter.
  public static func identifiers(in text: String) -> [Identifier] {
    let bytes = Array(text.utf8)
    let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var found: [Identifier] = []
    var index = 0
    while index < bytes.count {
      guard index == 0 || !isLetterOrDigit(lower[index - 1]) else {
        index += 1
        continue
      }
      if let (identifier, end) = labelled(at: index, bytes: bytes, lower: lower) {
        if !found.contains(identifier) { found.append(identifier) }
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func labelled(
    at index: Int, bytes: [UInt8], lower: [UInt8]
  ) -> (Identifier, Int)? {
    guard let candidates = labels[lower[index]] else { return nil }
    for candidate in candidates {
      let end = index + candidate.text.count
      guard end <= lower.count, lower[index..<end].elementsEqual(candidate.text),
        end == lower.count || !isLetterOrDigit(lower[end])
      else { continue }
      let start = valueStart(after: end, lower: lower)
      guard start > end, let stop = valueEnd(candidate.kind, from: start, bytes: bytes) else {
        continue
      }
      let label = String(decoding: bytes[index..<end], as: UTF8.self)
      let value = String(decoding: bytes[start..<stop], as: UTF8.self)
      let (issuer, next) = issuer(after: stop, bytes: bytes)
      return (
        Identifier(kind: candidate.kind, value: value, label: label, issuer: issuer), next
      )
    }
    return nil
  }

  /// Passes over `number`, `no.`, `№`, `#`, `:` and blanks after a label.
  private static func valueStart(after end: Int, lower: [UInt8]) -> Int {
    var position = end
    while position < lower.count {
      if [0x20, 0x3A, 0x2E, 0x23, 0x29, 0x3D].contains(lower[position]) {
        position += 1
        continue
      }
      let fill = fillers.first { word in
        lower[position...].starts(with: word)
          && (position + word.count == lower.count
            || !isLetterOrDigit(lower[position + word.count]))
      }
      guard let fill else { break }
      position += fill.count
    }
    return position
  }

  private static func valueEnd(_ kind: Identifier.Kind, from start: Int, bytes: [UInt8]) -> Int? {
    var end = start
    while end < bytes.count, isValueByte(bytes[end], kind: kind) { end += 1 }
    while end > start, [0x2E, 0x2D, 0x2F, 0x20, 0x28, 0x2C].contains(bytes[end - 1]) { end -= 1 }
    let value = bytes[start..<end]
    let digits = value.count { (0x30...0x39).contains($0) }
    switch kind {
    case .imo: return digits == 7 && value.count == 7 ? end : nil
    case .mmsi: return digits == 9 && value.count == 9 ? end : nil
    case .email: return value.contains(0x40) && value.contains(0x2E) ? end : nil
    case .website: return value.contains(0x2E) && value.count >= 4 ? end : nil
    case .bic: return value.count == 8 || value.count == 11 ? end : nil
    case .inn: return digits == value.count && (digits == 10 || digits == 12) ? end : nil
    case .ogrn: return digits == value.count && (digits == 13 || digits == 15) ? end : nil
    case .lei: return value.count == 20 ? end : nil
    case .phone: return digits >= 6 ? end : nil
    default: return digits >= 1 && value.count >= 4 && value.count <= 40 ? end : nil
    }
  }

  /// `(Iran)` directly after the number.
  private static func issuer(after end: Int, bytes: [UInt8]) -> (String?, Int) {
    guard end + 2 < bytes.count, bytes[end] == 0x20, bytes[end + 1] == 0x28,
      let close = bytes[(end + 2)...].prefix(48).firstIndex(of: 0x29)
    else { return (nil, end) }
    let inside = bytes[(end + 2)..<close]
    guard !inside.isEmpty, !inside.contains(where: { (0x30...0x39).contains($0) }) else {
      return (nil, end)
    }
    return (String(decoding: inside, as: UTF8.self), close + 1)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  private static func isValueByte(_ byte: UInt8, kind: Identifier.Kind) -> Bool {
    switch kind {
    case .email, .website: return byte > 0x20 && ![0x2C, 0x3B, 0x29, 0x28].contains(byte)
    case .phone:
      return (0x30...0x39).contains(byte) || [0x20, 0x2B, 0x2D, 0x28, 0x29, 0x2F].contains(byte)
    default:
      return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
        || byte == 0x2D || byte == 0x2F
    }
  }

  private struct Label {
    let text: [UInt8]
    let kind: Identifier.Kind
  }

  private static let fillers: [[UInt8]] = [
    "number", "numbers", "no", "nr", "nos", "code", "is", "id",
  ].map { Array($0.utf8) }

  /// By first letter, the longest first.
  private static let labels: [UInt8: [Label]] = {
    let table: [(String, Identifier.Kind)] = [
      ("company imo", .imoCompany), ("imo", .imo), ("mmsi", .mmsi),
      ("passport", .passport), ("passeport", .passport), ("pasaporte", .passport),
      ("tax identification", .tax), ("taxpayer identification", .tax), ("tax", .tax),
      ("taxpayer", .tax), ("tin", .tax), ("numéro d’identification fiscale", .tax),
      ("registration", .registration), ("business registration", .registration),
      ("company registration", .registration), ("reg", .registration),
      ("company number", .registration), ("state registration", .registration),
      ("commercial registry", .registration), ("trade register", .registration),
      ("inn", .inn), ("tax/inn", .inn), ("ogrn", .ogrn), ("lei", .lei),
      ("swift/bic", .bic), ("swift", .bic), ("bic", .bic),
      ("national identification", .nationalID), ("national identity", .nationalID),
      ("national id", .nationalID), ("identity card", .nationalID), ("id card", .nationalID),
      ("identification", .nationalID), ("cedula", .nationalID), ("tazkira", .nationalID),
      ("phone", .phone), ("telephone", .phone), ("tel", .phone), ("mobile", .phone),
      ("fax", .phone), ("email", .email), ("e-mail", .email), ("email address", .email),
      ("e-mail address", .email), ("website", .website), ("web site", .website),
      ("d-u-n-s", .duns), ("duns", .duns), ("unified social credit", .uscc), ("uscc", .uscc),
      ("vat", .tax), ("call sign", .callSign),
    ]
    var labels: [UInt8: [Label]] = [:]
    for (text, kind) in table {
      let bytes = Array(text.utf8)
      labels[bytes[0], default: []].append(Label(text: bytes, kind: kind))
    }
    return labels.mapValues { $0.sorted { $0.text.count > $1.text.count } }
  }()
}

extension Designation {
  /// Adds the labelled numbers of a free text that are not there yet. The text stays where it is.
  mutating func takeNumbers(from text: String) {
    for found in FreeTextIdentifiers.identifiers(in: text)
    where !identifiers.contains(where: { $0.kind == found.kind && $0.value == found.value }) {
      identifiers.append(found)
    }
  }
}
