import RedFlags
import TradeModel

/// What hits on the lists of parties say of the parties, their owners and officers, and of ships.
struct ListFacts {
  let parties: [PartyOfDeal]
  let hits: ListHits
  let addresses: ListedAddresses
  let transaction: Transaction

  /// Days between a change and a listing that count as near. Source: quivive-design.
  private static let near = 90

  func state(on sheet: inout FactSheet) {
    for party in parties {
      let (own, path) = (party.party, party.path)
      let named = own.names.indices.map { "\(path).names[\($0)]" }
      let compared = named + own.identifiers.indices.map { "\(path).identifiers[\($0)].value" }
      let entries = hits.of(path)
      sheet.words(
        "party.hit", entries.map { ($0.isExact ? "exact" : "similar", $0.path) }, from: compared,
        of: path)
      sheet.words(
        "party.hit-effects", entries.flatMap { entry in entry.kinds.map { ($0, entry.path) } },
        from: compared, of: path)
      sheet.texts(
        "party.hit-programmes",
        entries.flatMap { entry in entry.programmes.map { ($0, entry.path) } }, from: compared,
        of: path)
      stateAddress(party, entries, on: &sheet)
      below(party, on: &sheet)
      changes(party, entries, on: &sheet)
    }
    for (index, leg) in (transaction.route?.legs ?? []).enumerated() where leg.vessel != nil {
      let path = "route.legs[\(index)]"
      let isListed =
        !hits.of("\(path).vessel").isEmpty || partyOfShip(leg).contains { !hits.of($0).isEmpty }
      sheet.flag("leg.vessel-hit", isListed, ["\(path).vessel"], of: path)
    }
  }

  /// Whether an address of the party is listed itself: known when every stated one could be looked up.
  private func stateAddress(
    _ party: PartyOfDeal, _ entries: [ListHits.Entry], on sheet: inout FactSheet
  ) {
    let stated = party.party.addresses.enumerated().map { index, address in
      (path: "\(party.path).addresses[\(index)]", found: addresses.found(address.text))
    }
    guard !stated.isEmpty else { return }
    let listed = stated.compactMap { path, found -> (String, [ListedAddresses.Found])? in
      let only = (found ?? []).filter(\.isAddressOnly)
      return only.isEmpty ? nil : (path, only)
    }
    let fact = "party.at-listed-address"
    if !listed.isEmpty {
      sheet.flag(fact, true, listed.map(\.0), of: party.path)
      for (path, found) in listed {
        sheet.note(fact, ListedAddresses.sentence(path, found), of: party.path)
      }
    } else if entries.contains(where: \.isAddressOnly) {
      sheet.flag(fact, true, stated.map(\.path), of: party.path)
    } else if stated.allSatisfy({ $0.found != nil }) {
      sheet.flag(fact, false, stated.map(\.path), of: party.path)
    }
  }

  /// The ship among the parties, which screening compares once.
  private func partyOfShip(_ leg: Leg) -> [String] {
    parties.filter { party in
      guard let vessel = leg.vessel, party.party.kind == .vessel else { return false }
      let numbers = Set(party.party.identifiers.map(\.normalised))
      return vessel.name.map { party.isNamed($0) } == true
        || vessel.identifiers.contains { numbers.contains($0.normalised) }
    }.map(\.path)
  }

  private func below(_ party: PartyOfDeal, on sheet: inout FactSheet) {
    let owners = party.party.owners.indices.map { "\(party.path).owners[\($0)]" }
    let officers = party.party.officers.indices.map { "\(party.path).officers[\($0)]" }
    for (fact, paths) in [("party.listed-owner", owners), ("party.listed-officer", officers)]
    where !paths.isEmpty {
      let found = paths.flatMap { hits.of($0).map(\.path) }
      sheet.flag(fact, !found.isEmpty, found.isEmpty ? paths : found, of: party.path)
    }
    guard !owners.isEmpty else { return }
    let listed = zip(party.party.owners, owners).filter { !hits.of($0.1).isEmpty }
    let shares = listed.map { $0.0.share?.hundredths }
    // Without a stated share of a listed owner nothing is known of the sum but what the others hold.
    let sum = shares.compactMap { $0?.lowerBound }.reduce(0, +) / 100
    if !shares.contains(nil) || sum >= 50 {
      sheet.number(
        "party.listed-share", min(sum, 100),
        listed.isEmpty ? owners : listed.map { "\($0.1).share" },
        of: party.path)
    }
  }

  private func changes(
    _ party: PartyOfDeal, _ entries: [ListHits.Entry], on sheet: inout FactSheet
  ) {
    guard let changes = party.party.ownershipChanges else { return }
    let path = "\(party.path).ownershipChanges"
    let below =
      party.party.owners.indices.map { "\(party.path).owners[\($0)]" }
      + party.party.officers.indices.map { "\(party.path).officers[\($0)]" }
    let listed = (entries + below.flatMap { hits.of($0) }).flatMap(\.listedOn).compactMap(\.days)
    let known = changes.compactMap(\.days)
    if changes.isEmpty {
      return sheet.flag("party.change-near-listing", false, [path], of: party.path)
    }
    guard !listed.isEmpty, known.count == changes.count else { return }
    let isNear = known.contains { change in
      listed.contains {
        $0.lowerBound - Self.near <= change.upperBound
          && change.lowerBound <= $0.upperBound + Self.near
      }
    }
    sheet.flag("party.change-near-listing", isNear, [path], of: party.path)
  }
}
