/// Reads JSON (RFC 8259) strictly: one value, no comments, no trailing commas, no duplicate names, no
/// lone surrogates.
///
/// Own code because bulk list files come as JSON lines, where Foundation reads 19 to 44 MB/s, and
/// because a transaction's numbers must keep their written form.
///
/// - Complexity: O(*n*) in the bytes; nesting is limited to 128.
public struct JSONParser {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private static let depthLimit = 128

  /// Returns the value that `bytes` hold.
  public static func parse(_ bytes: [UInt8]) throws(FileFormatError) -> JSONValue {
    try parse(bytes, in: 0..<bytes.count)
  }

  /// Returns the value that stands in `range` of `bytes`.
  public static func parse(
    _ bytes: [UInt8], in range: Range<Int>
  ) throws(FileFormatError) -> JSONValue {
    var parser = JSONParser(bytes: bytes, position: range.lowerBound, end: range.upperBound)
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { parser.position += 3 }
    parser.skipBlanks()
    guard parser.position < parser.end else {
      throw FileFormatError(.notThisFormat, "there is no JSON value")
    }
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.position == parser.end else {
      throw parser.error(.malformed, "there is something after the JSON value")
    }
    return value
  }

  /// Returns the value that `text` holds.
  public static func parse(_ text: String) throws(FileFormatError) -> JSONValue {
    try parse(Array(text.utf8))
  }

  private init(bytes: [UInt8], position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  private func error(_ reason: FileFormatError.Reason, _ message: String) -> FileFormatError {
    let reason = position >= end && reason == .malformed ? .truncated : reason
    let line = bytes[0..<min(position, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return FileFormatError(reason, message, line: line)
  }

  private mutating func skipBlanks() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(FileFormatError) -> JSONValue {
    guard depth < Self.depthLimit else {
      throw error(.limit, "the value is nested deeper than \(Self.depthLimit)")
    }
    guard position < end else { throw error(.malformed, "a value is missing") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(FileFormatError) -> JSONValue {
    let count = word.utf8CodeUnitCount
    guard position + count <= end,
      (0..<count).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
    else { throw error(.malformed, "`\(word)` was expected") }
    position += count
    return value
  }

  private mutating func object(depth: Int) throws(FileFormatError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipBlanks()
    if position < end, bytes[position] == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      skipBlanks()
      guard position < end, bytes[position] == UInt8(ascii: "\"") else {
        throw error(.malformed, "a member name in quotes was expected")
      }
      let name = try string()
      if members.contains(where: { $0.name == name }) {
        throw error(.malformed, "the member `\(name)` stands twice")
      }
      skipBlanks()
      guard position < end, bytes[position] == UInt8(ascii: ":") else {
        throw error(.malformed, "`:` was expected after the member name `\(name)`")
      }
      position += 1
      skipBlanks()
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      if try endOfList(UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array(depth: Int) throws(FileFormatError) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipBlanks()
    if position < end, bytes[position] == UInt8(ascii: "]") {
      position += 1
      return .array(elements)
    }
    while true {
      skipBlanks()
      elements.append(try value(depth: depth + 1))
      if try endOfList(UInt8(ascii: "]")) { return .array(elements) }
    }
  }

  private mutating func endOfList(_ closing: UInt8) throws(FileFormatError) -> Bool {
    skipBlanks()
    guard position < end, bytes[position] == closing || bytes[position] == UInt8(ascii: ",") else {
      throw error(
        .malformed, "`,` or `\(Character(Unicode.Scalar(closing)))` was expected")
    }
    position += 1
    return bytes[position - 1] == closing
  }

  private mutating func number() throws(FileFormatError) -> JSONValue {
    let start = position
    func digit(_ at: Int) -> Bool { at < end && (0x30...0x39).contains(bytes[at]) }
    if position < end, bytes[position] == UInt8(ascii: "-") { position += 1 }
    guard digit(position) else { throw error(.malformed, "a JSON value was expected") }
    if bytes[position] == 0x30 {
      position += 1
    } else {
      while digit(position) { position += 1 }
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard digit(position) else { throw error(.malformed, "a digit was expected after `.`") }
      while digit(position) { position += 1 }
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
      guard digit(position) else { throw error(.malformed, "an exponent was expected") }
      while digit(position) { position += 1 }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func string() throws(FileFormatError) -> String {
    position += 1
    var start = position
    var decoded: [UInt8]?
    while true {
      guard position < end else { throw error(.malformed, "the text has no closing quote") }
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        let tail = bytes[start..<position]
        position += 1
        let text: String?
        if var all = decoded {
          all.append(contentsOf: tail)
          text = String(validating: all, as: UTF8.self)
        } else {
          text = String(validating: tail, as: UTF8.self)
        }
        guard let text else { throw error(.malformed, "the text is not valid UTF-8") }
        return text
      case UInt8(ascii: "\\"):
        decoded = (decoded ?? []) + bytes[start..<position]
        position += 1
        decoded?.append(contentsOf: try escape())
        start = position
      case 0..<0x20:
        throw error(.malformed, "a control character stands unescaped in a text")
      default: position += 1
      }
    }
  }

  private mutating func escape() throws(FileFormatError) -> [UInt8] {
    guard position < end else { throw error(.malformed, "the text has no closing quote") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      let unit = try codeUnit()
      if (0xD800..<0xDC00).contains(unit) {
        guard position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
          bytes[position + 1] == UInt8(ascii: "u")
        else { throw error(.malformed, "a surrogate stands alone") }
        position += 2
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw error(.malformed, "a surrogate stands alone") }
        return Array(String(scalar).utf8)
      }
      guard let scalar = Unicode.Scalar(unit) else {
        throw error(.malformed, "a surrogate stands alone")
      }
      return Array(String(scalar).utf8)
    default: throw error(.malformed, "an unknown escape stands in a text")
    }
  }

  private mutating func codeUnit() throws(FileFormatError) -> UInt32 {
    guard position + 4 <= end else { throw error(.malformed, "an escape is cut off") }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x30...0x39: unit = unit << 4 + UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 + UInt32((byte | 0x20) - 0x57)
      default: throw error(.malformed, "an escape is not hexadecimal")
      }
    }
    return unit
  }
}
