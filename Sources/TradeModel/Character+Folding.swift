extension Character {
  /// The character in lower case and without marks, as compared texts have it: `É` gives `e`.
  public var folded: String { TextFolding.fold(self) }
}
