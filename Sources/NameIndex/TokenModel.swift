/// What the frozen name model says of a folded token by itself, wherever it stands.
///
/// INVARIANT: both are functions of the text and the model version alone, never of a list; otherwise
/// an update of one record would change what other records meet.
public struct TokenModel: Sendable {
  /// How many tenths of a bit an agreement on the token is worth, as far as the token alone tells.
  public let weight: @Sendable ([UInt8]) -> Int
  /// The number of its group of spellings of one name, or 0.
  public let group: @Sendable ([UInt8]) -> UInt32

  public init(
    weight: @escaping @Sendable ([UInt8]) -> Int, group: @escaping @Sendable ([UInt8]) -> UInt32
  ) {
    self.weight = weight
    self.group = group
  }

  /// Weights are kept in two bytes; no name is worth 6,553 bits.
  func packedWeight(_ text: [UInt8]) -> UInt16 { UInt16(max(0, min(2000, weight(text)))) }
}
