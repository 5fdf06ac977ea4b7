import FileFormats
import NameIndex

/// Texts that are seldom read, compressed in blocks. A text lies in one block.
struct CompressedTexts {
  private(set) var blocks = ByteChunks()
  /// For each block where it begins, compressed and as text; one pair more closes the last.
  private(set) var starts: [UInt32] = [0, 0]
  private var pending: [UInt8] = []
  private var count = 0

  /// Reading one text reads one block; larger blocks are tighter and slower to read.
  private static let blockSize = 1 << 15
  /// The largest block that is read.
  static let largestBlock = 1 << 26

  /// Adds a text; returns where it stands among all texts.
  mutating func add(_ text: [UInt8]) -> UInt32 {
    let start = UInt32(count)
    pending.append(contentsOf: text)
    count += text.count
    if pending.count >= Self.blockSize { close() }
    return start
  }

  /// Ends the last block.
  mutating func close() {
    guard !pending.isEmpty else { return }
    blocks.append(Deflate.compress(pending))
    pending.removeAll(keepingCapacity: true)
    starts.append(contentsOf: [UInt32(blocks.count), UInt32(count)])
  }
}

/// Reads ``CompressedTexts`` from a file.
struct CompressedTextReader: Sendable {
  let blocks: PackedArray<UInt8>
  let starts: PackedArray<UInt32>

  /// How many bytes the texts have in all.
  var count: Int { Int(starts[starts.count - 1]) }

  /// Whether the blocks lie one behind the other and none is too large to be read.
  var isWhole: Bool {
    guard starts.count >= 2, starts.count % 2 == 0, starts[0] == 0, starts[1] == 0 else {
      return false
    }
    for place in stride(from: 2, to: starts.count, by: 2) {
      guard starts[place] >= starts[place - 2], starts[place + 1] >= starts[place - 1],
        Int(starts[place + 1] - starts[place - 1]) <= CompressedTexts.largestBlock
      else { return false }
    }
    return Int(starts[starts.count - 2]) == blocks.count
  }

  /// The text of that place; `nil` where no block holds all of it or the block was made wrong.
  func text(_ range: Range<Int>) -> [UInt8]? {
    guard let (start, content) = block(with: range) else { return nil }
    return Array(content[(range.lowerBound - start)..<(range.upperBound - start)])
  }

  /// The whole block that the text stands in, and where it begins.
  func block(with range: Range<Int>) -> (start: Int, content: [UInt8])? {
    guard range.upperBound <= count else { return nil }
    // The last block that does not begin behind the text.
    var low = 0
    var high = starts.count / 2 - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(starts[middle * 2 + 1]) <= range.lowerBound { low = middle } else { high = middle - 1 }
    }
    guard low < starts.count / 2 - 1 else { return nil }
    let first = Int(starts[low * 2 + 1])
    let last = Int(starts[low * 2 + 3])
    guard range.upperBound <= last else { return nil }
    let block = blocks.buffer(Int(starts[low * 2])..<Int(starts[low * 2 + 2]))
    guard let content = try? Deflate.decompress(block, count: last - first) else { return nil }
    return (first, content)
  }
}
