import NameAnalysis

/// Which parts of a reading lead to names: each token once, in order; all of them where none does by
/// its role.
struct LeadingParts {
  let places: [Int]

  /// More words than any analysed name has; what is beyond does not lead.
  static let most = 128

  init(of reading: NameReading) {
    let parts = reading.parts
    let isLed = parts.contains { $0.role.leadsToNames && $0.text.count > 1 }
    var places: [Int] = []
    for (place, part) in parts.enumerated()
    where !isLed || (part.role.leadsToNames && part.text.count > 1) {
      if places.count < Self.most, !places.contains(where: { parts[$0].text == part.text }) {
        places.append(place)
      }
    }
    self.places = places
  }

  func contains(_ place: Int) -> Bool { places.contains(place) }
}
