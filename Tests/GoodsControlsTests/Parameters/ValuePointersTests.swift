import Testing
import TradeModel

@testable import GoodsControls

/// When the values of an item make entries candidates, and when they are only a question.
struct ValuePointersTests {
  private func pointers(_ text: String?, _ parameters: [(String, String, String)] = []) throws
    -> ValuePointers
  {
    let catalogue = try Tables.catalogue()
    let item = Item(
      description: text,
      parameters: parameters.map {
        ItemParameter(name: $0.0, value: Quantity(text: $0.1, unitText: $0.2))
      })
    return catalogue.pointers(
      of: item, by: ParameterReader(catalogue.measures).read(item, path: "items[0]"))
  }

  @Test(arguments: [
    "lorry, 900 km range, 12 t payload", "camion, portée 900 km, charge utile 12 t",
    "electric delivery van, range 400 km, payload 1,200 kg",
    "patrol boat, range 2,000 km, payload 3 t", "mobile crane, range 600 km, payload capacity 40 t",
    "business jet, range 6,000 km, payload 1,000 kg",
    "hydraulic cylinder, pressure 70 MPa, inner diameter 200 mm",
  ])
  func `figures that other goods have too are no candidate`(_ text: String) throws {
    let found = try pointers(text)
    #expect(found.candidates.isEmpty, "\(found.candidates.map(\.entry.code))")
    #expect(!found.figuresAlone.isEmpty)
  }

  @Test(arguments: [
    "rocket, range 310 km, payload 500 kg", "missile, portée 310 km, charge utile 500 kg",
    "UAV, range 900 km, payload 600 kg",
    "drone de reconnaissance, portée 900 km, charge utile 600 kg",
    // Nothing says what it is, in words that are read here.
    "range 310 km, payload 500 kg", "device with a range of 310 km and a payload of 500 kg",
    "appareil, portée 310 km, charge utile 500 kg", "موشک, range 310 km, payload 500 kg",
    // A word of arms outweighs the name of other goods.
    "lorry for missile transport, range 900 km, payload 12 t",
    "isostatic press, pressure 70 MPa, inner diameter 200 mm",
  ])
  func `goods of the entry, or goods that nobody names, are candidates`(_ text: String) throws {
    let found = try pointers(text)
    #expect(!found.candidates.isEmpty)
  }

  @Test func `parameters without a description are candidates`() throws {
    let values = [("range", "310", "km"), ("payload", "500", "kg")]
    let found = try pointers(nil, values)
    #expect(found.candidates.contains { $0.entry.code == "1.A.1" } && found.figuresAlone.isEmpty)
  }

  @Test func `a figure that few entries ask for needs no word of the goods`() throws {
    let found = try pointers("garden gnome, drift rate 0.1 °/h")
    #expect(Set(found.candidates.map(\.entry.code)) == ["7A102", "9.A.4"])
  }

  @Test func `nothing is lost between the two`() throws {
    let catalogue = try Tables.catalogue()
    for text in ["lorry, 900 km range, 12 t payload", "rocket, 900 km range, 12 t payload"] {
      let item = Item(description: text)
      let stated = ParameterReader(catalogue.measures).read(item, path: "items[0]")
      let found = catalogue.pointers(of: item, by: stated)
      #expect(
        Set((found.candidates + found.figuresAlone).map(\.entry.id))
          == Set(catalogue.entriesMet(by: stated).map(\.entry.id)))
    }
  }
}
