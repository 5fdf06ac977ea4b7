import ArgumentParser
import Decisions
import SQLiteStore
import TradeModel
import Workplace

/// Whether good-guy decisions of the home's store are applied.
struct DecisionsOption: ParsableArguments {
  @Flag(help: "Leave aside the good-guy decisions of the home's store; the dossier says so.")
  var noDecisions = false

  /// What the dossier says where they are left aside.
  static let leftAside = BilingualText(
    en: "Recorded good-guy decisions were left aside.",
    fr: "Les décisions « good guy » enregistrées n’ont pas été appliquées.")
}

extension ScreeningSession {
  /// Applies the decisions of the home's store from now on, or says that they are left aside.
  mutating func take(_ option: DecisionsOption, home: HomeOptions) throws {
    if option.noDecisions {
      add(notice: DecisionsOption.leftAside)
    } else if let store = try OpenStore.reading(home) {
      goodGuys = GoodGuys(try Failure.fromStore { try store.goodGuys() })
    }
  }
}
