/// A name as OFAC's rule compares it: upper-case words without apostrophes, commas and periods, divided
/// at blanks and at any other punctuation. Marks that stand for themselves after a letter are dropped.
struct OFACSpelling: Hashable, Sendable {
  let words: [[Unicode.Scalar]]

  init(_ name: String) {
    var words: [[Unicode.Scalar]] = []
    var word: [Unicode.Scalar] = []
    for scalar in name.uppercased().unicodeScalars {
      switch scalar {
      case "'", "’", "‘", "ʼ", "`", "´", ",", ".": continue
      default: break
      }
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
  }

  /// The words with one blank between them.
  var whole: [Unicode.Scalar] { Array(words.joined(separator: [" "])) }

  /// The words that are compared one by one: those of three letters or more, or all where there is none.
  var telling: [[Unicode.Scalar]] {
    let long = words.filter { $0.count > 2 }
    return long.isEmpty ? words : long
  }
}
