import GoodsControls
import TradeModel

/// What rules on exceptions ask of an item on its way. What is not stated stays open.
struct ExceptionCase {
  /// The stated entries of the United States.
  let entries: [(code: LicenceCase.Code, entry: ControlEntry)]
  /// Whether the item is said to be on no list of the United States.
  let isUnlisted: Bool
  let requirements: [LicenceStep]
  /// Each place as the territories that it counts for, and whether it is certain.
  let places: [(ids: [TerritoryID], isCertain: Bool)]

  /// The reasons for control that ask for the licence.
  var licenceReasons: Set<String> { Set(requirements.compactMap(\.reason)) }

  /// Whether the item is one of `patterns`.
  func answer(_ patterns: EntryPatterns) -> EntryScope.Answer {
    guard !entries.isEmpty else { return isUnlisted ? .outside : .open }
    return .any(
      entries.map { patterns.answer(code: $0.entry.code, paragraph: $0.code.answer.paragraph) })
  }

  /// Whether the item is controlled for `reason`, at any destination.
  func answer(reason: String) -> EntryScope.Answer {
    if licenceReasons.contains(reason) { return .inside }
    guard !entries.isEmpty else { return isUnlisted ? .outside : .open }
    return .any(
      entries.map { code, entry in
        // An entry whose reasons are not held may have any.
        guard !entry.controls.isEmpty else { return .open }
        return .any(
          entry.controls.filter { $0.reason.rawValue == reason }.map {
            EntryScope($0.scope, code: entry.code).answer(paragraph: code.answer.paragraph)
          })
      })
  }

  /// Whether any place is in `scope`: enough for what shuts.
  func touches(_ scope: DestinationScope) -> EntryScope.Answer {
    places.isEmpty ? .open : .any(places.map { answer($0, scope) })
  }

  /// Whether every place is in `scope`: needed for what permits.
  func isWithin(_ scope: DestinationScope) -> EntryScope.Answer {
    places.isEmpty ? .open : .all(places.map { answer($0, scope) })
  }

  private func answer(
    _ place: (ids: [TerritoryID], isCertain: Bool), _ scope: DestinationScope
  ) -> EntryScope.Answer {
    guard place.isCertain else { return .open }
    return switch scope.answer(place.ids) {
    case .unknown: .open
    case .inside: .inside
    case .outside: .outside
    }
  }
}

extension EntryScope.Answer {
  /// Inside when one is; open when one may be.
  static func any(_ answers: [Self]) -> Self {
    if answers.contains(.inside) { return .inside }
    return answers.contains(.open) ? .open : .outside
  }

  /// Outside when one is; open when one may be.
  static func all(_ answers: [Self]) -> Self {
    if answers.contains(.outside) { return .outside }
    return answers.contains(.open) ? .open : .inside
  }

  /// `inside` and `outside` in each other's place.
  var negated: Self {
    switch self {
    case .inside: .outside
    case .outside: .inside
    case .open: .open
    }
  }
}
