import TradeModel

/// What this version does not do, said in every dossier.
enum NotCheckedHere {
  static let always: [NotChecked] = [
    NotChecked(
      what: BilingualText(
        en: "Licence determination", fr: "Détermination de licence"),
      why: BilingualText(
        en:
          "reasons for control, exceptions and general authorisations are not weighed in this version; an entry or a rule named above must be determined by a person",
        fr:
          "les motifs de contrôle, exceptions et autorisations générales ne sont pas appréciés dans cette version ; une personne doit statuer sur toute rubrique ou règle citée ci-dessus"
      )),
    NotChecked(
      what: BilingualText(
        en: "Classification of the items", fr: "Classement des biens"),
      why: BilingualText(
        en:
          "stated codes are looked up; whether the items fall under an entry that nobody stated is not examined in this version",
        fr:
          "les codes indiqués sont recherchés ; il n’est pas examiné dans cette version si les biens relèvent d’une rubrique que personne n’a indiquée"
      )),
    NotChecked(
      what: BilingualText(en: "Ownership shares", fr: "Parts de propriété"),
      why: BilingualText(
        en:
          "owners and officers named in the transaction were screened; shares are not added up, and owners nobody named are not known",
        fr:
          "les propriétaires et dirigeants nommés ont été contrôlés ; les parts ne sont pas additionnées et les propriétaires non nommés sont inconnus"
      )),
    NotChecked(
      what: BilingualText(en: "Public reporting", fr: "Informations publiques"),
      why: BilingualText(
        en: "no press or other report was searched for any party",
        fr: "aucun article ni rapport n’a été recherché pour aucune partie")),
  ]

  /// What is said where the knowledge folder has no red-flag rules.
  static let withoutRules = NotChecked(
    what: BilingualText(en: "Red flags", fr: "Signaux d’alerte"),
    why: BilingualText(
      en: "the knowledge folder holds no rules for them",
      fr: "le dossier de connaissances ne contient pas de règles à leur sujet"))

  /// The official lists of which no state is held.
  static func lists(_ missing: [(id: String, title: String)]) -> [NotChecked] {
    guard !missing.isEmpty else { return [] }
    let names = missing.map { "\($0.title) (\($0.id))" }.joined(separator: "; ")
    return [
      NotChecked(
        what: BilingualText(
          en: "Lists not screened: \(names)", fr: "Listes non consultées : \(names)"),
        why: BilingualText(
          en:
            "no state of these lists is held here; `quivive lists update` or `lists import` brings one",
          fr:
            "aucun état de ces listes n’est détenu ici ; `quivive lists update` ou `lists import` en apporte un"
        ))
    ]
  }
}

extension NotCheckedHere {
  /// Items that the writer says no list has.
  static func statedAsUnlisted(_ stated: [(path: String, code: String)]) -> [NotChecked] {
    stated.map { path, code in
      NotChecked(
        what: BilingualText(
          en: "The statement “\(code)” on \(path)", fr: "La mention « \(code) » sur \(path)"),
        why: BilingualText(
          en: "it is the writer’s own; that the item is on no list was not examined",
          fr: "elle émane du rédacteur ; il n’a pas été examiné si le bien n’est sur aucune liste"))
    }
  }

  /// Parties that could not be screened by name.
  static func unnamed(_ transaction: Transaction) -> [NotChecked] {
    let unnamed = transaction.parties.enumerated().flatMap { index, party in
      (party.names.isEmpty ? ["parties[\(index)]"] : []) + party.unnamedBelow("parties[\(index)]")
    }
    return unnamed.map { path in
      NotChecked(
        what: BilingualText(en: "\(path) by name", fr: "\(path) par le nom"),
        why: BilingualText(en: "it has no name", fr: "elle n’a pas de nom"))
    }
  }
}
