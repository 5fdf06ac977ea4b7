import TradeModel

/// A number, or two as an interval, with its unit and the words that say on which side it lies.
struct WrittenMeasure: Hashable {
  /// One end.
  struct End: Hashable {
    let number: NumberText
    let unit: Unit?
    let isNegative: Bool
    var isIncluded = true

    /// Both readings of the number; one where it has one, or where the language settles it.
    func amounts(in languages: Set<Language>) -> [DecimalNumber] {
      let readings = languages == [.en] ? [number.value] : [number.decimalReading, number.value]
      return readings.compactMap { $0.map { isNegative ? -$0 : $0 } }
    }
  }

  /// `nil`: open.
  var low: End?
  /// `nil`: open.
  var high: End?
  /// What may be added to and taken from the value; `%` is a share of it.
  var tolerance: End?
  /// The tokens it takes.
  var tokens: Range<Int>

  /// The unit, where one is written.
  var unit: Unit? { high?.unit ?? low?.unit }

  /// Whether two ends are written.
  var isSpan: Bool { low != nil && high != nil && low != high }

  /// The interval in the base unit; `nil` when the unit does not fit.
  func interval(
    of quantity: MeasuredQuantity, _ tables: MeasureTables, languages: Set<Language>
  ) -> MeasuredInterval? {
    func unit(_ end: End) -> ThresholdUnit? {
      guard let written = end.unit ?? self.unit else {
        return quantity.measure == "number" ? tables.units["1"] : nil
      }
      return tables.unit(written, measuring: quantity.measure)
    }
    func values(_ end: End) -> [ExactFraction]? {
      unit(end).map { unit in end.amounts(in: languages).map(unit.base) }
    }
    var lows: [ExactFraction]?
    var highs: [ExactFraction]?
    if let low {
      guard let found = values(low) else { return nil }
      lows = found
    }
    if let high {
      guard let found = values(high) else { return nil }
      highs = found
    }
    if let tolerance {
      guard let least = lows?.min(), let most = highs?.max(),
        let amount = tolerance.amounts(in: languages).max()
      else { return nil }
      let spread: (ExactFraction) -> ExactFraction
      if tolerance.unit?.symbol == "%", quantity.measure != "ratio",
        let share = ExactFraction(amount, over: .hundred)
      {
        spread = {
          ExactFraction($0.numerator.magnitude, over: $0.denominator).map { $0 * share } ?? $0
        }
      } else if let unit = unit(tolerance) {
        spread = { _ in unit.baseDifference(amount) }
      } else {
        return nil
      }
      lows = [least - spread(least)]
      highs = [most + spread(most)]
    }
    var low = lows.flatMap { $0.min() }
    var high = highs.flatMap { $0.max() }
    if let first = low, let last = high, last < first { (low, high) = (last, first) }
    return MeasuredInterval(
      from: low.map { .init($0, isIncluded: self.low?.isIncluded ?? true) },
      to: high.map { .init($0, isIncluded: self.high?.isIncluded ?? true) })
  }
}

extension DecimalNumber {
  fileprivate static let hundred = DecimalNumber("100") ?? .one
}

extension MeasureText {
  /// Every number of the text as a measure, in order.
  func measures(_ words: ParameterWords) -> [WrittenMeasure] {
    var measures: [WrittenMeasure] = []
    var place = 0
    while place < tokens.count {
      guard let first = end(at: place) else {
        place += 1
        continue
      }
      var measure = WrittenMeasure(low: first, high: first, tokens: place..<(place + 1))
      let start = boundBefore(place, words)
      if let start { measure.tokens = start.from..<(place + 1) }
      if let second = spanEnd(after: place, from: measure.tokens.lowerBound, words) {
        measure.high = end(at: second)
        let start = measure.tokens.lowerBound
        measure.tokens = (spanStart(before: start, words) ?? start)..<(second + 1)
      } else {
        extend(&measure, bound: start?.bound, words)
      }
      measures.append(measure)
      place = measure.tokens.upperBound
    }
    return measures
  }

  private func end(at place: Int) -> WrittenMeasure.End? {
    guard tokens.indices.contains(place),
      case .number(let number, let unit, let isNegative) = tokens[place]
    else { return nil }
    return WrittenMeasure.End(number: number, unit: unit, isNegative: isNegative)
  }

  /// Reads the tolerance and the words after the number, and applies the bound.
  private func extend(
    _ measure: inout WrittenMeasure, bound: ParameterWords.Bound?, _ words: ParameterWords
  ) {
    let next = measure.tokens.upperBound
    if tokens.indices.contains(next), tokens[next] == .sign("±"), let tolerance = end(at: next + 1)
    {
      measure.tolerance = tolerance
      measure.tokens = measure.tokens.lowerBound..<(next + 2)
      return
    }
    var bound = bound
    if let after = boundAfter(next, words) {
      measure.tokens = measure.tokens.lowerBound..<after.to
      bound = bound ?? after.bound
    }
    switch bound {
    case .atLeast: measure.high = nil
    case .moreThan:
      measure.high = nil
      measure.low?.isIncluded = false
    case .atMost: measure.low = nil
    case .lessThan:
      measure.low = nil
      measure.high?.isIncluded = false
    case .exactly, nil: break
    }
  }

  /// The other end, when the number at `place` is the first of two.
  private func spanEnd(after place: Int, from start: Int, _ words: ParameterWords) -> Int? {
    let next = place + 1
    guard end(at: next + 1) != nil else { return nil }
    switch tokens[next] {
    case .sign("-"), .sign("…"): return next + 1
    case .sign("/"):
      // `-40/+85 °C`; not `1/2`.
      guard case .number(_, nil, true) = tokens[place] else { return nil }
      return next + 1
    case .word(let word):
      guard words.spans.contains(word) else { return nil }
      let isAnd = word == "and" || word == "et"
      return !isAnd || spanStart(before: start, words) != nil ? next + 1 : nil
    default: return nil
    }
  }

  /// Where `between` begins, when it stands before the token at `place`.
  private func spanStart(before place: Int, _ words: ParameterWords) -> Int? {
    (1...3).lazy.map { place - $0 }.first { start in
      self.words(from: start, to: place).map(words.spanStarts.contains) ?? false
    }
  }

  /// The words of those tokens, if they are all words.
  func words(from start: Int, to end: Int) -> [String]? {
    guard start >= 0, start < end, end <= tokens.count else { return nil }
    var words: [String] = []
    for token in tokens[start..<end] {
      guard case .word(let word) = token else { return nil }
      words.append(word)
    }
    return words
  }

  /// The sign or phrase before a number that says on which side the value lies.
  private func boundBefore(
    _ place: Int, _ words: ParameterWords
  ) -> (bound: ParameterWords.Bound, from: Int)? {
    guard place > 0 else { return nil }
    if case .sign(let sign) = tokens[place - 1] {
      let bound: ParameterWords.Bound? =
        switch sign {
        case "≥": .atLeast
        case ">": .moreThan
        case "≤": .atMost
        case "<": .lessThan
        // `±3 µm` is a magnitude.
        case "±", "~", "≈": .exactly
        default: nil
        }
      return bound.map { ($0, place - 1) }
    }
    for length in stride(from: 5, to: 0, by: -1) {
      if let phrase = self.words(from: place - length, to: place), let bound = words.bounds[phrase]
      {
        return (bound, place - length)
      }
    }
    return nil
  }

  /// A phrase after a number: `or more`, `minimum`.
  private func boundAfter(
    _ place: Int, _ words: ParameterWords
  ) -> (bound: ParameterWords.Bound, to: Int)? {
    for length in stride(from: 4, to: 0, by: -1) {
      guard let phrase = self.words(from: place, to: place + length),
        let bound = words.bounds[phrase], let first = phrase.first
      else { continue }
      let isAfter = ["or", "ou", "and", "et"].contains(first) || first.hasPrefix("m")
      // `5 axes, more than 3 µm`: what a number follows belongs to that number.
      if isAfter, end(at: place + length) == nil { return (bound, place + length) }
    }
    return nil
  }
}
