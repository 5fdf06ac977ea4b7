import Listings
import TradeModel

/// Collects the relations of designations for the file.
struct RelationPacking {
  private var rows: [UInt32] = []
  /// The designation that a relation points to, by its row.
  private var pending: [(row: Int, id: String)] = []
  private var byName: [(hash: UInt64, relation: UInt32)] = []

  mutating func add(_ designation: Designation, number: UInt32, text: inout TextPool) {
    for relation in designation.relations {
      let row = rows.count / WatchlistFormat.relationFields
      let name: String
      switch relation.target {
      case .name(let written):
        name = written
        if let hash = RelationName.hash(of: written) { byName.append((hash, UInt32(row))) }
      case .key(let key):
        name = key
        pending.append((row, DesignationID(list: designation.id.list, key: key).description))
      case .record(let written, let key):
        name = written
        if let hash = RelationName.hash(of: written) { byName.append((hash, UInt32(row))) }
        pending.append((row, DesignationID(list: designation.id.list, key: key).description))
      }
      rows.append(number)
      rows.append(contentsOf: text.addCommon(relation.type))
      rows.append(contentsOf: text.add(name))
      rows.append(contentsOf: [0, relation.share.map { UInt32(min(max($0, 0), 10_000) + 1) } ?? 0])
      rows.append(contentsOf: relation.note.map { text.add($0) } ?? [0, 0])
      rows.append(contentsOf: relation.quote.map { text.add($0) } ?? [0, 0])
    }
  }

  /// The rows with the parties they point to, and the rows by the hashed names they point to.
  ///
  /// A key that no designation of the file has leaves its row without a party: the list then names a
  /// record that is not on it.
  consuming func finish(
    partyOfDesignation: [String: UInt32]
  ) -> (rows: [UInt32], byName: [(hash: UInt64, relation: UInt32)]) {
    for (row, id) in pending {
      guard let party = partyOfDesignation[id] else { continue }
      rows[row * WatchlistFormat.relationFields + 5] = party + 1
    }
    return (rows, byName.sorted { $0 < $1 })
  }
}

/// The form of a name by which a relation is found.
enum RelationName {
  /// FNV-1a over the folded name; `nil` for a name without letters or digits. Equal hashes are still
  /// compared by name.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, The FNV Non-Cryptographic Hash Algorithm.
  static func hash(of name: String) -> UInt64? {
    let key = name.foldedNameKey
    guard !key.isEmpty else { return nil }
    return key.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
