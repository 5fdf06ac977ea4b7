import GoodsControls
import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

/// How stated values stand to the figures of entries.
struct EntryAssessmentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let code: String
    let verdict: EntryAssessment.Verdict
    var testDescription: String { "\(code): \(text)" }
    init(_ text: String, _ code: String, _ verdict: EntryAssessment.Verdict) {
      self.text = text
      self.code = code
      self.verdict = verdict
    }
  }

  static let cases: [Case] = [
    Case("range 300 km, payload 500 kg", "1.A.1", .met),
    Case("range 299.999 km, payload 500 kg", "1.A.1", .notMet),
    Case("range 300 km", "1.A.1", .open), Case("payload 450 kg", "1.A.1", .notMet),
    Case("payload 600 kg", "1.A.1", .open), Case("", "1.A.1", .open),
    Case("range 280 to 320 km, payload 500 kg", "1.A.1", .open),
    Case("range at least 250 km, payload 500 kg", "1.A.1", .open),
    Case("range over 300 km, payload 1,200 lb", "1.A.1", .met),
    Case("portée jusqu’à 300 km, charge utile 0,5 t", "1.A.1", .met),
    Case("portée de 162 milles marins, charge utile 500 kg", "1.A.1", .met),
    Case("portée 1,200 km, charge utile 500 kg", "1.A.1", .open),
    Case("range 1,200 km, payload 500 kg", "1.A.1", .met),
    Case("pressure 69 MPa, temperature 600 °C, chamber diameter 254 mm", "6.B.3", .met),
    Case("pressure 10,000 psi, temperature 1,112 °F, chamber diameter 10 in", "6.B.3", .notMet),
    Case("pressure 10,008 psi, temperature 1,112 °F, chamber diameter 10 in", "6.B.3", .met),
    Case("pressure 69 MPa, temperature 873.15 K, diameter 254 mm", "6.B.3", .open),
    Case("drift rate 0.4 °/h", "9.A.4", .met), Case("drift rate 0.5 °/h", "9.A.4", .notMet),
    Case("bias stability 0.01 °/h", "9.A.4", .open), Case("bias stability 9 °/h", "9.A.4", .open),
    Case("vibration 10 g rms, force 50 kN", "15.B.1", .met),
    // Words of both languages do not settle the comma.
    Case("vibration 10 g rms, force 11,241 lbf", "15.B.1", .open),
    Case("shaker force 11,241 lbf, vibration 10 g rms", "15.B.1", .met),
    Case("operating temperature −55 to +126 °C", "14.A.1.b", .met),
    Case("operating temperature −40 to +85 °C", "14.A.1.b", .open),
    Case("total impulse 1.1 MN·s", "2.A.1.c", .met),
    Case("total impulse 1.1 MN·s", "20.A.1.b", .notMet),
    Case("carbon fibre 7,000 MPa", "6.C.1", .open),
    Case("five-axis milling machine, positioning repeatability 0.9 µm", "2B001", .met),
    Case("five-axis milling machine, positioning repeatability 1.4 µm", "2B001", .open),
    Case("five-axis milling machine, repeatability 6 µm, travel 5 m", "2B001", .met),
    Case("five-axis milling machine, repeatability 6 µm, travel 3 m", "2B001", .open),
    Case("centre d’usinage, précision de positionnement 4 µm", "2B201", .met),
    Case("gyro, bias stability 0.05 °/h", "7A002", .met),
    Case("gyro, bias stability 3 °/h", "7A002", .open),
    Case("gyro, bias stability 3 °/h, rate range 600 °/s", "7A002", .met),
    Case("gyro, angle random walk 0.2 deg/√hr, bias 9 °/h", "7A002", .open),
    Case("accelerometer, 20 g full scale, bias repeatability 900 µg", "7A001", .open),
    Case("maraging steel, tensile strength 1,950 MPa", "1C216", .met),
    Case("acier maraging, résistance à la traction 280 ksi", "1C216", .notMet),
    Case("any thrust", "3.A.1.b", .open), Case("a thing", "17.A.1", .nothingHeld),
  ]

  private func assessment(_ text: String, _ code: String) throws -> EntryAssessment {
    let catalogue = try Tables.catalogue()
    let entry = try #require(
      catalogue.entries(for: code).entries.first { $0.code == code && !$0.parameters.isEmpty }
        ?? catalogue.entries(for: code).entries.first)
    return ParameterReader(catalogue.measures).read(Item(description: text), path: "items[0]")
      .assessment(of: entry)
  }

  @Test(arguments: cases)
  func `a stated value is compared exactly, and a missing one leaves the entry open`(
    _ example: Case
  ) throws {
    #expect(try assessment(example.text, example.code).verdict == example.verdict)
  }

  @Test func `strength and density of a fibre give its specific values`() throws {
    let catalogue = try Tables.catalogue()
    let stated = ParameterReader(catalogue.measures).read(
      Item(
        description:
          "carbon fibre, tensile strength 7,000 MPa, tensile modulus 324 GPa, density 1.79 g/cm3"),
      path: "items[0]")
    let entry = try #require(
      catalogue.entries(for: "1C010").entries.first { $0.list.id == .usCommerceControlList })
    #expect(stated.assessment(of: entry).verdict == .met)
  }

  @Test func `conditions in words are settled by answers only`() throws {
    let catalogue = try Tables.catalogue()
    let entry = try #require(catalogue.entries(for: "3.A.1.b").entries.first)
    let words = try #require(entry.wordConditions.first)
    let nothing = StatedParameters()
    #expect(nothing.assessment(of: entry).verdict == .open)
    #expect(nothing.assessment(of: entry, answers: [words.id: true]).verdict == .met)
    #expect(nothing.assessment(of: entry, answers: [words.id: false]).verdict == .notMet)
  }

  @Test func `a field is read by its name, and what cannot be compared says why`() throws {
    let tables = try Tables.catalogue().measures
    func read(_ name: String, _ value: String, _ unit: String?) -> StatedParameters {
      ParameterReader(tables).read(
        Item(parameters: [.init(name: name, value: Quantity(text: value, unitText: unit))]),
        path: "items[2]")
    }
    let range = read("Maximum range", "310", "km").stated
    #expect(range.map(\.quantity.id) == ["range"])
    #expect(range.first?.facts == ["items[2].parameters[0]"])
    #expect(read("temperature range", "300", "km").stated.isEmpty)
    #expect(read("range", "310", nil).incomparable.map(\.problem) == [.unitMissing])
    #expect(read("range", "310", "kg").incomparable.map(\.problem) == [.unitUnfit])
    #expect(read("range", "far", "km").incomparable.map(\.problem) == [.noNumber])
    #expect(read("colour index", "5", nil).incomparable.map(\.problem) == [.quantityUnknown])
    let least = try #require(read("minimum tensile strength", "5.5", "GPa").stated.first)
    #expect(least.interval.low != nil && least.interval.high == nil)
  }

  @Test func `values point to entries by two quantities or by a telling one`() throws {
    let catalogue = try Tables.catalogue()
    func codes(_ text: String) -> [String] {
      catalogue.entriesMet(
        by: ParameterReader(catalogue.measures).read(Item(description: text), path: "items[0]")
      ).map(\.entry.code)
    }
    #expect(codes("range 310 km, payload 500 kg").contains("1.A.2"))
    #expect(Set(codes("drift rate 0.1 °/h")) == ["7A102", "9.A.4"])
    #expect(codes("electric car, range 510 km").isEmpty)
    #expect(codes("five-axis").isEmpty)
    #expect(codes("steel table, length 2 m, width 90 cm").isEmpty)
  }

  // MARK: Properties

  @Test func `changing the unit never changes the verdict`() throws {
    let catalogue = try Tables.catalogue()
    var random = SeededGenerator(seed: 11)
    let thresholds = catalogue.parameters
    #expect(thresholds.count > 300)
    for threshold in thresholds {
      let units = catalogue.measures.units(measuring: threshold.unit.measure)
        .filter { !["mrad", "µrad", "radian"].contains($0.symbol) }
      for _ in 0..<4 {
        // Around the figure, and on it.
        let shift = DecimalNumber("\(random.next(below: 5) - 2)e-3") ?? .zero
        let value = threshold.value + threshold.value * shift
        let base = threshold.unit.base(value)
        let expected = MeasuredInterval(exactly: base).standing(to: threshold.threshold)
        let unit = units[random.next(below: units.count)]
        let amount = unit.amount(ofBase: base)
        let back = MeasuredInterval(
          exactly: (amount + ExactFraction(unit.offset))
            * (ExactFraction(unit.times, over: unit.dividedBy) ?? amount))
        #expect(
          back.standing(to: threshold.threshold) == expected,
          "\(threshold.id) with \(value) in \(unit.symbol)")
      }
    }
  }

  @Test func `what is not stated is never not met, and a step past the figure never unmeets`()
    throws
  {
    let catalogue = try Tables.catalogue()
    for entry in catalogue.allEntries where !entry.parameters.isEmpty {
      let empty = StatedParameters().assessment(of: entry)
      #expect(empty.verdict == .open, "\(entry.id)")
      #expect(
        empty.alternatives.flatMap(\.conditions).allSatisfy { $0.verdict == .notStated })
    }
    for parameter in catalogue.parameters {
      let limit = parameter.unit.base(parameter.value)
      let step = parameter.unit.baseDifference(.one)
      let isUpward = [.atLeast, .moreThan].contains(parameter.comparison)
      let inside = isUpward ? limit + step : limit - step
      let outside = isUpward ? limit - step : limit + step
      func standing(_ value: ExactFraction) -> MeasuredInterval.Standing {
        MeasuredInterval(exactly: value).standing(to: parameter.threshold)
      }
      #expect(standing(inside) == .within, "\(parameter.id)")
      #expect(standing(outside) == .outside, "\(parameter.id)")
      let isIncluded = [.atLeast, .atMost].contains(parameter.comparison)
      #expect(standing(limit) == (isIncluded ? .within : .outside), "\(parameter.id)")
      #expect(
        MeasuredInterval(from: .init(min(inside, outside)), to: .init(max(inside, outside)))
          .standing(to: parameter.threshold) == .across)
    }
  }

  @Test func `each figure of a threshold in words is held as a figure or a condition`() throws {
    let catalogue = try Tables.catalogue()
    var compared = 0
    for entry in catalogue.allEntries where entry.list.id == .mtcr {
      guard let threshold = entry.threshold else { continue }
      var held = entry.parameters.map(\.value)
      held += entry.parameters.compactMap(\.condition).flatMap { Self.numbers($0.en) }
      held += entry.wordConditions.flatMap { Self.numbers($0.text.en) }
      for number in Self.numbers(threshold) {
        compared += 1
        #expect(
          held.contains { $0.magnitude == number.magnitude },
          "\(entry.code): \(number) of “\(threshold)”")
      }
    }
    #expect(compared > 120)
  }

  /// The numbers of a threshold in words: `1 573-3 173 K`, `1.1e6 N s`.
  private static func numbers(_ text: String) -> [DecimalNumber] {
    // Not the exponents of units: cm3, m2. A vacuum begins at 0, which is no figure.
    let text = text.replacing("cm3", with: "cm").replacing("m2", with: "m")
      .replacing("0-13", with: "13")
    let words = text.split { !($0.isNumber || $0 == "." || $0 == "e" || $0 == " ") }
    return words.flatMap { word -> [DecimalNumber] in
      let parts = word.split(separator: " ")
      var joined: [String] = []
      for part in parts {
        if part.count == 3, part.allSatisfy(\.isNumber), let last = joined.last, last.count < 3,
          last.allSatisfy(\.isNumber)
        {
          joined[joined.count - 1] += part
        } else {
          joined.append(String(part))
        }
      }
      return joined.compactMap { DecimalNumber($0) }
    }
  }
}

extension ControlCatalogue {
  fileprivate var parameters: [ControlParameter] { allEntries.flatMap(\.parameters) }
}
