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

  /// What the standing of a listed name weighs, where that is anything.
  static func reasons(
    _ standing: NameStanding, _ weights: FactWeights, subject: String, name: Int,
    watchlist: WatchlistFile
  ) -> [Reason] {
    func reason(_ feature: Feature, _ weight: Int, _ sentence: BilingualText) -> Reason {
      Reason(
        feature: feature, weight: Weight(tenthsOfBit: weight), subjectValue: subject,
        listedValue: watchlist.text(ofName: name),
        designation: watchlist.id(ofDesignation: watchlist.name(name).designation),
        sentence: sentence)
    }
    var reasons: [Reason] = []
    if standing.isWeak {
      reasons.append(
        reason(
          .weakAlias, weights.weakAlias,
          BilingualText(
            en: "The list itself calls this name a weak alias.",
            fr: "La liste elle-même qualifie ce nom d’alias faible.")))
    } else if standing.isAlias, weights.alias != 0 {
      reasons.append(
        reason(
          .alias, weights.alias,
          BilingualText(
            en: "The list gives this name as an alias or a former name.",
            fr: "La liste donne ce nom comme alias ou ancien nom.")))
    }
    if weights.otherReading == 0 { return reasons }
    if standing.isOtherScript {
      reasons.append(
        reason(
          .reading, weights.otherReading,
          BilingualText(
            en: "The two names are in different writing systems; one way to read them agrees.",
            fr:
              "Les deux noms sont dans des écritures différentes\u{A0}; une des lectures concorde."
          )))
    }
    if standing.furtherReadings > 0 {
      let isOne = standing.furtherReadings == 1
      reasons.append(
        reason(
          .reading, weights.otherReading * standing.furtherReadings,
          isOne
            ? BilingualText(
              en: "One of the two names agrees in a further way to read it, not as it stands.",
              fr: "L’un des deux noms concorde dans une autre lecture, non tel qu’il est écrit.")
            : BilingualText(
              en: "Both names agree in a further way to read them, not as they stand.",
              fr: "Les deux noms concordent dans une autre lecture, non tels qu’ils sont écrits.")))
    }
    return reasons
  }

  /// The verbatim text at UTF-8 offsets; offsets that cut a letter are widened to whole ones.
  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    let bytes = text.utf8
    let start = min(range.lowerBound, bytes.count)
    let end = min(max(range.upperBound, start), bytes.count)
    return String(decoding: bytes.dropFirst(start).prefix(end - start), as: UTF8.self)
  }
}
