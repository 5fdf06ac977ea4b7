public import NameAnalysis
public import TradeModel

/// All that compiling and asking need of the name model, in one value: taking names apart, and what
/// parts and tokens are worth.
///
/// Both sides of a comparison must use the same version; a compiled file says which it was.
public struct NameReader: Sendable {
  /// The version of analysis, tables and frequencies together.
  public let version: String
  /// Takes a name of that kind apart.
  public let analyse: @Sendable (String, PartyKind) -> AnalysedName
  /// What an agreement on a part is worth in a name of this kind, in tenths of a bit.
  public let weight: @Sendable (NamePart, PartyKind) -> Int
  /// What a token is worth by itself, for the index.
  public let tokens: TokenModel

  public init(
    version: String, analyse: @escaping @Sendable (String, PartyKind) -> AnalysedName,
    weight: @escaping @Sendable (NamePart, PartyKind) -> Int, tokens: TokenModel
  ) {
    self.version = version
    self.analyse = analyse
    self.weight = weight
    self.tokens = tokens
  }

  /// What a word is worth that no table has, in a name of this kind.
  public func weightOfUnknown(_ kind: PartyKind) -> Int {
    // Folded words have no tilde.
    weight(NamePart(text: [0x7E, 0x7E], role: .word, source: 0..<2), kind)
  }
}
