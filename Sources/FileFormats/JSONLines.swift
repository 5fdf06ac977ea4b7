/// Walks the lines of a JSON-lines document without copying them.
///
/// Blank lines are passed over. Lines end in LF or CRLF.
public struct JSONLines: Sequence, IteratorProtocol {
  /// One line: its number, counted from 1, and where it stands.
  public struct Line: Hashable, Sendable {
    /// Counted from 1, blank lines included.
    public let number: Int
    /// Where the line lies in the bytes, without its line end.
    public let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var position: Int
  private var number = 0

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next line that is not blank, or `nil` at the end.
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
