package import Decisions
import FileFormats
package import KnowledgeBase
package import ListArchive
import SQLiteStore
package import TradeModel

/// Opening and rescreening cases: screened, kept with everything that makes the dossier again, recorded.
package struct CaseWork {
  package let cases: OpenCases
  package let home: ArchiveHome

  package init(_ cases: OpenCases, home: ArchiveHome) {
    self.cases = cases
    self.home = home
  }

  /// Opens a case on what was screened; the case with that reference gets the new dossier instead where
  /// there is one that is not decided yet.
  package func open(
    _ screened: ScreeningSession.Screened, by session: ScreeningSession, reference: String?,
    actor: Actor, at time: Timestamp = .now
  ) throws -> (opened: Case, wasOpen: Bool) {
    try keep(screened, by: session)
    let reference = reference ?? screened.dossier["transaction", "reference"]?.string
    let seen = CaseDossier(screened.dossier)
    return try Failure.fromCases {
      do {
        return (
          try cases.store.open(seen, reference: reference, by: actor, at: time), false
        )
      } catch let error as CaseError {
        guard case .referenceInUse(let id) = error.reason else { throw error }
        return (try cases.store.record(.rescreened(seen), in: id, by: actor, at: time), true)
      }
    }
  }

  /// Records a new dossier in a case.
  package func rescreen(
    _ id: CaseID, with screened: ScreeningSession.Screened, by session: ScreeningSession,
    actor: Actor, at time: Timestamp = .now
  ) throws -> Case {
    try keep(screened, by: session)
    return try Failure.fromCases {
      try cases.store.record(
        .rescreened(CaseDossier(screened.dossier)), in: id, by: actor, at: time)
    }
  }

  /// Kept twice on purpose: as what the case holds, and with everything that makes it again.
  private func keep(
    _ screened: ScreeningSession.Screened, by session: ScreeningSession
  ) throws {
    try session.keep(screened, in: home)
    try Failure.from { _ = try cases.blobs.keep(screened.dossier.bytes) }
  }

  /// The reasons by which findings are settled.
  package static func reasons(_ knowledge: CheckedKnowledge) throws -> [DispositionReason] {
    do { return try DispositionReason.all(loading: knowledge) } catch {
      throw KnowledgePlace.failure(error)
    }
  }

  /// The reason with that code, or with that key.
  package static func reason(
    _ code: String, _ knowledge: CheckedKnowledge
  ) throws -> DispositionReason {
    let reasons = try reasons(knowledge)
    guard let reason = reasons.first(where: { $0.code == code || $0.key == code }) else {
      throw Failure(
        .usage, "there is no reason `\(code)`",
        help: "the codes are \(reasons.map(\.code).joined(separator: ", "))")
    }
    return reason
  }
}
