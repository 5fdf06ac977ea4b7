/// The keys under which a word is found by its equals and by words a few edits away: hashes of the
/// word, and of the word or its halves with one letter left out.
///
/// Complete for what ``TokenLink/edits(forLength:)`` allows. Words one edit apart are equal after one
/// letter is left out of both, of one, or of neither. Of two words two edits apart, one half of the
/// one is at most one edit away from the beginning or end of the other.
///
/// Source: T. Bocek, E. Hunt, B. Stiller, Fast Similarity Search in Large Dictionaries, University of
/// Zurich, 2007 (neighbourhoods of deletions).
enum SpellingKeys {
  private enum Kind: UInt32 { case word = 1, shortened, beginning, end }

  /// Words of this length may be one edit away from others without coming under the rule for halves.
  private static let shortenedLengths = 3...7
  /// Words of this length and longer may be two edits away from others.
  static let leastHalved = 6

  /// The key of the whole word, for equality.
  @inline(__always)
  static func word(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = seed(.word)
    for byte in text { hash = mixed(hash, byte) }
    return finished(hash)
  }

  /// All keys of a listed word; some may be equal.
  static func each(ofListed text: UnsafeBufferPointer<UInt8>, _ take: (UInt32) -> Void) {
    take(word(text))
    guard !TokenLink.isNumber(text) else { return }
    if shortenedLengths.contains(text.count) { variants(text, .shortened, take) }
    guard text.count >= leastHalved else { return }
    let half = text.count / 2
    variants(UnsafeBufferPointer(rebasing: text[..<half]), .beginning, take)
    variants(UnsafeBufferPointer(rebasing: text[half...]), .end, take)
  }

  /// The keys under which the words within the allowed edits of an asked word stand, with how many
  /// edits they stand for; some may be equal.
  @inline(__always)
  static func each(
    ofAsked text: UnsafeBufferPointer<UInt8>, _ take: (_ key: UInt32, _ edits: Int) -> Void
  ) {
    let length = text.count
    if shortenedLengths.contains(length) { variants(text, .shortened) { take($0, 1) } }
    guard length >= leastHalved else { return }
    // The listed words that are meant: two edits are allowed where the longer one has eight letters.
    let shortest = length >= 8 ? max(leastHalved, length - 2) : 8
    let longest = length + 2
    guard shortest <= longest else { return }
    pieces(text, halves: (shortest / 2)...(longest / 2), .beginning) { take($0, 2) }
    pieces(text, halves: ((shortest + 1) / 2)...((longest + 1) / 2), .end) { take($0, 2) }
  }

  /// Beginnings or ends of `text` that may be halves of listed words with one edit.
  @inline(__always)
  private static func pieces(
    _ text: UnsafeBufferPointer<UInt8>, halves: ClosedRange<Int>, _ kind: Kind,
    _ take: (UInt32) -> Void
  ) {
    for length in max(1, halves.lowerBound - 1)...(halves.upperBound + 1)
    where length <= text.count {
      let piece = UnsafeBufferPointer(
        rebasing: kind == .beginning ? text[..<length] : text[(text.count - length)...])
      if length <= halves.upperBound { take(key(piece, without: -1, kind)) }
      if length >= halves.lowerBound { shortened(piece, kind, take) }
    }
  }

  @inline(__always)
  private static func variants(
    _ text: UnsafeBufferPointer<UInt8>, _ kind: Kind, _ take: (UInt32) -> Void
  ) {
    take(key(text, without: -1, kind))
    shortened(text, kind, take)
  }

  /// Leaving out one of equal neighbours gives the same word: once is enough.
  @inline(__always)
  private static func shortened(
    _ text: UnsafeBufferPointer<UInt8>, _ kind: Kind, _ take: (UInt32) -> Void
  ) {
    for place in 0..<text.count where place == 0 || text[place] != text[place - 1] {
      take(key(text, without: place, kind))
    }
  }

  @inline(__always)
  private static func key(
    _ text: UnsafeBufferPointer<UInt8>, without left: Int, _ kind: Kind
  ) -> UInt32 {
    var hash = seed(kind)
    for place in 0..<text.count where place != left { hash = mixed(hash, text[place]) }
    return finished(hash)
  }

  @inline(__always)
  private static func seed(_ kind: Kind) -> UInt32 { 2_166_136_261 ^ kind.rawValue << 24 }

  @inline(__always)
  private static func mixed(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  /// The upper bits of FNV-1a are the better mixed ones; the lower ones choose the bucket.
  @inline(__always)
  private static func finished(_ hash: UInt32) -> UInt32 {
    let mixed = (hash ^ hash >> 15) &* 0x2c1b_3c6d
    return mixed ^ mixed >> 13
  }
}
