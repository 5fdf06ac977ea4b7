/// Gathers names by their folded words.
struct TerritoryNamesBuilder {
  private(set) var names: [TerritoryName] = []
  private(set) var keys: TerritoryKeys
  private(set) var firstOfKeys: [Int32] = []
  private(set) var namesOfKeys: [(name: Int32, next: Int32)] = []
  private(set) var longestAfterKeys: [UInt8] = []
  private var letters = TextFolding.Letters()
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var key: [UInt8] = []

  /// - Parameter capacity: How many names are expected.
  init(capacity: Int) {
    keys = TerritoryKeys(capacity: capacity * 2)
    names.reserveCapacity(capacity)
    namesOfKeys.reserveCapacity(capacity)
  }

  /// Adds a name under its words, and without an article in front or behind: `the Gambia`,
  /// `Gambia (the)`, `la République`, `l'Espagne`.
  mutating func add(_ name: TerritoryName) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    TextFolding.appendWords(of: name.text, &letters, to: &bytes, &ends)
    let count = ends.count
    guard count > 0 else { return }
    names.append(name)
    addKey(0..<count)
    guard count > 1 else { return }
    if isArticle(0) { addKey(1..<count) }
    if isArticle(count - 1) {
      addKey(0..<(count - 1))
      addKey(0..<(count - 1), after: count - 1)
    }
  }

  /// Puts the last name under the words of `range`, with the word `first` in front of them.
  private mutating func addKey(_ range: Range<Int>, after first: Int? = nil) {
    key.removeAll(keepingCapacity: true)
    if let first { key.append(contentsOf: word(first)) }
    for index in range {
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: word(index))
    }
    let number = number(of: key[...])
    namesOfKeys.append((Int32(names.count - 1), firstOfKeys[number]))
    firstOfKeys[number] = Int32(namesOfKeys.count - 1)
    let count = UInt8(clamping: range.count + (first == nil ? 0 : 1))
    let beginning = self.number(of: word(first ?? range.lowerBound))
    longestAfterKeys[beginning] = max(longestAfterKeys[beginning], count)
  }

  private mutating func number(of key: ArraySlice<UInt8>) -> Int {
    let number = keys.insert(key)
    if number == firstOfKeys.count {
      firstOfKeys.append(-1)
      longestAfterKeys.append(0)
    }
    return number
  }

  private func word(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  private func isArticle(_ index: Int) -> Bool {
    let word = word(index)
    return word.count <= 3 && Self.articles.contains { word.elementsEqual($0) }
  }

  private static let articles: [[UInt8]] = ["the", "la", "le", "les", "l"].map { Array($0.utf8) }
}
