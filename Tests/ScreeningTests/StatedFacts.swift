import TradeModel

/// The facts of a transaction as a tree, to tell whether a path leads to one.
indirect enum StatedFacts {
  case fact(Bool)
  case list([StatedFacts])
  case object([String: StatedFacts])

  enum Answer { case stated, missing, noSuchPlace }

  /// - Parameter path: `parties[1].owners[0].names[0]`.
  static func answer(_ path: String, in transaction: Transaction) -> Answer {
    var node = of(transaction)
    for step in path.split(separator: ".") {
      let name = step.prefix { $0 != "[" }
      guard case .object(let members) = node, let member = members[String(name)] else {
        return .noSuchPlace
      }
      node = member
      guard let bracket = step.firstIndex(of: "[") else { continue }
      guard case .list(let elements) = node,
        let index = Int(step[step.index(after: bracket)...].dropLast()),
        elements.indices.contains(index)
      else { return .noSuchPlace }
      node = elements[index]
    }
    return switch node {
    case .fact(let isStated): isStated ? .stated : .missing
    case .list(let elements): elements.isEmpty ? .missing : .stated
    case .object: .stated
    }
  }

  private static func count(_ count: Int) -> StatedFacts {
    .list(Array(repeating: .fact(true), count: count))
  }

  /// A list that is stated to be empty is stated.
  private static func count<Element>(_ list: [Element]?) -> StatedFacts {
    list.map { $0.isEmpty ? .fact(true) : count($0.count) } ?? .fact(false)
  }

  private static func of<Word>(_ circumstances: Circumstances<Word>) -> StatedFacts {
    .object(
      Dictionary(
        uniqueKeysWithValues: Word.allCases.map {
          ($0.rawValue, .fact(circumstances[$0] != nil))
        }))
  }

  private static func of(_ deal: PastDeal) -> StatedFacts {
    .object([
      "destination": .fact(deal.destination != nil), "value": .fact(deal.value != nil),
    ])
  }

  private static func of(_ document: TradeDocument) -> StatedFacts {
    var members: [String: StatedFacts] = [
      "number": .fact(document.number != nil), "loadPort": .fact(document.loadPort != nil),
      "dischargePort": .fact(document.dischargePort != nil),
      "shipNumber": .fact(document.shipNumber != nil),
      "amendments": .fact(document.amendments != nil),
      "signatureDoubtful": .fact(document.signatureDoubtful != nil),
      "licenceNumberWrong": .fact(document.licenceNumberWrong != nil),
      "declaresNoLicence": .fact(document.declaresNoLicence != nil),
    ]
    for entry in TradeDocument.Entry.allCases {
      members[entry.rawValue] = .fact(document.entries[entry] != nil)
    }
    return .object(members)
  }

  private static func of(_ transaction: Transaction) -> StatedFacts {
    .object([
      "parties": .list(transaction.parties.map(of)), "items": .list(transaction.items.map(of)),
      "supply": .fact(transaction.supply != nil), "value": .fact(transaction.value != nil),
      "knownOn": .fact(transaction.knownOn != nil),
      "dates": .object([
        "ordered": .fact(transaction.dates.ordered != nil),
        "delivery": .fact(transaction.dates.delivery != nil),
      ]),
      "route": .object(["legs": .list((transaction.route?.legs ?? []).map(of))]),
      "changes": count(transaction.conduct.changes),
      "notices": notices(transaction.conduct.notices),
      "circumstances": of(transaction.conduct.circumstances),
      "communication": .object(["ipCountry": .fact(transaction.conduct.ipCountry != nil)]),
      "historyComplete": .fact(transaction.conduct.isHistoryComplete != nil),
      "history": .list((transaction.conduct.history ?? []).map(of)),
      "documents": .object([
        "complete": .fact(transaction.conduct.documents?.isComplete != nil),
        "list": .list((transaction.conduct.documents?.list ?? []).map(of)),
      ]),
      "endUse": .object([
        "statement": .fact(transaction.endUse?.statement != nil),
        "nature": .fact(transaction.endUse?.nature != nil),
        "location": .fact(transaction.endUse?.location != nil),
        "answers": .object(
          Dictionary(
            (transaction.endUse?.answers ?? []).map { ($0.question.rawValue, .fact(true)) },
            uniquingKeysWith: { first, _ in first })),
        "hasSignedStatement": .fact(transaction.endUse?.hasSignedStatement != nil),
      ]),
      "payment": .object([
        "method": .fact(transaction.payment?.method != nil),
        "terms": .fact(transaction.payment?.terms != nil),
        "payer": .fact(transaction.payment?.payer != nil),
        "bank": .fact(transaction.payment?.bank != nil),
        "payerCountry": .fact(transaction.payment?.payerCountry != nil),
        "bankCountry": .fact(transaction.payment?.bankCountry != nil),
      ]),
      "exportCountry": .fact(transaction.exportCountry != nil),
      "destinationCountry": .fact(transaction.destinationCountry != nil),
    ])
  }

  private static func notices(_ list: [NoticeKind?]?) -> StatedFacts {
    guard let list, !list.isEmpty else { return .fact(list != nil) }
    return .list(list.map { .object(["kind": .fact($0 != nil)]) })
  }

  private static func of(_ party: Party) -> StatedFacts {
    .object([
      "names": count(party.names.count), "roles": count(party.roles.count),
      "countries": count(party.countries.count),
      "addresses": .list(
        party.addresses.map { .object(["country": .fact($0.country != nil)]) }),
      "identifiers": .list(party.identifiers.map { _ in .object(["value": .fact(true)]) }),
      "birthDates": count(party.birthDates.count),
      "foundingDates": count(party.foundingDates.count), "gender": .fact(party.gender != nil),
      "kind": .fact(party.kind != .unknown), "owners": .list(party.owners.map(of)),
      "officers": .list(party.officers.map { of($0.party) }),
      "business": .fact(party.business != nil), "websites": count(party.websites.count),
      "emails": count(party.emails.count), "phones": count(party.phones.count),
      "firmsAtAddress": .fact(party.firmsAtAddress != nil),
      "ownershipChanges": count(party.ownershipChanges),
      "circumstances": of(party.circumstances),
    ])
  }

  private static func of(_ owner: Owner) -> StatedFacts {
    guard case .object(var members) = of(owner.party) else { return .fact(false) }
    members["share"] = .fact(owner.share != nil)
    members["controls"] = .fact(owner.isControlling != nil)
    return .object(members)
  }

  private static func of(_ item: Item) -> StatedFacts {
    .object([
      "description": .fact(item.description != nil),
      "commodityCode": .fact(item.commodityCode != nil),
      "controlCodes": count(item.controlCodes.count), "maker": .fact(item.maker != nil),
      "parameters": count(item.parameters.count),
      "origin": .fact(item.origin != nil), "value": .fact(item.value != nil),
      "quantity": .fact(item.quantity != nil), "marketPrice": .fact(item.marketPrice != nil),
      "spares": .fact(item.spares != nil), "circumstances": of(item.circumstances),
    ])
  }

  private static func of(_ leg: Leg) -> StatedFacts {
    let vessel = leg.vessel.map { vessel in
      StatedFacts.object([
        "name": .fact(vessel.name != nil), "flag": .fact(vessel.flag != nil),
        "identifiers": .list(vessel.identifiers.map { _ in .object(["value": .fact(true)]) }),
        "aisGap": .fact(vessel.aisGap != nil),
        "shipTransfers": .fact(vessel.shipTransfers != nil),
        "nameChanges": count(vessel.nameChanges), "flagChanges": count(vessel.flagChanges),
        "ownerChanges": count(vessel.ownerChanges), "circumstances": of(vessel.circumstances),
      ])
    }
    return .object([
      "from": .fact(leg.from != nil), "to": .fact(leg.to != nil), "via": count(leg.via.count),
      "carrier": .fact(leg.carrier != nil), "vessel": vessel ?? .fact(false),
    ])
  }
}
