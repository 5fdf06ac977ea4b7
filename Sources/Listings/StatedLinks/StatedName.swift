/// A party that a sentence names.
struct StatedName {
  /// As written, without the article before it.
  var text: String
  /// A reference number in brackets behind it: `QDi.412`.
  var reference: String?
  /// Its short form in brackets behind it: `DIO`.
  var shortForm: String?
}

/// Reads the names that stand behind a place of a sentence.
struct StatedNameReader {
  let prose: ProseTokens
  /// Whether a name is one of the list's.
  let isListed: (String) -> Bool

  /// The names from `place` on, joined by *and*, with the first place that is no longer part of them.
  /// Empty when no capital letter or digit follows at once.
  func names(from place: Int) -> (names: [StatedName], end: Int) {
    var next = start(from: place)
    var names: [Found] = []
    while let found = name(at: next) {
      names.append(found)
      next = found.end
      guard let following = another(at: next) else { break }
      next = following
    }
    return (merged(names), names.last?.end ?? place)
  }

  /// A name with its range in the sentence, and the first word that is no longer part of it.
  private struct Found {
    var name: StatedName
    let range: Range<String.Index>
    /// How many of its words are capital.
    let capitals: Int
    let end: Int
  }

  /// Past an article and words that only describe: `the`, `EU-sanctioned`, `directly or indirectly`.
  private func start(from place: Int) -> Int {
    var next = place
    while next < prose.tokens.count, prose.gap(after: next - 1).isPlain(allowing: ",:-") {
      let token = prose.tokens[next]
      if Self.describing.contains(token.folded), !token.isCapital {
        next += 1
      } else if next + 1 < prose.tokens.count, prose.gap(after: next) == "-",
        Self.describing.contains(prose.tokens[next + 1].folded)
      {
        next += 2
      } else {
        break
      }
    }
    return next
  }

  /// Where another name begins behind `and` or `or`, or behind a comma in a row of names that ends with
  /// one of them.
  private func another(at place: Int) -> Int? {
    guard place < prose.tokens.count, prose.tokens[place].gap.isPlain(allowing: "),") else {
      return nil
    }
    guard Self.joining.contains(prose.tokens[place].folded) else {
      return prose.tokens[place].gap.contains(",") && isRow(from: place) ? place : nil
    }
    let next = start(from: place + 1)
    return next < prose.tokens.count && prose.tokens[next].isCapital ? next : nil
  }

  /// Whether from `place` on only names follow, with commas between them and *and* before the last.
  private func isRow(from place: Int) -> Bool {
    guard prose.tokens[place].isCapital else { return false }
    for next in place..<prose.tokens.count {
      let token = prose.tokens[next]
      if Self.joining.contains(token.folded) { return true }
      let isInside = token.isCapital || Self.insideNames.contains(token.folded)
      guard isInside, token.gap.isPlain(allowing: ",()-.&'’") else { return false }
    }
    return false
  }

  private func name(at place: Int) -> Found? {
    guard place < prose.tokens.count, prose.tokens[place].isCapital,
      !Self.pronouns.contains(prose.tokens[place].folded)
    else { return nil }
    var end = place + 1
    var last = end
    while end < prose.tokens.count, continues(at: end) {
      end += 1
      if prose.tokens[end - 1].isCapital { last = end }
    }
    let words = prose.tokens[place..<last]
    guard words.contains(where: { $0.text.contains(where: \.isLetter) }) else { return nil }
    if let noun = noun(at: last) { return noun.flatMap(name) }
    let first = possessive(place, last) ?? place
    let range = prose.tokens[first].text.startIndex..<prose.tokens[last - 1].text.endIndex
    var name = StatedName(text: prose.sentence[range].filter { !"\"“”".contains($0) })
    var next = last
    if prose.gap(after: last - 1).drop(while: \.isWhitespace).hasPrefix("(") {
      next = readBracket(from: last, into: &name)
    }
    return Found(name: name, range: range, capitals: words.count { $0.isCapital }, end: next)
  }

  /// Where what was read describes a noun, as in `DPRK tanker PAEK MA` and `DPRK military`: the place of
  /// the name behind the noun, or none. `nil` where no noun follows.
  private func noun(at place: Int) -> Int?? {
    var next = place
    while next < prose.tokens.count, next < place + 4,
      prose.tokens[next].gap.allSatisfy(\.isWhitespace)
    {
      let token = prose.tokens[next]
      if token.isCapital { return next == place ? nil : .some(next) }
      if Self.following.contains(token.folded) { return next == place ? nil : .some(nil) }
      next += 1
    }
    return next == place ? nil : .some(nil)
  }

  /// Where the name proper begins in `Iran’s Aerospace Industries Organisation`.
  private func possessive(_ place: Int, _ last: Int) -> Int? {
    guard place + 3 < last, prose.tokens[place + 1].folded == "s",
      ["'", "’"].contains(prose.tokens[place + 1].gap), prose.tokens[place + 2].isCapital
    else { return nil }
    return place + 2
  }

  /// Whether the word at `place` belongs to the name before it.
  private func continues(at place: Int) -> Bool {
    let token = prose.tokens[place]
    let before = prose.tokens[place - 1]
    let gap = token.gap
    if gap.contains(where: \.isWhitespace), gap.contains(where: { "-–".contains($0) }) {
      return false
    }
    if gap.contains(","), gap.isPlain(allowing: ",.") {
      return Self.companyForms.contains(token.folded) && token.isCapital
    }
    if gap.contains(".") {
      let isInside = before.text.count == 1 || Self.companyForms.contains(before.folded)
      guard isInside, gap.isPlain(allowing: "."), place + 1 <= prose.tokens.count else {
        return false
      }
      return token.isCapital
    }
    guard gap.isPlain(allowing: "-–'’&\"“”/") else { return false }
    if token.isCapital { return true }
    return gap == "'" || gap == "’" || Self.insideNames.contains(token.folded)
  }

  /// Reads what stands in brackets behind a name; returns the first place behind them.
  private func readBracket(from place: Int, into name: inout StatedName) -> Int {
    var content = ""
    var next = place
    while next < prose.tokens.count {
      content += (next == place ? "" : prose.tokens[next].gap) + prose.tokens[next].text
      next += 1
      if prose.gap(after: next - 1).contains(")") { break }
      if next - place > 12 { return place }
    }
    if content.wholeMatch(of: #/[A-Z]{2,4}[a-z]?\.[A-Z0-9.]*[0-9][A-Z0-9.]*/#) != nil {
      name.reference = content
    } else if content.count <= 16, content.contains(where: \.isUppercase) {
      name.shortForm = content
    }
    return next
  }

  /// A name may hold *and* itself: it does where the list has it, where its short form has more letters
  /// than its last part has words, where only its end has a reference number, and where one of the two
  /// would be a single ordinary word.
  private func merged(_ names: [Found]) -> [StatedName] {
    var merged: [Found] = []
    for name in names {
      if let last = merged.last, let whole = whole(last, name, isPair: names.count == 2) {
        merged[merged.count - 1] = whole
      } else {
        merged.append(name)
      }
    }
    return merged.map(\.name)
  }

  private func whole(_ first: Found, _ second: Found, isPair: Bool) -> Found? {
    guard first.name.reference == nil, first.name.shortForm == nil else { return nil }
    let range = first.range.lowerBound..<second.range.upperBound
    var name = second.name
    name.text = String(prose.sentence[range])
    let whole = Found(
      name: name, range: range, capitals: first.capitals + second.capitals, end: second.end)
    if isListed(name.text) { return whole }
    if let short = name.shortForm, short.count > second.capitals, short.count <= whole.capitals + 1
    {
      return whole
    }
    let parts = [first.name.text, second.name.text]
    guard isPair, !parts.allSatisfy(isListed) else { return nil }
    let isOneWord = parts.contains { !$0.contains(" ") && !$0.allSatisfy(\.isUppercase) }
    return name.reference != nil || isOneWord ? whole : nil
  }

  /// Words that may follow a name without being described by it.
  private static let following: Set<String> = [
    "as", "which", "who", "whom", "whose", "and", "or", "in", "for", "through", "with", "by", "to",
    "is", "was", "are", "were", "has", "have", "had", "of", "on", "at", "since", "from", "that",
    "involved", "believed", "via", "during", "until", "while", "under", "before", "after", "also",
    "company", "companies", "group", "corporation", "both", "where", "but", "based", "located",
    "et", "qui", "dont", "à", "a", "en", "dans", "depuis", "und", "die", "der", "das", "seit",
    "mit",
  ]
  private static let describing: Set<String> = [
    "the", "a", "an", "its", "his", "her", "their", "sanctioned", "designated", "listed", "eu",
    "un",
    "directly", "or", "indirectly", "company", "der", "die", "das", "den", "dem", "la", "le", "les",
    "l", "société", "societe", "entity", "businessman", "of",
  ]
  private static let joining: Set<String> = ["and", "or", "et", "und"]
  private static let pronouns: Set<String> = [
    "he", "she", "it", "they", "who", "which", "this", "that", "these", "entities", "companies",
  ]
  private static let companyForms: Set<String> = [
    "co", "ltd", "llc", "inc", "corp", "limited", "jsc", "pjsc", "ojsc", "plc", "company", "gmbh",
    "sa", "ag", "fzc", "fzco", "fze", "s", "a",
  ]
  private static let insideNames: Set<String> = [
    "of", "the", "for", "de", "du", "des", "la", "le", "al", "el", "ul", "ud", "bin", "ibn", "bint",
    "van", "von", "der", "den", "di", "da", "do", "dos", "y", "e", "wal", "für", "fur", "s",
  ]
}

extension Substring {
  /// Whether nothing but blanks and `marks` is in it.
  fileprivate func isPlain(allowing marks: String) -> Bool {
    allSatisfy { $0.isWhitespace || marks.contains($0) }
  }
}
