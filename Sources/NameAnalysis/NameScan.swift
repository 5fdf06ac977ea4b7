import TradeModel

/// A writing cut into words by its characters alone, before any is read.
///
/// Direction marks, joiners, combining marks and apostrophes are gone, letters that only look like
/// those of the word's script are put right, and every word knows where it stands in the verbatim.
struct NameScan {
  /// One word: letters and digits of one family of scripts.
  struct Word {
    var range: Range<Int>
    var script: Script
    /// UTF-8 offsets in the verbatim.
    var source: Range<Int>
    var hasUpper = false
    var hasLower = false
    var hasLetter = false
    var hasDigit = false
    /// How many of its letters are capitals.
    var capitals = 0
    /// A hyphen stands directly before, after.
    var hyphenBefore = false
    var hyphenAfter = false
    var dotAfter = false
    /// How many commas stand before the word.
    var commas = 0
  }

  /// More words than any real name has; what stands behind them is not analysed, which bounds the
  /// work on hostile input.
  static let wordLimit = 96
  /// The same for letters and digits.
  static let scalarLimit = 4096

  private(set) var scalars: [UInt32] = []
  /// Where each scalar begins in the verbatim.
  private(set) var offsets: [Int32] = []
  private(set) var words: [Word] = []
  /// One bit per ``Script``.
  private(set) var scripts: UInt32 = 0

  func contains(_ script: Script) -> Bool { scripts & (1 << UInt32(script.rawValue)) != 0 }

  func containsScalar(where test: (UInt32) -> Bool) -> Bool { scalars.contains(where: test) }

  init(
    _ name: String, kind: PartyKind, classes: CharacterClasses, confusables: Confusables,
    forms: CompatibilityForms
  ) {
    scalars.reserveCapacity(48)
    offsets.reserveCapacity(48)
    words.reserveCapacity(8)
    var open: Word?
    var openScripts: UInt32 = 0
    var lastClass = CharacterClass.separator
    var commas = 0
    var end = 0
    for character in ScalarCursor(name, forms) {
      let scalar = character.value
      let offset = character.offset
      let width = character.width
      let kindOf = classes[scalar]
      if let last = scalars.last, open != nil, let syllable = Self.syllable(last, scalar) {
        scalars[scalars.count - 1] = syllable
        end = offset + width
        if var word = open {
          word.source = word.source.lowerBound..<end
          open = word
        }
        continue
      }
      if kindOf.isLetter || kindOf == .digit {
        if scalars.count >= Self.scalarLimit { break }
        let script = kindOf.script
        if var word = open, Self.continues(word, kindOf, lastClass, kind, self) {
          word.source = word.source.lowerBound..<(offset + width)
          if word.script == .none { word.script = script }
          word.take(kindOf)
          open = word
        } else {
          if let word = open {
            close(word, end: end, openScripts, confusables)
            if words.count >= Self.wordLimit {
              open = nil
              break
            }
          }
          var word = Word(
            range: scalars.count..<scalars.count, script: script, source: offset..<(offset + width))
          word.hyphenBefore = lastClass == .hyphen && open != nil
          word.commas = commas
          word.take(kindOf)
          open = word
          openScripts = 0
        }
        if script != .none { openScripts |= 1 << UInt32(script.rawValue) }
        scalars.append(scalar)
        offsets.append(Int32(truncatingIfNeeded: offset))
        end = offset + width
        lastClass = kindOf
        continue
      }
      switch kindOf {
      case .ignorable: continue
      case .mark:
        if let last = scalars.last, open != nil, lastClass.isLetter,
          let composed = Self.composed(last, scalar)
        {
          scalars[scalars.count - 1] = composed
        }
      case .apostrophe:
        if open != nil { continue }
      default:
        if var word = open {
          if kindOf == .hyphen { word.hyphenAfter = true }
          if kindOf == .dot { word.dotAfter = true }
          close(word, end: end, openScripts, confusables)
          open = nil
          if words.count >= Self.wordLimit { break }
        }
        if kindOf == .comma { commas += 1 }
        lastClass = kindOf
        if kindOf == .hyphen, !words.isEmpty { pendingHyphen = true }
      }
      if words.count >= Self.wordLimit { break }
    }
    if let word = open, words.count < Self.wordLimit {
      close(word, end: end, openScripts, confusables)
    }
  }

  private var pendingHyphen = false

  /// Whether a character carries the open word on.
  private static func continues(
    _ word: Word, _ next: CharacterClass, _ last: CharacterClass, _ kind: PartyKind,
    _ scan: NameScan
  ) -> Bool {
    let length = scan.scalars.count - word.range.lowerBound
    if next == .digit {
      if last == .digit { return true }
      return Self.takesDigits(word.script)
    }
    if last == .digit {
      return word.script == .none ? Self.takesDigits(next.script) : word.script == next.script
    }
    let script = next.script
    if script != last.script {
      return (isAlphabet(script) && isAlphabet(last.script))
        || (isEastAsian(script) && isEastAsian(last.script))
    }
    // CamelCase: `AbdulRahman`, `HaylinaDANILCHENKO`; short and Scottish beginnings stay, and a small
    // letter inside a word in capitals is a slip: `NOROODhI`.
    if next.isUpper, !last.isUpper, word.hasLower, word.capitals <= 1 {
      return length < 4 && !scan.isParticle(word.range.lowerBound..<scan.scalars.count)
    }
    return true
  }

  /// Al, El, Abu, Bin, Ibn, Ben: written together with a name that has its own capital.
  private func isParticle(_ range: Range<Int>) -> Bool {
    let letters = scalars[range].map { $0 < 0x80 ? UInt8($0) | 0x20 : 0 }
    return Self.particles.contains { $0.utf8.elementsEqual(letters) }
  }

  private static let particles = ["al", "el", "abu", "bin", "ibn", "ben"]

  /// The syllable that a Hangul letter makes with what stands before it, where Hangul is written
  /// letter by letter. Source: The Unicode Standard 14, section 3.12.
  private static func syllable(_ last: UInt32, _ next: UInt32) -> UInt32? {
    if (0x1161...0x1175).contains(next), (0x1100...0x1112).contains(last) {
      return 0xAC00 + ((last - 0x1100) * 21 + next - 0x1161) * 28
    }
    if (0x11A8...0x11C2).contains(next), (0xAC00...0xD7A3).contains(last),
      (last - 0xAC00) % 28 == 0
    {
      return last + next - 0x11A7
    }
    return nil
  }

  private static func takesDigits(_ script: Script) -> Bool {
    switch script {
    case .han, .hangul, .kana, .thai: false
    default: true
    }
  }
  private static func isAlphabet(_ script: Script) -> Bool {
    script == .latin || script == .cyrillic || script == .greek
  }
  private static func isEastAsian(_ script: Script) -> Bool { script == .han || script == .kana }

  private mutating func close(
    _ word: Word, end: Int, _ openScripts: UInt32, _ confusables: Confusables
  ) {
    var word = word
    word.range = word.range.lowerBound..<scalars.count
    word.source = word.source.lowerBound..<end
    if pendingHyphen {
      if let last = words.last, last.hyphenAfter { word.hyphenBefore = true }
      pendingHyphen = false
    }
    if openScripts.nonzeroBitCount > 1, Self.isAlphabet(word.script) {
      word.script = confusables.repair(&scalars, word.range, script: word.script)
    } else if openScripts & (1 << UInt32(Script.kana.rawValue)) != 0 {
      word.script = .kana
    }
    scripts |=
      openScripts.nonzeroBitCount > 1 && Self.isAlphabet(word.script)
      ? 1 << UInt32(word.script.rawValue) : openScripts
    words.append(word)
  }

  /// The letter that a letter and a mark make together, where reading it apart would be wrong.
  private static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    switch (letter, mark) {
    case (0x0438, 0x0306): 0x0439  // й
    case (0x0418, 0x0306): 0x0419
    case (0x0443, 0x0306): 0x045E  // ў
    case (0x0423, 0x0306): 0x040E
    case (0x0456, 0x0308): 0x0457  // ї
    case (0x0406, 0x0308): 0x0407
    case (0x0435, 0x0308): 0x0451  // ё
    case (0x0415, 0x0308): 0x0401
    case (0x0627, 0x0653): 0x0622  // آ
    case (0x3046, 0x3099): 0x3094  // ゔ
    case (0x30A6, 0x3099): 0x30F4
    case (0x304B...0x3068, 0x3099), (0x306F...0x307B, 0x3099), (0x30AB...0x30C8, 0x3099),
      (0x30CF...0x30DB, 0x3099):
      letter + 1
    case (0x306F...0x307B, 0x309A), (0x30CF...0x30DB, 0x309A): letter + 2
    default: nil
    }
  }
}

extension NameScan.Word {
  fileprivate mutating func take(_ kind: CharacterClass) {
    if kind == .digit {
      hasDigit = true
    } else {
      hasLetter = true
      if kind.isUpper {
        hasUpper = true
        capitals += 1
      } else {
        hasLower = true
      }
    }
  }

  /// Written in capitals throughout, two letters or more; one small letter in four is a slip.
  var isCapitals: Bool {
    hasUpper && range.count > 1 && (!hasLower || capitals * 4 >= range.count * 3)
  }
}

/// Letters of Latin, Cyrillic and Greek that look alike, from `confusables.tsv`.
struct Confusables: Sendable {
  private var toScript: [ScalarTable] = [ScalarTable(), ScalarTable(), ScalarTable()]
  private let classes: CharacterClasses

  private static let scripts: [Script] = [.latin, .cyrillic, .greek]

  init(_ file: TableFile, classes: CharacterClasses) throws(NameModelError) {
    self.classes = classes
    let columns = [
      try file.index(of: "latin"), try file.index(of: "cyrillic"), try file.index(of: "greek"),
    ]
    for row in file.rows {
      var letters: [UInt32?] = []
      for (place, column) in columns.enumerated() {
        let text = try file.required(row, column)
        if text == "-" {
          letters.append(nil)
          continue
        }
        guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
          classes[scalar.value].script == Self.scripts[place]
        else {
          throw NameModelError(
            .unknownWord(column: file.columns[column], found: text), file: file.name,
            line: row.line)
        }
        letters.append(scalar.value)
      }
      for (target, letter) in letters.enumerated() {
        guard let letter else { continue }
        for (from, other) in letters.enumerated() where from != target {
          if let other { toScript[target][other] = UInt64(letter) }
        }
      }
    }
  }

  /// Writes a word of mixed alphabets in the one it was meant in, where look-alikes allow, and
  /// returns that script: the one with the most letters, Latin before Cyrillic before Greek.
  func repair(_ scalars: inout [UInt32], _ range: Range<Int>, script: Script) -> Script {
    var counts = [0, 0, 0]
    for index in range {
      if let place = Self.scripts.firstIndex(of: classes[scalars[index]].script) {
        counts[place] += 1
      }
    }
    let order = [0, 1, 2].sorted { (counts[$0], $1) > (counts[$1], $0) }
    for target in order where counts[target] > 0 {
      let wanted = Self.scripts[target]
      let possible = range.allSatisfy { index in
        let script = classes[scalars[index]].script
        return script == wanted || script == .none || toScript[target][scalars[index]] != 0
      }
      guard possible else { continue }
      for index in range {
        let own = classes[scalars[index]].script
        if own != wanted, own != .none {
          scalars[index] = UInt32(truncatingIfNeeded: toScript[target][scalars[index]])
        }
      }
      return wanted
    }
    return Self.scripts[order[0]]
  }
}
