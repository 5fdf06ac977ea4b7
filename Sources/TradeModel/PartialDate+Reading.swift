extension PartialDate {
  /// Reads a date as people enter it.
  ///
  /// Read are `1961-07-02`, `1961-07`, `1961`, `02/07/1961` and `02.07.1961` (day first, always),
  /// `07/1961`, `1951/1953`, `1951 to 1953`, `1951-1953`, `1961-01-01/1961-12-31`, and each of these
  /// after `circa`, `c.`, `ca.`, `about`, `approximately`, `vers`, `environ` or `~`. Anything else is
  /// kept as text with ``start`` `nil`: nothing is guessed.
  public init(reading text: String) {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
    var isCirca = false
    for mark in PartialDate.circaMarks where words.hasPrefix(mark) {
      isCirca = true
      words = words.dropFirst(mark.count).drop { $0 == " " }
      break
    }
    if let point = PartialDate.point(words) {
      self.init(text: text, start: point, isCirca: isCirca)
    } else if let (start, end) = PartialDate.range(words) {
      self.init(text: text, start: start, end: end, isCirca: isCirca)
    } else {
      self.init(text: text, start: nil, isCirca: isCirca)
    }
  }

  private static let circaMarks = [
    "approximately", "approx.", "approx", "circa", "environ", "about", "vers", "ca.", "c.", "ca ",
    "~",
  ]

  private static func point(_ text: Substring) -> Point? {
    let byDash = text.split(separator: "-", omittingEmptySubsequences: false)
    if (1...3).contains(byDash.count), byDash[0].count == 4,
      byDash.dropFirst().allSatisfy({ $0.count == 2 })
    {
      let numbers = byDash.compactMap(number)
      guard numbers.count == byDash.count else { return nil }
      return Point(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil)
    }
    for separator in ["/", "."] {
      let fields = text.split(separator: separator, omittingEmptySubsequences: false)
      guard (2...3).contains(fields.count), fields[fields.count - 1].count == 4,
        fields.dropLast().allSatisfy({ (1...2).contains($0.count) })
      else { continue }
      let numbers = fields.compactMap(number)
      guard numbers.count == fields.count else { return nil }
      return Point(
        year: numbers[numbers.count - 1], month: numbers[numbers.count - 2],
        day: numbers.count == 3 ? numbers[0] : nil)
    }
    return nil
  }

  private static func range(_ text: Substring) -> (Point, Point)? {
    for separator in [" to ", " - ", " – ", "–", "/", " à ", "-"] {
      let bounds = text.split(separator: separator, omittingEmptySubsequences: false)
      guard bounds.count == 2, let start = point(bounds[0].trimmingBlanks),
        let end = point(bounds[1].trimmingBlanks)
      else { continue }
      return start.firstDay <= end.lastDay ? (start, end) : nil
    }
    return nil
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
