extension JSONValue {
  /// The canonical form: UTF-8, members sorted by name (by Unicode scalar), no blanks, shortest
  /// escapes, numbers as written. The same value gives the same bytes everywhere.
  ///
  /// Quivive's own documents hold integers only, so this is the form of RFC 8785 for them.
  public var canonical: [UInt8] {
    var out: [UInt8] = []
    write(into: &out, indent: nil, sorted: true)
    return out
  }

  /// One line, members in their order.
  public var compact: [UInt8] {
    var out: [UInt8] = []
    write(into: &out, indent: nil, sorted: false)
    return out
  }

  /// Indented by two blanks, members in their order; for people.
  public var indented: [UInt8] {
    var out: [UInt8] = []
    write(into: &out, indent: 0, sorted: false)
    out.append(0x0A)
    return out
  }

  private func write(into out: inout [UInt8], indent: Int?, sorted: Bool) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): out.append(contentsOf: text.utf8)
    case .string(let text): Self.write(text, into: &out)
    case .array(let elements):
      Self.list(elements, open: "[", close: "]", into: &out, indent: indent) {
        element, out, indent in
        element.write(into: &out, indent: indent, sorted: sorted)
      }
    case .object(let members):
      let ordered =
        sorted
        ? members.sorted {
          $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
        } : members
      Self.list(ordered, open: "{", close: "}", into: &out, indent: indent) { member, out, indent in
        Self.write(member.name, into: &out)
        out.append(UInt8(ascii: ":"))
        if indent != nil { out.append(0x20) }
        member.value.write(into: &out, indent: indent, sorted: sorted)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], open: Unicode.Scalar, close: Unicode.Scalar, into out: inout [UInt8],
    indent: Int?, write: (Element, inout [UInt8], Int?) -> Void
  ) {
    func newline(_ level: Int) {
      out.append(0x0A)
      out.append(contentsOf: repeatElement(0x20, count: level * 2))
    }
    out.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      if let indent { newline(indent + 1) }
      write(element, &out, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty { newline(indent) }
    out.append(UInt8(ascii: close))
  }

  private static func write(_ text: String, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): out.append(contentsOf: "\\\\".utf8)
      case 0x08: out.append(contentsOf: "\\b".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      case 0x0A: out.append(contentsOf: "\\n".utf8)
      case 0x0C: out.append(contentsOf: "\\f".utf8)
      case 0x0D: out.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        out.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
        out.append(contentsOf: String(byte, radix: 16).utf8)
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
