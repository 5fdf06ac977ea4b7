/// Reads the condition of a rule: `forwarder and not (final or 1 of bank*)`.
///
/// `not` binds closest, then `and`, then `or`.
struct ConditionParser {
  /// Why a condition cannot be read: lower case, input in backticks.
  struct Fault: Error, Hashable {
    let message: String
  }

  static let keywords: Set<String> = ["and", "or", "not", "of", "all", "any", "them"]
  private static let longest = 2000

  private let words: [String]
  private let names: [String]
  private var position = 0

  /// Returns the condition over the selections of those names.
  static func parse(_ text: String, names: [String]) throws(Fault) -> Logic<String> {
    guard text.utf8.count <= longest else {
      throw Fault(message: "the condition is longer than \(longest) bytes")
    }
    var parser = ConditionParser(words: tokens(text), names: names)
    let logic = try parser.alternatives()
    if let word = parser.next { throw Fault(message: "`\(word)` was not expected here") }
    return logic
  }

  private init(words: [String], names: [String]) {
    self.words = words
    self.names = names
  }

  private static func tokens(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text + " " {
      let isParenthesis = character == "(" || character == ")"
      if character.isWhitespace || isParenthesis {
        if !word.isEmpty { words.append(word) }
        word = ""
        if isParenthesis { words.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    return words
  }

  private var next: String? { position < words.count ? words[position] : nil }

  private mutating func take(_ word: String) -> Bool {
    guard next == word else { return false }
    position += 1
    return true
  }

  private mutating func alternatives() throws(Fault) -> Logic<String> {
    var parts = [try conjunction()]
    while take("or") { parts.append(try conjunction()) }
    return .any(parts)
  }

  private mutating func conjunction() throws(Fault) -> Logic<String> {
    var parts = [try negation()]
    while take("and") { parts.append(try negation()) }
    return .all(parts)
  }

  private mutating func negation() throws(Fault) -> Logic<String> {
    if take("not") { return .not(try negation()) }
    if take("(") {
      let inner = try alternatives()
      guard take(")") else { throw Fault(message: "a `)` is missing") }
      return inner
    }
    guard let word = next else { throw Fault(message: "the condition ends too soon") }
    position += 1
    if take("of") { return try quantified(word) }
    guard !Self.keywords.contains(word), word != ")" else {
      throw Fault(message: "`\(word)` was not expected here")
    }
    guard names.contains(word) else {
      throw Fault(message: "there is no selection `\(word)`")
    }
    return .leaf(word)
  }

  private mutating func quantified(_ count: String) throws(Fault) -> Logic<String> {
    guard let pattern = next else { throw Fault(message: "`of` needs `them` or a name") }
    position += 1
    let chosen =
      pattern == "them"
      ? names
      : pattern.hasSuffix("*")
        ? names.filter { $0.hasPrefix(pattern.dropLast()) } : names.filter { $0 == pattern }
    guard !chosen.isEmpty else { throw Fault(message: "no selection is called `\(pattern)`") }
    let leaves = chosen.map(Logic.leaf)
    if count == "all" { return .all(leaves) }
    if count == "any" { return .any(leaves) }
    guard let number = Int(count), (1...chosen.count).contains(number) else {
      throw Fault(
        message: "`\(count) of \(pattern)`: use `all`, `any` or a number from 1 to \(chosen.count)")
    }
    return .atLeast(number, leaves)
  }
}
