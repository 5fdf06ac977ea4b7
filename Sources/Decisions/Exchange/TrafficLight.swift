public import TradeModel

/// How far a document may be passed on.
///
/// Source: FIRST, Traffic Light Protocol, version 2.0, August 2022.
public enum TrafficLight: String, Hashable, Sendable, CaseIterable, Comparable {
  case clear = "TLP:CLEAR"
  case green = "TLP:GREEN"
  case amber = "TLP:AMBER"
  case amberStrict = "TLP:AMBER+STRICT"
  case red = "TLP:RED"

  /// Reads `amber`, `TLP:AMBER+STRICT`, `amber-strict`.
  public init?(reading text: String) {
    var word = text.uppercased()
    if word.hasPrefix("TLP:") { word.removeFirst(4) }
    word = word.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: "+")
    guard let mark = TrafficLight(rawValue: "TLP:" + word) else { return nil }
    self = mark
  }

  /// From what may be told to anybody to what is for the recipient's eyes alone.
  public static func < (lhs: TrafficLight, rhs: TrafficLight) -> Bool { lhs.place < rhs.place }

  /// What the mark allows, for whoever reads the document.
  public var words: BilingualText {
    switch self {
    case .clear:
      BilingualText(
        en: "may be passed on without limit", fr: "peut être diffusé sans limite")
    case .green:
      BilingualText(
        en: "may be passed on within the community, not published",
        fr: "peut être diffusé au sein de la communauté, sans être publié")
    case .amber:
      BilingualText(
        en: "for those who need to know in the recipient’s organisation and among its clients",
        fr: "pour qui a besoin d’en connaître dans l’organisation destinataire et chez ses clients")
    case .amberStrict:
      BilingualText(
        en: "for those who need to know in the recipient’s organisation only",
        fr: "pour qui a besoin d’en connaître dans la seule organisation destinataire")
    case .red:
      BilingualText(
        en: "for the eyes and ears of the recipient alone",
        fr: "pour le seul destinataire, à l’exclusion de toute autre personne")
    }
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
