import NameIndex
import TradeModel

/// A link to another party that a listed record states, as compiled.
public struct CompiledRelation: Hashable, Sendable {
  /// Whom the record names.
  public enum Target: Hashable, Sendable {
    /// A party of the same file, by its number.
    case party(Int)
    /// A name as published, or the key of a record that is not in the file.
    case name(String)
  }

  /// The number of the designation that states the link.
  public let designation: Int
  /// The publisher's word: `Subsidiary`, `Owned or Controlled By`.
  public let type: String
  /// The other party.
  public let target: Target
  /// In hundredths of a percent, where stated.
  public let share: Int?
  /// What else the record says of the link.
  public let note: String?
  /// The name as the record writes it; the key of the other record where it gives no name.
  public let writtenName: String
  /// The sentence from which the link was read; `nil` for one that stands in a field.
  public let quote: String?
}

extension WatchlistFile {
  /// How many links the records state.
  public var relationCount: Int { relationRecords.count }

  /// The link with that number, in the order of the designations that state them.
  public func relation(_ relation: Int) -> CompiledRelation {
    let party = relationRecords[relation, 5]
    let share = relationRecords[relation, 6]
    let note = text(relationRecords, relation, 7)
    let quote = text(relationRecords, relation, 9)
    let name = text(relationRecords, relation, 3)
    return CompiledRelation(
      designation: relationRecords[relation, 0], type: text(relationRecords, relation, 1),
      target: party > 0 ? .party(party - 1) : .name(name),
      share: share > 0 ? share - 1 : nil, note: note.isEmpty ? nil : note, writtenName: name,
      quote: quote.isEmpty ? nil : quote)
  }

  /// The links that the records of the party with that number state.
  ///
  /// - Complexity: O(log *n*) and the links found.
  public func relations(ofParty party: Int) -> [CompiledRelation] {
    let own = designations(ofParty: party)
    var low = 0
    var high = relationCount
    while low < high {
      let middle = (low + high) >> 1
      if relationRecords[middle, 0] < own.lowerBound { low = middle + 1 } else { high = middle }
    }
    return (low..<relationCount).lazy.prefix { self.relationRecords[$0, 0] < own.upperBound }
      .map { self.relation($0) }
  }

  /// The links that name `party` by a name of the same words, whatever their case, order and
  /// punctuation: parties that stand in the record of a listed one and have none of their own.
  ///
  /// - Complexity: O(log *n*) and the links found.
  public func relations(naming party: String) -> [CompiledRelation] {
    guard let hash = RelationName.hash(of: party) else { return [] }
    let key = party.foldedNameKey
    var place = relationHashes.lowerBound(hash, in: 0..<relationHashes.count)
    var found: [CompiledRelation] = []
    while place < relationHashes.count, relationHashes[place] == hash {
      let relation = relation(relationOrder[place])
      if relation.writtenName.foldedNameKey == key { found.append(relation) }
      place += 1
    }
    return found
  }
}
