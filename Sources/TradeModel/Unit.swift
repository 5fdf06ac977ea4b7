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
  ///
  /// `N.s`, `N*s`, `m^2`, `µ` of either kind and blanks around `/` are read too.
  public init?(reading text: String) {
    guard let found = Unit.symbol(Unit.normal(text)) else { return nil }
    symbol = found
  }

  /// A unit of that symbol.
  private init(symbol: String) { self.symbol = symbol }

  public var description: String { symbol }

  /// Every symbol, sorted.
  public static var all: [String] { symbols.sorted() }

  /// What else the same writing can mean: `g` is a gram, and on a data sheet of a sensor the standard
  /// acceleration of gravity. What is measured decides.
  public var homograph: Unit? { Unit.homographs[symbol].map(Unit.init(symbol:)) }

  private static let homographs = [
    "g": "g₀", "mg": "mg₀", "µg": "µg₀", "rad": "radian", "′": "ft", "″": "in",
  ]

  private static func symbol(_ text: String) -> String? {
    if symbols.contains(text) { return text }
    if let found = words[text] ?? words[text.lowercased()] { return found }
    let bare = String(text.filter { $0 != " " })
    guard bare != text else { return nil }
    return symbols.contains(bare) ? bare : words[bare] ?? words[bare.lowercased()]
  }

  /// One way to write signs that have several.
  private static func normal(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(signs[scalar] ?? scalar) }
    var words = String(scalars).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for (sign, plain) in [("^2", "²"), ("^3", "³"), ("^1/2", "½")] where words.hasSuffix(sign) {
      words = words.dropLast(sign.count) + plain
    }
    return words
  }

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{3BC}": "\u{B5}", "\u{2126}": "\u{3A9}", "\u{BA}": "\u{B0}", "\u{22C5}": "\u{B7}",
    "\u{2219}": "\u{B7}", "*": "\u{B7}", "\u{2032}": "′", "\u{2033}": "″", "\u{2044}": "/",
  ]

  private static let symbols: Set<String> = [
    "1", "kg", "g", "mg", "µg", "t", "lb", "u", "m", "mm", "cm", "km", "µm", "nm", "in", "ft", "mi",
    "nmi", "m²", "cm²", "mm²", "m³", "cm³", "l", "ml", "s", "ms", "µs", "ns", "min", "h", "d", "Hz",
    "kHz", "MHz", "GHz", "S/s", "kS/s", "MS/s", "GS/s", "N", "kN", "MN", "lbf", "W", "kW", "MW",
    "mW", "hp", "W/kg", "J", "kJ", "MJ", "mJ", "eV", "keV", "MeV", "V", "kV", "A", "mA", "F", "Ω",
    "Pa", "hPa", "kPa", "MPa", "GPa", "bar", "mbar", "psi", "ksi", "atm", "Torr", "K", "°C", "°F",
    "%", "ppm", "dB", "dBm", "bit", "B", "kB", "MB", "GB", "TFLOPS", "WT", "rpm", "g₀", "°", "′",
    "″", "mrad", "µrad", "radian", "°/h", "°/s", "°/√h", "mg₀", "µg₀", "µg₀/√Hz", "mGal", "m/s",
    "km/s", "km/h", "mph", "ft/s", "kn", "Mach", "Gy", "krad", "rad", "tex", "N/tex", "GPa·m³/kg",
    "m/s²", "N·s", "kN·s", "MN·s", "lbf·s", "N·m", "Ah", "Wh", "kWh", "l/s", "l/min", "m³/h",
    "m³/s", "g/h", "kg/h", "Bq", "Ci", "gal", "mol", "kg/m³", "g/cm³", "kg/(N·h)", "lb/(lbf·h)",
    "g/(kN·s)", "g·mm/kg", "J/m²", "1/K", "mV/g₀",
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
    "milli-g": "mg₀", "micro-g": "µg₀", "g-force": "g₀", "tr/min": "rpm",
    "knot": "kn", "knots": "kn", "nœud": "kn", "nœuds": "kn", "kph": "km/h", "n/tex": "N/tex",
    "kg/m3": "kg/m³", "g/cm3": "g/cm³", "weighted teraflops": "WT", "gallon": "gal",
    "gallons": "gal", "bits": "bit", "bytes": "B", "byte": "B",
    "mile": "mi", "miles": "mi", "statute miles": "mi", "mille marin": "nmi",
    "milles marins": "nmi", "nautiques": "nmi", "nm/h": "kn", "nmi/h": "kn", "pied": "ft",
    "pieds": "ft", "cc": "cm³", "cm3": "cm³", "cm2": "cm²", "mm2": "mm²", "millilitre": "ml",
    "millilitres": "ml", "kilohertz": "kHz", "megahertz": "MHz", "mégahertz": "MHz",
    "gigahertz": "GHz", "sps": "S/s", "ksps": "kS/s", "msps": "MS/s", "gsps": "GS/s",
    "msamples/s": "MS/s", "gsamples/s": "GS/s", "msa/s": "MS/s", "gsa/s": "GS/s",
    "méch/s": "MS/s", "gigasamples per second": "GS/s", "megasamples per second": "MS/s",
    "kilonewton": "kN", "kilonewtons": "kN", "meganewton": "MN", "meganewtons": "MN",
    "pound-force": "lbf", "pounds-force": "lbf", "pounds force": "lbf",
    "pounds of thrust": "lbf", "megawatt": "MW", "megawatts": "MW", "milliwatt": "mW",
    "milliwatts": "mW", "horsepower": "hp", "joule": "J", "joules": "J", "mev": "MeV",
    "kpa": "kPa", "mpa": "MPa", "gpa": "GPa", "kilopascal": "kPa", "megapascal": "MPa",
    "mégapascal": "MPa", "gigapascal": "GPa", "megapascals": "MPa", "mégapascals": "MPa",
    "gigapascals": "GPa", "n/mm²": "MPa", "n/mm2": "MPa", "bars": "bar", "millibar": "mbar",
    "bara": "bar", "torr": "Torr", "mmhg": "Torr", "psia": "psi", "pounds per square inch": "psi",
    "kelvins": "K", "celsius": "°C", "degc": "°C", "deg c": "°C", "° c": "°C",
    "degree celsius": "°C", "degrees celsius": "°C", "degrees centigrade": "°C",
    "degré celsius": "°C", "degrés celsius": "°C", "c": "°C", "degf": "°F", "deg f": "°F",
    "° f": "°F", "degrees fahrenheit": "°F", "degrés fahrenheit": "°F", "decibels": "dB",
    "décibels": "dB", "decibel": "dB", "rev/min": "rpm", "r/min": "rpm", "min-1": "rpm",
    "tours/min": "rpm", "tours par minute": "rpm", "revolutions per minute": "rpm",
    "g rms": "g₀", "g(rms)": "g₀", "g (rms)": "g₀", "grms": "g₀", "g eff": "g₀", "gn": "g₀",
    "g efficace": "g₀", "g's": "g₀", "milli g": "mg₀", "millig": "mg₀", "micro g": "µg₀",
    "microg": "µg₀", "ug": "µg", "mgal": "mGal", "milligal": "mGal", "milligals": "mGal",
    "arc minute": "′", "arc minutes": "′", "arcmin": "′", "minute d'arc": "′",
    "minutes d'arc": "′", "minutes d’arc": "′", "arcseconds": "″", "arc-seconds": "″",
    "arc-second": "″", "arc sec": "″", "seconde d'arc": "″", "secondes d'arc": "″",
    "secondes d’arc": "″", "milliradian": "mrad", "milliradians": "mrad", "urad": "µrad",
    "microradian": "µrad", "microradians": "µrad", "radians": "radian",
    "degrees/hour": "°/h", "degrees/h": "°/h", "°/hour": "°/h", "deg/hour": "°/h",
    "°/heure": "°/h", "degrés/h": "°/h", "degré par heure": "°/h", "degrés par heure": "°/h",
    "degrees/s": "°/s", "degrees per second": "°/s", "deg/sec": "°/s", "°/sec": "°/s", "dps": "°/s",
    "degrés par seconde": "°/s", "degrés/s": "°/s", "deg/√hr": "°/√h", "°/√hr": "°/√h",
    "deg/sqrt(hr)": "°/√h", "°/sqrt(h)": "°/√h", "°/sqrt(hr)": "°/√h", "deg/rt-hr": "°/√h",
    "deg/rt hr": "°/√h", "deg/root hour": "°/√h", "degrees per square root hour": "°/√h",
    "degrees/√hour": "°/√h", "degrés par racine d’heure": "°/√h",
    "degrés par racine carrée d’heure": "°/√h", "ug/sqrt(hz)": "µg₀/√Hz", "µg/√hz": "µg₀/√Hz",
    "ug/√hz": "µg₀/√Hz", "m/sec": "m/s", "metres per second": "m/s", "meters per second": "m/s",
    "mètres par seconde": "m/s", "km/sec": "km/s", "kilometres per hour": "km/h",
    "kilomètres par heure": "km/h", "km/hr": "km/h", "miles per hour": "mph",
    "feet per second": "ft/s", "gray": "Gy", "grays": "Gy", "rad(si)": "rad", "rad (si)": "rad",
    "rads": "rad", "rads (si)": "rad", "krad(si)": "krad", "krad (si)": "krad", "m/s2": "m/s²",
    "n.s": "N·s", "n-s": "N·s", "n s": "N·s", "newton-second": "N·s",
    "newton-seconds": "N·s", "newton seconds": "N·s", "newton-seconde": "N·s",
    "newtons-secondes": "N·s", "kn.s": "kN·s", "kn·s": "kN·s", "kn-s": "kN·s", "mn.s": "MN·s",
    "mn·s": "MN·s", "mn-s": "MN·s", "lbf.s": "lbf·s", "lbf-s": "lbf·s", "lbf·sec": "lbf·s",
    "lb-sec": "lbf·s", "liters/s": "l/s", "l/sec": "l/s", "litres per second": "l/s",
    "litres par seconde": "l/s", "lpm": "l/min", "litres per minute": "l/min", "m3/h": "m³/h",
    "m³/hr": "m³/h", "m3/hr": "m³/h", "cubic metres per hour": "m³/h",
    "mètres cubes par heure": "m³/h", "m3/s": "m³/s", "g/hr": "g/h", "kg/hr": "kg/h",
    "grams per hour": "g/h", "g/cc": "g/cm³", "kg/n/h": "kg/(N·h)", "kg/n/hr": "kg/(N·h)",
    "kg/(n.h)": "kg/(N·h)", "kg/(n h)": "kg/(N·h)", "kg/n·h": "kg/(N·h)", "kg/n.h": "kg/(N·h)",
    "lb/lbf/h": "lb/(lbf·h)", "lb/(lbf.h)": "lb/(lbf·h)", "lb/lbf-h": "lb/(lbf·h)",
    "lb/lbf/hr": "lb/(lbf·h)", "lb/lbf·h": "lb/(lbf·h)", "lb/h/lbf": "lb/(lbf·h)",
    "g/kn/s": "g/(kN·s)", "g/(kn.s)": "g/(kN·s)", "g/kn·s": "g/(kN·s)", "g.mm/kg": "g·mm/kg",
    "g mm/kg": "g·mm/kg", "g-mm/kg": "g·mm/kg", "gmm/kg": "g·mm/kg", "j/m2": "J/m²", "/k": "1/K",
    "k-1": "1/K", "1/°c": "1/K", "/°c": "1/K", "mv/g": "mV/g₀", "atomic mass units": "u",
    "amu": "u", "gpa·m3/kg": "GPa·m³/kg", "pct": "%", "parts per million": "ppm",
  ]
}
