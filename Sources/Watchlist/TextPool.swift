/// The texts of a watchlist, one behind the other, with equal ones of one party and short common ones
/// kept once.
struct TextPool {
  private(set) var bytes = ByteChunks()
  /// The texts of the party at hand.
  private var own: [String: UInt32] = [:]
  /// Short texts that many parties share, such as countries.
  private var common: [String: UInt32] = [:]
  private static let mostCommon = 4096

  /// Ends what may be shared within one party.
  mutating func beginParty() { own.removeAll(keepingCapacity: true) }

  /// Where `text` stands: offset and length.
  mutating func add(_ text: String) -> [UInt32] {
    if let start = own[text] ?? common[text] { return [start, UInt32(text.utf8.count)] }
    let start = UInt32(bytes.count)
    bytes.append(Array(text.utf8))
    own[text] = start
    return [start, UInt32(bytes.count) - start]
  }

  /// Where `text` stands, a text that other parties are likely to have too.
  mutating func addCommon(_ text: String) -> [UInt32] {
    let place = add(text)
    if common.count < Self.mostCommon { common[text] = place[0] }
    return place
  }

  /// Where the end of `whole` stands that is `text`; `text` on its own when it is no end of it.
  mutating func add(_ text: String, endOf whole: String) -> [UInt32] {
    guard whole.hasSuffix(text) else { return add(text) }
    let place = add(whole)
    let length = UInt32(text.utf8.count)
    return [place[0] + place[1] - length, length]
  }
}

/// Bytes that grow without being copied: memory peaks at their size, not at twice it.
struct ByteChunks {
  private(set) var chunks: [[UInt8]] = []
  private(set) var count = 0
  private static let chunkSize = 1 << 20

  mutating func append(_ bytes: [UInt8]) {
    if let last = chunks.last, last.count + bytes.count <= Self.chunkSize {
      chunks[chunks.count - 1].append(contentsOf: bytes)
    } else {
      var chunk: [UInt8] = []
      chunk.reserveCapacity(max(Self.chunkSize, bytes.count))
      chunk.append(contentsOf: bytes)
      chunks.append(chunk)
    }
    count += bytes.count
  }
}
