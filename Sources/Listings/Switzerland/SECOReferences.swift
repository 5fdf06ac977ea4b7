import FileFormats
import TradeModel

/// What targets of the Swiss list refer to by number: sanctions sets and places.
///
/// Places stand behind the targets that use them, so the file is read twice: once for these.
struct SECOReferences {
  /// A set of measures within a programme.
  struct SanctionsSet {
    let programmeKey: String?
    let programmeName: String?
    let title: String?
    let origin: String?
  }

  struct Place {
    let location: String?
    let area: String?
    let countryCode: String?
    let countryName: String?

    /// `Location, Area, Country`.
    var text: String {
      [location, area, countryName ?? countryCode].compactMap(\.self).joined(separator: ", ")
    }
  }

  private(set) var sets: [String: SanctionsSet] = [:]
  private(set) var places: [String: Place] = [:]

  /// Reads `file` to its end.
  init(reading file: ListFile) throws(ListFormatError) {
    let reader = XMLRecordReader(file.bytes)
    while let event = try reader.next(of: file, isRecord: { _, depth in depth == 1 }) {
      guard case .record(let node, _) = event else { continue }
      switch node.name {
      case "sanctions-program": add(programme: node)
      case "place": add(place: node)
      default: break
      }
    }
  }

  private mutating func add(programme node: XMLNode) {
    let key = Self.english(node.all("program-key"))
    let name = Self.english(node.all("program-name"))
    for set in node.all("sanctions-set") {
      guard let ssid = set.filled("ssid") else { continue }
      let titles = node.all("sanctions-set").filter { $0.filled("ssid") == ssid }
      sets[ssid] = SanctionsSet(
        programmeKey: key, programmeName: name, title: Self.english(titles),
        origin: node.value("origin"))
    }
  }

  private mutating func add(place node: XMLNode) {
    guard let ssid = node.filled("ssid") else { return }
    let country = node.child("country")
    places[ssid] = Place(
      location: node.value("location"), area: node.value("area"),
      countryCode: country?.filled("iso-code"), countryName: country?.trimmed)
  }

  /// The English text, or else the first.
  private static func english(_ nodes: [XMLNode]) -> String? {
    let filled = nodes.filter { $0.trimmed != nil }
    return (filled.first { $0.filled("lang") == "eng" } ?? filled.first)?.trimmed
  }
}
