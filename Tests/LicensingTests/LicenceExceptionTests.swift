import QuiviveTestKit
import Testing
import TradeModel

@testable import Licensing

/// Licence exceptions of the United States beside a required licence.
struct LicenceExceptionTests {
  typealias Standing = LicencePermission.Standing

  private func permissions(
    _ code: String, to place: String, endUse: EndUse? = LicensingKit.nothing
  ) throws -> [LicencePermission] {
    try LicensingKit.determination([code], to: [place], endUse: endUse).permissions
  }

  private func permission(
    _ symbol: String, _ code: String, to place: String
  ) throws -> LicencePermission {
    try #require(try permissions(code, to: place).first { $0.symbols.contains(symbol) })
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let symbol: String
    let code: String
    let to: String
    let standing: LicencePermission.Standing
    let rule: String
    var testDescription: String { "\(symbol) for \(code) to \(to)" }
    init(_ symbol: String, _ code: String, to: String, _ standing: Standing, _ rule: String) {
      self.symbol = symbol
      self.code = code
      self.to = to
      self.standing = standing
      self.rule = rule
    }
  }

  @Test(arguments: [
    // Missile technology outside D:4 and D:5 leaves seven, and STA for small unmanned aircraft only.
    Case("LVS", "9A101", to: "IN", .closed, "15 CFR 740.2(a)(5)(i)"),
    Case("RPL", "9A101", to: "IN", .needsPerson, "15 CFR 740.10"),
    Case("STA", "9A101", to: "FR", .closed, "15 CFR 740.20"),
    Case("STA", "9A120", to: "FR", .mayBeOpen, "15 CFR 740.20(c)(1)(ii)"),
    // Within them it leaves none, but for parts of vehicles and for bearings.
    Case("RPL", "9A101", to: "SA", .closed, "15 CFR 740.2(a)(5)(ii)"),
    Case("GOV", "9A101", to: "CN", .closed, "15 CFR 740.2(a)(5)(ii)"),
    Case("RPL", "7A103", to: "SA", .needsPerson, "15 CFR 740.10"),
    Case("GOV", "7A103", to: "SA", .closed, "15 CFR 740.2(a)(5)(ii)(A)"),
    Case("AVS", "2A101", to: "SA", .closed, "15 CFR 740.2(a)(5)(ii)(B)"),
    Case("TMP", "2A101", to: "SA", .needsPerson, "15 CFR 740.9(a), (b)(1)"),
    // Where only a part of the entry is for missile technology, the rule stays open.
    Case("LVS", "3A001", to: "MY", .needsPerson, "15 CFR 740.2(a)(5)(i)"),
    // The 600 series and spacecraft.
    Case("RPL", "0A606.a", to: "CN", .closed, "15 CFR 740.2(a)(12)"),
    Case("GOV", "0A606.a", to: "CN", .needsPerson, "15 CFR 740.11"),
    Case("RPL", "0A606.a", to: "HK", .closed, "15 CFR 740.2(a)(12)"),
    Case("GBS", "0A606.a", to: "MY", .closed, "15 CFR 740.2(a)(13)"),
    Case("LVS", "0A606.a", to: "MY", .mayBeOpen, "15 CFR 740.3"),
    Case("BAG", "1A613.c", to: "VE", .needsPerson, "15 CFR 740.14"),
    Case("BAG", "1A613.a", to: "VE", .closed, "15 CFR 740.2(a)(12)"),
    Case("RPL", "9A515.a", to: "CN", .closed, "15 CFR 740.2(a)(12)"),
    // Groups and reasons of the exceptions themselves.
    Case("LVS", "2B350", to: "MY", .mayBeOpen, "15 CFR 740.3"),
    Case("GBS", "2B350", to: "MY", .closed, "15 CFR 740.4"),
    Case("GBS", "2B005", to: "MY", .mayBeOpen, "15 CFR 740.4"),
    Case("GBS", "2B005", to: "UA", .closed, "15 CFR 740.4"),
    Case("GBS", "2B005", to: "CN", .closed, "15 CFR 740.4"),
    Case("TSR", "2B005", to: "MY", .closed, "15 CFR 740.6"),
    Case("TSR", "2D003", to: "MY", .mayBeOpen, "15 CFR 740.6"),
    Case("STA", "3A901", to: "DE", .mayBeOpen, "15 CFR 740.20(b), (c)(1)(i)"),
    Case("STA", "3A901", to: "CN", .closed, "15 CFR 740.20"),
    Case("STA", "0A501.a", to: "FR", .closed, "15 CFR 740.20"),
    Case("APP", "2B005", to: "MY", .closed, "15 CFR 740.7(c)"),
    Case("ENC", "2B005", to: "MY", .closed, "15 CFR 740.17"),
    Case("SPP", "2B005", to: "SY", .closed, "15 CFR 740.5"),
    // Sanctioned destinations, advanced computing, one country.
    Case("TMP", "2B005", to: "RU", .needsPerson, "15 CFR 740.2(a)(6)"),
    Case("GOV", "2B005", to: "IR", .needsPerson, "15 CFR 740.2(a)(6)"),
    Case("LVS", "3A090.a", to: "CN", .closed, "15 CFR 740.2(a)(9)(ii)"),
    Case("LPP", "3A090.a", to: "CN", .closed, "15 CFR 740.2(a)(9)(ii)"),
    Case("NAC", "3A090.a", to: "CN", .needsPerson, "15 CFR 740.8(a)"),
    Case("TSU", "3E001", to: "CN", .needsPerson, "15 CFR 740.2(a)(9)(i)"),
    Case("STA", "3A901", to: "AE", .needsPerson, "15 CFR 740.2(a)(26)"),
    Case("LVS", "2A983", to: "CN", .closed, "15 CFR 740.2(a)(8)"),
  ])
  func `an exception stands as the rules and its paragraphs say`(_ each: Case) throws {
    let found = try permission(each.symbol, each.code, to: each.to)
    #expect(found.standing == each.standing, "\(found.sentence.en)")
    #expect(found.rule == each.rule, "\(found.sentence.en)")
  }

  @Test func `every exception is judged once, with a date and a source, and none is available`()
    throws
  {
    for (code, place) in [
      ("9A101", "IN"), ("9A101", "CN"), ("7A103", "SA"), ("3A901", "DE"), ("0A606.a", "HK"),
      ("2B005", "RU"), ("2B350", "MY"),
    ] {
      let found = try permissions(code, to: place)
      #expect(found.flatMap(\.symbols).count == 28)
      #expect(Set(found.flatMap(\.symbols)).count == 28)
      for permission in found {
        #expect(!permission.citations.isEmpty && permission.asOf != nil && !permission.rule.isEmpty)
        for words in ["available", "disponible", "permitted", "autorisé "] {
          #expect(
            !permission.sentence.en.contains(words) && !permission.sentence.fr.contains(words))
        }
      }
    }
  }

  @Test func `a licence that Part 744 asks for leaves no exception without a person`() throws {
    let use = LicensingKit.use([.missileUse: .yes, .missileRange300km: .yes])
    let found = try permissions("2B005", to: "CN", endUse: use)
    #expect(!found.contains { $0.standing == .mayBeOpen })
    #expect(found.first { $0.symbols.contains("STA") }?.standing == .closed)
    #expect(
      found.first { $0.symbols.contains("GOV") }?.rule == "15 CFR 740.1(a)")
  }

  @Test func `a place that may be another leaves every rule by destination open`() throws {
    let rules = try LicensingKit.rules()
    let item = try LicensingKit.item(["9A101"], to: ["IN"])
    let unsure = LicenceCase(
      path: item.path, codes: item.codes,
      places: item.places + [try LicensingKit.place("SA", isCertain: false)], endUse: item.endUse)
    let found = rules.determination(of: unsure, under: .unitedStates).permissions
    #expect(found.first { $0.symbols.contains("RPL") }?.standing == .needsPerson)
    #expect(
      found.first { $0.symbols.contains("RPL") }?.because.en.hasPrefix("shut if this rule") == true)
  }

  @Test func `a rule on a country group bites in every member of it, and only there`() throws {
    let members = try LicensingKit.rows("Territories/group-members.csv")
    func group(_ code: String) -> Set<String> {
      Set(members.filter { $0["group"] == code }.compactMap { $0["territory"] })
    }
    let concern = group("EAR-D:4").union(group("EAR-D:5"))
    #expect(concern.count > 30)
    for place in concern.sorted() {
      let found = try permissions("9A101", to: place)
      // An embargo can take the place of the licence; where one is required, nothing is left.
      guard !found.isEmpty else { continue }
      #expect(found.map(\.standing) == [.closed], "\(place)")
    }
    for place in ["IN", "BR", "JP", "TR", "ZA"] where !concern.contains(place) {
      let left = try permissions("9A101", to: place).filter { $0.standing != .closed }
      #expect(
        Set(left.flatMap(\.symbols)).isSubset(of: ["TMP", "RPL", "GOV", "TSU", "AVS", "APR"]),
        "\(place)")
    }
  }

  @Test func `patterns name series, entries and paragraphs`() throws {
    let patterns = try #require(EntryPatterns(["600-series", "9A610.a", "3A001.z", "2B004"]))
    #expect(patterns.answer(code: "0A606", paragraph: nil) == .inside)
    #expect(patterns.answer(code: "3A001", paragraph: nil) == .open)
    #expect(patterns.answer(code: "3A001", paragraph: "z.1") == .inside)
    #expect(patterns.answer(code: "3A001", paragraph: "a.5") == .outside)
    #expect(patterns.answer(code: "2B004", paragraph: "b") == .inside)
    #expect(patterns.answer(code: "2B104", paragraph: nil) == .outside)
    #expect(EntryPatterns(["sixhundred"]) == nil && EntryPatterns(["9A610a"]) == nil)
    let groups = try #require(EntryPatterns(["commodities"]))
    #expect(groups.answer(code: "2B004", paragraph: nil) == .inside)
    #expect(groups.answer(code: "2D001", paragraph: nil) == .outside)
  }
}
