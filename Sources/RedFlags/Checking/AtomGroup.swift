/// Questions about one fact of which one is enough: the smallest part of a condition that has one
/// answer however many values it lists.
struct AtomGroup: Hashable {
  let fact: String
  let predicates: [FactAtom.Predicate]

  /// Whether it asks if the fact is stated at all, and what it expects.
  var expectsStated: Bool? {
    guard case .stated(let expected)? = predicates.first else { return nil }
    return expected
  }

  /// Whether the fact's value satisfies one of the questions.
  func holds(of value: FactValue) -> Bool { predicates.contains { $0.holds(of: value) == true } }
}

extension Logic where Leaf == FactAtom {
  /// The same with alternatives about one fact taken together.
  ///
  /// That one of several values satisfies one of several questions is one statement, in whichever
  /// order it is said; so the answers of facts with many values stay the same.
  var grouped: Logic<AtomGroup> {
    switch self {
    case .leaf(let atom): return .leaf(AtomGroup(fact: atom.fact, predicates: [atom.predicate]))
    case .not(let part): return .not(part.grouped)
    case .atLeast(let count, let parts):
      let atoms = parts.compactMap { part -> FactAtom? in
        guard case .leaf(let atom) = part else { return nil }
        if case .stated = atom.predicate { return nil }
        return atom
      }
      if count == 1, atoms.count == parts.count, let first = atoms.first,
        atoms.allSatisfy({ $0.fact == first.fact })
      {
        return .leaf(AtomGroup(fact: first.fact, predicates: atoms.map(\.predicate)))
      }
      return .atLeast(count, parts.map(\.grouped))
    }
  }
}
