public import TradeModel

/// Everything that is known about how names are written: the tables of `Knowledge/Names`.
///
/// Made once, shared by all threads. Two models are equal when their versions are; the version changes
/// with every byte of every table.
public struct NameModel: Sendable {
  let tables: NameTables

  /// Reads the tables from the bytes of the files, by file name.
  ///
  /// Files whose names do not end in `.tsv` are left alone.
  /// - Throws: ``NameModelError`` with file and line where a table is missing or cannot be read.
  /// - Complexity: O(*n*) in the bytes.
  public init(_ files: [String: [UInt8]]) throws(NameModelError) {
    tables = try NameTables(files)
  }

  /// The frequency table's version and a fingerprint of all tables: `2026.11-0123456789abcdef`.
  public var version: String { tables.version }

  /// How much an agreement on this part is worth: the rarer the word among names of the kind, the more.
  ///
  /// From the frozen frequency table: log2 of names counted per name with the word, never below
  /// ``rarityFloor``. A word the table does not know was seen less than three times and counts as the
  /// rarest. A part with a group is as common as its group, all its spellings together, so that
  /// `Mohamed` is not rare for being written so.
  public func rarity(of part: NamePart, kind: PartyKind) -> Weight {
    tables.rarity(of: part, kind: kind)
  }

  /// The least an agreement is worth: half a bit.
  public static let rarityFloor = Weight(tenthsOfBit: 5)
}

extension NameModel: Hashable {
  public static func == (lhs: NameModel, rhs: NameModel) -> Bool { lhs.version == rhs.version }
  public func hash(into hasher: inout Hasher) { hasher.combine(version) }
}
