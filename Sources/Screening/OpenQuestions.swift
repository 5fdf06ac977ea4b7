import TradeModel

/// The facts a screening needs and the transaction does not state. Each becomes a finding: silence is
/// not innocence.
///
/// Source: 15 CFR 748.5 (parties), 15 CFR 732 Supplement No. 3 (duty to ask); Regulation (EU) 2021/821,
/// Article 4 and Article 27(1) (end use, end-user, consignee).
struct OpenQuestions {
  let transaction: Transaction

  /// In the order of the transaction.
  var findings: [Finding] { partyQuestions + itemQuestions + wayQuestions + endUseQuestions }

  private func open(
    _ facts: [String], _ title: BilingualText, _ why: BilingualText, ask: BilingualText
  ) -> Finding {
    Finding(
      kind: .openQuestion, outcome: .incomplete, facts: facts, title: title, explanation: [why],
      question: ask)
  }

  private var partyQuestions: [Finding] {
    var findings: [Finding] = []
    let exporters = [PartyRole.exporter, .applicant].flatMap { transaction.parties(in: $0) }
    if exporters.isEmpty {
      findings.append(
        open(
          ["parties"],
          BilingualText(en: "No exporter is stated", fr: "Aucun exportateur n’est indiqué"),
          BilingualText(
            en: "Which rules apply depends on who supplies, and from where.",
            fr: "Les règles applicables dépendent de qui fournit, et d’où."),
          ask: BilingualText(
            en: "Who supplies the items, and from which country do they leave?",
            fr: "Qui fournit les biens, et de quel pays partent-ils ?")))
    }
    let users = [PartyRole.endUser, .ultimateEndUser].flatMap { transaction.parties(in: $0) }
    if users.isEmpty {
      findings.append(
        open(
          ["parties"],
          BilingualText(en: "No end-user is stated", fr: "Aucun utilisateur final n’est indiqué"),
          BilingualText(
            en: "A purchaser or consignee is not by itself the one who will use the items.",
            fr: "Un acheteur ou un destinataire n’est pas à lui seul celui qui utilisera les biens."
          ),
          ask: BilingualText(
            en: "Who will use the items, and where?", fr: "Qui utilisera les biens, et où ?")))
    }
    for (index, party) in transaction.parties.enumerated() {
      let path = "parties[\(index)]"
      findings += questions(on: party, path: path)
      findings += party.unnamedBelow(path).map { below in
        open(
          ["\(below).names"],
          BilingualText(
            en: "An owner or officer has no name", fr: "Un propriétaire ou dirigeant n’a pas de nom"
          ),
          BilingualText(
            en: "An owner or officer without a name cannot be screened by name.",
            fr: "Un propriétaire ou dirigeant sans nom ne peut pas être contrôlé par son nom."),
          ask: BilingualText(
            en: "Who owns or directs “\(party.displayName ?? path)”, by name?",
            fr: "Qui détient ou dirige « \(party.displayName ?? path) », par son nom ?"))
      }
    }
    return findings
  }

  private func questions(on party: Party, path: String) -> [Finding] {
    var findings: [Finding] = []
    let name = party.displayName ?? path
    if party.names.isEmpty {
      findings.append(
        open(
          ["\(path).names"],
          BilingualText(en: "A party has no name", fr: "Une partie n’a pas de nom"),
          BilingualText(
            en: "A party without a name cannot be screened by name.",
            fr: "Une partie sans nom ne peut pas être contrôlée par son nom."),
          ask: BilingualText(
            en: "What is this party’s name?", fr: "Quel est le nom de cette partie ?")
        ))
    }
    if party.roles.isEmpty {
      findings.append(
        open(
          ["\(path).roles"],
          BilingualText(
            en: "“\(name)” has no stated role", fr: "« \(name) » n’a pas de rôle indiqué"),
          BilingualText(
            en: "What a rule asks depends on what the party does in the transaction.",
            fr: "Ce qu’une règle exige dépend de ce que fait la partie dans l’opération."),
          ask: BilingualText(
            en: "What does this party do in the transaction?",
            fr: "Que fait cette partie dans l’opération ?")))
    }
    let isShip = party.kind == .vessel || party.kind == .aircraft
    if party.countries.isEmpty, party.addresses.isEmpty, !isShip {
      findings.append(
        open(
          ["\(path).countries", "\(path).addresses"],
          BilingualText(
            en: "Where “\(name)” is, is not stated",
            fr: "Le lieu où se trouve « \(name) » n’est pas indiqué"),
          BilingualText(
            en: "Without a country no embargo can be excluded for this party.",
            fr: "Sans pays, aucun embargo ne peut être exclu pour cette partie."),
          ask: BilingualText(
            en: "Where is this party established?", fr: "Où cette partie est-elle établie ?")))
    }
    let isFinal =
      party.roles.contains(.endUser) || party.roles.contains(.ultimateConsignee)
      || party.roles.contains(.ultimateEndUser)
    if isFinal, party.roles.contains(.forwarder) || party.roles.contains(.bank) {
      findings.append(
        Finding(
          kind: .openQuestion, outcome: .hold, facts: ["\(path).roles"],
          title: BilingualText(
            en: "A forwarder or bank stands as the last to receive",
            fr: "Un transitaire ou une banque figure comme dernier destinataire"),
          explanation: [
            BilingualText(
              en:
                "Under 15 CFR 748.5 a forwarder or bank can be an intermediate consignee, not the ultimate consignee or end-user.",
              fr:
                "Selon 15 CFR 748.5, un transitaire ou une banque peut être destinataire intermédiaire, mais ni destinataire final ni utilisateur final."
            )
          ],
          question: BilingualText(
            en: "Who receives the items from the forwarder, and where will they be used?",
            fr: "Qui reçoit les biens du transitaire, et où seront-ils utilisés ?")))
    }
    return findings
  }

  private var itemQuestions: [Finding] {
    var findings: [Finding] = []
    if transaction.items.isEmpty {
      findings.append(
        open(
          ["items"], BilingualText(en: "No item is stated", fr: "Aucun bien n’est indiqué"),
          BilingualText(
            en: "Without an item no control list can be consulted.",
            fr: "Sans bien, aucune liste de contrôle ne peut être consultée."),
          ask: BilingualText(en: "What is supplied?", fr: "Qu’est-ce qui est fourni ?")))
    }
    for (index, item) in transaction.items.enumerated() {
      let path = "items[\(index)]"
      let name = item.description ?? path
      if item.description == nil {
        findings.append(
          open(
            ["\(path).description"],
            BilingualText(en: "An item is not described", fr: "Un bien n’est pas décrit"),
            BilingualText(
              en: "A code alone does not say what the item is.",
              fr: "Un code seul ne dit pas ce qu’est le bien."),
            ask: BilingualText(en: "What is this item?", fr: "Qu’est-ce que ce bien ?")))
      }
      if item.commodityCode == nil, item.kind == nil || item.kind == .goods {
        findings.append(
          open(
            ["\(path).commodityCode"],
            BilingualText(
              en: "No commodity code is stated for “\(name)”",
              fr: "Aucun code douanier n’est indiqué pour « \(name) »"),
            BilingualText(
              en: "Lists written in commodity codes could not be consulted for it.",
              fr: "Les listes rédigées en codes douaniers n’ont pas pu être consultées."),
            ask: BilingualText(
              en: "Under which customs number (HS or CN) is it declared?",
              fr: "Sous quel code douanier (SH ou NC) est-il déclaré ?")))
      }
      if item.controlCodes.isEmpty {
        findings.append(
          open(
            ["\(path).controlCodes"],
            BilingualText(
              en: "“\(name)” has no stated control classification",
              fr: "« \(name) » n’a pas de classement de contrôle indiqué"),
            BilingualText(
              en: "Nobody has said whether the item falls under a control list entry.",
              fr: "Personne n’a dit si le bien relève d’une rubrique d’une liste de contrôle."),
            ask: BilingualText(
              en:
                "Under which control list entry does it fall, or who found that it falls under none?",
              fr:
                "De quelle rubrique d’une liste de contrôle relève-t-il, ou qui a conclu qu’il ne relève d’aucune ?"
            )))
      }
    }
    return findings
  }

  private var wayQuestions: [Finding] {
    let final = [PartyRole.endUser, .ultimateEndUser, .ultimateConsignee, .consignee].flatMap {
      transaction.parties(in: $0)
    }
    let isKnown =
      transaction.destinationCountry != nil || transaction.endUse?.location != nil
      || transaction.route?.legs.last?.to != nil
      || final.contains { !$0.countries.isEmpty || !$0.addresses.isEmpty }
    guard !isKnown else { return [] }
    return [
      open(
        ["destinationCountry"],
        BilingualText(
          en: "The destination is not stated", fr: "La destination n’est pas indiquée"),
        BilingualText(
          en: "No embargo and no licence rule can be excluded without a destination.",
          fr: "Sans destination, aucun embargo ni aucune règle de licence ne peut être exclu."),
        ask: BilingualText(
          en: "In which country will the items be used?",
          fr: "Dans quel pays les biens seront-ils utilisés ?"))
    ]
  }

  private var endUseQuestions: [Finding] {
    guard transaction.endUse?.statement == nil else { return [] }
    return [
      open(
        ["endUse.statement"],
        BilingualText(en: "No end use is stated", fr: "Aucune utilisation finale n’est indiquée"),
        BilingualText(
          en:
            "A use in missiles, weapons of mass destruction or a military programme can require a licence for any item.",
          fr:
            "Un usage dans des missiles, des armes de destruction massive ou un programme militaire peut exiger une licence pour tout bien."
        ),
        ask: BilingualText(
          en: "For what will the items be used, in whose project?",
          fr: "À quoi serviront les biens, dans le projet de qui ?"))
    ]
  }
}

extension Party {
  /// The paths of owners and officers without a name, at every depth, in the order of the transaction.
  func unnamedBelow(_ path: String) -> [String] {
    let owners = owners.enumerated().map { ("\(path).owners[\($0.offset)]", $0.element.party) }
    let officers = officers.enumerated().map {
      ("\(path).officers[\($0.offset)]", $0.element.party)
    }
    return (owners + officers).flatMap { path, party in
      (party.names.isEmpty ? [path] : []) + party.unnamedBelow(path)
    }
  }
}
