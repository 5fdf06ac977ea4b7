import TradeModel

/// Reads the cells of one row of an ``OwnershipTable`` and keeps what was wrong with them.
struct RowReader {
  let file: String
  let line: Int
  let verbatim: String
  private(set) var problems: [OwnershipTable.Problem] = []

  init(file: String, line: Int, verbatim: String) {
    self.file = file
    self.line = line
    self.verbatim = verbatim
  }

  mutating func note(_ en: String, _ fr: String) {
    problems.append(
      OwnershipTable.Problem(
        file: file, line: line, text: BilingualText(en: en, fr: fr), verbatim: verbatim))
  }

  /// Both parties, or `nil` where one is missing: then there is no link.
  mutating func names(_ owner: String, _ owned: String) -> (owner: String, owned: String)? {
    guard !owner.isEmpty, !owned.isEmpty else {
      note(
        "the row does not name both parties and is not counted",
        "la ligne ne nomme pas les deux parties et n’est pas comptée")
      return nil
    }
    return (owner, owned)
  }

  mutating func kind(_ text: String) -> OwnershipKind {
    if text.isEmpty { return .shares }
    if let kind = OwnershipKind(reading: text) { return kind }
    let kinds = OwnershipKind.allCases.map(\.rawValue).joined(separator: ", ")
    note(
      "unknown kind `\(text)`; the kinds are \(kinds); the row counts as a link not described",
      "nature inconnue `\(text)` ; les natures sont \(kinds) ; la ligne compte comme un lien non décrit"
    )
    return .linked
  }

  mutating func share(from: String, to: String) -> ClosedRange<Int> {
    guard !from.isEmpty || !to.isEmpty else { return OwnershipLink.unstated }
    guard let low = from.isEmpty ? 0...0 : Share(from).hundredths,
      let high = to.isEmpty ? bound(from, low) : Share(to).hundredths,
      low.lowerBound <= high.upperBound
    else {
      note(
        "the share from `\(from)` to `\(to)` cannot be read and counts as unstated (0–100 %)",
        "la part de `\(from)` à `\(to)` est illisible et compte comme non indiquée (0–100\u{A0}%)")
      return OwnershipLink.unstated
    }
    return low.lowerBound...high.upperBound
  }

  /// The upper end where only the lower cell is filled: `25-50` has its own, `25` has none.
  private func bound(_ text: String, _ share: ClosedRange<Int>) -> ClosedRange<Int> {
    share.count > 1 ? share : 0...10_000
  }

  mutating func date(_ text: String) -> String? {
    if text.isEmpty { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    if (1...3).contains(parts.count), numbers.count == parts.count,
      let point = PartialDate.Point(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil), point.iso == text
    {
      return text
    }
    note(
      "the date `\(text)` is not of the form YYYY-MM-DD; the row counts as undated",
      "la date `\(text)` n’est pas de la forme AAAA-MM-JJ ; la ligne compte comme non datée")
    return nil
  }
}
