extension String {
  /// The words of a name in lower case, without marks and punctuation, in their order; a character of a
  /// script without blanks is a word.
  ///
  /// - Complexity: O(*n*).
  public var foldedWords: [String] { TextFolding.tokens(of: self).map(\.text) }

  /// The folded words in alphabetical order, joined by blanks: `IVANOV, Ivan` and `Ivan Ivanov` share
  /// it, another romanisation or another legal form does not. Empty for a text without letters or
  /// digits.
  public var foldedNameKey: String { foldedWords.sorted().joined(separator: " ") }
}
