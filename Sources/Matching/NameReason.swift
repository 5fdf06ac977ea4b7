import NameAnalysis
import NameIndex
import TradeModel
import Watchlist

/// Puts an alignment into words. It adds nothing to the weights and drops none.
enum NameReason {
  static func reason(
    _ steps: [AlignmentStep], subject: String, parts: [SubjectPart], watchlist: WatchlistFile,
    kind: PartyKind, unit: Int, weights: NameWeights
  ) -> Reason {
    let name = watchlist.unitNames[unit]
    let listed = watchlist.text(ofName: name)
    let index = watchlist.index
    let listedParts = index.parts(ofUnit: unit).map { index.part($0) }
    let most = weights.mostForName
    let weight = steps.reduce(0) { $0 + $1.weight }
    let whole = max(worth(of: parts.map(\.weight)), worth(of: listedParts.map(\.weight)))
    let ordered = steps.sorted {
      let a = $0.subject.isEmpty ? Int.max : $0.subject.lowerBound
      let b = $1.subject.isEmpty ? Int.max : $1.subject.lowerBound
      return a == b ? $0.listed.lowerBound < $1.listed.lowerBound : a < b
    }
    let alignment = ordered.map { step in
      let places = step.listed.map { listedParts[$0] }
      let sources = step.listed.map { index.source(ofPart: $0, ofUnit: unit) }
      return AlignedPart(
        subjectText: step.subject.map { slice(subject, parts[$0].source) }.joined(separator: " "),
        listedText: sources.map { slice(listed, $0.start..<($0.start + $0.length)) }
          .joined(separator: " "),
        subjectReading: step.subject.map { String(decoding: parts[$0].text, as: UTF8.self) }
          .joined(separator: " "),
        listedReading: places.map {
          String(decoding: index.text(ofToken: $0.token), as: UTF8.self)
        }.joined(separator: " "),
        operation: step.operation, weight: Weight(tenthsOfBit: step.weight))
    }
    return Reason(
      feature: .name, weight: Weight(tenthsOfBit: weight), subjectValue: subject,
      listedValue: listed,
      designation: watchlist.id(ofDesignation: watchlist.name(name).designation),
      sentence: NameSentence.sentence(
        zip(alignment, ordered).map { part, step in
          let mine = parts[step.subject]
          let others = listedParts[step.listed]
          let roles = mine.map(\.role) + others.map(\.role)
          let least = min(worth(of: mine.map(\.weight)), worth(of: others.map(\.weight)))
          return NameSentence.Row(
            part: part,
            sort: roles.contains(where: \.isNameWord)
              ? kind == .person ? .name : .word : roles.contains(.numeral) ? .number : .other,
            isWeak: step.weight * leastOfLikeness * max(whole, most) < least * most)
        }, isReduced: weight <= weights.leastForContradiction), alignment: alignment)
  }

  /// A likeness that keeps less than the third part of what a word is worth is a distant one.
  private static let leastOfLikeness = 3

  private static func worth(of weights: [Int]) -> Int { weights.reduce(0, +) }

  static func weakAlias(
    _ weight: Int, subject: String, name: Int, watchlist: WatchlistFile
  ) -> Reason {
    Reason(
      feature: .weakAlias, weight: Weight(tenthsOfBit: weight), subjectValue: subject,
      listedValue: watchlist.text(ofName: name),
      designation: watchlist.id(ofDesignation: watchlist.name(name).designation),
      sentence: BilingualText(
        en: "The list itself calls this name a weak alias.",
        fr: "La liste elle-même qualifie ce nom d’alias faible."))
  }

  /// The verbatim text at UTF-8 offsets; offsets that cut a letter are widened to whole ones.
  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    let bytes = text.utf8
    let start = min(range.lowerBound, bytes.count)
    let end = min(max(range.upperBound, start), bytes.count)
    return String(decoding: bytes.dropFirst(start).prefix(end - start), as: UTF8.self)
  }
}
