import TradeModel

/// The words with a meaning as a name of one kind of party sees them.
///
/// A class, so that handing it on is one reference; immutable, so that threads share it.
final class TagTable: Sendable {
  private let words: TaggedWords
  private let stems: TaggedStems
  private let kind: TaggedWords.Kind
  let longestKey: Int

  init(_ words: TaggedWords, _ stems: TaggedStems, for kind: TaggedWords.Kind) {
    self.words = words
    self.stems = stems
    self.kind = kind
    longestKey = words.longestKey(for: kind)
  }

  func tag(_ text: [UInt8], _ range: Range<Int>, hash: UInt64) -> Tag? {
    words.tag(text, range, hash: hash, for: kind)
  }

  func tag(_ text: [UInt8]) -> Tag? { words.tag(text, for: kind) }

  /// The tag of the longest stem that the word is a form of.
  func inflected(_ text: [UInt8], _ range: Range<Int>, _ endings: WordEndings) -> Tag? {
    stems.tag(text, range, endings)
  }
}
