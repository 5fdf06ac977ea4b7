import RedFlags
import TradeModel

/// A word or text with the place it comes from.
typealias Placed<Value> = (value: Value, path: String)

/// Short ways to state facts. A value that is `nil` states nothing: the fact stays unknown.
extension FactSheet {
  mutating func flag(
    _ fact: String, _ value: Bool?, _ paths: [String], of member: String? = nil
  ) {
    if let value { state(fact, .flag(value), from: paths.uniqued(), of: member) }
  }

  /// - Parameter isComplete: `false` when the number is the least it can be. A rule that asks for more
  ///   than it is then stays unknown.
  mutating func number(
    _ fact: String, _ value: Int?, _ paths: [String], isComplete: Bool = true,
    of member: String? = nil
  ) {
    guard let value else { return }
    state(
      fact, [Value(.number(value), from: paths.uniqued())], from: paths.uniqued(),
      isComplete: isComplete, of: member)
  }

  mutating func word(
    _ fact: String, _ value: String?, _ paths: [String], of member: String? = nil
  ) {
    if let value { state(fact, .word(value), from: paths.uniqued(), of: member) }
  }

  /// Several words, each once with all its places.
  ///
  /// - Parameter paths: what was looked at; without any nothing is stated.
  mutating func words(
    _ fact: String, _ values: [Placed<String>], from paths: [String], isComplete: Bool = true,
    of member: String? = nil
  ) {
    several(fact, values.map { (.word($0.value), $0.path) }, paths, isComplete, member)
  }

  /// Several countries, each once with all its places; stated when there is one, or when they are
  /// complete.
  mutating func countries(
    _ fact: String, _ values: [Placed<TerritoryID>], from paths: [String], isComplete: Bool = true,
    of member: String? = nil
  ) {
    several(fact, values.map { (.country($0.value), $0.path) }, paths, isComplete, member)
  }

  /// Several texts, each once with all its places.
  mutating func texts(
    _ fact: String, _ values: [Placed<String>], from paths: [String], of member: String? = nil
  ) {
    several(fact, values.map { (.text($0.value), $0.path) }, paths, true, member)
  }

  private mutating func several(
    _ fact: String, _ values: [Placed<FactValue>], _ paths: [String], _ isComplete: Bool,
    _ member: String?
  ) {
    guard !paths.isEmpty, isComplete || !values.isEmpty else { return }
    let each = values.map(\.value).uniqued().map { value in
      Value(value, from: values.filter { $0.value == value }.map(\.path).uniqued())
    }
    state(fact, each, from: paths.uniqued(), isComplete: isComplete, of: member)
  }

  /// The circumstances of a list of words, by names such as `conduct.seal-refused`.
  mutating func circumstances<Word>(
    _ stated: Circumstances<Word>, as prefix: String, at path: String, of member: String? = nil
  ) {
    for word in Word.allCases {
      let name = word.rawValue.flatMap { letter in
        letter.isUppercase ? "-" + letter.lowercased() : String(letter)
      }
      flag(
        "\(prefix).\(String(name))", stated[word], ["\(path)circumstances.\(word.rawValue)"],
        of: member)
    }
  }
}

extension Optional where Wrapped == Bool {
  /// True when one is, false when every one is; otherwise unknown.
  static func any(_ parts: [Bool?]) -> Bool? {
    if parts.contains(true) { return true }
    return parts.contains(nil) || parts.isEmpty ? nil : false
  }
}
