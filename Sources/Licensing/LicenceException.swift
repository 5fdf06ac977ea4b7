import KnowledgeBase
import TradeModel

/// A licence exception of the United States with the ways in which it can be used.
///
/// Source: 15 CFR Part 740.
struct LicenceException: Hashable {
  /// One paragraph that permits something: one row of `ControlLists/licence-exception-routes.csv`.
  struct Route: Hashable {
    /// It is only for these; `nil` when the paragraph names none.
    let destinations: DestinationScope?
    /// It is for none of these.
    let notDestinations: DestinationScope?
    /// The licence may be required for no other reason; empty when the paragraph names none.
    let reasons: Set<String>
    /// As the table writes ``reasons``.
    let reasonText: String
    let entries: EntryPatterns?
    let notEntries: EntryPatterns?
    /// Only for items that no entry has (EAR99).
    let isForUnlisted: Bool
    /// What a person must read.
    let words: BilingualText
    let citation: String
    let asOf: String
    let citations: Citations
  }

  let symbol: String
  let section: String
  /// Empty when no paragraph was read.
  let routes: [Route]
  let asOf: String
  let citations: Citations
}

/// A rule that shuts exceptions, or binds them to what only a person can check: one row of
/// `ControlLists/licence-exception-bars.csv`.
///
/// Source: 15 CFR 740.1, 740.2 and 740.20(b).
struct ExceptionBar: Hashable {
  enum Effect: String, Hashable { case closes, asks }
  /// What the licence is required by.
  enum Requirement: String, Hashable {
    case endUse = "end-use"
    case part746 = "part-746"

    /// Whether `step` is such a requirement.
    func contains(_ step: LicenceStep) -> Bool {
      switch self {
      case .endUse: step.kind == .endUse
      case .part746: [.embargo, .embargoedGoods, .commodityList].contains(step.kind)
      }
    }
  }

  /// The exceptions it is about; empty for all.
  let symbols: Set<String>
  /// Exceptions that it leaves.
  let leaves: Set<String>
  /// The reason for control of the items it is about.
  let reason: String?
  let entries: EntryPatterns?
  let notEntries: EntryPatterns?
  /// One of these on the way is enough.
  let destinations: DestinationScope?
  let requirement: Requirement?
  let effect: Effect
  let rule: BilingualText
  let citation: String
  let asOf: String
  let citations: Citations

  /// Whether the rule speaks of `symbol`.
  func touches(_ symbol: String) -> Bool {
    (symbols.isEmpty || symbols.contains(symbol)) && !leaves.contains(symbol)
  }
}
