import GoodsControls
import QuiviveTestKit
import Testing
import TradeModel

/// Units and words of the bundled tables.
struct MeasureTablesTests {
  @Test func `each unit of the table is one that texts are read with, and the other way round`()
    throws
  {
    let measures = try Tables.catalogue().measures
    let symbols = Set(
      measures.quantities.values.map(\.measure).flatMap(measures.units(measuring:)).map(\.symbol))
    #expect(symbols.count > 90)
    for symbol in symbols { #expect(Unit(reading: symbol)?.symbol == symbol, "\(symbol)") }
  }

  @Test(arguments: [
    ("1", "in", "mm", "25.4"), ("1", "psi", "Pa", "6894.75"), ("257", "°F", "°C", "125"),
    ("0", "K", "°C", "-273.15"), ("1", "lb/(lbf·h)", "kg/(N·h)", "0.101971"),
    ("1", "nmi", "m", "1852"), ("1", "kn", "km/h", "1.852"), ("1", "N/tex", "m", "101971"),
    ("3600", "°/h", "°/s", "1"), ("1000", "µg₀", "mg₀", "1"), ("1", "Torr", "Pa", "133.322"),
  ])
  func `an amount in one unit is so many of another`(
    amount: String, from: String, to: String, expected: String
  ) throws {
    let measures = try Tables.catalogue().measures
    let all = Set(measures.quantities.values.map(\.measure)).sorted()
      .flatMap(measures.units(measuring:))
    let source = try #require(all.first { $0.symbol == from })
    let target = try #require(all.first { $0.symbol == to })
    #expect(source.measure == target.measure)
    let value = target.amount(ofBase: source.base(try #require(DecimalNumber(amount))))
    #expect(value.decimal(significant: 6).number.description == expected)
  }

  @Test func `the same sign is read as the unit that measures what is meant`() throws {
    let measures = try Tables.catalogue().measures
    let gram = try #require(Unit(reading: "g"))
    #expect(measures.unit(gram, measuring: "mass")?.symbol == "g")
    #expect(measures.unit(gram, measuring: "acceleration")?.symbol == "g₀")
    #expect(measures.unit(gram, measuring: "length") == nil)
  }
}
