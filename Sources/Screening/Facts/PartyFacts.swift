import RedFlags
import TradeModel

/// The facts of each party by itself.
struct PartyFacts {
  let parties: [PartyOfDeal]
  let day: Placed<PartialDate>?
  let knowledge: FactKnowledge

  func state(on sheet: inout FactSheet) {
    for party in parties {
      general(party, on: &sheet)
      addresses(party, on: &sheet)
      contacts(party, on: &sheet)
      names(party, on: &sheet)
      owners(party, on: &sheet)
    }
  }

  private func general(_ party: PartyOfDeal, on sheet: inout FactSheet) {
    let (own, path) = (party.party, party.path)
    if !own.roles.isEmpty {
      sheet.words(
        "party.roles",
        own.roles.enumerated().map { ($0.element.rawValue, "\(path).roles[\($0.offset)]") },
        from: ["\(path).roles"], of: path)
    }
    sheet.word(
      "party.side", party.side, [own.roles.isEmpty ? path : "\(path).roles"], of: path)
    if own.kind != .unknown {
      sheet.word("party.kind", own.kind.rawValue, ["\(path).kind"], of: path)
    }
    sheet.countries(
      "party.country", party.countries, from: party.countryPaths, isComplete: party.isLocated,
      of: path)
    if !party.countries.isEmpty {
      sheet.words(
        "party.outside",
        knowledge.outside(party.countries.map(\.value)).map { ($0, party.countryPaths[0]) },
        from: party.countryPaths, isComplete: party.isLocated, of: path)
    }
    if let business = own.business {
      let classes = knowledge.lexicon.classes("business", in: business)
      sheet.words(
        "party.business",
        (classes.isEmpty ? ["other"] : classes).map { ($0, "\(path).business") },
        from: ["\(path).business"], of: path)
    }
    if let founded = own.foundingDates.first, founded.isReadable {
      let place = "\(path).foundingDates[0]"
      sheet.state("party.founded", .date(founded), from: [place], of: path)
      if let day, let age = founded.wholeYears(to: day.value) {
        sheet.number("party.age", age, [place, day.path], of: path)
      }
    }
    sheet.number("party.firms-at-address", own.firmsAtAddress, ["\(path).firmsAtAddress"], of: path)
    for word in PartyCircumstance.allCases where ![.website, .ownMail, .military].contains(word) {
      sheet.circumstances(
        Circumstances<PartyCircumstance>(own.circumstances[word].map { [word: $0] } ?? [:]),
        as: "party", at: "\(path).", of: path)
    }
  }

  private func addresses(_ party: PartyOfDeal, on sheet: inout FactSheet) {
    let places = party.party.addresses.enumerated().map {
      Placed<String>($0.element.text, "\(party.path).addresses[\($0.offset)]")
    }
    sheet.words(
      "party.address-words",
      places.flatMap { place in words(place.value, party).map { ($0, place.path) } },
      from: places.map(\.path), of: party.path)
  }

  private func words(_ address: String, _ party: PartyOfDeal) -> [String] {
    var words = knowledge.lexicon.classes("address", in: address)
    let isZone = knowledge.freeZones.labels(in: FoldedText(address)).contains {
      party.territories.contains(TerritoryID($0))
    }
    if isZone { words.append("free-zone") }
    if isPostBoxOnly(address) { words.append("mail-drop") }
    return words.uniqued()
  }

  /// Whether nothing but towns and countries stands beside a post box. A post box with a street is the
  /// ordinary address of many countries.
  private func isPostBoxOnly(_ address: String) -> Bool {
    let parts = address.split(separator: ",").map(String.init)
    func isPlace(_ text: String) -> Bool {
      knowledge.places.isTown(text) || knowledge.territory(text) != nil
    }
    let isBox = parts.map { part in
      let rest = knowledge.lexicon.words(of: part, besides: "box:post-box").joined(separator: " ")
      return !knowledge.lexicon.classes("box", in: part).isEmpty && (rest.isEmpty || isPlace(rest))
    }
    return isBox.contains(true) && zip(parts, isBox).allSatisfy { $0.1 || isPlace($0.0) }
  }

  private func contacts(_ party: PartyOfDeal, on sheet: inout FactSheet) {
    let (own, path) = (party.party, party.path)
    let mails = own.emails.enumerated().map {
      Placed<String>(
        String($0.element.lowercased().split(separator: "@").last ?? ""),
        "\(path).emails[\($0.offset)]")
    }
    let kinds = mails.map { mail in
      Placed<String>(
        knowledge.lexicon.freeMailDomains.contains(mail.value) ? "free" : "own", mail.path)
    }
    sheet.words("party.mail-domain", kinds, from: mails.map(\.path), of: path)
    let ownMails = kinds.filter { $0.value == "own" }.map(\.path)
    sheet.flag(
      "party.own-mail",
      !ownMails.isEmpty ? true : own.circumstances[.ownMail] ?? (mails.isEmpty ? nil : false),
      !ownMails.isEmpty
        ? ownMails
        : own.circumstances[.ownMail] == nil
          ? mails.map(\.path) : ["\(path).circumstances.ownMail"], of: path)
    sheet.flag(
      "party.website", own.websites.isEmpty ? own.circumstances[.website] : true,
      [own.websites.isEmpty ? "\(path).circumstances.website" : "\(path).websites[0]"], of: path)
    guard !party.territories.isEmpty else { return }
    elsewhere(
      "party.phone-elsewhere",
      own.phones.enumerated().map {
        (knowledge.territories(ofPhone: $0.element), "\(path).phones[\($0.offset)]")
      }, party, on: &sheet)
    let sites = own.websites.enumerated().map {
      Placed<String>(
        Identifier(kind: .website, value: $0.element).normalised, "\(path).websites[\($0.offset)]")
    }
    elsewhere(
      "party.mail-elsewhere",
      (mails + sites).map { place in
        (Self.territory(ofDomain: place.value).map { [$0] } ?? party.territories, place.path)
      }, party, on: &sheet)
  }

  /// States whether one of the contacts is of none of the party's countries.
  private func elsewhere(
    _ fact: String, _ contacts: [Placed<Set<TerritoryID>?>], _ party: PartyOfDeal,
    on sheet: inout FactSheet
  ) {
    let known = contacts.filter { $0.value != nil }
    guard !known.isEmpty else { return }
    let foreign = known.filter { $0.value?.isDisjoint(with: party.territories) == true }
    sheet.flag(
      fact, !foreign.isEmpty, (foreign.isEmpty ? known : foreign).map(\.path) + party.countryPaths,
      of: party.path)
  }

  /// The territory of a country domain; `nil` for general ones and for those that are sold as such.
  private static func territory(ofDomain domain: String) -> TerritoryID? {
    let host = domain.prefix { $0 != "/" && $0 != ":" }
    guard let last = host.split(separator: ".").last, last.utf8.count == 2, host.contains(".")
    else {
      return nil
    }
    if soldEverywhere.contains(String(last)) { return nil }
    return TerritoryID(alpha2: last == "uk" ? "gb" : last == "su" ? "ru" : String(last))
  }

  /// Country domains that are registered worldwide as general ones, and that of the Union.
  private static let soldEverywhere: Set<String> = [
    "eu", "io", "co", "ai", "me", "tv", "cc", "ws", "fm", "ag", "la", "to", "sh", "gg", "im", "vc",
  ]

  private func names(_ party: PartyOfDeal, on sheet: inout FactSheet) {
    let own = Self.names(of: party.party, at: party.path)
    sheet.countries(
      "party.name-markers", markers(own, of: party), from: own.map(\.path), of: party.path)
    let military = own.filter { !knowledge.lexicon.classes("name", in: $0.value).isEmpty }
    sheet.flag(
      "party.military", party.party.circumstances[.military] ?? (military.isEmpty ? nil : true),
      party.party.circumstances[.military] == nil
        ? military.map(\.path) : ["\(party.path).circumstances.military"], of: party.path)
    guard !own.isEmpty, !party.territories.isEmpty else { return }
    let fits = own.map { name -> Bool? in
      guard let script = NameScript(of: name.value) else { return nil }
      return script == .latin
        || knowledge.scripts[script.rawValue]?.isDisjoint(with: party.territories) == false
    }
    sheet.flag(
      "party.script-fits", fits.contains(true) ? true : fits.contains(nil) ? nil : false,
      own.map(\.path) + party.countryPaths, of: party.path)
  }

  private static func names(of party: Party, at path: String) -> [Placed<String>] {
    party.names.enumerated().map { ($0.element, "\(path).names[\($0.offset)]") }
  }

  /// The countries of the marks of state bodies in names.
  private func markers(
    _ names: [Placed<String>], of party: PartyOfDeal
  ) -> [Placed<TerritoryID>] {
    names.flatMap { name -> [Placed<TerritoryID>] in
      let folded = FoldedText(name.value)
      let written = name.value.split { !$0.isLetter }.map(String.init)
      return knowledge.markers.filter { marker in
        folded.contains(marker.native)
          || (written.contains(marker.latin) && party.territories.contains(marker.country))
      }.map { ($0.country, name.path) }
    }
  }

  private func owners(_ party: PartyOfDeal, on sheet: inout FactSheet) {
    let owners = party.party.owners
    guard !owners.isEmpty else { return }
    let names = owners.enumerated().flatMap {
      Self.names(of: $0.element.party, at: "\(party.path).owners[\($0.offset)]")
    }
    sheet.countries(
      "party.owner-markers", markers(names, of: party), from: names.map(\.path), of: party.path)
    sheet.number(
      "party.owner-layers", party.party.ownerLayers, ["\(party.path).owners"], of: party.path)
  }
}

extension Party {
  /// How many levels of owners are stated.
  fileprivate var ownerLayers: Int {
    owners.isEmpty ? 0 : 1 + (owners.map(\.party.ownerLayers).max() ?? 0)
  }
}
