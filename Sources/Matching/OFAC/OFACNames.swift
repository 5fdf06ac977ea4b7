import Watchlist

/// The names of a watchlist made ready for OFAC's rule, which compares a name with every listed one.
///
/// Each different word stands once, so that a question compares it once. Immutable; threads share it.
struct OFACNames: Sendable {
  /// Letters by number; the last number stands for letters that no listed name has.
  private let letters: [Unicode.Scalar: UInt32]
  private let scalars: [Unicode.Scalar]
  /// Where each word's letters begin.
  let wordStarts: [Int]
  let wordLetters: [UInt32]
  /// Where each name's words, or letters, begin; by the number of the name.
  let nameStarts: [Int]
  let nameWords: [UInt32]
  let wholeStarts: [Int]
  let wholeLetters: [UInt32]

  /// Takes every name of `watchlist`.
  init(_ watchlist: WatchlistFile) {
    var letters: [Unicode.Scalar: UInt32] = [:]
    var scalars: [Unicode.Scalar] = []
    func number(_ scalar: Unicode.Scalar) -> UInt32 {
      if let known = letters[scalar] { return known }
      let number = UInt32(letters.count)
      letters[scalar] = number
      scalars.append(scalar)
      return number
    }
    var words: [[Unicode.Scalar]: UInt32] = [:]
    var wordStarts = [0]
    var wordLetters: [UInt32] = []
    var nameStarts = [0]
    var nameWords: [UInt32] = []
    var wholeStarts = [0]
    var wholeLetters: [UInt32] = []
    for name in 0..<watchlist.nameCount {
      let spelling = OFACSpelling(watchlist.text(ofName: name))
      for word in spelling.words {
        if let known = words[word] {
          nameWords.append(known)
          continue
        }
        let new = UInt32(words.count)
        words[word] = new
        nameWords.append(new)
        wordLetters.append(contentsOf: word.map(number))
        wordStarts.append(wordLetters.count)
      }
      nameStarts.append(nameWords.count)
      wholeLetters.append(contentsOf: spelling.whole.map(number))
      wholeStarts.append(wholeLetters.count)
    }
    self.letters = letters
    self.scalars = scalars
    self.wordStarts = wordStarts
    self.wordLetters = wordLetters
    self.nameStarts = nameStarts
    self.nameWords = nameWords
    self.wholeStarts = wholeStarts
    self.wholeLetters = wholeLetters
  }

  var wordCount: Int { wordStarts.count - 1 }
  var nameCount: Int { nameStarts.count - 1 }
  /// One more than there are letters: see ``numbers(of:)``.
  var alphabet: Int { letters.count + 1 }

  /// A subject's letters by number. Letters that no listed name has are one number, which equals none.
  func numbers(of text: [Unicode.Scalar]) -> [UInt32] {
    text.map { letters[$0] ?? UInt32(letters.count) }
  }

  /// The letters with those numbers.
  func text(_ numbers: ArraySlice<UInt32>) -> String {
    String(String.UnicodeScalarView(numbers.map { scalars[Int($0)] }))
  }
}
