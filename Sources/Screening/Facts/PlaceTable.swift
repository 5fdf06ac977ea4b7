import KnowledgeBase
import TradeModel

/// Towns and territories with their places on the globe: `Knowledge/Territories/places.csv`.
struct PlaceTable: Sendable {
  /// A place as far as it is known where it lies.
  struct Site: Hashable, Sendable {
    let territory: TerritoryID
    let point: GeographicPoint
    /// How far the true place can be from ``point``, in kilometres: nothing for a town.
    let radius: Int
    /// Embargoed territories of which a town lies within 50 km; `nil` when only the territory is known.
    let neighbours: [TerritoryID]?

    /// The shortest way there can be.
    func least(to other: Site) -> Int {
      max(0, point.distance(to: other.point) - radius - other.radius)
    }

    /// The longest way there can be.
    func most(to other: Site) -> Int {
      point.distance(to: other.point) + radius + other.radius
    }
  }

  private let towns: [String: [Site]]
  private let territories: [TerritoryID: Site]
  private static let longestName = 5

  init(_ knowledge: CheckedKnowledge) {
    var towns: [String: [Site]] = [:]
    var territories: [TerritoryID: Site] = [:]
    for row in knowledge.citedRows("Territories/places.csv").map(\.cells) {
      guard let latitude = Int(row["latitude"]), let longitude = Int(row["longitude"]),
        let point = GeographicPoint(latitude: latitude, longitude: longitude)
      else { continue }
      let territory = TerritoryID(row["territory"])
      guard let name = row.optional("name") else {
        territories[territory] = Site(
          territory: territory, point: point, radius: Int(row["radius_km"]) ?? 0, neighbours: nil)
        continue
      }
      let site = Site(
        territory: territory, point: point, radius: 0,
        neighbours: row.list("embargoed_within_50km").map { TerritoryID($0) })
      for key in Set(([name] + row.list("aliases")).map { FoldedText($0).key }) where !key.isEmpty {
        towns[key, default: []].append(site)
      }
    }
    self.towns = towns
    self.territories = territories
  }

  /// The town that a place names, in the territory that it names; without a town, the territory. `nil`
  /// when neither is known, or a town's name alone is of several towns.
  func site(of text: String, territory: TerritoryID?) -> Site? {
    for part in text.split(separator: ",") {
      if let town = town(FoldedText(String(part)).words, in: territory) { return town }
    }
    return territory.flatMap { territories[$0] }
  }

  private func town(_ words: [String], in territory: TerritoryID?) -> Site? {
    for length in stride(from: min(words.count, Self.longestName), to: 0, by: -1) {
      for start in 0...(words.count - length) {
        let found = (towns[words[start..<(start + length)].joined(separator: " ")] ?? [])
          .filter { territory == nil || $0.territory == territory }
        if found.count == 1 { return found[0] }
      }
    }
    return nil
  }

  /// Whether the text is the name of a town.
  func isTown(_ text: String) -> Bool {
    let words = FoldedText(text).words.filter { !$0.contains(where: \.isNumber) }
    return towns[words.joined(separator: " ")] != nil
  }
}
