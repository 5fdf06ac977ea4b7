/// The words of an address or a place, folded, for comparing.
public struct PlaceWords: Hashable, Sendable {
  /// Words of three letters or more, and single characters of scripts without blanks; each once.
  public let words: Set<String>
  /// What has a digit: house numbers, postal codes.
  public let numbers: Set<String>

  public init(_ text: String) {
    var words: Set<String> = []
    var numbers: Set<String> = []
    for token in TextFolding.tokens(of: text) {
      if token.text.contains(where: \.isNumber) {
        numbers.insert(token.text)
      } else if token.isUnsegmented || token.text.count > 2 {
        words.insert(token.text)
      }
    }
    self.words = words
    self.numbers = numbers
  }

  /// Whether a number is shared that is long enough to be a postal code.
  public func sharesPostalCode(with other: PlaceWords) -> Bool {
    numbers.contains { $0.count >= 4 && other.numbers.contains($0) }
  }
}
