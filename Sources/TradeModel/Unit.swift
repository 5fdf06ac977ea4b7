/// A unit of measure that the product knows, by its symbol.
///
/// Only the spelling is settled here. What a unit is worth in another stands with the knowledge, so
/// that an officer can read it.
/// Source: BIPM, The International System of Units, 9th edition; UN/ECE Recommendation 20 for the
/// counting units of trade.
public struct Unit: Hashable, Sendable, CustomStringConvertible {
  /// `kg`, `µm`, `°/h`, `1` for pieces.
  public let symbol: String

  /// Reads a symbol, or an English or French word in singular or plural. Symbols are read with their
  /// case first, because `mW` and `MW` differ. Returns `nil` for any other text.
  public init?(reading text: String) {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacingScalars(["\u{3BC}": "\u{B5}", "\u{2126}": "\u{3A9}"])
    if Unit.symbols.contains(trimmed) {
      symbol = trimmed
    } else if let found = Unit.words[trimmed] ?? Unit.words[trimmed.lowercased()] {
      symbol = found
    } else {
      return nil
    }
  }

  public var description: String { symbol }

  /// Every symbol, sorted.
  public static var all: [String] { symbols.sorted() }

  private static let symbols: Set<String> = [
    "1", "kg", "g", "mg", "t", "lb", "m", "mm", "cm", "km", "µm", "nm", "in", "ft", "nmi", "m²",
    "m³", "cm³", "l", "ml", "s", "ms", "µs", "ns", "min", "h", "d", "Hz", "kHz", "MHz", "GHz",
    "N", "kN", "W", "kW", "MW", "mW", "J", "kJ", "MJ", "V", "kV", "A", "mA", "F", "Ω", "Pa",
    "kPa", "MPa", "GPa", "bar", "K", "°C", "%", "ppm", "dB", "dBm", "bit", "B", "kB", "MB",
    "GB", "TFLOPS", "WT", "rpm", "g₀", "°", "′", "″", "°/h", "°/s", "°/√h", "mg₀", "µg₀", "m/s",
    "km/h", "kn", "Mach", "Gy", "krad", "rad", "tex", "N/tex", "GPa·m³/kg", "m/s²", "N·s",
    "N·m", "Ah", "Wh", "kWh", "l/s", "m³/h", "Bq", "Ci", "gal", "mol", "kg/m³", "g/cm³",
  ]

  private static let words: [String: String] = [
    "piece": "1", "pieces": "1", "pc": "1", "pcs": "1", "unit": "1", "units": "1", "each": "1",
    "ea": "1", "set": "1", "sets": "1", "pièce": "1", "pièces": "1", "unité": "1", "unités": "1",
    "c62": "1", "h87": "1", "item": "1", "items": "1", "kilogram": "kg", "kilograms": "kg",
    "kilogramme": "kg", "kilogrammes": "kg", "kgs": "kg", "kgm": "kg", "kilo": "kg",
    "gram": "g", "grams": "g", "gramme": "g", "grammes": "g", "tonne": "t", "tonnes": "t",
    "ton": "t", "tons": "t", "mt": "t", "tne": "t", "pound": "lb", "pounds": "lb", "lbs": "lb",
    "metre": "m", "metres": "m", "meter": "m", "meters": "m", "mètre": "m", "mètres": "m",
    "mtr": "m", "millimetre": "mm", "millimetres": "mm", "millimeter": "mm", "millimeters": "mm",
    "millimètre": "mm", "millimètres": "mm", "centimetre": "cm", "centimetres": "cm",
    "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km",
    "kilomètre": "km", "kilomètres": "km", "micrometre": "µm", "micrometres": "µm",
    "micron": "µm", "microns": "µm", "um": "µm", "nanometre": "nm", "nanometres": "nm",
    "inch": "in", "inches": "in", "pouce": "in", "pouces": "in", "foot": "ft", "feet": "ft",
    "nautical mile": "nmi", "nautical miles": "nmi", "m2": "m²", "square metre": "m²",
    "square metres": "m²", "sqm": "m²", "m3": "m³", "cubic metre": "m³", "cubic metres": "m³",
    "cbm": "m³", "litre": "l", "litres": "l", "liter": "l", "liters": "l", "ltr": "l", "L": "l",
    "second": "s", "seconds": "s", "seconde": "s", "secondes": "s", "minute": "min",
    "minutes": "min", "hour": "h", "hours": "h", "heure": "h", "heures": "h", "hrs": "h",
    "day": "d", "days": "d", "jour": "d", "jours": "d", "hertz": "Hz", "newton": "N",
    "newtons": "N", "watt": "W", "watts": "W", "kilowatt": "kW", "kilowatts": "kW",
    "volt": "V", "volts": "V", "ampere": "A", "amperes": "A", "ampère": "A", "ohm": "Ω",
    "ohms": "Ω", "pascal": "Pa", "kelvin": "K", "percent": "%", "per cent": "%",
    "pour cent": "%", "degree": "°", "degrees": "°", "deg": "°", "degré": "°", "degrés": "°",
    "arc second": "″", "arc seconds": "″", "arcsec": "″", "deg/h": "°/h", "deg/hr": "°/h",
    "°/hr": "°/h", "degree per hour": "°/h", "degrees per hour": "°/h", "deg/s": "°/s",
    "deg/sqrt(h)": "°/√h", "deg/√h": "°/√h", "degree per square root hour": "°/√h",
    "milli-g": "mg₀", "micro-g": "µg₀", "µg": "µg₀", "g-force": "g₀", "tr/min": "rpm",
    "knot": "kn", "knots": "kn", "nœud": "kn", "nœuds": "kn", "kph": "km/h", "n/tex": "N/tex",
    "kg/m3": "kg/m³", "g/cm3": "g/cm³", "weighted teraflops": "WT", "gallon": "gal",
    "gallons": "gal", "bits": "bit", "bytes": "B", "byte": "B",
  ]
}

extension String {
  fileprivate func replacingScalars(_ table: [Unicode.Scalar: Unicode.Scalar]) -> String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(table[scalar] ?? scalar) }
    return String(scalars)
  }
}
