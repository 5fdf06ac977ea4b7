/// Names reduced to what full agreement compares: letters and digits without case and accents, words
/// without order.
///
/// Lists write `IVANOV, Ivan Petrovich` and `Ivan Petrovich Ivanov`, `SÁNCHEZ` and `SANCHEZ`. Nothing
/// else is levelled here: another romanisation is another name.
enum FoldedName {
  /// The words of `name` in their order.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in name.unicodeScalars {
      if scalar.isASCII {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: word.unicodeScalars.append(scalar)
        case 0x41...0x5A:
          word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
        case 0x27: continue
        default: close(&word, into: &words)
        }
        continue
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .format, .modifierLetter: continue
      // The curly apostrophes of `Sana’a`.
      case .finalPunctuation where scalar.value == 0x2019: continue
      case .initialPunctuation where scalar.value == 0x2018: continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
        .spacingMark, .letterNumber:
        word += base(of: scalar)
      default: close(&word, into: &words)
      }
    }
    close(&word, into: &words)
    return words
  }

  /// The words of `name` sorted and joined by blanks, or `nil` when there are too few for agreement
  /// to mean anything: one word, or fewer than six letters (two in scripts that write words in one
  /// or two signs).
  static func key(of name: String) -> String? {
    let words = words(of: name)
    let letters = words.reduce(0) { $0 + $1.unicodeScalars.count }
    let isASCII = words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    guard isASCII ? words.count > 1 && letters >= 6 : letters >= 3 else { return nil }
    return words.sorted().joined(separator: " ")
  }

  private static func close(_ word: inout String, into words: inout [String]) {
    if !word.isEmpty { words.append(word) }
    word = ""
  }

  /// A Latin letter without its marks, any other letter in lower case.
  ///
  /// Unicode names never change (Unicode stability policy), so `LATIN SMALL LETTER E WITH ACUTE` is
  /// as good as a table.
  private static func base(of scalar: Unicode.Scalar) -> String {
    guard scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value),
      let name = scalar.properties.name,
      name.hasPrefix("LATIN "), let letter = name.split(separator: " ").dropFirst(3).first
    else { return scalar.properties.lowercaseMapping }
    switch letter {
    case "SHARP": return "ss"
    case "DOTLESS": return "i"
    case "ETH": return "d"
    case "THORN": return "th"
    default:
      return letter.utf8.count <= 2
        ? letter.lowercased() : scalar.properties.lowercaseMapping
    }
  }
}
