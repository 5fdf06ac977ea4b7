public import TradeModel

/// Reads what an item states in figures: its parameters and the values in its description, in English
/// and French.
///
/// A value belongs to the quantity that stands next to it: before it (`range of 280 km`), after it
/// (`280 km de portée`), or to the one that its unit can only be of (`250 MSPS`). A phrase that holds
/// the word for a quantity and names something else (`temperature range`, `range of products`) is not
/// taken for it.
public struct ParameterReader: Sendable {
  private let tables: MeasureTables

  public init(_ tables: MeasureTables) { self.tables = tables }

  /// Reads an item that stands at `path`.
  /// - Complexity: O(*n*) in the letters, times the longest phrase and unit.
  public func read(_ item: Item, path: String) -> StatedParameters {
    var found = StatedParameters()
    for (index, parameter) in item.parameters.enumerated() {
      read(parameter, fact: "\(path).parameters[\(index)]", into: &found)
    }
    if let description = item.description {
      read(description: description, fact: "\(path).description", into: &found)
    }
    found.stated += specificValues(found)
    return found
  }

  /// One answer to a question for `quantity`: `280 km`, `0,5`. `nil` when it is no value of it.
  public func answer(
    _ text: String, to quantity: MeasuredQuantity, fact: String, language: Language
  ) -> StatedParameter? {
    let value = MeasureText(text, words: tables.words)
    guard let measure = value.measures(tables.words).first,
      let interval = measure.interval(of: quantity, tables, languages: [language])
    else { return nil }
    return StatedParameter(
      quantity: quantity, interval: interval, text: text.trimmed, facts: [fact])
  }

  // MARK: Fields

  private func read(
    _ parameter: ItemParameter, fact: String, into found: inout StatedParameters
  ) {
    let name = MeasureText(parameter.name, words: tables.words)
    let phrases = self.phrases(in: name)
    let quantities = phrases.flatMap(\.quantities)
    let written = "\(parameter.name): \(parameter.value.description)"
    func fail(_ problem: IncomparableParameter.Problem) {
      found.incomparable.append(
        IncomparableParameter(
          quantity: quantities.first, text: written, fact: fact, problem: problem))
    }
    let value = MeasureText(parameter.value.description, words: tables.words)
    let measures = value.measures(tables.words)
    guard var measure = measures.first, measures.count == 1 else { return fail(.noNumber) }
    guard !quantities.isEmpty else {
      if let implied = measure.unit.flatMap(tables.implied), phrases.isEmpty {
        found.stated += stated(
          [implied], measure, languages: [.en, .fr], text: parameter.value.description, fact: fact)
        return
      }
      return fail(.quantityUnknown)
    }
    applyBound(of: name, phrases, to: &measure)
    let stated = phrases.lazy.map { phrase in
      self.stated(
        phrase.quantities, measure, languages: phrase.languages,
        text: parameter.value.description, fact: fact)
    }.first { !$0.isEmpty }
    if let stated {
      found.stated += stated
    } else {
      fail(parameter.value.unitText == nil && measure.unit == nil ? .unitMissing : .unitUnfit)
    }
  }

  /// `minimum tensile strength` states where the value begins.
  private func applyBound(
    of name: MeasureText, _ phrases: [Phrase], to measure: inout WrittenMeasure
  ) {
    guard measure.low == measure.high else { return }
    let taken = Set(phrases.flatMap(\.tokens))
    for (place, token) in name.tokens.enumerated() where !taken.contains(place) {
      guard case .word(let word) = token else { continue }
      switch tables.words.bounds[[word]] {
      case .atLeast: measure.high = nil
      case .atMost: measure.low = nil
      case .exactly, .moreThan, .lessThan, nil: break
      }
    }
  }

  // MARK: Descriptions

  private func read(description: String, fact: String, into found: inout StatedParameters) {
    let text = MeasureText(description, words: tables.words)
    let phrases = phrases(in: text)
    let whole = Self.languages(of: phrases)
    var used: Set<Int> = []
    for measure in text.measures(tables.words) {
      let neighbours = [
        phrases.lastIndex { $0.tokens.upperBound <= measure.tokens.lowerBound },
        phrases.firstIndex { $0.tokens.lowerBound >= measure.tokens.upperBound },
      ].compactMap(\.self).filter { !used.contains($0) }
      var isNamed = false
      for index in neighbours {
        let phrase = phrases[index]
        let between =
          phrase.tokens.upperBound <= measure.tokens.lowerBound
          ? phrase.tokens.upperBound..<measure.tokens.lowerBound
          : measure.tokens.upperBound..<phrase.tokens.lowerBound
        let isAfter = between.lowerBound == measure.tokens.upperBound
        guard text.isLink(between, tables.words, isAfter: isAfter) else { continue }
        isNamed = true
        let place =
          min(
            phrase.tokens.lowerBound, measure.tokens.lowerBound)..<max(
            phrase.tokens.upperBound, measure.tokens.upperBound)
        let stated = stated(
          phrase.quantities, measure, languages: phrase.languages.intersection(whole),
          text: text.verbatim(place), fact: fact)
        guard !stated.isEmpty else { continue }
        used.insert(index)
        found.stated += stated
        break
      }
      if !isNamed, let implied = measure.unit.flatMap(tables.implied) {
        found.stated += stated(
          [implied], measure, languages: whole, text: text.verbatim(measure.tokens), fact: fact)
      }
    }
  }

  /// The languages that a text with these phrases can be in: the one that alone has some of them, if
  /// there is one. It settles whether `1,200` has a thousand or decimals.
  private static func languages(of phrases: [Phrase]) -> Set<Language> {
    let telling = Set(phrases.filter { $0.languages.count == 1 }.flatMap(\.languages))
    return telling.count == 1 ? telling : [.en, .fr]
  }

  /// Words that name quantities, or something that must not be taken for one.
  private struct Phrase {
    let quantities: [MeasuredQuantity]
    let languages: Set<Language>
    let tokens: Range<Int>
  }

  /// From left to right, the longest first.
  private func phrases(in text: MeasureText) -> [Phrase] {
    var phrases: [Phrase] = []
    var place = 0
    while place < text.tokens.count {
      let found = stride(from: ParameterWords.longest, to: 0, by: -1).lazy.compactMap { length in
        text.words(from: place, to: place + length).flatMap { words in
          tables.words.phrases[words].map { phrase in
            Phrase(
              quantities: phrase.quantities.compactMap { tables.quantities[$0] },
              languages: phrase.languages, tokens: place..<(place + length))
          }
        }
      }.first
      if let found { phrases.append(found) }
      place = found?.tokens.upperBound ?? place + 1
    }
    return phrases
  }

  // MARK: Values

  /// The values for those quantities that the unit fits.
  private func stated(
    _ quantities: [MeasuredQuantity], _ measure: WrittenMeasure, languages: Set<Language>,
    text: String, fact: String
  ) -> [StatedParameter] {
    let ends = Set(quantities.compactMap(\.end))
    // A sign that is a unit of one of them by itself is not read as another unit: ″ is an angle first.
    let direct = quantities.filter { $0.measure == measure.unit.flatMap { tables.measure(of: $0) } }
    return (direct.isEmpty ? quantities : direct).compactMap { quantity in
      // A single value between two ends says how high it goes.
      if quantity.end == .low, ends.count == 2, !measure.isSpan { return nil }
      guard var interval = measure.interval(of: quantity, tables, languages: languages) else {
        return nil
      }
      if measure.isSpan, let end = quantity.end {
        let bound = end == .low ? interval.low : interval.high
        interval = MeasuredInterval(from: bound, to: bound)
      }
      return StatedParameter(quantity: quantity, interval: interval, text: text, facts: [fact])
    }
  }

  /// Specific strength and modulus of a fibre, where strength or modulus and density are stated.
  ///
  /// Source: Regulation (EU) 2021/821, Annex I, definitions of "specific modulus" and "specific tensile
  /// strength": pascals divided by specific weight in N/m³, which is density times standard gravity.
  private func specificValues(_ found: StatedParameters) -> [StatedParameter] {
    let densities = found.stated.filter { $0.quantity.id == "density" }
    guard let density = densities.first, let gravity = tables.units["g₀"]?.base(.one) else {
      return []
    }
    let pairs = [
      ("ultimate-tensile-strength", "specific-tensile-strength"),
      ("elastic-modulus", "specific-modulus"),
    ]
    return pairs.compactMap { from, to in
      guard let quantity = tables.quantities[to], found.values(of: quantity).isEmpty,
        let stated = found.stated.first(where: { $0.quantity.id == from })
      else { return nil }
      func end(
        _ value: MeasuredInterval.Bound?, _ divisor: MeasuredInterval.Bound?
      ) -> MeasuredInterval.Bound? {
        guard let value, let divisor,
          let quotient = value.value.divided(by: divisor.value * gravity)
        else { return nil }
        return .init(quotient, isIncluded: value.isIncluded && divisor.isIncluded)
      }
      return StatedParameter(
        quantity: quantity,
        interval: MeasuredInterval(
          from: end(stated.interval.low, density.interval.high),
          to: end(stated.interval.high, density.interval.low)),
        text: "\(stated.text) / \(density.text)",
        facts: stated.facts + density.facts.filter { !stated.facts.contains($0) })
    }
  }
}

extension MeasureText {
  /// Whether those tokens only join a quantity and its value.
  ///
  /// After a value nothing parts it from its quantity but words: `450 kg, range` are two statements.
  fileprivate func isLink(
    _ range: Range<Int>, _ words: ParameterWords, isAfter: Bool
  ) -> Bool {
    range.count <= 6
      && tokens[range].allSatisfy { token in
        switch token {
        case .word(let word): words.links.contains(word) || words.bounds[[word]] != nil
        case .sign(let sign): !isAfter && ":=()~≈-".contains(sign) || isAfter && sign == "-"
        case .number: false
        }
      }
  }
}

extension String {
  fileprivate var trimmed: String {
    let words = split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}
