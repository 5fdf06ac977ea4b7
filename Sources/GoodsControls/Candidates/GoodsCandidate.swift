/// Entries that a description may be about, with why. It is a lead for a person and never a
/// classification.
public struct GoodsCandidate: Hashable, Sendable {
  /// Where the words stand that the description shares.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// A name of the goods in `ControlLists/goods-words.csv`: enough by itself.
    case name
    /// A word that goes with such goods and with others: not enough by itself.
    case hint
    /// The title of an entry.
    case title
    /// A word of everyday articles, which speaks against.
    case everyday
    /// The kind of the item: software or technology for the goods of another family.
    case kind
  }

  /// One thing that speaks for or against.
  public struct Reason: Hashable, Sendable {
    /// Where the words stand.
    public let field: Field
    /// The phrase of the table that the description shares words with.
    public let phrase: String
    /// The words as the description has them, in its order.
    public let words: [String]
    /// What it adds to the score; negative when it speaks against.
    public let points: Int
  }

  /// The entries.
  public let family: GoodsFamily
  /// What speaks for them first, then what speaks against.
  public let reasons: [Reason]

  /// The sum of the points of the reasons; not a probability.
  public var score: Int { reasons.reduce(0) { $0 + $1.points } }
}
