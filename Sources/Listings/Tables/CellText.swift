import FileFormats

/// Splits the cells into which publishers write several values.
enum CellText {
  /// The items of `(1) Germany. (2) Morocco`, `a) 1956; b) 1957`, `（a）甲（b）乙`; the whole text as one
  /// item when it has no such marks.
  ///
  /// Marks must come in order from the first, and may begin again; a text before `(2)` or `b)` is the first item even
  /// without a mark. Separators at the ends of items are dropped.
  ///
  /// - Complexity: O(*n*).
  static func numbered(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var starts: [(mark: Int, content: Int)] = []
    var style: Style?
    var expected = 1
    var index = 0
    while index < scalars.count {
      if let (length, ordinal, found) = mark(at: index, in: scalars),
        style == nil || style == found,
        ordinal == expected || (ordinal == 1 && starts.count > 1)
          || (starts.isEmpty && ordinal == 2 && index > 0 && found.isBracketed)
      {
        if starts.isEmpty, ordinal == 2 { starts.append((0, 0)) }
        // Text before a first mark that is not at the beginning belongs to no item: no list.
        if starts.isEmpty, !isBlank(scalars[..<index]) { break }
        style = found
        expected = ordinal + 1
        starts.append((index, index + length))
        index += length
      } else {
        index += 1
      }
    }
    guard !starts.isEmpty else { return item(scalars[...]).map { [$0] } ?? [] }
    var items: [String] = []
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1].mark : scalars.count
      if let item = item(scalars[start.content..<end]) { items.append(item) }
    }
    return items
  }

  /// The values between `separators`, trimmed; empty ones are left out.
  static func split(_ text: String, at separators: Set<Character>) -> [String] {
    text.split { separators.contains($0) }.compactMap { item(Array($0.unicodeScalars)[...]) }
  }

  /// Whether the cell says that there is no value.
  static func isNothing(_ text: String) -> Bool {
    // The longest way to say so has 13 signs; long cells need no folding to be told apart.
    guard text.utf8.count <= 64 else { return false }
    return switch text.foldingWhitespace().lowercased() {
    case "", "na", "n/a", "n.a.", "/", "-", "–", "不明", "not available", "none", "unknown",
      "該当なし", "なし":
      true
    default: false
    }
  }

  /// The first place of `part` in `text`, compared byte by byte.
  ///
  /// - Complexity: O(*n*) in the bytes of `text`, for parts as short as labels.
  static func firstIndex(of part: String, in text: some StringProtocol) -> String.Index? {
    let sought = part.utf8
    guard let head = sought.first else { return text.startIndex }
    var rest = text.utf8[...]
    while let index = rest.firstIndex(of: head) {
      rest = rest[index...]
      if rest.starts(with: sought) { return index }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// `text` unless it says that there is no value.
  static func value(_ text: String) -> String? {
    let trimmed = text.trimmingWhitespace()
    return isNothing(trimmed) ? nil : trimmed
  }

  private enum Style: Hashable {
    case bracketedNumber, bracketedLetter, number, letter
    var isBracketed: Bool { self == .bracketedNumber || self == .bracketedLetter }
  }

  /// The length, ordinal and style of the mark at `index`: `(1)`, `(a)`, `1)`, `a)`.
  private static func mark(
    at index: Int, in scalars: [Unicode.Scalar]
  ) -> (length: Int, ordinal: Int, style: Style)? {
    var position = index
    let isBracketed = halfWidth(scalars[position]) == "("
    if isBracketed {
      position += 1
    } else if index > 0 {
      let before = scalars[index - 1]
      guard before.properties.isWhitespace || [";", ",", "."].contains(before) else { return nil }
    }
    var ordinal = 0
    var isLetter = false
    let first = position
    while position < scalars.count, position - first < 2 {
      let value = halfWidth(scalars[position]).value
      if (0x30...0x39).contains(value), !isLetter {
        ordinal = ordinal * 10 + Int(value) - 0x30
      } else if (0x61...0x7A).contains(value), position == first {
        ordinal = Int(value) - 0x60
        isLetter = true
      } else {
        break
      }
      position += 1
    }
    guard position > first, position < scalars.count, halfWidth(scalars[position]) == ")",
      ordinal > 0
    else { return nil }
    let style: Style =
      isBracketed
      ? (isLetter ? .bracketedLetter : .bracketedNumber) : (isLetter ? .letter : .number)
    return (position + 1 - index, ordinal, style)
  }

  /// Full-width ASCII (U+FF01…U+FF5E) as ASCII.
  static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func isBlank(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.allSatisfy { $0.properties.isWhitespace }
  }

  private static let loose: Set<Unicode.Scalar> = [";", ",", "、", "；", "，"]

  private static func item(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    var slice = scalars
    while let last = slice.last, last.properties.isWhitespace || loose.contains(last) {
      slice.removeLast()
    }
    while let first = slice.first, first.properties.isWhitespace || loose.contains(first) {
      slice.removeFirst()
    }
    guard !slice.isEmpty else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: slice)
    return String(view)
  }
}

extension Array where Element: Hashable {
  /// Appends `element` unless it is there already.
  mutating func appendNew(_ element: Element) {
    if !contains(element) { append(element) }
  }

  mutating func appendNew(contentsOf elements: some Sequence<Element>) {
    for element in elements { appendNew(element) }
  }
}
