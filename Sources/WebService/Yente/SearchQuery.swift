/// A query as people type it: words that all must be there, `"phrases"`, `-without`, `word*`, `word~`,
/// `AND`, `NOT`. The forgiving form takes anything.
struct SearchQuery {
  var terms: [SearchIndex.Term] = []

  /// - Throws: a ``Problem`` of status 400 for what cannot be read, unless it is to be forgiving.
  init(_ text: String, isFuzzy: Bool, isForgiving: Bool) throws {
    func fail(_ what: String) throws {
      if !isForgiving { throw Problem(400, "bad-query", "Search error: \(what)") }
    }
    if !isForgiving, text.contains("/") || text.contains("\\") {
      try fail("`/` and `\\` have no meaning here")
    }
    var depth = 0
    for letter in text {
      if letter == "(" { depth += 1 }
      if letter == ")" { depth -= 1 }
      if depth < 0 { break }
    }
    if depth != 0 { try fail("brackets are not closed") }
    var rest = Substring(text)
    var isExcluded = false
    while let first = rest.first {
      if first.isWhitespace || first == "(" || first == ")" || first == "+" {
        rest.removeFirst()
      } else if first == "-" || first == "!" {
        isExcluded = true
        rest.removeFirst()
      } else if first == "\"" {
        rest.removeFirst()
        let phrase = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(phrase.count)
        if rest.isEmpty { try fail("a quotation mark is not closed") } else { rest.removeFirst() }
        if !SearchIndex.words(String(phrase)).isEmpty {
          terms.append(
            SearchIndex.Term(word: "", isExcluded: isExcluded, phrase: String(phrase)))
        }
        isExcluded = false
      } else {
        let word = rest.prefix { !$0.isWhitespace && !"()\"".contains($0) }
        rest = rest.dropFirst(word.count)
        if word == "AND" || word == "OR" || word == "&&" || word == "||" { continue }
        if word == "NOT" {
          isExcluded = true
          continue
        }
        add(String(word), isFuzzy: isFuzzy, isExcluded: isExcluded)
        isExcluded = false
      }
    }
  }

  private mutating func add(_ text: String, isFuzzy: Bool, isExcluded: Bool) {
    let isPrefix = text.hasSuffix("*")
    let body = text.split(separator: "~", omittingEmptySubsequences: false)
    for word in SearchIndex.words(String(body.first ?? "")) {
      terms.append(
        SearchIndex.Term(
          word: word, isPrefix: isPrefix, isFuzzy: isFuzzy || body.count > 1,
          isExcluded: isExcluded))
    }
    // An id is one word.
    if text.contains("-"), text.contains(".") {
      terms.removeAll { term in SearchIndex.words(text).contains(term.word) }
      terms.append(SearchIndex.Term(word: text.lowercased(), isExcluded: isExcluded))
    }
  }
}
