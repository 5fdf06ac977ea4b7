/// Walks the lines of a JSON-lines document without copying them.
///
/// Blank lines are passed over. Lines end in LF or CRLF.
public struct JSONLines: Sequence, IteratorProtocol {
  /// One line: its number, counted from 1, and where it stands.
  public struct Line: Hashable, Sendable {
    public let number: Int
    public let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var position: Int
  private var number = 0

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  public mutating func next() -> Line? {
    while position < bytes.count {
      let start = position
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      position = end + 1
      number += 1
      let isBlank = bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
      if !isBlank { return Line(number: number, range: start..<end) }
    }
    return nil
  }
}
