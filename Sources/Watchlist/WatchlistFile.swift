import CXXHash
import FileFormats
public import NameIndex
public import TradeModel

/// All listed parties in one compiled, immutable file, mapped into memory.
///
/// A class because it owns the mapping, which ends with it. It never changes, so threads share it.
/// Whatever stands in the file was checked when it was opened: magic, version, lengths, a checksum
/// over every byte, and every offset.
public final class WatchlistFile: Sendable {
  /// The form of file that this program writes and reads.
  public static var formatVersion: UInt32 { WatchlistFormat.version }

  let region: ByteRegion
  /// SHA-256 of the content; it names the file and goes into every dossier.
  public let digest: Digest
  /// What it was compiled from, and with which name model.
  public let description: WatchlistDescription
  /// The names of all parties.
  public let index: PackedNameIndex
  let partyRecords: PackedTable
  let nameRecords: PackedTable
  /// The name that each numbered reading of the index belongs to.
  public let unitNames: PackedNumbers
  let factRecords: PackedTable
  let designationRecords: PackedTable
  let designationText: CompressedTextReader
  let identifierHashes: PackedArray<UInt64>
  let identifierParties: PackedNumbers
  let textPool: PackedArray<UInt8>
  let partyOrder: PackedNumbers
  let designationOrder: PackedNumbers
  let relationRecords: PackedTable
  let relationHashes: PackedArray<UInt64>
  let relationOrder: PackedNumbers
  let addressHashes: PackedArray<UInt32>
  let addressFacts: PackedNumbers

  /// Maps and checks the file at `path`.
  ///
  /// - Throws: ``WatchlistError`` for whatever is no whole, undamaged watchlist of this version.
  /// - Complexity: one pass over the bytes; memory in use grows later, with the pages touched.
  public convenience init(opening path: String) throws(WatchlistError) {
    let region: ByteRegion
    do {
      region = try ByteRegion(mapping: path)
    } catch {
      throw WatchlistError(.cannotRead, error.description)
    }
    region.bringPagesIn()
    try self.init(region)
    region.forgetPages()
  }

  /// Checks and holds a compiled watchlist in memory.
  public convenience init(bytes: [UInt8]) throws(WatchlistError) {
    try self.init(ByteRegion(copying: bytes))
  }

  private init(_ region: ByteRegion) throws(WatchlistError) {
    self.region = region
    digest = try Self.checkHeader(region)
    do {
      typealias Section = WatchlistFormat.Section
      let sections = try SectionedBytes(region, in: WatchlistFormat.headerLength..<region.count)
      func numbers(_ section: Section) throws(SectionError) -> PackedNumbers {
        try PackedNumbers(sections.array(section.rawValue, of: UInt8.self))
      }
      func table(_ section: Section, _ fields: Int) throws(SectionError) -> PackedTable {
        try PackedTable(sections.array(section.rawValue, of: UInt8.self), fields: fields)
      }
      description = try WatchlistDescription(
        json: Array(region.buffer[try sections.range(Section.description.rawValue)]))
      index = try PackedNameIndex(region, in: try sections.range(Section.nameIndex.rawValue))
      partyRecords = try table(.parties, WatchlistFormat.partyFields)
      nameRecords = try table(.names, WatchlistFormat.nameFields)
      unitNames = try numbers(.unitNames)
      factRecords = try table(.facts, WatchlistFormat.factFields)
      designationRecords = try table(.designations, WatchlistFormat.designationFields)
      designationText = CompressedTextReader(
        blocks: try sections.array(Section.designationText.rawValue, of: UInt8.self),
        starts: try sections.array(Section.designationBlocks.rawValue, of: UInt32.self))
      identifierHashes = try sections.array(Section.identifierHashes.rawValue, of: UInt64.self)
      identifierParties = try numbers(.identifierParties)
      textPool = try sections.array(Section.text.rawValue, of: UInt8.self)
      partyOrder = try numbers(.partyOrder)
      designationOrder = try numbers(.designationOrder)
      relationRecords = try table(.relations, WatchlistFormat.relationFields)
      relationHashes = try sections.array(Section.relationHashes.rawValue, of: UInt64.self)
      relationOrder = try numbers(.relationOrder)
      addressHashes = try sections.array(Section.addressHashes.rawValue, of: UInt32.self)
      addressFacts = try numbers(.addressFacts)
      try checkInvariants()
    } catch {
      throw WatchlistError(.damaged, "the watchlist is damaged: \(error)")
    }
  }

  private static func checkHeader(_ region: ByteRegion) throws(WatchlistError) -> Digest {
    let bytes = region.buffer
    let magic = WatchlistFormat.magic
    guard bytes.prefix(magic.count).elementsEqual(magic.prefix(bytes.count)) else {
      throw WatchlistError(.notAWatchlist, "this is no compiled watchlist")
    }
    guard bytes.count >= WatchlistFormat.headerLength + 16 else {
      throw WatchlistError(.truncated, "the watchlist ends after \(bytes.count) bytes")
    }
    let version = UInt32(littleEndian: bytes.load(fromByteOffset: 8, as: UInt32.self))
    guard version == WatchlistFormat.version else {
      throw WatchlistError(
        .otherVersion,
        "the watchlist has format \(version), this program reads \(WatchlistFormat.version)")
    }
    let length = UInt64(littleEndian: bytes.load(fromByteOffset: 16, as: UInt64.self))
    guard length == UInt64(bytes.count) else {
      throw WatchlistError(
        length > UInt64(bytes.count) ? .truncated : .damaged,
        "the watchlist should have \(length) bytes and has \(bytes.count)")
    }
    let place = WatchlistFormat.checksumPlace
    let checksum = UInt64(
      littleEndian: bytes.load(fromByteOffset: place.lowerBound, as: UInt64.self))
    let hash = FileChecksum()
    hash.update(UnsafeRawBufferPointer(rebasing: bytes[..<place.lowerBound]))
    hash.update(UnsafeRawBufferPointer(rebasing: bytes[place.upperBound...]))
    guard hash.value == checksum else {
      throw WatchlistError(.damaged, "the watchlist is damaged: its checksum does not fit")
    }
    return Digest(bytes: Array(bytes[WatchlistFormat.digestPlace]))
  }
}

/// XXH3-64 over pieces of bytes.
///
/// A class because the state of the library is one: it is created and freed here.
final class FileChecksum {
  private let state = XXH3_createState()

  init() { XXH3_64bits_reset(state) }
  deinit { XXH3_freeState(state) }

  func update(_ bytes: UnsafeRawBufferPointer) {
    XXH3_64bits_update(state, bytes.baseAddress, bytes.count)
  }

  var value: UInt64 { XXH3_64bits_digest(state) }
}
