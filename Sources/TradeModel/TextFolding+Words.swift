extension TextFolding {
  /// What single letters fold to, kept while many texts are folded: thousands of names share a few
  /// thousand letters.
  struct Letters {
    /// For each scalar of the basic plane the number of its entry plus one, 0 where there is none yet.
    private var numbers = [UInt16](repeating: 0, count: 1 << 16)
    private var entries: [(script: Script, folded: [UInt8])] = []

    /// The script and folded form of a plain scalar.
    mutating func entry(of scalar: Unicode.Scalar) -> (script: Script, folded: [UInt8]) {
      let place = Int(scalar.value)
      if numbers[place] == 0 {
        let character = Character(scalar)
        let script = Script(of: character)
        let isWord = script != .none && script != .ignored
        entries.append((script, isWord ? Array(fold(character).utf8) : []))
        numbers[place] = UInt16(entries.count)
      }
      return entries[Int(numbers[place]) - 1]
    }
  }

  /// Appends the texts of ``tokens(of:)`` to `bytes`, each followed by its end in `ends`.
  ///
  /// The same words, without strings and places in the text: for building an index of many names.
  static func appendWords(
    of text: String, _ letters: inout Letters, to bytes: inout [UInt8], _ ends: inout [Int]
  ) {
    let utf8 = Array(text.utf8)
    let scalars = scalars(of: utf8[...])
    guard scalars.allSatisfy(isPlain) else {
      for token in tokens(of: text) {
        bytes.append(contentsOf: token.text.utf8)
        ends.append(bytes.count)
      }
      return
    }
    func close() { if bytes.count > ends.last ?? 0 { ends.append(bytes.count) } }
    var previous = Script.none
    for scalar in scalars {
      let (script, folded) = letters.entry(of: scalar)
      switch script {
      case .none: close()
      case .ignored: break
      case .single, .hangul:
        close()
        bytes.append(contentsOf: folded)
        ends.append(bytes.count)
      case .katakana, .alphabetic:
        if previous == .katakana || previous == .alphabetic, previous != script { close() }
        bytes.append(contentsOf: folded)
      }
      if script != .ignored { previous = script }
    }
    close()
  }

  /// The scalars of valid UTF-8.
  static func scalars(of utf8: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(utf8.count)
    var decoder = UTF8()
    var iterator = utf8.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { scalars.append(scalar) }
    return scalars
  }

  /// Whether a text of such scalars has one character for each, and is in normalisation form C: letters
  /// of the basic plane that are written whole, and never join with a neighbour.
  ///
  /// Marks, joiners, conjoining jamo, the scripts of India and South-East Asia and the compatibility
  /// forms are not among them: such texts are taken character by character.
  /// Source: Unicode Standard Annex 29 (grapheme clusters), Annex 15 (quick check).
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF: true
    // Greek (the tonos forms that decompose to others left out), Cyrillic.
    case 0x384...0x386, 0x388...0x3FF, 0x400...0x482, 0x48A...0x52F: true
    // Armenian, Hebrew, Arabic letters and digits.
    case 0x531...0x58F, 0x5D0...0x5EA, 0x60C, 0x61B, 0x61F...0x64A, 0x660...0x66F, 0x671...0x6D3:
      true
    // Georgian, kana, Han, Hangul syllables.
    case 0x10A0...0x10FF, 0x3041...0x3096, 0x30A1...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    // Latin with marks; dashes and quotation marks.
    case 0x1E00...0x1EFF, 0x2010...0x2027: true
    default: false
    }
  }
}
