public import TradeModel

/// Takes names apart: reads their script, cuts them into parts and says what each part does.
///
/// The same name, kind and model give the same analysis. No name is an error: what no table knows is
/// a word, and what cannot be read is written down by the numbers of its characters.
public struct NameAnalyser: Sendable {
  /// The tables it reads with.
  public let model: NameModel

  public init(model: NameModel) { self.model = model }

  /// Returns every reading of `name`, the principal one first.
  ///
  /// Equal readings are given once. Names of more than 96 words or 4,096 letters are read up to there.
  /// - Complexity: O(*n*) in the length of the name, bounded by the limits above.
  public func analyse(_ name: String, kind: PartyKind) -> AnalysedName {
    let tables = model.tables
    let scan = tables.romaniser.scan(name, kind: kind)
    var readings: [NameReading] = []
    var buffer = TokenBuffer()
    buffer.text.reserveCapacity(scan.scalars.count * 2 + 8)
    buffer.tokens.reserveCapacity(scan.words.count + 4)
    for method in tables.romaniser.methods(for: scan, kind: kind) {
      buffer.clear()
      tables.romaniser.tokens(of: scan, method, kind: kind, into: &buffer)
      let parts = PartRoles(tables: tables, kind: kind).parts(of: &buffer)
      guard !parts.isEmpty, !readings.contains(where: { Self.same($0.parts, parts) }) else {
        continue
      }
      readings.append(NameReading(parts: parts, method: method))
    }
    return AnalysedName(verbatim: name, kind: kind, readings: readings)
  }

  private static func same(_ left: [NamePart], _ right: [NamePart]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.text == $1.text }
  }
}
