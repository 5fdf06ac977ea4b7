import FileFormats

/// Takes apart the name cells of the MOF list.
enum MOFNames {
  /// A Latin name, with the name in the original script that some cells add in brackets.
  static func latin(_ cell: String) -> (name: String, original: String?) {
    let marks = ["original script", "Original script", "ORIGINAL SCRIPT"]
    for mark in marks {
      guard let start = CellText.firstIndex(of: mark, in: cell) else { continue }
      var head = cell[..<start]
      while let last = head.last, last.isWhitespace || last == "(" || last == "（" {
        head = head.dropLast()
      }
      var tail = cell[start...].dropFirst(mark.count)
      while let first = tail.first, first.isWhitespace || first == ":" || first == "：" {
        tail = tail.dropFirst()
      }
      while let last = tail.last, last.isWhitespace || last == ")" || last == "）" {
        tail = tail.dropLast()
      }
      let original = CellText.value(String(tail))
      guard !head.isEmpty else { continue }
      return (head.foldingWhitespace(), original?.foldingWhitespace())
    }
    return (cell.foldingWhitespace(), nil)
  }

  /// The names of an alias cell.
  ///
  /// The cell gives the names in Japanese and then, on a line of its own or in brackets, in Latin
  /// letters; several are numbered `(a)`, `(b)` or divided by `；`, `;`, `、`. Each way of writing is
  /// a name of its own. `旧称` and `f.k.a.` inside the cell mark former names.
  static func aliases(
    _ cell: String, kind: ListedName.Kind, strength: ListedName.Strength
  ) -> [ListedName] {
    var names: [ListedName] = []
    var japaneseCount = 0
    for line in lines(cell) {
      var isFormer = kind == .former
      for piece in pieces(line, commas: japaneseCount) {
        let (bare, mark) = withoutMark(unwrapped(balanced(piece)))
        if let mark { isFormer = mark == .former || kind == .former }
        for writing in writings(bare) {
          let latin = latin(writing.text)
          guard latin.name.contains(where: { $0.isLetter || $0.isNumber }),
            !CellText.isNothing(latin.name)
          else { continue }
          let kind = isFormer || writing.isFormer ? ListedName.Kind.former : kind
          names.appendNew(ListedName(kind, latin.name, strength: strength, note: writing.note))
          if let original = latin.original {
            names.appendNew(
              ListedName(kind, original, strength: strength, script: "original script"))
          }
        }
      }
      if isJapanese(line) { japaneseCount = max(1, pieces(line, commas: 0).count) }
    }
    if names.isEmpty, CellText.value(cell) != nil {
      names = [ListedName(kind, cell.foldingWhitespace(), strength: strength)]
    }
    return names
  }

  private enum Mark { case alias, former }

  /// The parts of a cell to be read one by one: its `(a)` items when it is such a list, its lines
  /// otherwise; a line that a bracket runs over is joined.
  private static func lines(_ cell: String) -> [String] {
    var whole = cell.foldingWhitespace()
    for mark in ["(a.k.a.:", "（a.k.a.:", "(a.k.a.：", "(a.k.a:", "(f.k.a.:", "（f.k.a.:"] {
      while let start = CellText.firstIndex(of: mark, in: whole) {
        whole.removeSubrange(start..<whole.index(start, offsetBy: mark.count))
      }
    }
    let items = CellText.numbered(whole)
    if items.count > 1 { return items.map(balanced) }
    var lines: [String] = []
    for line in cell.split(whereSeparator: \.isNewline) {
      let text = unwrapped(line.foldingWhitespace())
      guard !text.isEmpty else { continue }
      if let last = lines.last, opensBracket(last) {
        lines[lines.count - 1] = unwrapped(last + " " + text)
      } else {
        lines.append(text)
      }
    }
    return lines
  }

  /// Without closing brackets that nothing opened, and without an opening one at the end.
  private static func balanced(_ text: String) -> String {
    var kept = ""
    var depth = 0
    for character in text {
      if character == "(" || character == "（" { depth += 1 }
      if character == ")" || character == "）" {
        if depth == 0 { continue }
        depth -= 1
      }
      kept.append(character)
    }
    while let last = kept.last, last.isWhitespace || "(（、,;；".contains(last) { kept.removeLast() }
    return kept
  }

  private static func opensBracket(_ text: String) -> Bool {
    var depth = 0
    for character in text {
      if character == "(" || character == "（" { depth += 1 }
      if character == ")" || character == "）", depth > 0 { depth -= 1 }
    }
    // `(a)` closes itself, so what stays open is a real bracket.
    return depth > 0
  }

  /// Without brackets around the whole and without `a.k.a.:` before a list.
  private static func unwrapped(_ text: String) -> String {
    guard let first = text.first, let last = text.last, first == "(" || first == "（",
      last == ")" || last == "）"
    else { return text }
    var depth = 0
    for (offset, character) in text.enumerated() {
      if character == "(" || character == "（" { depth += 1 }
      if character == ")" || character == "）" { depth -= 1 }
      if depth == 0, offset < text.count - 1 { return text }
    }
    return text.dropFirst().dropLast().trimmingWhitespace()
  }

  private static func pieces(_ line: String, commas: Int) -> [String] {
    let (bare, mark) = withoutMark(line)
    let numbered = CellText.numbered(bare)
    func marked(_ pieces: [String]) -> [String] {
      guard mark == .former, let first = pieces.first else { return pieces }
      return ["f.k.a. " + first] + pieces.dropFirst()
    }
    if numbered.count > 1 { return marked(numbered) }
    let text = numbered.first ?? bare
    var pieces = CellText.split(text, at: [";", "；"])
    if pieces.count == 1 { pieces = splitAtMarks(text) }
    if pieces.count == 1, isJapanese(text) { pieces = CellText.split(text, at: ["、"]) }
    if pieces.count == 1, commas > 1 {
      let parts = CellText.split(text, at: [",", "，", "、"])
      if parts.count == commas { pieces = parts }
    }
    return marked(pieces)
  }

  /// `a.k.a. A, a.k.a. B` and `別称、甲、旧称、乙`: each mark begins a piece.
  private static func splitAtMarks(_ text: String) -> [String] {
    var pieces: [String] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      if index > start, ["a.k.a.", "f.k.a.", "旧称"].contains(where: { rest.hasPrefix($0) }) {
        pieces.append(String(text[start..<index]))
        start = index
      }
      index = text.index(after: index)
    }
    pieces.append(String(text[start...]))
    return pieces.flatMap { CellText.split($0, at: []) }
  }

  /// Takes `a.k.a.:`, `（別称）`, `旧称、` from the beginning of a piece.
  private static func withoutMark(_ piece: String) -> (String, Mark?) {
    var text = piece[...]
    var mark: Mark?
    let marks: [(String, Mark)] = [
      ("（別称）", .alias), ("(別称)", .alias), ("（旧称）", .former), ("(旧称)", .former),
      ("別称", .alias), ("旧称", .former), ("a.k.a.", .alias), ("f.k.a.", .former),
      ("a.k.a", .alias), ("f.k.a", .former),
    ]
    for (word, meaning) in marks where text.hasPrefix(word) {
      text = text.dropFirst(word.count)
      mark = meaning
      break
    }
    if mark != nil {
      while let first = text.first, first.isWhitespace || "：:、,".contains(first) {
        text = text.dropFirst()
      }
    }
    return (String(text).trimmingWhitespace(), mark)
  }

  /// One way of writing a name.
  private struct Writing {
    let text: String
    var note: String?
    var isFormer = false
  }

  /// `甲（Latin）（LAT）` → each a writing; brackets with anything else, and what follows `, born`, are
  /// notes.
  private static func writings(_ piece: String) -> [Writing] {
    if let born = CellText.firstIndex(of: ", born", in: piece) {
      let note = piece[born...].dropFirst(2).trimmingWhitespace()
      return [
        Writing(
          text: balanced(String(piece[..<born])), note: note,
          isFormer: note.contains("formerly listed"))
      ]
    }
    guard isJapanese(piece), let last = piece.last, last == ")" || last == "）" else {
      return [Writing(text: piece)]
    }
    var head = ""
    var groups: [String] = []
    var depth = 0
    for character in piece {
      if character == "(" || character == "（" {
        depth += 1
        if depth == 1 {
          groups.append("")
          continue
        }
      }
      if character == ")" || character == "）" {
        depth -= 1
        if depth == 0 { continue }
      }
      if depth > 0 {
        groups[groups.count - 1].append(character)
      } else if groups.isEmpty {
        head.append(character)
      } else if !character.isWhitespace {
        // Text after a bracket: the brackets are part of the name.
        return [Writing(text: piece)]
      }
    }
    guard isJapanese(head) else { return [Writing(text: piece)] }
    var writings: [Writing] = []
    var notes: [String] = []
    for group in groups.map({ $0.trimmingWhitespace() }) {
      if !isJapanese(group), group.contains(where: \.isLetter) {
        writings.append(Writing(text: group))
      } else if !group.isEmpty {
        notes.append(group)
      }
    }
    let note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    let isFormer = note?.contains("以前掲載") ?? false
    return [Writing(text: head, note: note, isFormer: isFormer)]
      + writings.map { Writing(text: $0.text, note: note, isFormer: isFormer) }
  }

  /// Whether the text has kana or Han signs.
  static func isJapanese(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains {
      (0x3041...0x30FA).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
        || (0x30FC...0x30FF).contains($0.value)
    }
  }
}
