/// How a compiled watchlist lies in its file. All numbers are little-endian.
///
/// ```
///  0  magic, 8 bytes
///  8  format version
/// 12  zero
/// 16  length of the file
/// 24  XXH3-64 of every byte but these eight
/// 32  SHA-256 of everything from 64 on: the digest that names the file
/// 64  the table of sections, then the sections
/// ```
enum WatchlistFormat {
  static let magic: [UInt8] = Array("QUIVIVEW".utf8)
  /// Raised whenever an older program could misread the file.
  static let version: UInt32 = 7
  static let headerLength = 64
  static let checksumPlace = 24..<32
  static let digestPlace = 32..<64

  enum Section: UInt32 {
    case description = 1
    case nameIndex
    case parties
    case names
    case unitNames
    case facts
    case designations
    case designationText
    case identifierHashes
    case identifierParties
    case text
    case partyOrder
    case designationOrder
    case designationBlocks
    case relations
    case relationHashes
    case relationOrder
    case addressHashes
    case addressFacts
  }

  /// The fields of each record, for ``PackedTable``.
  ///
  /// party: id (offset, length), caption (offset, length), kind, first name, first fact, first
  /// designation, joins as JSON (offset, length). One record more closes the runs.
  static let partyFields = 10
  /// name: text (offset, length), party, designation, kind, strength, first unit; one more closes.
  static let nameFields = 7
  /// fact: type, sub-type, flags; designation; two values; text (offset, length).
  static let factFields = 8
  /// designation: id (offset, length), JSON (offset among the uncompressed texts, length), party.
  static let designationFields = 5
  /// relation: designation that states it, the publisher's word (offset, length), the other party's name
  /// (offset, length), its number plus 1 where it is in the file itself, the share in hundredths of a
  /// percent plus 1 where it is stated, note (offset, length), sentence (offset, length).
  static let relationFields = 11
}
