import FileFormats
import TradeModel

/// The labelled parts of the cell `Other Information`: `(UN Ref):QDi.335. (Gender):Male`.
struct OFSIOtherInformation {
  /// Label without brackets and the text up to the next label.
  let parts: [(label: String, value: String)]

  private static let labels: Set<String> = [
    "uk sanctions list ref", "uk statement of reasons", "un ref", "gender", "phone number",
    "email address", "website", "type of entity", "parent company", "subsidiaries",
    "business reg no", "imo number", "current owners", "flag of ship", "previous flags",
    "type of ship", "tonnage of ship", "length of ship", "year built", "hull identification number",
    "previous owners", "fax", "tel",
  ]

  /// - Complexity: O(*n*).
  init(_ text: String) {
    var marks: [(label: String, start: String.Index, content: String.Index)] = []
    var search = text.startIndex
    while let open = text.utf8[search...].firstIndex(of: UInt8(ascii: "(")) {
      search = text.utf8.index(after: open)
      let close = text.utf8[search...].firstIndex {
        $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "(")
      }
      guard let close, text.utf8[close] == UInt8(ascii: ")") else { continue }
      let label = text[search..<close].foldingWhitespace()
      var colon = text.index(after: close)
      if colon < text.endIndex, text[colon] == " " { colon = text.index(after: colon) }
      guard colon < text.endIndex, text[colon] == ":", Self.labels.contains(label.lowercased())
      else { continue }
      marks.append((label, open, text.index(after: colon)))
      search = text.index(after: colon)
    }
    parts = marks.enumerated().map { index, mark in
      let end = index + 1 < marks.count ? marks[index + 1].start : text.endIndex
      return (mark.label, text[mark.content..<end].trimmingWhitespace())
    }
  }

  /// The reference that opens the cell in the layout before 2022: `UN Ref QDe.004. Emir …`.
  ///
  /// A reference further on may be another party's: an owner's, an associate's.
  static func leadingUNReference(of text: String) -> String? {
    // Only the head of the cell is looked at: the texts are long.
    let words = text.prefix(64).split { $0.isWhitespace || "():;,".contains($0) }.prefix(4)
    guard words.count > 2, words[0].lowercased() == "un", words[1].lowercased() == "ref" else {
      return nil
    }
    return reference(words[2])
  }

  /// `QDe.004`, `QE.A.146.14`, `KPe.064.` without what follows; `nil` when it is none.
  static func reference(_ text: some StringProtocol) -> String? {
    var reference = text.prefix { !$0.isWhitespace && !"(),;".contains($0) }
    while reference.last == "." { reference = reference.dropLast() }
    let isReference =
      reference.contains(".") && reference.contains(where: \.isNumber)
      && reference.first?.isLetter == true
    return isReference ? String(reference) : nil
  }

  /// `Trust services` of `Financial sanctions imposed in addition to an asset freeze: …`.
  static func furtherSanctions(in text: String) -> [String] {
    let mark = "in addition to an asset freeze:"
    guard let start = CellText.firstIndex(of: mark, in: text) else { return [] }
    let list = text[start...].dropFirst(mark.count).prefix { $0 != "." && $0 != "(" }
    return CellText.split(String(list), at: [",", ";"])
  }

  /// The companies of an ownership cell: `(1) A (2) B`, `A; B`, `A. B. C`.
  static func companies(_ text: String) -> [String] {
    let numbered = CellText.numbered(text)
    if numbered.count > 1 { return numbered.map(trimmed) }
    if text.contains(";") { return CellText.split(text, at: [";"]).map(trimmed) }
    var companies: [String] = []
    var words: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      words.append(word)
      guard word.hasSuffix("."), !abbreviations.contains(word.lowercased()), word.count > 2 else {
        continue
      }
      companies.append(trimmed(words.joined(separator: " ")))
      words = []
    }
    if !words.isEmpty { companies.append(trimmed(words.joined(separator: " "))) }
    return companies.filter { !$0.isEmpty }
  }

  /// Abbreviations after which a company's name goes on.
  private static let abbreviations: Set<String> = [
    "st.", "no.", "dr.", "mr.", "gen.", "jsc.", "ojsc.", "co.,", "m.", "vol.", "named.",
  ]

  private static func trimmed(_ text: String) -> String {
    var text = String(text.drop { $0.isWhitespace || $0 == "." || $0 == "," })
      .trimmingWhitespace()
    // `Joza Industrial Co.` keeps its full stop, a sentence loses it.
    let keeps = ["co.", "ltd.", "inc.", "corp.", "l.l.c.", "s.a.", "bros."]
    if text.hasSuffix("."), !keeps.contains(where: { text.lowercased().hasSuffix($0) }) {
      text.removeLast()
    }
    return text
  }
}
