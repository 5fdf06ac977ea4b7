/// Finds legal forms that are not written as a table has them: neighbouring words of forms become one
/// part, in whatever order they stand.
enum FormRuns {
  /// What a token is to a form.
  private enum Use {
    case none
    /// Only together with words of forms on either side.
    case link
    /// A word of forms that means something else as well.
    case beside(FormWords.Find)
    case word(FormWords.Find)
    /// A form that the tables have as a whole.
    case form
  }

  static func join(
    _ tokens: inout [TokenBuffer.Token], _ buffer: TokenBuffer, _ words: FormWords
  ) {
    // A name made of one word alone is a name.
    guard tokens.count > 1 else { return }
    var uses: [Use] = []
    var isNeeded = false
    uses.reserveCapacity(tokens.count)
    for index in tokens.indices {
      let use = use(of: tokens[index], buffer, words)
      switch use {
      case .word: isNeeded = true
      case .beside(_):
        // `STOCK COMPANY`, `COMPANY STOCK`: worth a look where a form stands beside it.
        if index > 0, isForm(uses[index - 1]) { isNeeded = true }
      case .form: if index > 0, case .beside = uses[index - 1] { isNeeded = true }
      case .none, .link: break
      }
      uses.append(use)
    }
    if let last = tokens.indices.last, last > 0, isForm(uses[last - 1]),
      let find = cut(tokens[last], buffer, words)
    {
      uses[last] = .word(find)
      isNeeded = true
    }
    for index in tokens.indices where isBetween(uses, index) && tokens[index].role == .word {
      guard let find = words.damagedBeside(buffer.text, tokens[index].text) else { continue }
      uses[index] = .beside(find)
      isNeeded = true
    }
    guard isNeeded else { return }
    var joined: [TokenBuffer.Token] = []
    joined.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let end = runEnd(uses, from: index)
      if let run = end.flatMap({ part(tokens[index..<$0], uses[index..<$0], words) }) {
        joined.append(run)
        index += end.map { $0 - index } ?? 1
      } else {
        joined.append(tokens[index])
        index += 1
      }
    }
    tokens = joined
  }

  private static func use(
    of token: TokenBuffer.Token, _ buffer: TokenBuffer, _ words: FormWords
  ) -> Use {
    switch token.role {
    case .legalForm: return .form
    case .particle: return .link
    case .word, .generic:
      if let find = words.find(buffer.text, token.text) {
        return find.standsAlone ? .word(find) : .beside(find)
      }
      guard token.role == .word, token.group == 0,
        let find = words.damaged(buffer.text, token.text)
      else { return .none }
      return .word(find)
    case .given, .family, .patronymic, .honorific, .initial, .place, .numeral: return .none
    }
  }

  /// The last word of a name whose field was too short: `OBSHCHESTVO S OGRANICHENNOI OTVET`.
  private static func cut(
    _ token: TokenBuffer.Token, _ buffer: TokenBuffer, _ words: FormWords
  ) -> FormWords.Find? {
    guard token.role == .word, token.group == 0 else { return nil }
    return words.cut(buffer.text, token.text)
  }

  /// Whether an unknown word stands between words of forms, or begins a name before two of them.
  private static func isBetween(_ uses: [Use], _ index: Int) -> Bool {
    guard case .none = uses[index], index + 1 < uses.count else { return false }
    if index == 0 {
      guard case .beside = uses[1], uses.count > 2 else { return false }
      return isForm(uses[2])
    }
    if case .beside = uses[index - 1] { return isForm(uses[index + 1]) }
    guard isForm(uses[index - 1]) else { return false }
    if case .beside = uses[index + 1] { return true }
    return isForm(uses[index + 1])
  }

  private static func isForm(_ use: Use) -> Bool {
    switch use {
    case .form, .word: true
    case .none, .link, .beside: false
    }
  }

  /// The end of the run that begins at `start` with a word of a form and ends with one.
  private static func runEnd(_ uses: [Use], from start: Int) -> Int? {
    var end = start
    var last: Int?
    var hasForm = false
    while end < uses.count {
      switch uses[end] {
      case .none: return hasForm ? last : nil
      case .link: if last == nil { return nil }
      case .beside: last = end + 1
      case .form, .word:
        last = end + 1
        hasForm = true
      }
      end += 1
    }
    return hasForm ? last : nil
  }

  /// One part for the run; nil where it is made of whole forms alone, which stay apart.
  private static func part(
    _ tokens: ArraySlice<TokenBuffer.Token>, _ uses: ArraySlice<Use>, _ words: FormWords
  ) -> TokenBuffer.Token? {
    guard var part = tokens.first, let last = tokens.last else { return nil }
    var best: (rank: Int, group: UInt32) = (-1, 0)
    var hasWords = false
    var letters = 0
    for index in tokens.indices {
      letters += tokens[index].text.count
      switch uses[index] {
      case .none, .link: break
      case .beside(let find), .word(let find):
        hasWords = true
        if find.rank > best.rank { best = (find.rank, find.group) }
      case .form:
        let rank = words.rank(of: tokens[index].group)
        if rank > best.rank { best = (rank, tokens[index].group) }
      }
    }
    guard hasWords else { return nil }
    // Words that were written out of abbreviations lie elsewhere in the buffer.
    if last.text.upperBound - part.text.lowerBound == letters {
      let high = min(last.text.upperBound, part.text.lowerBound + TokenBuffer.longestPart)
      part.text = part.text.lowerBound..<high
    }
    part.source = part.source.lowerBound..<last.source.upperBound
    part.hyphenAfter = last.hyphenAfter
    part.role = .legalForm
    part.group = best.group
    return part
  }
}
