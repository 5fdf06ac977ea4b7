import Matching
import TradeModel

/// A territory that the transaction names, with every fact that names it.
struct TransactionTerritory: Hashable {
  let territory: Territory
  /// The paths of the facts and their texts, in the order of the transaction.
  let mentions: [StatedPlace]
  /// Whether anyone or anything but the exporting side is there: parties, owners, banks, the way.
  let isOnTheWay: Bool
  /// Whether the items themselves go there, as far as stated: destination, route, place of use, and
  /// the parties who buy, receive or forward.
  let seesItems: Bool
  /// Whether it is the best reading of some fact; otherwise it is only a possible one.
  let isCertain: Bool
}

/// The territories of a transaction, and the places that could not be read as one.
struct PlacesOfTransaction {
  /// In the order in which they are first named.
  let territories: [TransactionTerritory]
  /// Places no territory was found for.
  let unread: [StatedPlace]
  /// Parties of which addresses are stated and none names a territory, with the first of these.
  let unlocated: [(name: String, place: StatedPlace)]
  /// Places whose words can mean several territories.
  let ambiguous: [(place: StatedPlace, choices: [Territory])]
  /// The states that the exporting side is in: exporter, applicant, country of export.
  let exporting: [Territory]
  /// The states of origin of the items, where stated.
  let origins: [Territory]

  init(_ transaction: Transaction, subjects: [TransactionSubject], index: TerritoryIndex) {
    typealias Found = (
      territory: Territory, place: StatedPlace, isOnTheWay: Bool, seesItems: Bool, isCertain: Bool
    )
    var found: [Found] = []
    var unread: [StatedPlace] = []
    var ambiguous: [(place: StatedPlace, choices: [Territory])] = []
    var exporting: [Territory] = []
    func note(
      _ place: StatedPlace, isOnTheWay: Bool, seesItems: Bool, isExporting: Bool = false,
      isOfParty: Bool = false, isOfExporter: Bool = false
    ) {
      if let country = place.country, index.find(country) == nil {
        unread.append(StatedPlace(path: "\(place.path).country", text: country, isFreeText: false))
      }
      let finding = index.find(place)
      guard let finding = finding ?? index.find(inAddress: place.text) else {
        // An address may leave its country out, and so may the place where the items set out; a
        // country or a place on the way may not.
        if !place.isFreeText || (isOnTheWay && !isOfParty) { unread.append(place) }
        return
      }
      // The exporter's own country is not on the way; its owners' other countries are.
      let isOnTheWay = isOnTheWay && !(isOfExporter && exporting.contains(finding.territory))
      if finding.isAmbiguous {
        ambiguous.append((place, [finding.territory] + finding.alternatives))
        for other in finding.alternatives {
          found.append((other, place, isOnTheWay, seesItems, false))
        }
      }
      // An address in a disputed region names the region, whatever state it adds.
      let isCertain = !finding.isAmbiguous || finding.territory.kind == .region
      found.append((finding.territory, place, isOnTheWay, seesItems, isCertain))
      if isExporting, !exporting.contains(finding.territory) { exporting.append(finding.territory) }
    }
    func place(_ path: String, _ text: String?, isFreeText: Bool = true) -> StatedPlace? {
      text.map { StatedPlace(path: path, text: $0, isFreeText: isFreeText) }
    }
    let exporters = transaction.parties.enumerated().filter {
      $0.element.roles.contains(.exporter) || $0.element.roles.contains(.applicant)
    }.map { "parties[\($0.offset)]" }
    if let country = place("exportCountry", transaction.exportCountry, isFreeText: false) {
      note(country, isOnTheWay: false, seesItems: false, isExporting: true)
    }
    var unlocated: [(name: String, place: StatedPlace)] = []
    for subject in subjects {
      let before = (found.count, unread.count)
      let isExporter = exporters.contains { subject.path == $0 }
      let isOfExporter = exporters.contains { subject.path.hasPrefix("\($0).") }
      let isParty =
        subject.path.hasPrefix("parties[") && subject.path.hasSuffix("]")
        && !subject.path.contains(".")
      let isBankOnly = isParty && Self.isBankOnly(subject.path, transaction)
      for place in subject.places {
        note(
          place, isOnTheWay: !isExporter,
          seesItems: isParty && !isExporter && !isBankOnly && subject.subject.kind != .vessel
            && subject.subject.kind != .aircraft, isExporting: isExporter, isOfParty: true,
          isOfExporter: isOfExporter)
      }
      if let place = subject.places.first, before == (found.count, unread.count) {
        unlocated.append((subject.subject.names.first ?? subject.path, place))
      }
    }
    for (index, leg) in (transaction.route?.legs ?? []).enumerated() {
      let path = "route.legs[\(index)]"
      if let from = place("\(path).from", leg.from) {
        // Where the first leg begins is no question once the country of export is known.
        note(
          from, isOnTheWay: index > 0, seesItems: index > 0,
          isOfParty: index == 0 && !exporting.isEmpty)
      }
      for (number, via) in leg.via.enumerated() {
        if let via = place("\(path).via[\(number)]", via) {
          note(via, isOnTheWay: true, seesItems: true)
        }
      }
      if let to = place("\(path).to", leg.to) { note(to, isOnTheWay: true, seesItems: true) }
    }
    for place in [
      place("destinationCountry", transaction.destinationCountry, isFreeText: false),
      place("endUse.location", transaction.endUse?.location),
      place("payment.payerCountry", transaction.payment?.payerCountry, isFreeText: false),
      place("payment.bankCountry", transaction.payment?.bankCountry, isFreeText: false),
    ].compactMap(\.self) {
      note(place, isOnTheWay: true, seesItems: !place.path.hasPrefix("payment."))
    }
    var territories: [TransactionTerritory] = []
    for entry in found {
      if let known = territories.firstIndex(where: { $0.territory.id == entry.territory.id }) {
        let old = territories[known]
        territories[known] = TransactionTerritory(
          territory: old.territory,
          mentions: old.mentions.contains(entry.place)
            ? old.mentions : old.mentions + [entry.place],
          isOnTheWay: old.isOnTheWay || entry.isOnTheWay,
          seesItems: old.seesItems || entry.seesItems,
          isCertain: old.isCertain || entry.isCertain)
      } else {
        territories.append(
          TransactionTerritory(
            territory: entry.territory, mentions: [entry.place], isOnTheWay: entry.isOnTheWay,
            seesItems: entry.seesItems, isCertain: entry.isCertain))
      }
    }
    self.territories = territories
    for (number, item) in transaction.items.enumerated() {
      if let origin = place("items[\(number)].origin", item.origin), index.find(origin.text) == nil
      {
        unread.append(origin)
      }
    }
    self.unread = unread
    self.unlocated = unlocated
    self.ambiguous = ambiguous
    self.exporting = exporting
    origins = transaction.items.compactMap(\.origin).compactMap { index.find($0)?.territory }
      .uniqued()
  }

  /// Whether a party only pays, lends, owns or brokers.
  private static func isBankOnly(_ path: String, _ transaction: Transaction) -> Bool {
    let roles = transaction.parties.enumerated().first { "parties[\($0.offset)]" == path }?.element
      .roles
    guard let roles, !roles.isEmpty else { return false }
    return roles.allSatisfy { [.bank, .payer, .owner, .officer, .broker].contains($0) }
  }

  /// The territories, those that the transaction names as its destination first.
  var byDestination: [TransactionTerritory] {
    let naming = ["destinationCountry", "endUse.location"]
    func rank(_ territory: TransactionTerritory) -> Int {
      territory.mentions.compactMap { naming.firstIndex(of: $0.path) }.min() ?? naming.count
    }
    return territories.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
  }
}
