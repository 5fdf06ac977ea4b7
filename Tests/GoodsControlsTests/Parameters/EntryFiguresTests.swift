import KnowledgeBase
import Testing
import TradeModel

@testable import GoodsControls

/// The figures of US and EU entries, just inside and just outside.
///
/// Each pair is of the text that the row cites; see `Knowledge/sources.csv`.
struct EntryFiguresTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let code: String
    let list: ControlList.ID
    let verdict: EntryAssessment.Verdict
    var testDescription: String { "\(code) of \(list.rawValue): \(text)" }
    init(
      _ text: String, _ code: String, _ list: ControlList.ID, _ verdict: EntryAssessment.Verdict
    ) {
      self.text = text
      self.code = code
      self.list = list
      self.verdict = verdict
    }
  }

  /// The same figures on both lists.
  static let shared: [(String, String, EntryAssessment.Verdict)] = [
    ("pressure 207.1 MPa, inner diameter 406 mm", "2B004", .met),
    ("pressure 207 MPa, inner diameter 406 mm, temperature 1773 K", "2B004", .open),
    ("temperature 1774 K, inner diameter 406 mm", "2B004", .met),
    ("pressure 300 MPa, inner diameter 405 mm", "2B004", .notMet),
    ("pressure 69 MPa, temperature 873 K, inner diameter 254 mm", "2B104", .met),
    ("pressure 68.9 MPa, temperature 873 K, inner diameter 254 mm", "2B104", .notMet),
    ("pressure 69 MPa, inner diameter 152.1 mm", "2B204", .met),
    ("pressure 69 MPa, inner diameter 152 mm", "2B204", .open),
    ("vibration 10 g rms, force 50 kN", "2B116", .met),
    ("real-time bandwidth 5.1 kHz", "2B116", .met),
    ("vibration 9 g rms, force 49 kN, bandwidth 5 kHz", "2B116", .notMet),
    ("3 axes", "1B101", .met), ("2 axes", "1B101", .open),
    ("3 axes", "1B001", .met),
    ("specific modulus 12,700,000 m", "1C210", .met),
    ("specific tensile strength 235,000 m", "1C210", .met),
    ("specific tensile strength 234,999 m, specific modulus 3,000,000 m", "1C210", .open),
    ("specific modulus 14,700,000 m, specific tensile strength 269,000 m", "1C010", .met),
    ("tensile strength 2 GPa, wall thickness 5 mm", "1C116", .met),
    ("tensile strength 2 GPa, wall thickness 40 mm, inner diameter 270 mm", "1C116", .met),
    ("tensile strength 2 GPa, wall thickness 40 mm, inner diameter 269 mm", "1C116", .notMet),
    ("tensile strength 1,950 MPa", "1C216", .met), ("tensile strength 1,949 MPa", "1C216", .notMet),
    ("8-bit, 1.31 GS/s", "3A001", .met), ("8-bit, 1.3 GS/s", "3A001", .open),
    ("10-bit, 601 MSPS", "3A001", .met), ("10-bit, 600 MSPS", "3A001", .open),
    ("12-bit, 401 MSPS", "3A001", .met), ("12-bit, 400 MSPS", "3A001", .open),
    ("14-bit, 251 MSPS", "3A001", .met), ("14-bit, 250 MSPS", "3A001", .open),
    ("16-bit, 66 MSPS", "3A001", .met), ("16-bit, 65 MSPS", "3A001", .open),
    ("total dose 500 krad", "3A001", .met),
    ("gyro, bias stability 0.49 °/h", "7A002", .met),
    ("gyro, bias stability 0.5 °/h", "7A002", .open),
    ("gyro, angle random walk 0.0035 °/√h", "7A002", .met),
    ("scale factor repeatability 1,249 ppm, bias repeatability 1,249 µg", "7A101", .met),
    ("drift rate 0.49 °/h", "7A102", .met),
    ("receiver, velocity 601 m/s", "7A105", .met), ("receiver, velocity 600 m/s", "7A105", .open),
    ("position error growth 0.8 kn", "7A003", .met),
    (
      "rotor mass 3 kg, rotation speed 12,501 rpm, 2 correction planes, residual unbalance 0.2 g·mm/kg",
      "2B119", .met
    ),
    ("capacity 110 l", "2B350", .open), ("flow rate 0.7 m³/h", "2B350", .open),
  ]

  static let cases: [Case] =
    shared.flatMap { text, code, verdict in
      [ControlList.ID.usCommerceControlList, .euDualUse].map { Case(text, code, $0, verdict) }
    } + [
      // Where the lists differ.
      Case("scale factor repeatability 1,250 ppm, acceleration 90 g", "7A101", .euDualUse, .notMet),
      Case("drift rate 0.5 °/h", "7A102", .euDualUse, .notMet),
      Case("drift rate 0.5 °/h, acceleration 90 g", "7A102", .usCommerceControlList, .notMet),
      Case("gyro, drift rate 2 °/h, acceleration 101 g", "7A102", .usCommerceControlList, .open),
      Case("milling machine, positioning accuracy 5 µm", "2B201", .euDualUse, .met),
      Case(
        "milling machine, positioning accuracy 5 µm, machining diameter 30 mm, 3 axes, 1 rotary axis",
        "2B201", .usCommerceControlList, .notMet),
      Case("endurance 59 min", "9A012", .euDualUse, .open),
      Case("endurance 20 min", "9A012", .euDualUse, .open),
    ]

  @Test(arguments: cases)
  func `a figure decides on its own side only`(_ example: Case) throws {
    let catalogue = try Tables.catalogue()
    let entry = try #require(
      catalogue.entries(for: example.code).entries.first { $0.list.id == example.list })
    let assessment = ParameterReader(catalogue.measures)
      .read(Item(description: example.text), path: "items[0]").assessment(of: entry)
    #expect(assessment.verdict == example.verdict)
  }

  @Test func `an unmanned aircraft of the US list is no longer told by its endurance`() throws {
    let catalogue = try Tables.catalogue()
    let entry = try #require(
      catalogue.entries(for: "9A012").entries.first { $0.list.id == .usCommerceControlList })
    #expect(entry.parameters.isEmpty && entry.wordConditions.count == 2)
    for text in ["endurance 20 min", "endurance 5 h"] {
      let assessment = ParameterReader(catalogue.measures)
        .read(Item(description: text), path: "items[0]").assessment(of: entry)
      #expect(assessment.verdict == .open)
    }
  }

  @Test func `every figure of a US or EU entry is cited`() throws {
    let catalogue = try Tables.catalogue()
    let held = catalogue.allEntries.filter {
      [.usCommerceControlList, .euDualUse].contains($0.list.id) && !$0.parameters.isEmpty
    }
    #expect(held.count > 60)
    #expect(held.flatMap(\.parameters).allSatisfy { !$0.citations.ids.isEmpty })
  }
}
