extension StringProtocol {
  /// The text without Unicode white space at its ends (no-break and ideographic blanks included).
  public func trimmingWhitespace() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? first
    var trimmed = String.UnicodeScalarView()
    trimmed.append(contentsOf: scalars[first...last])
    return String(trimmed)
  }

  /// The text trimmed, and each run of white space inside folded into one blank.
  public func foldingWhitespace() -> String {
    var out = String.UnicodeScalarView()
    var pending = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        pending = !out.isEmpty
      } else {
        if pending { out.append(" ") }
        pending = false
        out.append(scalar)
      }
    }
    return String(out)
  }
}

extension String {
  /// The same as for any text, without a copy where nothing is to be done: most values are clean.
  public func trimmingWhitespace() -> String {
    // Most values begin and end with a visible ASCII sign, and asking Unicode is dear.
    guard let head = utf8.first, let tail = utf8.last else { return self }
    if (0x21..<0x7F).contains(head), (0x21..<0x7F).contains(tail) { return self }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return self }
    let isClean = !first.properties.isWhitespace && !last.properties.isWhitespace
    return isClean ? self : self[...].trimmingWhitespace()
  }

  /// The same as for any text, without a copy where nothing is to be done.
  public func foldingWhitespace() -> String { isFolded ? self : self[...].foldingWhitespace() }

  /// Whether there is nothing to fold, judged by the bytes; `false` also where only the scalars tell:
  /// all white space beyond ASCII begins with one of four bytes.
  private var isFolded: Bool {
    let judged = utf8.withContiguousStorageIfAvailable { bytes in
      var isBlank = true
      for byte in bytes {
        switch byte {
        case 0x20:
          if isBlank { return false }
          isBlank = true
        case ..<0x20, 0xC2, 0xE1, 0xE2, 0xE3: return false
        default: isBlank = false
        }
      }
      return !isBlank || bytes.isEmpty
    }
    return judged ?? false
  }
}
