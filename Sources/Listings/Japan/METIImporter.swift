import FileFormats
import TradeModel

/// Reads the End User List of the Japanese Ministry of Economy, Trade and Industry (workbook, or its
/// export as CSV).
///
/// The list names end users of concern for catch-all control. It designates nobody: a hit asks for
/// closer checks and may ask for a licence, it prohibits nothing by itself. See `FORMAT.md`.
public struct METIImporter: ListImporter {
  public static let format = ListFormat.japanMETI

  /// Said with every record, so that no reader takes the list for one of sanctions.
  static let measure =
    "End user of concern (export licence may be required under catch-all controls; not a sanction)"

  public static func recognises(_ file: ListFile) -> Bool { METIReader.recognises(file) }

  public init() {}

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try METIReader(snapshot.file)
    var report = ImportReport(format: Self.format)
    var keys: [String: Int] = [:]
    for row in reader.rows {
      report.rows += 1
      report.records += 1
      let name = reader.columns.cell(.name, of: row)
      guard !name.isEmpty else {
        report.issues.append(
          ImportIssue(
            place: row.place, field: METIColumn.name.rawValue, problem: "the row names nobody",
            verbatim: row.verbatim))
        continue
      }
      let country = reader.columns.cell(.country, of: row)
      var key = Self.key(country: country, name: name)
      keys[key, default: 0] += 1
      if let count = keys[key], count > 1 { key += " #\(count)" }
      let designation = designation(
        DesignationID(list: snapshot.list, key: key), name: name, country: country,
        columns: reader.columns, row: row)
      report.counts.add(designation)
      take(designation)
    }
    return report
  }

  /// `Islamic Republic of Iran/Naserin Vahid`: the English country and the name without its other
  /// script, in lower case, white space folded. The list has no key, and its numbers change.
  static func key(country: String, name: String) -> String {
    let bare = scripts(of: name).first ?? name
    return "\(METIReader.english(country))/\(bare)".foldingWhitespace().lowercased()
  }

  private func designation(
    _ id: DesignationID, name: String, country: String, columns: TableColumns<METIColumn>,
    row: PublishedTable.Row
  ) -> Designation {
    let scripts = Self.scripts(of: name)
    let primary = ListedName(
      .primary, name.foldingWhitespace(),
      parts: scripts.count > 1
        ? [.init(.whole, scripts[0])] + scripts.dropFirst().map { .init(.other, $0) } : [])
    var designation = Designation(
      id: id, kind: .organisation,
      names: [primary] + Self.aliases(columns.cell(.aliases, of: row)), place: row.place)
    if !country.isEmpty { designation.nationalities = [METIReader.english(country)] }
    let concern = columns.cell(.concern, of: row)
    let codes = Self.codes(concern)
    let conventional = columns.cell(.conventional, of: row)
    designation.programmes = codes + (conventional.isEmpty ? [] : ["CW"])
    designation.measures = [Self.measure]
    for column in METIColumn.allCases where column != .name && column != .aliases {
      let value = columns.cell(column, of: row)
      if !value.isEmpty {
        designation.attributes.append(Attribute(column.rawValue, value.foldingWhitespace()))
      }
    }
    let aliases = columns.cell(.aliases, of: row)
    if !aliases.isEmpty {
      designation.attributes.append(Attribute(METIColumn.aliases.rawValue, aliases))
    }
    return designation
  }

  /// A line with `・`, and the first, begins an alias. Another line continues it, unless it gives the
  /// alias in another script: that is an alias of its own.
  static func aliases(_ cell: String) -> [ListedName] {
    var texts: [String] = []
    for line in cell.split(whereSeparator: \.isNewline) {
      var text = line.foldingWhitespace()
      let hasBullet = text.hasPrefix("・")
      if hasBullet { text = text.dropFirst().foldingWhitespace() }
      guard !text.isEmpty else { continue }
      if let inner = otherScript(text), !hasBullet {
        texts.append(inner)
      } else if hasBullet || texts.isEmpty {
        texts.append(text)
      } else {
        texts[texts.count - 1] += " " + text
      }
    }
    return texts.map { ListedName(.alias, $0) }
  }

  /// The name without its other script, then the other script out of its brackets.
  static func scripts(of name: String) -> [String] {
    let folded = name.foldingWhitespace()
    guard let close = folded.lastIndex(where: { $0 == ")" || $0 == "）" }),
      folded.index(after: close) == folded.endIndex,
      let open = folded.lastIndex(where: { $0 == "(" || $0 == "（" }), open > folded.startIndex,
      let inner = otherScript(String(folded[open...]))
    else { return [folded] }
    return [folded[..<open].trimmingWhitespace(), inner]
  }

  /// The text, out of its brackets, when most of its letters are not Latin.
  private static func otherScript(_ text: String) -> String? {
    let inner = text.trimmingCharacters("()（）")
    let letters = inner.unicodeScalars.filter(\.properties.isAlphabetic)
    let foreign = letters.filter { $0.value >= 0x370 && !(0x1E00...0x1EFF).contains($0.value) }
    return !letters.isEmpty && foreign.count * 2 > letters.count ? inner : nil
  }

  /// `生物、化学、ミサイル、核 B,C,M,N`, `ミサイルM`, `核 Ｎ` → the letters.
  static func codes(_ cell: String) -> [String] {
    var codes: [String] = []
    for scalar in cell.unicodeScalars {
      let folded = CellText.halfWidth(scalar)
      if ["B", "C", "M", "N"].contains(folded) { codes.appendNew(String(Character(folded))) }
    }
    return codes
  }
}

extension String {
  fileprivate func trimmingCharacters(_ characters: String) -> String {
    var slice = self[...]
    while let first = slice.first, characters.contains(first) { slice = slice.dropFirst() }
    while let last = slice.last, characters.contains(last) { slice = slice.dropLast() }
    return slice.trimmingWhitespace()
  }
}
