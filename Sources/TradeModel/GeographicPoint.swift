/// A place on the globe by latitude and longitude, and great-circle distances between such places.
///
/// Whole numbers only, so that every machine finds the same kilometre.
public struct GeographicPoint: Hashable, Sendable {
  /// Hundredths of a degree, north positive, -9000…9000.
  public let latitude: Int
  /// Hundredths of a degree, east positive, -18000…18000.
  public let longitude: Int

  /// Returns `nil` outside the globe.
  public init?(latitude: Int, longitude: Int) {
    guard (-9000...9000).contains(latitude), (-18_000...18_000).contains(longitude) else {
      return nil
    }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Kilometres along the great circle, rounded down, on a sphere of 6371 km.
  ///
  /// The sphere differs from the earth by at most half a percent. The result is the longest whole
  /// distance whose chord is not longer than the chord between the points.
  /// Source: mean radius R₁ of GRS 80, H. Moritz, Geodetic Reference System 1980.
  public func distance(to other: GeographicPoint) -> Int {
    let (one, two) = (vector, other.vector)
    let chord = zip(one, two).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    var (shortest, longest) = (0, Self.halfCircumference)
    while shortest < longest {
      let middle = (shortest + longest + 1) / 2
      let half = Self.sine(nanoradians: middle * Self.unit / (2 * Self.radius))
      if 4 * half * half <= chord { shortest = middle } else { longest = middle - 1 }
    }
    return shortest
  }

  private static let radius = 6371
  private static let halfCircumference = 20_015
  /// One, in the fixed-point numbers used here.
  private static let unit = 1_000_000_000
  private static let quarterTurn = 1_570_796_327

  /// The unit vector.
  private var vector: [Int] {
    let flat = Self.sine(latitude + 9000)
    return [
      flat * Self.sine(longitude + 9000) / Self.unit, flat * Self.sine(longitude) / Self.unit,
      Self.sine(latitude),
    ]
  }

  /// Of an angle in hundredths of a degree.
  private static func sine(_ hundredths: Int) -> Int {
    let angle = ((hundredths % 36_000) + 36_000) % 36_000
    if angle > 18_000 { return -sine(angle - 18_000) }
    return sine(nanoradians: min(angle, 18_000 - angle) * 174_532_925 / 1000)
  }

  /// Of an angle from nothing to a quarter turn, by its Taylor series.
  private static func sine(nanoradians: Int) -> Int {
    let angle = min(nanoradians, quarterTurn)
    var (sum, term) = (angle, angle)
    for step in stride(from: 2, through: 14, by: 2) {
      term = -(term * angle / unit * angle / unit) / (step * (step + 1))
      sum += term
    }
    return min(sum, unit)
  }
}
