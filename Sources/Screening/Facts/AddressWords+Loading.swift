public import KnowledgeBase
public import Watchlist

extension AddressWords {
  /// The words of `Lexicons/address-words.csv`.
  public init(loading knowledge: CheckedKnowledge) {
    self.init(
      knowledge.citedRows("Lexicons/address-words.csv").compactMap { row in
        Role(rawValue: row.cells["role"]).map { (row.cells["word"], $0) }
      })
  }
}
