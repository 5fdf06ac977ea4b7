import TradeModel

/// A party with its place in the transaction and the countries it is in.
struct PartyOfDeal {
  let party: Party
  let path: String
  /// The countries that its countries and addresses surely name.
  let countries: [Placed<TerritoryID>]
  /// Whether every stated country and address could be read.
  let isLocated: Bool

  init(_ party: Party, path: String, knowledge: FactKnowledge) {
    self.party = party
    self.path = path
    var countries: [Placed<TerritoryID>] = []
    var unread = false
    for (index, text) in party.countries.enumerated() {
      if let territory = knowledge.territory(text) {
        countries.append((territory, "\(path).countries[\(index)]"))
      } else {
        unread = true
      }
    }
    for (index, address) in party.addresses.enumerated() {
      let place = "\(path).addresses[\(index)]"
      if let territory = knowledge.territory(address.text, isAddress: true)
        ?? knowledge.territory(address.country)
      {
        countries.append((territory, place))
      } else if address.country != nil {
        unread = true
      }
    }
    self.countries = countries
    isLocated = !unread
  }

  /// The state of each country: a region counts as the state it is a part of, too.
  var territories: Set<TerritoryID> {
    Set(countries.map(\.value)).union(
      countries.compactMap {
        $0.value.code.split(separator: "-").first.map { TerritoryID(String($0)) }
      })
  }

  /// Where its countries stand.
  var countryPaths: [String] { countries.map(\.path) }

  /// Whose side it is on; `nil` never: a party without a role is a customer until somebody says more.
  var side: String {
    let roles = Set(party.roles)
    let ours: Set<PartyRole> = [.exporter, .applicant, .otherAuthorised, .manufacturer]
    let service: Set<PartyRole> = [.forwarder, .carrier, .bank, .vessel]
    let buying: Set<PartyRole> = [
      .purchaser, .ultimateConsignee, .endUser, .consignee, .ultimateEndUser,
    ]
    if !roles.isDisjoint(with: ours) { return "ours" }
    if !roles.isDisjoint(with: service), roles.isDisjoint(with: buying) { return "service" }
    return "customer"
  }

  var isEndUser: Bool { has([.endUser, .ultimateEndUser]) }
  var isBuyer: Bool { has([.purchaser]) }
  var isReceiver: Bool {
    has([.ultimateConsignee, .consignee, .intermediateConsignee, .endUser, .ultimateEndUser])
  }

  func has(_ roles: Set<PartyRole>) -> Bool { !roles.isDisjoint(with: party.roles) }

  /// Whether one of the names is `name`, but for case, marks and punctuation.
  func isNamed(_ name: String) -> Bool {
    let key = FoldedText(name).key
    return !key.isEmpty && party.names.contains { FoldedText($0).key == key }
  }
}

extension Party {
  /// What tells that two parties of different names belong together, normalised, by what it is.
  var contacts: [Placed<(kind: String, key: String)>] {
    var contacts: [Placed<(kind: String, key: String)>] = []
    func add(_ kind: String, _ key: String, _ path: String) {
      if key.utf8.count >= Self.shortestContact { contacts.append(((kind, key), path)) }
    }
    for (index, address) in addresses.enumerated() where PlaceWords(address.text).numbers.count > 0
    {
      add("address", FoldedText(address.text).key, "addresses[\(index)]")
    }
    for (index, text) in phones.enumerated() {
      add("phone", Identifier(kind: .phone, value: text).normalised, "phones[\(index)]")
    }
    for (index, text) in emails.enumerated() {
      add("email", Identifier(kind: .email, value: text).normalised, "emails[\(index)]")
    }
    for (index, text) in websites.enumerated() {
      add("website", Identifier(kind: .website, value: text).normalised, "websites[\(index)]")
    }
    for (index, identifier) in identifiers.enumerated() {
      let kind =
        switch identifier.kind {
        case .phone: "phone"
        case .email: "email"
        case .website: "website"
        default: "identifier"
        }
      add(kind, identifier.normalised, "identifiers[\(index)].value")
    }
    return contacts
  }

  /// Shorter numbers are telephone extensions and the like.
  private static var shortestContact: Int { 5 }

  /// Whether a name is the same, but for case, marks and punctuation.
  func sharesName(with other: Party) -> Bool {
    !Set(names.map { FoldedText($0).key }).subtracting([""])
      .isDisjoint(with: other.names.map { FoldedText($0).key })
  }

  /// Whether both state contacts of one kind, or owners by name: only then does a comparison that finds
  /// nothing in common say something.
  func isComparable(with other: Party) -> Bool {
    let kinds = Set(contacts.map(\.value.kind))
    let isOwned: (Party) -> Bool = { party in
      !party.owners.isEmpty && !party.owners.contains { $0.party.names.isEmpty }
    }
    return !kinds.isDisjoint(with: other.contacts.map(\.value.kind))
      || (isOwned(self) && isOwned(other))
  }

  /// Whether a contact, a number or an owner is the same.
  func isConnected(to other: Party) -> Bool {
    let own = contacts.map(\.value)
    return other.contacts.contains { contact in own.contains { $0 == contact.value } }
      || owners.contains { owner in other.owners.contains { $0.party.sharesName(with: owner.party) }
      }
  }
}
