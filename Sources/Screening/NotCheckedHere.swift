import TradeModel

/// What this version does not do, said in every dossier.
enum NotCheckedHere {
  static let always: [NotChecked] = [
    NotChecked(
      what: BilingualText(
        en: "Parts of the licence determination", fr: "Parties de la détermination de licence"),
      why: BilingualText(
        en:
          "not held here are the conditions of licence exceptions beyond their countries, reasons and entries, what Part 746 names for sanctioned destinations, 15 CFR 740.2(a)(1), (2), (15) to (17) and (21) to (23), the conditions of general authorisations, the wording of paragraphs, the code tables of Supplements No. 2, 4, 5 and 6 to 15 CFR Part 746 and a part of No. 7, Annex IV to Regulation (EU) 2021/821, the Union’s restrictive measures but those on Iran named above, the control lists of the United Kingdom, and national lists",
        fr:
          "ne sont pas détenus ici les conditions des exceptions de licence au-delà des pays, motifs et rubriques, ce que la partie 746 nomme pour les destinations sanctionnées, 15 CFR 740.2(a)(1), (2), (15) à (17) et (21) à (23), les conditions des autorisations générales, le texte des alinéas, les tableaux de codes des suppléments no 2, 4, 5 et 6 de 15 CFR partie 746 et une partie du no 7, l’annexe IV du règlement (UE) 2021/821, les mesures restrictives de l’Union hors celles visant l’Iran citées ci-dessus, les listes de contrôle du Royaume-Uni et les listes nationales"
      )),
    NotChecked(
      what: BilingualText(
        en: "Classification of the items", fr: "Classement des biens"),
      why: BilingualText(
        en:
          "entries that nobody stated are looked for by the words of the description and by the commodity code; that none was found does not mean that none covers the items",
        fr:
          "les rubriques que personne n’a indiquées sont recherchées par les mots de la description et par le code douanier ; n’en trouver aucune ne veut pas dire qu’aucune ne vise les biens"
      )),
    NotChecked(
      what: BilingualText(
        en: "Owners that nobody named", fr: "Propriétaires que personne n’a nommés"),
      why: BilingualText(
        en:
          "shares and control are followed as far as the transaction, a table of ownership and the records of the lists state them; no register was asked, and names in those records are compared by their words only",
        fr:
          "les parts et le contrôle sont suivis dans la mesure où l’opération, un tableau des propriétaires et les fiches des listes les indiquent ; aucun registre n’a été consulté, et les noms de ces fiches ne sont comparés que mot à mot"
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

  /// The lists of which no state of the day asked for is held.
  static func unheld(_ lists: [UnheldList]) -> [NotChecked] {
    lists.map {
      NotChecked(
        what: BilingualText(en: "\($0.title) (\($0.id))", fr: "\($0.title) (\($0.id))"),
        why: $0.why)
    }
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

  /// The law of exporting states of which no rules are held.
  static func otherLaws(
    _ exporting: [Territory], _ isUnionMember: (TerritoryID) -> Bool
  ) -> [NotChecked] {
    exporting.filter { territory in
      let state = territory.parent ?? territory.id
      return !["US", "GB"].contains(state.code) && !isUnionMember(state)
    }.map { territory in
      NotChecked(
        what: BilingualText(
          en: "The export-control law of \(territory.name.en)",
          fr: "Le droit du contrôle des exportations (\(territory.name.fr))"),
        why: BilingualText(
          en: "no rules of it are held here", fr: "aucune de ses règles n’est détenue ici"))
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
