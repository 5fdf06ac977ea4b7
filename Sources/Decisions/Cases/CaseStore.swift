public import TradeModel

/// Where cases and good-guy decisions are kept: the SQLite store of a home, or memory.
///
/// Every act is checked by the rules of ``Case`` and ``GoodGuy`` and written as one event of the
/// audit trail in the same transaction.
public protocol CaseStore: Sendable {
  /// Opens a case.
  ///
  /// - Throws: ``CaseError`` `referenceInUse` when a case that is not decided has the reference.
  func open(
    _ dossier: CaseDossier, reference: String?, by actor: Actor, at time: Timestamp
  ) throws -> Case

  /// Records one act on a case and returns the case after it.
  ///
  /// - Throws: ``CaseError`` when a rule refuses it; nothing is recorded then.
  @discardableResult
  func record(
    _ event: CaseEvent, in id: CaseID, by actor: Actor, at time: Timestamp
  ) throws -> Case

  /// The case with that id.
  ///
  /// - Throws: ``CaseError`` `unknown` when there is none.
  func `case`(_ id: CaseID) throws -> Case

  /// The cases that `filter` admits, in the order of their opening.
  func cases(_ filter: CaseFilter) throws -> [CaseSummary]

  /// Proposes a good-guy decision.
  func propose(
    _ proposal: GoodGuyProposal, by actor: Actor, at time: Timestamp
  ) throws -> GoodGuy

  /// Records one act on a good-guy decision and returns it after that.
  ///
  /// - Throws: ``CaseError`` when a rule refuses it; nothing is recorded then.
  @discardableResult
  func record(
    _ event: GoodGuyEvent, of id: GoodGuyID, by actor: Actor, at time: Timestamp
  ) throws -> GoodGuy

  /// Every good-guy decision, in the order of proposing; those that were erased are left out.
  func goodGuys() throws -> [GoodGuy]
}

extension Case {
  /// The case as it stood at the end of a day.
  ///
  /// - Throws: ``CaseError`` `unknown` when it was not open then.
  public func asKnown(on day: Day) throws(CaseError) -> Case {
    let known = Case(id, entries: history.filter { $0.time.day <= day })
    guard !known.history.isEmpty else {
      throw CaseError(
        .unknown, "\(id) was not open on \(day)",
        help: history.first.map { "it was opened on \($0.time.day)" })
    }
    return known
  }
}
