/// A combination of statements, each of which may hold, not hold or be unknown.
///
/// Answers follow Kleene's strong logic of three values: `nil` is unknown, and an unknown statement
/// leaves the whole unknown unless the others decide.
/// Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64.
public indirect enum Logic<Leaf: Hashable & Sendable>: Hashable, Sendable {
  /// One statement.
  case leaf(Leaf)
  /// The opposite.
  case not(Logic)
  /// That many of them hold, or more.
  case atLeast(Int, [Logic])

  /// Every one of `parts` holds.
  public static func all(_ parts: [Logic]) -> Logic {
    parts.count == 1 ? parts[0] : .atLeast(parts.count, parts)
  }

  /// One of `parts` holds, or more.
  public static func any(_ parts: [Logic]) -> Logic {
    parts.count == 1 ? parts[0] : .atLeast(1, parts)
  }

  /// Whether it holds; `nil` when that is unknown.
  ///
  /// - Complexity: O(*n*) in the leaves.
  public func holds(_ value: (Leaf) -> Bool?) -> Bool? {
    switch self {
    case .leaf(let leaf): return value(leaf)
    case .not(let part): return part.holds(value).map { !$0 }
    case .atLeast(let count, let parts):
      let answers = parts.map { $0.holds(value) }
      let sure = answers.count { $0 == true }
      if sure >= count { return true }
      return sure + answers.count { $0 == nil } < count ? false : nil
    }
  }

  /// The leaves that the answer rests on: those that make it true, those that make it false, or
  /// those whose being unknown leaves it unknown. In order, repeats included.
  public func deciding(_ value: (Leaf) -> Bool?) -> [Leaf] {
    switch self {
    case .leaf(let leaf): return [leaf]
    case .not(let part): return part.deciding(value)
    case .atLeast(_, let parts):
      let answer = holds(value)
      return parts.filter { $0.holds(value) == answer }.flatMap { $0.deciding(value) }
    }
  }

  /// All leaves in order, repeats included.
  public var leaves: [Leaf] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .not(let part): part.leaves
    case .atLeast(_, let parts): parts.flatMap(\.leaves)
    }
  }

  /// Each leaf replaced by the combination that `part` gives for it.
  public func replacing<Other>(_ part: (Leaf) -> Logic<Other>) -> Logic<Other> {
    switch self {
    case .leaf(let leaf): part(leaf)
    case .not(let inner): .not(inner.replacing(part))
    case .atLeast(let count, let parts): .atLeast(count, parts.map { $0.replacing(part) })
    }
  }
}
