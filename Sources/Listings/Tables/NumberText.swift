import FileFormats
import TradeModel

/// Takes the number out of cells that hold a document's number together with words about it.
enum NumberText {
  /// `Passport No: 592667 (Qatari passport)` → `592667` with the rest as a note.
  ///
  /// The value is the first word with a digit, together with a letter series before it (`SE 012820`).
  /// A text without digits is taken whole. The note is the whole text when anything but the value
  /// stands in it, so nothing is lost.
  static func identifier(
    _ kind: Identifier.Kind, _ text: String, label: String? = nil, issuer: String? = nil,
    note: String? = nil
  ) -> Identifier {
    let whole = text.trimmingWhitespace()
    let number = number(in: whole) ?? whole
    let notes = [number == whole ? nil : whole, note].compactMap(\.self)
    return Identifier(
      kind: kind, value: number, label: label, issuer: issuer,
      note: notes.isEmpty ? nil : notes.joined(separator: "; "))
  }

  private static func number(in text: String) -> String? {
    // `1 149 102 007 933`: digits in groups are one number.
    if text.allSatisfy({ $0.isNumber || $0.isWhitespace || $0 == "-" }) { return nil }
    let words = text.split { $0.isWhitespace || "(),;:（）、，；：".contains($0) }
    guard let index = words.firstIndex(where: { $0.contains(where: \.isNumber) }) else {
      return nil
    }
    // `no.00868774` in one word
    var value = words[index]
    if let first = value.firstIndex(where: { $0 == "." }),
      value[..<first].allSatisfy(\.isLetter), first > value.startIndex
    {
      value = value[value.index(after: first)...]
    }
    while let last = value.last, ".-–".contains(last) { value = value.dropLast() }
    guard !value.isEmpty else { return nil }
    if index > 0, isSeries(words[index - 1]), text.contains("\(words[index - 1]) \(value)") {
      return "\(words[index - 1]) \(value)"
    }
    return String(value)
  }

  /// One to three capital letters: `D`, `SE`, `OPA`.
  private static func isSeries(_ word: Substring) -> Bool {
    word.utf8.count <= 3 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// A registration number with the publisher's word for it: `OGRN – 1125`, `Russian TIN: 7718`.
  static func registration(_ text: String, label: String) -> Identifier {
    let whole = text.trimmingWhitespace()
    var word = label
    var value = whole
    if let first = whole.firstIndex(where: \.isNumber) {
      let before = whole[..<first]
      // Letters that touch the number belong to it: `AE0074948054`.
      let start = before.lastIndex { !$0.isLetter }.map { whole.index(after: $0) } ?? first
      let lead = before.last.map(\.isLetter) == true ? start : first
      let words = whole[..<lead].trimmingWhitespace()
        .split { " :–-#.".contains($0) }.joined(separator: " ")
      if !words.isEmpty {
        word = words
        value = String(whole[lead...])
      }
    }
    let identifier = identifier(kind(of: word, value: value), value, label: word)
    return Identifier(
      kind: identifier.kind, value: identifier.value, label: word,
      note: identifier.value == whole ? nil : whole)
  }

  private static func kind(of label: String, value: String) -> Identifier.Kind {
    let word = label.lowercased()
    let digits = value.prefix { $0.isNumber }.count
    if word.contains("ogrn") || word.contains("psrn") { return .ogrn }
    if word == "lei" || word.hasSuffix(" lei") { return .lei }
    if word.contains("swift") || word.contains("bic") { return .bic }
    if word.contains("uscc") || word.contains("unified social") || word.contains("social credit") {
      return .uscc
    }
    if word.contains("duns") || word.contains("d u n s") { return .duns }
    if word.contains("inn") || (word.contains("russia") && word.contains("tin")) {
      return digits == 10 || digits == 12 ? .inn : .tax
    }
    if word.contains("tin") || word.contains("tax") || word.contains("vat") { return .tax }
    return .registration
  }
}
