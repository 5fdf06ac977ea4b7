import NameAnalysis
public import NameIndex
public import Watchlist

/// Some parties of a watchlist with an index of their names alone: asking them costs as little as if
/// nobody else were listed, and weighs the same.
///
/// Whether two names meet, and what they weigh, is a function of the two names; so the answer is the
/// part of the whole watchlist's answer that concerns these parties.
public struct PartySelection: Sendable {
  /// By number, ascending.
  public let parties: [Int]
  let index: PackedNameIndex
  /// The reading of the watchlist that each reading of ``index`` is, ascending.
  let units: [UInt32]

  /// - Complexity: O(*n* log *n*) in the parts of the parties' names.
  public init(
    _ parties: some Sequence<Int>, of watchlist: WatchlistFile, model: TokenModel
  ) throws(SectionError) {
    self.parties = Set(parties).sorted()
    var builder = NameIndexBuilder(model: model)
    var units: [UInt32] = []
    for party in self.parties {
      for name in watchlist.names(ofParty: party) {
        for unit in watchlist.name(name).units {
          let (reading, weights) = watchlist.index.reading(ofUnit: unit)
          _ = builder.add(reading, weights: weights)
          units.append(UInt32(unit))
        }
      }
    }
    self.units = units
    let bytes = builder.finish()
    index = try PackedNameIndex(ByteRegion(copying: bytes), in: 0..<bytes.count)
  }

  /// - Complexity: O(log *n*).
  func contains(_ party: Int) -> Bool {
    let place = Self.place(of: party, in: parties)
    return place < parties.count && parties[place] == party
  }

  /// The number in ``index`` of a reading of the watchlist; `nil` for that of another party.
  func number(ofUnit unit: Int) -> Int? {
    let place = Self.place(of: UInt32(unit), in: units)
    return place < units.count && units[place] == UInt32(unit) ? place : nil
  }

  /// The first place whose value is not below `value`.
  private static func place<Value: Comparable>(of value: Value, in values: [Value]) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
