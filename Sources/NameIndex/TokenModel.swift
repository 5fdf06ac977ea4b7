/// What the frozen name model says of a folded token by itself, wherever it stands.
///
/// INVARIANT: a function of the text and the model version alone, never of a list; otherwise an update
/// of one record would change what other records meet.
public struct TokenModel: Sendable {
  /// What is known of one token.
  public struct Entry: Hashable, Sendable {
    /// How many tenths of a bit an agreement on it is worth, as far as the token alone tells.
    public let weight: Int
    /// The number of its group of spellings of one name, or 0.
    public let group: UInt32

    public init(weight: Int, group: UInt32) {
      self.weight = weight
      self.group = group
    }

    /// Weights are kept in fifteen bits; no name is worth 200 bits.
    var packedWeight: Int { max(0, min(2000, weight)) }
  }

  /// Looks a token up.
  public let entry: @Sendable ([UInt8]) -> Entry

  public init(entry: @escaping @Sendable ([UInt8]) -> Entry) { self.entry = entry }

  public init(
    weight: @escaping @Sendable ([UInt8]) -> Int, group: @escaping @Sendable ([UInt8]) -> UInt32
  ) {
    self.init { Entry(weight: weight($0), group: group($0)) }
  }

  /// How many tenths of a bit an agreement on `text` is worth.
  public func weight(_ text: [UInt8]) -> Int { entry(text).weight }
  /// The number of the group of spellings of `text`, or 0.
  public func group(_ text: [UInt8]) -> UInt32 { entry(text).group }
}
