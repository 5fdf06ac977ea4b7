public import NameAnalysis
import TradeModel

extension NameReader {
  /// The reader of a name model: its analysis, its frequencies, its groups of spellings.
  public init(_ analyser: NameAnalyser) {
    let model = analyser.model
    self.init(
      version: model.version,
      analyse: { analyser.analyse($0, kind: $1) },
      weight: { model.rarity(of: $0, kind: $1).tenthsOfBit },
      tokens: TokenModel { text in
        // A token alone does not say in what kind of name it stands: the commoner use counts.
        let group = Self.group(of: text, analyser)
        let part = NamePart(text: text, role: .word, group: group, source: 0..<text.count)
        return TokenModel.Entry(
          weight: min(
            model.rarity(of: part, kind: .person).tenthsOfBit,
            model.rarity(of: part, kind: .organisation).tenthsOfBit),
          group: group)
      })
  }

  /// The group of spellings that a token belongs to when it stands alone.
  private static func group(of text: [UInt8], _ analyser: NameAnalyser) -> UInt32 {
    let analysed = analyser.analyse(String(decoding: text, as: UTF8.self), kind: .person)
    guard let reading = analysed.readings.first, reading.parts.count == 1,
      let part = reading.parts.first, part.text == text
    else { return 0 }
    switch part.role {
    case .word, .given, .family, .patronymic: return part.group
    case .particle, .honorific, .initial, .legalForm, .generic, .place, .numeral: return 0
    }
  }
}
