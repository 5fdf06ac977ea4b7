public import NameAnalysis

/// Numbers readings and writes them as an index.
///
/// The same readings in the same order with the same model give the same bytes.
public struct NameIndexBuilder {
  /// What parts share that are equal in all but their place.
  private struct Form: Hashable {
    let token: UInt32
    let group: UInt32
    let weight: UInt16
    let role: UInt8
  }

  private let model: TokenModel
  private var numbers: [[UInt8]: UInt32] = [:]
  private var texts: [[UInt8]] = []
  private var formNumbers: [Form: UInt32] = [:]
  private var forms: [Form] = []
  private var partStarts: [UInt32] = [0]
  private var partForms: [UInt32] = []
  /// Where the parts of a reading stand, start and length in turns, with where that lies in `sources`.
  private var sourceNumbers: [[UInt32]: UInt32] = [:]
  private var sources: [UInt32] = []
  private var unitSources: [UInt32] = []

  public init(model: TokenModel) { self.model = model }

  /// How many readings were added.
  public var unitCount: Int { partStarts.count - 1 }

  /// Numbers `reading`; the first is 0.
  ///
  /// - Parameter weights: what an agreement on each part is worth, in tenths of a bit.
  public mutating func add(_ reading: NameReading, weights: [Int]) -> Int {
    precondition(weights.count == reading.parts.count, "every part has a weight")
    let leading = LeadingParts(of: reading)
    var places: [UInt32] = []
    for (place, part) in reading.parts.enumerated() {
      precondition((1...63).contains(part.text.count), "a part has 1 to 63 bytes")
      let weight = UInt16(max(0, min(weights[place], IndexedPart.mostWeight)))
      let form = number(
        of: Form(
          token: number(of: part.text), group: part.group, weight: weight,
          role: part.role.rawValue))
      partForms.append(form << 1 | (leading.contains(place) ? 1 : 0))
      places.append(UInt32(min(part.source.lowerBound, PackedNameIndex.mostSource)))
      places.append(UInt32(min(part.source.count, PackedNameIndex.mostSource)))
    }
    unitSources.append(number(of: places))
    partStarts.append(UInt32(partForms.count))
    return unitCount - 1
  }

  private mutating func number(of text: [UInt8]) -> UInt32 {
    if let number = numbers[text] { return number }
    let number = UInt32(texts.count)
    numbers[text] = number
    texts.append(text)
    return number
  }

  private mutating func number(of places: [UInt32]) -> UInt32 {
    if let number = sourceNumbers[places] { return number }
    let number = UInt32(sources.count / 2)
    sourceNumbers[places] = number
    sources.append(contentsOf: places)
    return number
  }

  private mutating func number(of form: Form) -> UInt32 {
    if let number = formNumbers[form] { return number }
    let number = UInt32(forms.count)
    formNumbers[form] = number
    forms.append(form)
    return number
  }

  /// The index as bytes. - Complexity: O(*n* log *n*) in the parts.
  public consuming func finish() -> [UInt8] {
    precondition(forms.count < 1 << 31, "the number of a form takes 31 bits")
    precondition(
      texts.count < 1 << IndexedPart.tokenBits, "the number of a token takes 26 bits")
    numbers = [:]
    formNumbers = [:]
    sourceNumbers = [:]
    let dictionary = TokenDictionary(texts, model: model)
    var writer = SectionWriter()
    dictionary.write(to: &writer)
    let formTokens = forms.map { dictionary.renumbered[Int($0.token)] }
    addPostings(formTokens, weights: dictionary.weights, to: &writer)
    func add(_ section: PackedNameIndex.Section, _ bytes: [UInt8]) {
      writer.add(section.rawValue, bytes)
    }
    add(.sources, [UInt8](packingRows: sources, fields: 2))
    add(.forms, [UInt8](packing: packedForms(formTokens, dictionary)))
    return writer.bytes
  }

  /// See ``IndexedPart/init(form:at:in:)``.
  private func packedForms(_ formTokens: [UInt32], _ dictionary: TokenDictionary) -> [UInt32] {
    var words: [UInt32] = []
    words.reserveCapacity(forms.count * IndexedPart.formWords)
    for (number, form) in forms.enumerated() {
      let token = Int(formTokens[number])
      let letters = dictionary.letters(ofToken: token)
      words.append(letters.start)
      words.append(letters.mask)
      words.append(form.group)
      words.append(UInt32(token) | UInt32(letters.count) << UInt32(IndexedPart.tokenBits))
      words.append(
        UInt32(form.weight) | UInt32(form.role) << 12 | UInt32(letters.first) << 16
          | UInt32(letters.last) << 24)
    }
    return words
  }

  private func addPostings(
    _ formTokens: [UInt32], weights: [Int], to writer: inout SectionWriter
  ) {
    func leading(_ unit: Int, _ take: (Int) -> Void) {
      for part in Int(partStarts[unit])..<Int(partStarts[unit + 1]) where partForms[part] & 1 == 1 {
        take(Int(formTokens[Int(partForms[part] >> 1)]))
      }
    }
    var totals = [Int](repeating: 0, count: unitCount)
    var starts = [UInt32](repeating: 0, count: weights.count + 1)
    for unit in 0..<unitCount {
      leading(unit) { token in
        totals[unit] += weights[token]
        starts[token + 1] += 1
      }
      totals[unit] = min(totals[unit], PackedNameIndex.mostTotal)
    }
    let ranks = (0..<UInt32(unitCount)).sorted { (a: UInt32, b: UInt32) -> Bool in
      let (first, second) = (totals[Int(a)], totals[Int(b)])
      return first == second ? a < b : first < second
    }
    for token in weights.indices { starts[token + 1] += starts[token] }
    var next = starts
    var postings = [UInt32](repeating: 0, count: Int(starts[weights.count]))
    for (rank, unit) in ranks.enumerated() {
      leading(Int(unit)) { token in
        postings[Int(next[token])] = UInt32(rank)
        next[token] += 1
      }
    }
    writer.add(PackedNameIndex.Section.postingStarts.rawValue, [UInt8](packingNumbers: starts))
    writer.add(PackedNameIndex.Section.postings.rawValue, [UInt8](packingNumbers: postings))
    writer.add(
      PackedNameIndex.Section.rankTotals.rawValue,
      [UInt8](packingNumbers: ranks.map { UInt32(totals[Int($0)]) }))
    addParts(ranks, to: &writer)
  }

  /// The parts of the readings, rank after rank: those that a question asks for lie near each other.
  private func addParts(_ ranks: [UInt32], to writer: inout SectionWriter) {
    var rankedStarts: [UInt32] = [0]
    var rankedForms: [UInt32] = []
    var unitRanks = [UInt32](repeating: 0, count: unitCount)
    rankedForms.reserveCapacity(partForms.count)
    for (rank, unit) in ranks.enumerated() {
      unitRanks[Int(unit)] = UInt32(rank)
      let parts = Int(partStarts[Int(unit)])..<Int(partStarts[Int(unit) + 1])
      rankedForms.append(contentsOf: partForms[parts])
      rankedStarts.append(UInt32(rankedForms.count))
    }
    func add(_ section: PackedNameIndex.Section, _ numbers: [UInt32]) {
      writer.add(section.rawValue, [UInt8](packingNumbers: numbers))
    }
    add(.rankUnits, ranks)
    add(.unitRanks, unitRanks)
    add(.partStarts, rankedStarts)
    add(.partForms, rankedForms)
    add(.rankSources, ranks.map { unitSources[Int($0)] })
  }
}
