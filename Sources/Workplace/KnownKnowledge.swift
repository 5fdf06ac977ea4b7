package import KnowledgeBase
import ListArchive
package import TradeModel

/// The knowledge as this home held it on an earlier day, as far as kept dossiers tell.
package struct KnownKnowledge {
  package let knowledge: CheckedKnowledge
  /// What a reader must know of where the rules come from.
  package let notices: [BilingualText]
  /// Whether it is the knowledge of any other command of today.
  package let isTodays: Bool

  /// Loads the state that was in use on `day`; where the home has none, or this program cannot read
  /// it, today's, and says so. A folder named with `--knowledge` is taken as it is, and says so too.
  /// For today itself today's are taken: which dossier was kept last says nothing of them.
  package init(_ options: KnowledgePlace, home: HomePlace, asKnownOn day: Day) throws {
    guard day < Day.today else {
      knowledge = try options.loaded()
      isTodays = true
      notices = []
      return
    }
    let kept = KeptFolders(home: try home.archiveHome(), kind: .knowledge)
    let entry = options.path == nil ? try Failure.from { try kept.entry(asKnownOn: day) } : nil
    var problem: String?
    if let entry, let folder = try Failure.from({ try kept.state(entry.digest) }) {
      do {
        knowledge = try CheckedKnowledge(loading: folder)
        notices = [Self.heldThen(day, since: entry.since.day)]
        isTodays = false
        return
      } catch {
        problem = error.errors.first?.description
      }
    }
    knowledge = try options.loaded()
    isTodays = true
    notices = [Self.todays(day)] + (problem.map { [Self.unreadable($0)] } ?? [])
  }

  private static func heldThen(_ day: Day, since: Day) -> BilingualText {
    BilingualText(
      en: "The rules are those last kept here by \(day), in use since \(since).",
      fr: "Les règles sont les dernières conservées ici au \(day), en usage depuis le \(since).")
  }

  private static func todays(_ day: Day) -> BilingualText {
    BilingualText(
      en:
        "The rules are today’s; those in force on \(day) were applied where rules state since when they are in force.",
      fr:
        "Les règles sont celles d’aujourd’hui ; celles en vigueur le \(day) ont été appliquées lorsque les règles indiquent depuis quand elles le sont."
    )
  }

  private static func unreadable(_ problem: String) -> BilingualText {
    BilingualText(
      en: "This program cannot read the rules kept then: \(problem).",
      fr: "Ce programme ne peut pas lire les règles conservées alors : \(problem).")
  }
}
