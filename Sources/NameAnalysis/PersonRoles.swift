import TradeModel

/// What the writing of a person's name shows about its parts: the family name before a comma or in
/// capitals, a patronymic by its ending.
enum PersonRoles {
  static func assign(
    to tokens: inout [TokenBuffer.Token], _ buffer: TokenBuffer, _ tables: NameTables,
    _ kind: PartyKind
  ) {
    guard kind == .person else { return }
    let words = tokens.indices.filter { isWord(tokens[$0]) }
    guard words.count > 1 else { return }
    // LAST, First: one comma with words on both sides.
    let before = words.filter { tokens[$0].commas == 0 }
    let after = words.filter { tokens[$0].commas > 0 }
    if !before.isEmpty, !after.isEmpty {
      for index in before { tokens[index].role = .family }
      for index in after { tokens[index].role = .given }
    } else {
      // Mixed case with some words in capitals throughout: those are the family name.
      let capitals = words.filter { tokens[$0].isCapitals }
      if !capitals.isEmpty, capitals.count < words.count {
        for index in words { tokens[index].role = tokens[index].isCapitals ? .family : .given }
      }
    }
    guard words.count > 2 else { return }
    // A name has one patronymic: a family name may have its ending and stands behind it.
    for index in words where tokens[index].role != .family && index != words.first {
      if isPatronymic(buffer.text, tokens[index].text, tables) {
        tokens[index].role = .patronymic
        break
      }
    }
  }

  private static func isWord(_ token: TokenBuffer.Token) -> Bool {
    token.role == .word || token.role == .given || token.role == .family
  }

  /// The longest ending decides; four letters and more must stand before it.
  private static func isPatronymic(
    _ text: [UInt8], _ range: Range<Int>, _ tables: NameTables
  ) -> Bool {
    var length = min(tables.patronymicEndings.longestKey, range.count - 2)
    while length >= 3 {
      let ending = (range.upperBound - length)..<range.upperBound
      if tables.patronymicEndings.value(of: text, ending) != nil { return true }
      length -= 1
    }
    return false
  }
}
