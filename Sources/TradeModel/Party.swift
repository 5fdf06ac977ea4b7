/// A person, organisation, vessel or aircraft with a role in a transaction.
public struct Party: Hashable, Sendable {
  /// `unknown` when not stated: it is then compared with every kind.
  public let kind: PartyKind
  /// As given, in any script; the first is the main one.
  public let names: [String]
  /// One party may be purchaser, consignee and end-user at once. Empty when not stated.
  public let roles: [PartyRole]
  /// As stated; their countries are read from the text.
  public let addresses: [Address]
  /// Countries of seat, nationality or flag, as written.
  public let countries: [String]
  /// As stated; a wrong form or check digit is a warning of the intake.
  public let identifiers: [Identifier]
  /// Of a person.
  public let birthDates: [PartialDate]
  /// Founding of an organisation, building of a vessel or aircraft.
  public let foundingDates: [PartialDate]
  /// As stated.
  public let gender: String?
  /// The line of business, as stated.
  public let business: String?
  /// As written.
  public let websites: [String]
  /// As written.
  public let emails: [String]
  /// As written.
  public let phones: [String]
  /// Who owns it, as far as named; they are screened too.
  public let owners: [Owner]
  /// Who runs it, as far as named; they are screened too.
  public let officers: [Officer]
  /// What the writer says of it in fixed words.
  public let circumstances: Circumstances<PartyCircumstance>
  /// How many firms have its address, as stated.
  public let firmsAtAddress: Int?
  /// Changes of owners, name or legal form; `nil` when nothing is said, empty when there were none.
  public let ownershipChanges: [PartialDate]?
  /// What else the writer says; never screened.
  public let note: String?

  public init(
    kind: PartyKind = .unknown, names: [String], roles: [PartyRole] = [],
    addresses: [Address] = [], countries: [String] = [], identifiers: [Identifier] = [],
    birthDates: [PartialDate] = [], foundingDates: [PartialDate] = [], gender: String? = nil,
    business: String? = nil, websites: [String] = [], emails: [String] = [],
    phones: [String] = [], owners: [Owner] = [], officers: [Officer] = [],
    circumstances: Circumstances<PartyCircumstance> = Circumstances(), firmsAtAddress: Int? = nil,
    ownershipChanges: [PartialDate]? = nil, note: String? = nil
  ) {
    self.kind = kind
    self.names = names
    self.roles = roles
    self.addresses = addresses
    self.countries = countries
    self.identifiers = identifiers
    self.birthDates = birthDates
    self.foundingDates = foundingDates
    self.gender = gender
    self.business = business
    self.websites = websites
    self.emails = emails
    self.phones = phones
    self.owners = owners
    self.officers = officers
    self.circumstances = circumstances
    self.firmsAtAddress = firmsAtAddress
    self.ownershipChanges = ownershipChanges
    self.note = note
  }

  /// The main name, when there is one.
  public var displayName: String? { names.first }
}

/// Someone named as holding a share of a party, or as controlling it.
public struct Owner: Hashable, Sendable {
  /// The owner, itself a party to be screened; it may have owners of its own.
  public let party: Party
  /// `nil` when no share is stated, which is not the same as none.
  public let share: Share?
  /// Whether control is stated apart from shares; `nil` when nothing is said.
  public let isControlling: Bool?

  public init(party: Party, share: Share? = nil, isControlling: Bool? = nil) {
    self.party = party
    self.share = share
    self.isControlling = isControlling
  }
}

/// Someone named as directing, representing or signing for a party.
public struct Officer: Hashable, Sendable {
  /// Who owns.
  public let party: Party
  /// Director, signatory, contact; as stated.
  public let position: String?

  public init(party: Party, position: String? = nil) {
    self.party = party
    self.position = position
  }
}
