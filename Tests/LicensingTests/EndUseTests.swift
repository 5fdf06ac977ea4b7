import QuiviveTestKit
import Testing
import TradeModel

@testable import Licensing

/// End-use rules: what is answered, what was asked in vain, and what nobody asked.
struct EndUseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let jurisdiction: LicenceJurisdiction
    let replies: [EndUseQuestion: EndUseReply]
    let to: [String]
    let expected: Outcome
    var testDescription: String { name }
    init(
      _ name: String, _ jurisdiction: LicenceJurisdiction,
      _ replies: [EndUseQuestion: EndUseReply], to: [String], _ expected: Outcome
    ) {
      self.name = name
      self.jurisdiction = jurisdiction
      self.replies = replies
      self.to = to
      self.expected = expected
    }
  }

  /// Every question answered with no but for the replies of the case.
  private func determination(_ each: Case, base: EndUseReply? = .no) throws -> LicenceDetermination
  {
    var replies: [EndUseQuestion: EndUseReply] = [:]
    for question in EndUseQuestion.allCases { replies[question] = each.replies[question] ?? base }
    return try LicensingKit.determination(
      ["not listed"], to: each.to, under: each.jurisdiction, endUse: LicensingKit.use(replies))
  }

  @Test(arguments: [
    Case(
      "300 km in D:4", .unitedStates, [.missileUse: .yes, .missileRange300km: .yes],
      to: ["PK"], .licenceRequired),
    Case(
      "a range that cannot be found out, in D:4", .unitedStates,
      [.missileUse: .yes, .missileRange300km: .cannotBeFoundOut], to: ["PK"], .licenceRequired),
    Case(
      "a purpose that cannot be found out, in D:4", .unitedStates,
      [.missileUse: .yes, .massDestructionDelivery: .cannotBeFoundOut], to: ["PK"], .licenceRequired
    ),
    Case(
      "range and destination unknown", .unitedStates,
      [.missileUse: .yes, .missileRange300km: .cannotBeFoundOut], to: [], .catchAllRefer),
    Case(
      "a shorter range outside D:4", .unitedStates, [.missileUse: .yes],
      to: ["CA"], .noLicenceRequired),
    Case(
      "weapons of mass destruction, any range, any place", .unitedStates,
      [.missileUse: .yes, .massDestructionDelivery: .yes], to: ["CA"], .licenceRequired),
    Case(
      "a missile use that cannot be found out", .unitedStates,
      [.missileUse: .cannotBeFoundOut, .missileRange300km: .cannotBeFoundOut], to: ["PK"],
      .catchAllRefer),
    Case("nuclear use", .unitedStates, [.nuclearUse: .yes], to: ["CA"], .licenceRequired),
    Case(
      "chemical use", .unitedStates, [.chemicalBiologicalUse: .yes], to: ["CA"], .licenceRequired),
    Case("military use in China", .unitedStates, [.militaryUse: .yes], to: ["CN"], .catchAllRefer),
    Case(
      "military use in Canada", .unitedStates, [.militaryUse: .yes], to: ["CA"],
      .noLicenceRequired),
    Case(
      "military intelligence in China", .unitedStates, [.militaryIntelligenceUse: .yes],
      to: ["CN"], .licenceRequiredDenialLikely),
    Case("informed by BIS", .unitedStates, [.informedByBIS: .yes], to: ["CA"], .licenceRequired),
    Case(
      "informed by the authority", .europeanUnion, [.informedByUnionAuthority: .yes], to: ["CA"],
      .licenceRequired),
    Case("aware", .europeanUnion, [.awareOfSuchUse: .yes], to: ["CA"], .catchAllRefer),
    Case("suspects", .europeanUnion, [.suspectsSuchUse: .yes], to: ["CA"], .catchAllRefer),
    Case("missile use", .europeanUnion, [.missileUse: .yes], to: ["CA"], .catchAllRefer),
    Case(
      "asked in vain", .europeanUnion, [.awareOfSuchUse: .cannotBeFoundOut], to: ["CA"],
      .catchAllRefer),
    Case(
      "within the Union", .europeanUnion, [.awareOfSuchUse: .yes], to: ["DE"],
      .noLicenceRequired),
    Case(
      "told to apply", .unitedKingdom, [.toldOfUKMilitaryControl: .yes], to: ["CA"],
      .licenceRequired),
    Case(
      "UK informed", .unitedKingdom, [.informedOfUKMassDestructionUse: .yes], to: ["CA"],
      .licenceRequired),
    Case("UK suspects", .unitedKingdom, [.suspectsSuchUse: .yes], to: ["CA"], .licenceRequired),
    Case("nothing, in the Union", .europeanUnion, [:], to: ["CA"], .noLicenceRequired),
    Case("nothing, in the United States", .unitedStates, [:], to: ["CA"], .noLicenceRequired),
    Case(
      "nothing, in the United Kingdom, whose lists are not held", .unitedKingdom, [:],
      to: ["CA"], .incomplete),
  ])
  func `each rule bites as it says`(_ each: Case) throws {
    let found = try determination(each)
    #expect(found.outcome == each.expected, "\(found.steps.map(\.sentence.en))")
  }

  @Test func `a question asked in vain goes to the authority, one that nobody asked is asked`()
    throws
  {
    for jurisdiction in LicenceJurisdiction.allCases {
      for test in try LicensingKit.rules().tests
      where test.jurisdiction == jurisdiction && test.asks {
        let scope = test.destinations
        let place =
          scope.isEverywhere
          ? "CA" : try #require(scope.named.union(scope.grouped).sorted().first?.code)
        var replies = Dictionary(
          uniqueKeysWithValues: EndUseQuestion.allCases.map { ($0, EndUseReply.no) })
        for condition in test.conditions { replies[condition.question] = nil }
        let unasked = try LicensingKit.determination(
          ["not listed"], to: [place], under: jurisdiction, endUse: LicensingKit.use(replies))
        #expect(!unasked.answer.isNotRequired, "\(test.id)")
        let first = try #require(test.conditions.first)
        if !unasked.answer.isRequired {
          #expect(unasked.answer.missing.contains(.reply(first.question)), "\(test.id)")
        }
        for condition in test.conditions { replies[condition.question] = .cannotBeFoundOut }
        let vain = try LicensingKit.determination(
          ["not listed"], to: [place], under: jurisdiction, endUse: LicensingKit.use(replies))
        #expect(vain.outcome >= .catchAllRefer, "\(test.id)")
      }
    }
  }

  @Test func `a missile use is caught whatever else is unknown`() throws {
    for destinations in [[], ["PK"], ["CA"], ["IR"]] {
      for range in [EndUseReply.yes, .cannotBeFoundOut, nil] {
        let found = try LicensingKit.determination(
          ["EAR99"], to: destinations,
          endUse: LicensingKit.use(
            [.missileUse: .yes].merging(range.map { [.missileRange300km: $0] } ?? [:]) { $1 }))
        #expect(found.outcome >= .catchAllRefer, "\(destinations) \(String(describing: range))")
      }
    }
  }

  @Test func `a use stated to be military cannot be taken back by a reply`() {
    let use = EndUse(
      statement: "s", nature: .military, answers: [EndUseAnswer(.militaryUse, .no)])
    #expect(use.reply(to: .militaryUse) == .yes)
    #expect(use.path(of: .militaryUse) == "endUse.nature")
    let civil = EndUse(statement: "s", nature: .civil)
    #expect(civil.reply(to: .militaryUse) == nil)
  }

  @Test func `every rule names known replies, and every question has its words`() throws {
    let rules = try LicensingKit.rules()
    #expect(rules.tests.count == 28)
    #expect(rules.tests.allSatisfy { !$0.conditions.isEmpty })
    #expect(Set(rules.questions.keys) == Set(EndUseQuestion.allCases))
  }
}
