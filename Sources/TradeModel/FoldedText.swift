/// The words of a text of any script, folded for comparing: without case, marks and punctuation.
public struct FoldedText: Hashable, Sendable {
  /// In order.
  public let words: [String]

  public init(_ text: String) { words = TextFolding.tokens(of: text).map(\.text) }

  /// The words as one text; equal for texts that differ in case, marks and punctuation only.
  public var key: String { words.joined(separator: " ") }

  /// Where `phrase` begins among the words; never for an empty phrase.
  public func positions(of phrase: FoldedText) -> [Int] {
    let length = phrase.words.count
    guard length > 0, length <= words.count else { return [] }
    return (0...(words.count - length)).filter {
      words[$0..<($0 + length)].elementsEqual(phrase.words)
    }
  }

  /// Whether the words of `phrase` stand among the words, in order and together.
  public func contains(_ phrase: FoldedText) -> Bool { !positions(of: phrase).isEmpty }
}
