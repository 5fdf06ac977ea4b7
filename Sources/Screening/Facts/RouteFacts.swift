import RedFlags
import TradeModel

/// The facts of the way: countries on it, its length, its ships.
struct RouteFacts {
  let transaction: Transaction
  let parties: [PartyOfDeal]
  let knowledge: FactKnowledge

  /// A place of the way with what is known of it.
  private struct Stop {
    let text: String
    let path: String
    let territory: TerritoryID?
    let site: PlaceTable.Site?
  }

  /// How much longer than the direct way a way through a place must be for the place to be off it:
  /// percent and kilometres. Source: quivive-design; roads and sea lanes bend, great circles do not.
  private static let offPath = (percent: 120, kilometres: 500)

  /// Ships go round land: the direct way of a voyage is taken for so many percent of the great circle,
  /// as long as not every leg is stated to be by air, road, rail or post. Source: quivive-design; from
  /// the Channel to Shanghai by Singapore, great circles from port to port add up to 158 %.
  private static let voyage = 160

  private let stops: [Stop]
  private let legPaths: [String]
  /// Where the items are to stay: as stated, else where those are who use or receive them.
  let destinations: [Placed<TerritoryID>]
  /// Whether a destination or place of use is stated.
  private let isDestinationStated: Bool
  /// The countries between departure and destination.
  let transit: [Placed<TerritoryID>]

  init(transaction: Transaction, parties: [PartyOfDeal], knowledge: FactKnowledge) {
    self.transaction = transaction
    self.parties = parties
    self.knowledge = knowledge
    let legs = transaction.route?.legs ?? []
    legPaths = legs.indices.map { "route.legs[\($0)]" }
    var stops: [Stop] = []
    for (leg, path) in zip(legs, legPaths) {
      let places =
        [(leg.from, "\(path).from")]
        + leg.via.enumerated().map { ($0.element, "\(path).via[\($0.offset)]") }
        + [(leg.to, "\(path).to")]
      for case (let text?, let path) in places where stops.last?.text != text {
        let territory = knowledge.territory(text, isAddress: true) ?? knowledge.territory(text)
        stops.append(
          Stop(
            text: text, path: path, territory: territory,
            site: knowledge.places.site(of: text, territory: territory)))
      }
    }
    self.stops = stops
    let stated = [
      (transaction.destinationCountry, "destinationCountry"),
      (transaction.endUse?.location, "endUse.location"),
    ].compactMap { text, path in
      (knowledge.territory(text) ?? knowledge.territory(text, isAddress: true)).map {
        Placed<TerritoryID>($0, path)
      }
    }
    isDestinationStated = !stated.isEmpty
    destinations =
      !stated.isEmpty
      ? stated
      : parties.filter { $0.isEndUser || $0.has([.ultimateConsignee]) }.flatMap(\.countries)
    let ends =
      Set([stops.first?.territory, stops.last?.territory].compactMap(\.self))
      .union(stated.map(\.value))
      .union([knowledge.territory(transaction.exportCountry)].compactMap(\.self))
    transit = stops.dropFirst().dropLast().compactMap { stop in
      stop.territory.flatMap { ends.contains($0) ? nil : ($0, stop.path) }
    }
  }

  func state(on sheet: inout FactSheet) {
    if !destinations.isEmpty {
      let paths = destinations.map(\.path)
      sheet.countries(
        "destination.country", destinations, from: paths, isComplete: isDestinationStated)
      sheet.words(
        "destination.outside",
        knowledge.outside(destinations.map(\.value)).map { ($0, paths[0]) }, from: paths,
        isComplete: isDestinationStated)
    }
    between(on: &sheet)
    length(on: &sheet)
    carriers(on: &sheet)
    neighbours(on: &sheet)
    for (index, leg) in (transaction.route?.legs ?? []).enumerated() {
      ship(leg, legPaths[index], on: &sheet)
    }
  }

  /// For how many percent of the great circle the direct way is taken: at least, and at most. They differ
  /// when how the items travel is not stated.
  private var allowance: (least: Int, most: Int) {
    let modes = (transaction.route?.legs ?? []).map { leg in
      leg.mode.map { knowledge.lexicon.classes("mode", in: $0).isEmpty }
    }
    return switch Bool?.any(modes) {
    case true?: (Self.voyage, Self.voyage)
    case false?: (100, 100)
    case nil: (100, Self.voyage)
    }
  }

  private var isWayStated: Bool {
    let legs = transaction.route?.legs ?? []
    return stops.count >= 2 && legs.first?.from != nil && legs.last?.to != nil
  }

  private func between(on sheet: inout FactSheet) {
    guard isWayStated else { return }
    let middle = stops.dropFirst().dropLast()
    let isRead = middle.allSatisfy { $0.territory != nil }
    sheet.countries("transit.country", transit, from: legPaths, isComplete: isRead)
    let count = Set(transit.map(\.value)).count
    if isRead {
      sheet.number("transit.stops", count, transit.isEmpty ? legPaths : transit.map(\.path))
    }
    guard let start = stops.first?.site, let end = stops.last?.site else { return }
    func isOff(_ stop: Stop, _ percent: Int) -> Bool {
      guard let site = stop.site, transit.contains(where: { $0.path == stop.path }) else {
        return false
      }
      let way = start.least(to: site) + site.least(to: end)
      let direct = start.most(to: end) * percent / 100
      return way * 100 >= direct * Self.offPath.percent && way - direct >= Self.offPath.kilometres
    }
    let off = middle.filter { isOff($0, allowance.most) }
    sheet.countries(
      "transit.off-path-country", off.compactMap { stop in stop.territory.map { ($0, stop.path) } },
      from: legPaths,
      isComplete: middle.allSatisfy { $0.site != nil }
        && off.count == middle.count { isOff($0, allowance.least) })
  }

  private func length(on sheet: inout FactSheet) {
    let sites = stops.compactMap(\.site)
    guard isWayStated, sites.count == stops.count, let start = sites.first, let end = sites.last
    else { return }
    let way = zip(sites, sites.dropFirst()).reduce(0) { $0 + $1.0.least(to: $1.1) }
    let direct = start.most(to: end) * allowance.most / 100
    let isSure = allowance.least == allowance.most
    sheet.number("route.excess", max(0, way - direct), legPaths, isComplete: isSure)
    if direct > 0 {
      sheet.number("route.length", way * 100 / direct, legPaths, isComplete: isSure)
    }
  }

  private func carriers(on sheet: inout FactSheet) {
    let legs = transaction.route?.legs ?? []
    guard !legs.isEmpty else { return }
    let isNamed =
      legs.allSatisfy { $0.carrier != nil || $0.vessel != nil }
      || parties.contains { $0.has([.carrier, .vessel]) }
    sheet.flag("route.carrier-stated", isNamed, legPaths)
  }

  private func neighbours(on sheet: inout FactSheet) {
    let last = isWayStated ? stops.last.map { ($0.site, $0.path) } : nil
    let use = transaction.endUse?.location.map { text in
      (
        knowledge.places.site(of: text, territory: knowledge.territory(text, isAddress: true)),
        "endUse.location"
      )
    }
    let known = [last, use].compactMap(\.self).compactMap { site, path in
      site?.neighbours.map { (neighbours: $0, path: path) }
    }
    sheet.countries(
      "delivery.neighbours",
      known.flatMap { place in place.neighbours.map { ($0, place.path) } }, from: known.map(\.path))
  }

  private func ship(_ leg: Leg, _ path: String, on sheet: inout FactSheet) {
    guard let ship = leg.vessel else { return }
    sheet.add(FactSheet.Member(scope: .leg, path: path, label: ship.name ?? path))
    sheet.number("leg.ais-gap", ship.aisGap, ["\(path).vessel.aisGap"], of: path)
    sheet.number(
      "leg.ship-transfers", ship.shipTransfers, ["\(path).vessel.shipTransfers"], of: path)
    sheet.circumstances(ship.circumstances, as: "leg", at: "\(path).vessel.", of: path)
    for (index, identifier) in ship.identifiers.enumerated() where identifier.kind == .imo {
      sheet.word(
        "leg.ship-number", identifier.verdict == .valid ? "sound" : "wrong",
        ["\(path).vessel.identifiers[\(index)].value"], of: path)
      break
    }
    let day = leg.date ?? transaction.dates.ordered
    for (name, dates) in [
      ("name", ship.nameChanges), ("flag", ship.flagChanges), ("owner", ship.ownerChanges),
    ] {
      guard let dates else { continue }
      sheet.number(
        "leg.\(name)-changes", Self.recent(dates, before: day), ["\(path).vessel.\(name)Changes"],
        of: path)
    }
  }

  /// How many of the days lie within a year before `day`; `nil` when that cannot be told of one.
  private static func recent(_ dates: [PartialDate], before day: PartialDate?) -> Int? {
    if dates.isEmpty { return 0 }
    guard let day = day?.days else { return nil }
    let recent = dates.map { date -> Bool? in
      guard let days = date.days else { return nil }
      if days.lowerBound >= day.lowerBound - 365, days.upperBound <= day.upperBound { return true }
      return days.upperBound < day.lowerBound - 365 || days.lowerBound > day.upperBound
        ? false : nil
    }
    return recent.contains(nil) ? nil : recent.count { $0 == true }
  }
}
