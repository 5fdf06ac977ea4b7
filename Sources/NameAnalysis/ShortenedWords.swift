/// Common words by their consonants, so that forms without vowels are found without a row for each:
/// `srvcs`, `engnrng`, `mnfctrng`.
struct ShortenedWords: Sendable {
  private static let shortestWord = 7
  private static let shortestForm = 4
  /// The consonants to the number of the word; words of two meanings share no entry.
  private var table = ByteTable(minimumCapacity: 4096)
  private var words: [(text: Range<UInt32>, tag: Tag)] = []
  /// The words' letters, one word after the other.
  private var letters: [UInt8] = []
  private static let ambiguous = UInt32.max

  mutating func add(_ text: [UInt8], _ tag: Tag) {
    guard text.count >= Self.shortestWord else { return }
    let key = Self.consonants(of: text, text.indices)
    guard key.count >= Self.shortestForm else { return }
    if let old = table.value(of: key, key.indices) {
      if old != Self.ambiguous, words[Int(old)].tag.group != tag.group {
        table.set(key, Self.ambiguous)
      }
      return
    }
    table.set(key, UInt32(words.count))
    let start = UInt32(letters.count)
    letters.append(contentsOf: text)
    words.append((start..<UInt32(letters.count), tag))
  }

  /// Gives back the room for more words.
  mutating func close() {
    table.close()
    words = words.exact
    letters = letters.exact
  }

  /// The tag of the word that the letters shorten: the same consonants in order, the same beginning,
  /// and fewer than half of its vowels.
  func tag(_ text: [UInt8], _ range: Range<Int>) -> Tag? {
    guard range.count >= Self.shortestForm else { return nil }
    let key = Self.consonants(of: text, range)
    guard key.count >= Self.shortestForm, let number = table.value(of: key, key.indices),
      number != Self.ambiguous
    else { return nil }
    let (stored, tag) = words[Int(number)]
    let word = letters[Int(stored.lowerBound)..<Int(stored.upperBound)]
    let vowels = word.count - key.count
    let kept = range.count - key.count
    guard kept * 2 < vowels, vowels - kept >= 2 else { return nil }
    var place = range.lowerBound
    for letter in word where place < range.upperBound && text[place] == letter { place += 1 }
    return place == range.upperBound ? tag : nil
  }

  /// The first letter and the consonants after it.
  private static func consonants(of text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(range.count)
    for place in range {
      switch text[place] {
      case 0x61, 0x65, 0x69, 0x6F, 0x75: if place == range.lowerBound { key.append(text[place]) }
      default: key.append(text[place])
      }
    }
    return key
  }
}
