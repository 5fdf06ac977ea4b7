import Testing
import TradeModel

@testable import Screening

/// Findings from the values that an item states.
struct ParameterScreeningTests {
  private func screen(
    _ description: String, _ parameters: [(String, String, String)] = [],
    codes: [String] = ["not listed"], to country: String = "CA"
  ) throws -> ScreeningResult {
    let item = Item(
      description: description, kind: .goods, commodityCode: "8417.20",
      controlCodes: codes.map { StatedControlCode(code: $0) },
      parameters: parameters.map {
        ItemParameter(name: $0.0, value: Quantity(text: $0.1, unitText: $0.2))
      })
    return try InventedLists.screen(
      Samples.sale(from: Samples.swiss, to: Samples.user(country), items: [item]))
  }

  /// Those that rest on values; words may point to entries beside them.
  private func pointed(_ result: ScreeningResult) -> [Finding] {
    result.findings(.candidateEntries).filter { $0.title.en.contains("point to") }
  }

  @Test func `a stated entry whose figures are met is held, with value, figure and place`() throws {
    let found = try screen(
      "drone", [("range", "310", "km"), ("payload", "1200", "lb")], codes: ["1.A.2"])
    let finding = try #require(
      found.findings(.controlledItem).first { $0.title.en.contains("meet the figures") })
    #expect(finding.outcome == .hold)
    #expect(finding.outcomeIfConfirmed == .licenceRequiredDenialLikely)
    #expect(
      finding.facts
        == ["items[0].controlCodes[0]", "items[0].parameters[1]", "items[0].parameters[0]"])
    let text = finding.explanation.map(\.en).joined(separator: "\n")
    #expect(
      text.contains(
        "1.A.2 (text of 2016) asks: payload ≥ 500 kg, stated “1200 lb”, ≈ 544.31 kg in items[0].parameters[1]: met; range ≥ 300 km, stated “310 km” in items[0].parameters[0]: met."
      ), "\(text)")
    #expect(text.contains("greatest range with any payload"))
    #expect(finding.citations.contains { $0.source == "eu-267-2012" })
  }

  @Test func `what is missing is asked for with its unit, and nothing is called not met`() throws {
    let found = try screen("drone", [("range", "310", "km")], codes: ["1.A.2"])
    let question = try #require(found.findings(.openQuestion).first)
    #expect(question.outcome == .incomplete)
    #expect(question.question?.en == "State: payload (kg).")
    #expect(question.question?.fr == "Indiquez\u{A0}: charge utile (kg).")
    #expect(!question.explanation.contains { $0.en.contains("not met") })
  }

  @Test func `a code that its values do not fit is a question, and no acquittal`() throws {
    let found = try screen("drone", [("payload", "450", "kg")], codes: ["1.A.2"])
    let question = try #require(found.findings(.openQuestion).first)
    #expect(question.title.en.contains("do not fit its control code “1.A.2”"))
    #expect(question.outcome == .hold)
    #expect(question.explanation.contains { $0.en.contains("It does not follow") })
  }

  @Test func `values of an item that is said to be unlisted point to entries`() throws {
    let found = try screen("instrument, drift rate 0.1 °/h")
    let candidate = try #require(pointed(found).first)
    #expect(candidate.title.en.hasSuffix("point to 7A102, 9.A.4"))
    #expect(candidate.outcome == .hold && candidate.outcomeIfConfirmed == .licenceRequired)
    #expect(candidate.facts == ["items[0].description"])
    #expect(candidate.explanation.contains { $0.en.contains("no list has the item") })
  }

  @Test func `figures of other goods are a question, and never a candidate or a confirmation`()
    throws
  {
    let lorry = try screen("lorry, 900 km range, 12 t payload", codes: [])
    #expect(pointed(lorry).isEmpty)
    let question = try #require(
      lorry.findings(.openQuestion).first { $0.title.en.contains("are also figures of") })
    #expect(question.outcome == .incomplete && question.outcomeIfConfirmed == nil)
    #expect(question.title.en.hasSuffix("1.A.1, 1.A.2"))
    #expect(!question.explanation.contains { $0.en.contains("Category I") })
    #expect(question.question?.en.contains("What is the item?") == true)
    // The same figures of goods that the entries name are held, and Category I only as an if.
    let rocket = try screen("rocket, 900 km range, 12 t payload", codes: [])
    let candidate = try #require(
      rocket.findings.first {
        $0.explanation.contains { $0.en.hasPrefix("If an entry of Category I") }
      })
    #expect(candidate.outcome == .hold)
  }

  @Test func `the goods of a list for one destination are looked at on the way there`() throws {
    let text = "apparatus, voltage 20 kV, electric power 6 kW, voltage stability 0.05 %"
    func met(_ country: String) throws -> [Finding] {
      try screen(text, to: country).findings.filter {
        $0.title.en.contains("II.A3.001")
          || $0.explanation.contains { $0.en.contains("II.A3.001 (") && $0.en.contains("met") }
      }
    }
    #expect(try met("CA").isEmpty)
    #expect(try met("IR").contains { $0.outcomeIfConfirmed == .prohibited })
  }

  @Test(arguments: [
    "deck oven for bread, 400 V, 12 kW, maximum temperature 320 °C",
    "table en chêne, longueur 2 m, largeur 90 cm", "electric bicycle, range 120 km, 24 kg",
    "camera drone, range 10 km, payload 0.9 kg",
  ])
  func `ordinary values point to nothing`(_ description: String) throws {
    #expect(pointed(try screen(description)).isEmpty)
  }
}
