/// Invented names for properties.
public struct InventedNames {
  private var generator: SeededGenerator
  private static let syllables = [
    "ka", "ro", "min", "sel", "du", "var", "tesh", "ol", "bri", "ga", "zan", "pe", "lu", "hor",
  ]
  private static let generic = [
    "trading", "international", "company", "general", "ali", "mohammad",
  ]

  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  public mutating func word() -> String {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      Self.syllables[Int.random(in: 0..<Self.syllables.count, using: &generator)]
    }.joined()
  }

  /// Two to four words, sometimes common ones, a number or a legal form.
  public mutating func name() -> String {
    var words = (0..<Int.random(in: 1...3, using: &generator)).map { _ in word() }
    if Int.random(in: 0..<3, using: &generator) == 0 {
      words.append(Self.generic[Int.random(in: 0..<Self.generic.count, using: &generator)])
    }
    if Int.random(in: 0..<6, using: &generator) == 0 {
      words.append(String(Int.random(in: 1...40, using: &generator)))
    }
    if Int.random(in: 0..<4, using: &generator) == 0 { words.append("Ltd") }
    return words.joined(separator: " ")
  }

  /// `name` with one letter left out, doubled, exchanged or swapped with its neighbour.
  public mutating func slip(in name: String) -> String {
    var letters = Array(name)
    guard letters.count > 2 else { return name }
    let place = Int.random(in: 0..<(letters.count - 1), using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2: letters[place] = "x"
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}
