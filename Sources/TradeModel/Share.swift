/// An ownership share as stated: exact, or an interval, or unreadable.
///
/// "More than 50 %" stays an interval; it never becomes a number somebody chose.
public struct Share: Hashable, Sendable {
  /// As entered.
  public let text: String
  /// The bounds in hundredths of a percent, 0…10000. `nil` when `text` could not be read. "More
  /// than" and "less than" leave out the bound itself, by one hundredth.
  public let hundredths: ClosedRange<Int>?

  /// Reads `25`, `25.5 %`, `25,5%`, `25-50 %`, `>50`, `more than 50 %`, `plus de 50 %`, `<= 10`.
  public init(_ text: String) {
    self.text = text
    hundredths = Share.read(text)
  }

  /// `false` when the text is all there is.
  public var isReadable: Bool { hundredths != nil }

  private static func read(_ text: String) -> ClosedRange<Int>? {
    var rest = text.lowercased().filter { !$0.isWhitespace }
    if rest.last == "%" { rest.removeLast() }
    func strip(_ prefixes: [String]) -> Bool {
      for prefix in prefixes where rest.hasPrefix(prefix) {
        rest.removeFirst(prefix.count)
        return true
      }
      return false
    }
    if strip([">=", "≥", "atleast", "aumoins"]) { return number(rest).map { $0...10_000 } }
    if strip(["<=", "≤", "atmost", "upto", "auplus"]) { return number(rest).map { 0...$0 } }
    if strip([">", "morethan", "over", "plusde"]) {
      return number(rest).flatMap { $0 < 10_000 ? ($0 + 1)...10_000 : nil }
    }
    if strip(["<", "lessthan", "under", "moinsde"]) {
      return number(rest).flatMap { $0 > 0 ? 0...($0 - 1) : nil }
    }
    let bounds = rest.replacing(with: "-", where: ["–", "—", "to", "à"])
      .split(separator: "-", omittingEmptySubsequences: false)
    if bounds.count == 2 {
      var lower = String(bounds[0])
      if lower.last == "%" { lower.removeLast() }
      guard let low = number(lower), let high = number(String(bounds[1])), low <= high else {
        return nil
      }
      return low...high
    }
    return number(rest).map { $0...$0 }
  }

  private static func number(_ text: String) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count), let whole = digits(parts[0]), whole <= 100 else {
      return nil
    }
    guard parts.count == 2 else { return whole * 100 }
    // More than two decimals cannot be kept; the share is then unreadable, not rounded.
    guard (1...2).contains(parts[1].count), let fraction = digits(parts[1]) else { return nil }
    let value = whole * 100 + (parts[1].count == 1 ? fraction * 10 : fraction)
    return value <= 10_000 ? value : nil
  }

  private static func digits(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}

extension String {
  /// The text with every occurrence of each of `words` replaced by `replacement`.
  fileprivate func replacing(with replacement: String, where words: [String]) -> String {
    words.reduce(self) {
      $0.split(separator: $1, omittingEmptySubsequences: false)
        .joined(separator: replacement)
    }
  }
}
