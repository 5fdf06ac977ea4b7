import NameIndex

/// Reads the designations of a watchlist one after the other: what stands in one block is decompressed
/// once. One per thread.
///
/// ``WatchlistFile/json(ofDesignation:)`` is for single ones.
public struct DesignationReader {
  private let watchlist: WatchlistFile
  private var range = 0..<0
  private var block: [UInt8] = []

  public init(_ watchlist: WatchlistFile) { self.watchlist = watchlist }

  /// The whole designation as canonical JSON, as ``WatchlistFile/json(ofDesignation:)`` gives it.
  public mutating func json(ofDesignation designation: Int) -> ArraySlice<UInt8> {
    let start = watchlist.designationRecords[designation, 2]
    let end = start + watchlist.designationRecords[designation, 3]
    if start < range.lowerBound || end > range.upperBound {
      guard let read = watchlist.designationText.block(with: start..<end) else { return [] }
      (range, block) = (read.start..<(read.start + read.content.count), read.content)
    }
    return block[(start - range.lowerBound)..<(end - range.lowerBound)]
  }
}
