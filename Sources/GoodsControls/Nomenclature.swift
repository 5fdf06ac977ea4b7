import KnowledgeBase

/// The headings and subheadings of the Harmonized System, 2022 edition, in short wording.
public struct Nomenclature: Hashable, Sendable {
  /// One level of the description of a code.
  public struct Line: Hashable, Sendable {
    /// Of two, four or six digits.
    public let code: CommodityCode
    /// In own short wording.
    public let english: String
    /// Only chapters have a French text.
    public let french: String?
  }

  private let lines: [String: Line]

  init(_ knowledge: CheckedKnowledge) {
    var lines: [String: Line] = [:]
    for row in knowledge.citedRows("ControlLists/hs-headings.csv").map(\.cells) {
      guard let code = CommodityCode(row["code"]) else { continue }
      lines[code.digits] = Line(
        code: code, english: row["description_en"], french: row.optional("description_fr"))
    }
    for row in knowledge.citedRows("ControlLists/hs-subheadings.csv").map(\.cells) {
      guard let code = CommodityCode(row["code"]) else { continue }
      lines[code.digits] = Line(code: code, english: row["description_en"], french: nil)
    }
    self.lines = lines
  }

  /// The chapter, heading and subheading of `code`, from the widest to the narrowest known.
  public func lines(for code: CommodityCode) -> [Line] {
    [2, 4, 6].filter { $0 <= code.digits.count }.compactMap { lines[code.prefix($0)] }
  }

  /// Whether the first six digits, or all there are, stand in the nomenclature. A code of an older or
  /// newer edition may not: ask, and do not conclude.
  public func has(_ code: CommodityCode) -> Bool { lines[code.prefix(6)] != nil }
}
