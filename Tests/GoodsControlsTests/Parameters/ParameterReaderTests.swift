import GoodsControls
import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

/// What is read from fields and descriptions, on the bundled tables.
struct ParameterReaderTests {
  /// A text, and the values it states: quantity, interval in a unit, in the order of the text.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let values: [(quantity: String, unit: String, interval: String)]
    var testDescription: String { text }

    init(_ text: String, _ values: (String, String, String)...) {
      self.text = text
      self.values = values.map { ($0.0, $0.1, $0.2) }
    }
  }

  static let descriptions: [Case] = [
    Case(
      "rocket, range 280 km, payload 450 kg", ("range", "km", "280 km"), ("payload", "kg", "450 kg")
    ),
    Case(
      "portée de 280 km, charge utile 450 kg", ("range", "km", "280 km"),
      ("payload", "kg", "450 kg")),
    Case(
      "280 km de portée avec 450 kg de charge utile", ("range", "km", "280 km"),
      ("payload", "kg", "450 kg")),
    Case(
      "a 280 km range and a 450 kg payload", ("range", "km", "280 km"), ("payload", "kg", "450 kg")),
    Case("range up to 300 km", ("range", "km", "300 km")),
    Case("portée jusqu’à 300 km", ("range", "km", "300 km")),
    Case("range of at least 250 km", ("range", "km", "≥ 250 km")),
    Case("range > 300 km", ("range", "km", "> 300 km")),
    Case("portée supérieure à 300 km", ("range", "km", "> 300 km")),
    Case("maximum range: 187 mi", ("range", "km", "≈ 300.947 km")),
    Case("range 162 nautical miles", ("range", "km", "300.024 km")),
    Case("payload 1,102.5 lb", ("payload", "kg", "≈ 500.085 kg")),
    Case("charge utile de 0,5 t", ("payload", "kg", "500 kg")),
    Case("positioning accuracy 3 µm", ("positioning-accuracy-linear", "µm", "3 µm")),
    Case("précision de positionnement ±3 µm", ("positioning-accuracy-linear", "µm", "3 µm")),
    Case("with 0.003 mm positioning accuracy", ("positioning-accuracy-linear", "µm", "3 µm")),
    Case("précision de positionnement 5″", ("positioning-accuracy", "″", "5″")),
    Case("five-axis machining centre", ("axes", "1", "5")),
    Case("5-axis CNC mill", ("axes", "1", "5")),
    Case("centre d’usinage à cinq axes", ("axes", "1", "5")),
    Case("fraiseuse 5 axes", ("axes", "1", "5")),
    Case("tensile strength 5.5 GPa", ("ultimate-tensile-strength", "MPa", "5500 MPa")),
    Case("résistance à la traction de 5,5 GPa", ("ultimate-tensile-strength", "MPa", "5500 MPa")),
    Case(
      "14-bit 250 MSPS converter", ("resolution-bits", "bit", "14 bit"),
      ("sample-rate", "MS/s", "250 MS/s")),
    Case("bias stability 0.01 °/h", ("bias-stability-rate", "°/h", "0.01°/h".spaced)),
    Case("bias stability 50 µg", ("bias-stability", "µg₀", "50 µg₀")),
    Case("bursts 2–20 kHz", ("frequency", "kHz", "2 kHz – 20 kHz")),
    Case("fréquence de 2 à 20 kHz", ("frequency", "kHz", "2 kHz – 20 kHz")),
    Case("frequency between 2 and 20 kHz", ("frequency", "kHz", "2 kHz – 20 kHz")),
    Case(
      "max temperature 1,200 °C", ("temperature", "°C", "1200 °C"),
      ("highest-temperature", "°C", "1200 °C")),
    Case(
      "operating temperature −54 to +125 °C", ("lowest-temperature", "°C", "-54 °C"),
      ("highest-temperature", "°C", "125 °C")),
    Case(
      "plage de température : -40/+85 °C", ("lowest-temperature", "°C", "-40 °C"),
      ("highest-temperature", "°C", "85 °C")),
    Case(
      "temperature 257 °F", ("temperature", "°C", "125 °C"), ("highest-temperature", "°C", "125 °C")
    ),
    Case("working pressure 30,000 psi", ("pressure", "MPa", "≈ 206.842 MPa")),
    Case("pression de travail 1 380 bar", ("pressure", "MPa", "138 MPa")),
    Case("thrust 95 lbf", ("thrust", "N", "≈ 422.581 N")),
    Case("angle random walk 0.002 deg/√hr", ("angle-random-walk", "°/√h", "0.002 °/√h")),
    Case("total impulse 1.2 MN·s", ("total-impulse", "N·s", "1200000 N·s")),
    Case("SFC 0.14 kg/N/h", ("specific-fuel-consumption", "kg/(N·h)", "0.14 kg/(N·h)")),
    Case("vibration 12 g rms", ("vibration", "g₀", "12 g₀")),
    Case("specific modulus 14.7 × 10^6 m", ("specific-modulus", "m", "14700000 m")),
    Case("range 280 km ± 10 km", ("range", "km", "270 km – 290 km")),
    Case("range 300 km ±5 %", ("range", "km", "285 km – 315 km")),
    Case("length 50 mm width 100 mm", ("length", "mm", "50 mm"), ("width", "mm", "100 mm")),
    Case("speed 2160 km/h", ("velocity", "m/s", "600 m/s")),
    // Nothing that states a value of the quantity.
    Case("a wide range of products, 500 kg"), Case("range of 12 sizes"),
    Case("temperature range wide, 300 km away"), Case("detection range 300 km"),
    Case("portée radio 40 km"), Case("model OG-300 range"), Case("gamme de 300 km de câbles"),
    Case("length 450 kg"), Case("ABEC-9 bearings"), Case(""), Case("5 pallets"),
  ]

  @Test(arguments: descriptions)
  func `a description states these values and no others`(_ example: Case) throws {
    let tables = try Tables.catalogue().measures
    let found = ParameterReader(tables).read(Item(description: example.text), path: "items[0]")
    #expect(found.stated.map(\.quantity.id) == example.values.map(\.quantity))
    for (value, expected) in zip(found.stated, example.values) {
      let unit = try #require(
        tables.units(measuring: value.quantity.measure).first { $0.symbol == expected.unit })
      #expect(value.interval.text(in: unit, .en) == expected.interval)
      #expect(value.facts == ["items[0].description"])
    }
  }
}

extension String {
  /// A degree per hour is written with a blank; only the bare degree is not.
  fileprivate var spaced: String { replacing("°/h", with: " °/h") }
}

/// The bundled tables, read once.
enum Tables {
  private static let loaded = Result {
    try ControlCatalogue(
      loading: CheckedKnowledge(loading: KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge")))
  }
  static func catalogue() throws -> ControlCatalogue { try loaded.get() }
}
