import QuiviveTestKit
import Testing
import TradeModel

@testable import Licensing

struct LicenceDeterminationTests {
  @Test func `nothing unknown ever reads as not required`() throws {
    let rules = try LicensingKit.rules()
    let complete = try LicensingKit.determination(["EAR99"], to: ["CA"])
    #expect(complete.answer.isNotRequired)
    let unknowns = [
      try LicensingKit.determination(["EAR99"], to: []),
      try LicensingKit.determination([], to: ["CA"]),
      try LicensingKit.determination(["%%"], to: ["CA"]),
      try LicensingKit.determination(["0Z999"], to: ["CA"]),
      try LicensingKit.determination(["EAR99"], to: ["CA"], endUse: nil),
      try LicensingKit.determination(["EAR99"], to: ["CA"], endUse: LicensingKit.use([:])),
      try LicensingKit.determination(
        ["EAR99"], to: ["CA"], endUse: EndUse(answers: LicensingKit.nothing.answers)),
      rules.determination(
        of: try LicensingKit.item(
          ["EAR99"], to: ["CA"],
          unsettled: [
            .unsettled(BilingualText(en: "a hit", fr: "un constat"), .hold, facts: ["parties[0]"])
          ]), under: .unitedStates),
    ]
    for (number, each) in unknowns.enumerated() {
      #expect(!each.answer.isNotRequired && !each.answer.missing.isEmpty, "\(number)")
    }
  }

  @Test func `random facts keep every law of a determination`() throws {
    var random = SeededGenerator(seed: 744)
    let rules = try LicensingKit.rules()
    let codes = [
      "2B001", "2B001.b", "9A012", "EAR99", "not listed", "1.A.1", "3.A.2", "5A992", "II.A2.002",
      "",
      "0A617.y", "7A103", "9A991",
    ]
    let places = ["CA", "IR", "DE", "CN", "RU", "UA-CRIMEA", "GI", "KP", "HK", "US", "NC", "LY"]
    for number in 0..<400 {
      let replies = EndUseQuestion.allCases.compactMap { question -> EndUseAnswer? in
        let reply = [EndUseReply.no, .no, .no, .no, .yes, .cannotBeFoundOut, nil, nil]
          .randomElement(using: &random)
        return reply.flatMap { $0 }.map { EndUseAnswer(question, $0) }
      }
      let item = try LicensingKit.item(
        (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
          codes.randomElement(using: &random)
        },
        to: (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
          places.randomElement(using: &random)
        },
        endUse: EndUse(
          statement: Bool.random(using: &random) ? "s" : nil,
          nature: EndUse.Nature.allCases.randomElement(using: &random), answers: replies),
        commodity: ["8542.31", "8407.10", "8417.20"].randomElement(using: &random))
      for jurisdiction in LicenceJurisdiction.allCases {
        let found = rules.determination(of: item, under: jurisdiction)
        #expect(found == rules.determination(of: item, under: jurisdiction))
        let strictest = found.steps.map(\.outcome).max() ?? .noLicenceRequired
        switch found.answer {
        case .prohibited(let rules): #expect(found.outcome == .prohibited && !rules.isEmpty)
        case .required(let rules):
          #expect(!rules.isEmpty && !rules.contains(""), "\(number)")
          #expect([.licenceRequired, .licenceRequiredDenialLikely].contains(found.outcome))
        case .notRequired:
          #expect(strictest == .noLicenceRequired, "\(number)")
          #expect(!item.places.isEmpty && !item.codes.isEmpty && item.endUse?.statement != nil)
        case .undetermined(let missing):
          #expect(!missing.isEmpty && (.incomplete ... .catchAllRefer).contains(found.outcome))
        }
        for step in found.steps {
          #expect(step.isRequirement == false || (!step.citations.isEmpty && !step.rule.isEmpty))
          #expect(!step.sentence.en.isEmpty && step.sentence.fr.hasSuffix("."))
        }
        if !found.permissions.isEmpty { #expect(found.answer.isRequired) }
      }
    }
  }

  @Test func `Category I is likely denied wherever it goes`() throws {
    for jurisdiction in LicenceJurisdiction.allCases {
      let found = try LicensingKit.determination(["1.A.2"], to: ["CA"], under: jurisdiction)
      #expect(found.outcome == .licenceRequiredDenialLikely)
      let second = try LicensingKit.determination(["3.A.2"], to: ["CA"], under: jurisdiction)
      #expect(second.outcome < .licenceRequired && !second.answer.isNotRequired)
    }
  }

  struct Union: Sendable, CustomTestStringConvertible {
    let code: String
    let to: String
    let expected: Outcome
    var commodity: String?
    var testDescription: String { "\(code) to \(to)" }
  }

  @Test(arguments: [
    Union(code: "9A012", to: "CA", expected: .licenceRequired),
    Union(code: "9A012", to: "DE", expected: .hold),
    Union(code: "9A012", to: "NC", expected: .hold),
    Union(code: "2B001", to: "CA", expected: .licenceRequired),
    Union(code: "2A001", to: "CA", expected: .hold),
    Union(code: "EAR99", to: "CA", expected: .incomplete),
    Union(code: "not listed", to: "CA", expected: .noLicenceRequired),
    Union(code: "not listed", to: "DE", expected: .noLicenceRequired),
    Union(code: "not listed", to: "RU", expected: .hold),
    Union(code: "not listed", to: "IR", expected: .hold),
    Union(code: "II.A2.002", to: "IR", expected: .prohibited),
    Union(code: "not listed", to: "IR", expected: .prohibited, commodity: "2504.10"),
  ])
  func `the Union asks by Annex I, by destination and by its measures`(_ each: Union) throws {
    let found = try LicensingKit.determination(
      [each.code], to: [each.to], under: .europeanUnion, commodity: each.commodity)
    #expect(found.outcome == each.expected, "\(found.steps.map(\.sentence.en))")
  }

  @Test func `a code of a named list speaks for that list alone`() throws {
    let american = try LicensingKit.determination(
      ["9A012"], to: ["CA"], under: .europeanUnion, list: "US CCL")
    #expect(american.answer.missing == [.classification(.europeanUnion)])
    let european = try LicensingKit.determination(["9A012"], to: ["IN"], list: "EU Annex I")
    #expect(european.answer.missing == [.classification(.unitedStates)])
  }

  @Test func `general authorisations of the Union may be open or are shut by destination`() throws {
    func standing(_ territory: String) throws -> LicencePermission.Standing? {
      try LicensingKit.determination(["9A012"], to: [territory], under: .europeanUnion).permissions
        .first { $0.symbols.contains("EU001") }?.standing
    }
    #expect(try standing("CA") == .mayBeOpen)
    #expect(try standing("IN") == .closed)
  }
}
