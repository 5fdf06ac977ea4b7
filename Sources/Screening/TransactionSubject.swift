import FileFormats
import Matching
public import TradeModel

/// A party to be screened, with where in the transaction it stands.
struct TransactionSubject: Hashable {
  /// The path of the party: `parties[1]`, `parties[1].owners[0]`, `route.legs[0].vessel`.
  let path: String
  /// Where else the same party stands: a vessel that is also a party.
  var otherPaths: [String] = []
  let label: BilingualText
  let subject: Subject
  /// Places and countries of the party as written, with their paths.
  var places: [StatedPlace]

  /// Whether there is anything to compare with a list. A party of which only a place is stated is a
  /// subject for the sake of the place.
  var isComparable: Bool { !subject.names.isEmpty || !subject.identifiers.isEmpty }
}

/// A place of the transaction as written.
struct StatedPlace: Hashable {
  let path: String
  let text: String
  /// Whether it is an address or other free text rather than a country.
  let isFreeText: Bool
  /// For an address: its country as stated apart, when the text repeats it.
  var country: String?
}

extension TerritoryIndex {
  /// Finds the territory of a place as an address or as a name, by what it is.
  func find(_ place: StatedPlace) -> TerritoryFinding? {
    place.isFreeText ? find(inAddress: place.text) : find(place.text)
  }
}

extension Transaction {
  /// Everyone to be screened: parties, their owners and officers at every depth, vessels, carriers,
  /// payers, banks and makers. In the order of the transaction; a name that stands only as a name is a
  /// subject of its own. A party without a name or number is among them when a place of it is stated.
  var subjects: [TransactionSubject] {
    var subjects: [TransactionSubject] = []
    for (index, party) in parties.enumerated() {
      add(party, path: "parties[\(index)]", label: Self.roleLabel(party.roles), to: &subjects)
    }
    for (index, leg) in (route?.legs ?? []).enumerated() {
      if let vessel = leg.vessel { add(vessel, path: "route.legs[\(index)].vessel", to: &subjects) }
      if let carrier = leg.carrier {
        addName(
          carrier, path: "route.legs[\(index)].carrier",
          label: BilingualText(en: "carrier", fr: "transporteur"), to: &subjects)
      }
    }
    for (path, name, label) in [
      ("payment.payer", payment?.payer, BilingualText(en: "payer", fr: "payeur")),
      ("payment.bank", payment?.bank, BilingualText(en: "bank", fr: "banque")),
    ] {
      if let name { addName(name, path: path, label: label, to: &subjects) }
    }
    for (index, item) in items.enumerated() {
      if let maker = item.maker {
        addName(
          maker, path: "items[\(index)].maker",
          label: BilingualText(en: "maker of the item", fr: "fabricant du bien"), to: &subjects)
      }
    }
    return subjects
  }

  private func add(
    _ party: Party, path: String, label: BilingualText, to subjects: inout [TransactionSubject]
  ) {
    if !party.names.isEmpty || !party.identifiers.isEmpty || !party.countries.isEmpty
      || !party.addresses.isEmpty
    {
      var subject = Subject(kind: party.kind, names: party.names)
      subject.birthDates = party.birthDates
      subject.foundingDates = party.foundingDates
      subject.gender = party.gender
      subject.identifiers = party.identifiers
      subject.addresses = party.addresses
      let countries = party.countries.enumerated().map {
        StatedPlace(path: "\(path).countries[\($0.offset)]", text: $0.element, isFreeText: false)
      }
      let addresses = party.addresses.enumerated().flatMap {
        Self.places(of: $0.element, path: "\(path).addresses[\($0.offset)]")
      }
      subjects.append(
        TransactionSubject(
          path: path, label: label, subject: subject, places: countries + addresses))
    }
    for (index, owner) in party.owners.enumerated() {
      add(
        owner.party, path: "\(path).owners[\(index)]",
        label: BilingualText(en: "owner", fr: "propriétaire"), to: &subjects)
    }
    for (index, officer) in party.officers.enumerated() {
      add(
        officer.party, path: "\(path).officers[\(index)]",
        label: BilingualText(en: "officer", fr: "dirigeant"), to: &subjects)
    }
  }

  /// The text of an address, and its country where the text leaves it out.
  private static func places(of address: Address, path: String) -> [StatedPlace] {
    guard let country = address.country else {
      return [StatedPlace(path: path, text: address.text, isFreeText: true)]
    }
    if address.text.contains(country) {
      return [StatedPlace(path: path, text: address.text, isFreeText: true, country: country)]
    }
    return [
      StatedPlace(path: path, text: address.text, isFreeText: true),
      StatedPlace(path: "\(path).country", text: country, isFreeText: false),
    ]
  }

  private func add(
    _ vessel: CarryingVessel, path: String, to subjects: inout [TransactionSubject]
  ) {
    var subject = Subject(kind: .vessel, names: [vessel.name].compactMap(\.self))
    subject.identifiers = vessel.identifiers
    let isAircraft = vessel.identifiers.contains {
      $0.kind == .aircraftTail || $0.kind == .aircraftSerial
    }
    if isAircraft { subject.kind = .aircraft }
    let places =
      vessel.flag.map { [StatedPlace(path: "\(path).flag", text: $0, isFreeText: false)] } ?? []
    let isNamed = !subject.names.isEmpty || !subject.identifiers.isEmpty
    guard isNamed || !places.isEmpty else { return }
    let isSame: (TransactionSubject) -> Bool = { other in
      isNamed && other.subject.kind == subject.kind
        && Set(other.subject.names.map { $0.foldingWhitespace() })
          == Set(subject.names.map { $0.foldingWhitespace() })
        && Set(other.subject.identifiers.map(\.normalised))
          == Set(subject.identifiers.map(\.normalised))
    }
    if let known = subjects.firstIndex(where: isSame) {
      subjects[known].otherPaths.append(path)
      subjects[known].places += places
      return
    }
    subjects.append(
      TransactionSubject(
        path: path,
        label: isAircraft
          ? BilingualText(en: "aircraft", fr: "aéronef")
          : BilingualText(en: "vessel", fr: "navire"),
        subject: subject, places: places))
  }

  private func addName(
    _ name: String, path: String, label: BilingualText, to subjects: inout [TransactionSubject]
  ) {
    let folded = name.foldingWhitespace()
    let isKnown = subjects.contains {
      $0.subject.names.contains { $0.foldingWhitespace() == folded }
    }
    guard !folded.isEmpty, !isKnown else { return }
    subjects.append(
      TransactionSubject(
        path: path, label: label, subject: Subject(kind: .unknown, names: [name]), places: []))
  }

  /// The roles in words: `end-user, purchaser`.
  public static func roleLabel(_ roles: [PartyRole]) -> BilingualText {
    guard !roles.isEmpty else {
      return BilingualText(en: "party without a stated role", fr: "partie sans rôle indiqué")
    }
    return BilingualText(
      en: roles.map(\.words.en).joined(separator: ", "),
      fr: roles.map(\.words.fr).joined(separator: ", "))
  }
}

extension PartyRole {
  /// The role in the words of the field.
  public var words: BilingualText {
    switch self {
    case .exporter: BilingualText(en: "exporter", fr: "exportateur")
    case .applicant: BilingualText(en: "applicant", fr: "demandeur")
    case .otherAuthorised: BilingualText(en: "other authorised party", fr: "autre partie autorisée")
    case .manufacturer: BilingualText(en: "manufacturer", fr: "fabricant")
    case .purchaser: BilingualText(en: "purchaser", fr: "acheteur")
    case .intermediateConsignee:
      BilingualText(en: "intermediate consignee", fr: "destinataire intermédiaire")
    case .ultimateConsignee:
      BilingualText(en: "ultimate consignee", fr: "destinataire final")
    case .endUser: BilingualText(en: "end-user", fr: "utilisateur final")
    case .consignee: BilingualText(en: "consignee", fr: "destinataire")
    case .ultimateEndUser: BilingualText(en: "ultimate end-user", fr: "utilisateur ultime")
    case .thirdParty: BilingualText(en: "third party", fr: "tiers")
    case .forwarder: BilingualText(en: "forwarder", fr: "transitaire")
    case .carrier: BilingualText(en: "carrier", fr: "transporteur")
    case .payer: BilingualText(en: "payer", fr: "payeur")
    case .bank: BilingualText(en: "bank", fr: "banque")
    case .broker: BilingualText(en: "broker", fr: "courtier")
    case .owner: BilingualText(en: "owner", fr: "propriétaire")
    case .officer: BilingualText(en: "officer", fr: "dirigeant")
    case .vessel: BilingualText(en: "vessel", fr: "navire")
    }
  }
}
