public import TradeModel

/// Entries to which the values of an item point by themselves, held against what it is said to be.
///
/// Range and payload are figures of a missile and of a lorry. Where the figures are such that many
/// goods have them, and the description names goods of which no entry speaks, the figures are no
/// candidate: what the item is stays a question.
public struct ValuePointers: Hashable, Sendable {
  /// A figure that few entries ask for is met; or the description has words of the entry's goods or of
  /// missiles and arms; or nothing tells what the item is.
  public let candidates: [EntryAssessment]
  /// The figures alone: the description names something, and nothing that the entry is about.
  public let figuresAlone: [EntryAssessment]
}

extension ControlCatalogue {
  /// The entries of ``entriesMet(by:)``, parted by what `item` is said to be.
  ///
  /// - Complexity: that of ``entriesMet(by:)`` and of a search for the description.
  public func pointers(of item: Item, by stated: StatedParameters) -> ValuePointers {
    let met = entriesMet(by: stated)
    guard !met.isEmpty, let description = item.description,
      goods.namesKind(description, beside: measures)
    else { return ValuePointers(candidates: met, figuresAlone: []) }
    let near = goods.candidates(for: description, kind: item.kind, floor: Self.nearGoods)
    let named = Set(near.candidates.flatMap(\.family.entries).map(\.id))
    func isCandidate(_ assessment: EntryAssessment) -> Bool {
      named.contains(assessment.entry.id) || assessment.meetsTellingFigure
    }
    return ValuePointers(
      candidates: met.filter(isCandidate), figuresAlone: met.filter { !isCandidate($0) })
  }

  /// One whole hint (45 points) or most of a name: enough to say that such goods may be meant, while
  /// half a name (25) is a word that other goods have too.
  private static let nearGoods = 40
}

extension EntryAssessment {
  /// Whether an alternative that is met has a figure that few entries ask for.
  var meetsTellingFigure: Bool {
    alternatives.contains { alternative in
      alternative.verdict == .met
        && alternative.conditions.contains { $0.measured?.isTelling == true }
    }
  }
}

extension GoodsIndex {
  /// Whether a description says what the goods are: a word in Latin letters that is no quantity, unit,
  /// function word or word for goods of any kind.
  ///
  /// `false` where a word of missiles, arms or nuclear matters stands, whatever else is said, and
  /// where a word is in letters that are not read here.
  func namesKind(_ description: String, beside measures: MeasureTables) -> Bool {
    let reader = GoodsWordReader(language)
    let text = GoodsText(description, languages: Language.allCases, reader: reader)
    guard marks(in: text)[.grave] == nil else { return false }
    let words = TextFolding.tokens(of: description).map(\.text).filter { word in
      word.contains(where: \.isLetter) && !word.contains(where: \.isNumber)
        && !isOfMeasures(word, measures) && !isGeneral(word)
    }
    return !words.isEmpty && words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  private func isOfMeasures(_ word: String, _ measures: MeasureTables) -> Bool {
    let words = [word, GoodsText.singular(word)]
    return words.contains {
      measures.words.vocabulary.contains($0) || measures.unitWords.contains($0)
        || language.units.contains($0)
    }
  }

  private func isGeneral(_ word: String) -> Bool {
    language.generalWords.contains(GoodsText.singular(word))
      || language.functionWords.values.contains { $0.contains(word) }
  }
}
