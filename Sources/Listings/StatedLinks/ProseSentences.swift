import FileFormats

/// Cuts prose into sentences.
enum ProseSentences {
  /// The sentences of `text`, verbatim but for folded white space.
  ///
  /// A period ends one where a capital, a digit or a bracket follows and the word before it is no usual
  /// abbreviation or initial; a semicolon always does. A line break does where the line is whole or the
  /// next begins an item: some lists break lines within sentences.
  static func sentences(of text: String) -> [String] {
    var paragraphs: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = String(line).foldingWhitespace()
      if let last = paragraphs.last?.last, !".:;".contains(last), !beginsItem(line) {
        paragraphs[paragraphs.count - 1] += " " + line
      } else {
        paragraphs.append(line)
      }
    }
    return paragraphs.flatMap { $0.split(separator: ";") }
      .flatMap { sentences(ofLine: String($0).foldingWhitespace()) }
  }

  private static func beginsItem(_ line: String) -> Bool {
    line.first.map { "-•–*(·".contains($0) } ?? true
  }

  private static func sentences(ofLine line: String) -> [String] {
    var sentences: [String] = []
    var start = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let next = line.index(after: index)
      if line[index] == ".", next < line.endIndex, line[next] == " ",
        begins(line[line.index(after: next)...]), !isAbbreviation(line[start..<index])
      {
        sentences.append(String(line[start..<next]))
        start = line.index(after: next)
      }
      index = next
    }
    sentences.append(String(line[start...]))
    return sentences.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }

  private static func begins(_ text: Substring) -> Bool {
    text.first.map { $0.isUppercase || $0.isNumber || "([“\"‘".contains($0) } ?? false
  }

  private static func isAbbreviation(_ before: Substring) -> Bool {
    let word = before.reversed().prefix { !$0.isWhitespace && $0 != "(" && $0 != "." }.reversed()
    if word.count == 1 { return word.first?.isUppercase == true }
    return abbreviations.contains(String(word).lowercased())
  }

  private static let abbreviations: Set<String> = [
    "co", "ltd", "inc", "corp", "mr", "mrs", "ms", "dr", "st", "no", "nr", "gen", "col", "maj",
    "lt",
    "capt", "brig", "approx", "u.s", "u.k", "e.g", "i.e", "vs", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "art", "para", "res", "bros", "eng",
  ]
}
