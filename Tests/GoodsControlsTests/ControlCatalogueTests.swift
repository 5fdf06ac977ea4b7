import GoodsControls
import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

/// This package's knowledge, loaded once; a failure to load fails every test here.
private let bundled = Result {
  try CheckedKnowledge(loading: KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge"))
}
private let catalogue = Result { try ControlCatalogue(loading: bundled.get()) }

struct ControlCatalogueTests {
  private func lists() throws -> ControlCatalogue { try catalogue.get() }

  private func matches(_ code: String) throws -> [GoodsMatch] {
    try lists().listedByCommodityCode(#require(CommodityCode(code)))
  }

  @Test func `all fifty codes of the Common High Priority List are found with their tier`() throws {
    let knowledge = try bundled.get()
    let rows = knowledge.citedRows("ControlLists/chpl.csv")
    #expect(rows.count == 50)
    for row in rows {
      let found = try matches(row.cells["hs"]).filter { $0.rule.list.id == .commonHighPriority }
      #expect(found.map { $0.rule.tier?.rawValue } == [row.cells["tier"]])
      #expect(found.allSatisfy { $0.precision == .covered && !$0.rule.citations.sources.isEmpty })
    }
  }

  @Test func `a microcontroller is on the US, EU and priority lists`() throws {
    let found = try matches("8542.31.90")
    #expect(
      found.map(\.rule.id) == ["CHPL-854231", "US-UAV-01", "EU-UAV-19"])
    #expect(found.map(\.rule.isPartial) == [false, false, true])
    #expect(found[0].rule.tier == .tier1)
    #expect(found[1].rule.list.destinations.contains(TerritoryID("IR")))
    #expect(found[2].rule.list.jurisdictions == ["EU"])
    #expect(found.allSatisfy { !$0.rule.item.en.isEmpty && !$0.rule.item.fr.isEmpty })
  }

  @Test func `a heading on the list covers its subdivisions`() throws {
    let found = try matches("7208.51")
    #expect(found.map(\.rule.id) == ["EU267-VIIB-7208"])
    #expect(found.first?.precision == .covered)
  }

  @Test func `a stated heading that takes in listed codes is said to be too short`() throws {
    let found = try matches("8542")
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.precision == .statedTooShort })
  }

  @Test(arguments: ["0101.21", "9403.60", "6109"])
  func `ordinary goods are on no list of commodity codes`(_ code: String) throws {
    #expect(try matches(code).isEmpty)
  }

  @Test func `codes that were only recalled are hints and not rules`() throws {
    let code = try #require(CommodityCode("8408.90"))
    let usRules = try lists().listedByCommodityCode(code).filter {
      $0.rule.list.id == .usSupplement7
    }
    #expect(usRules.isEmpty)
    #expect(
      try lists().hints(for: code).contains {
        $0.id == "ControlLists/unverified/iran-uav.csv/US-UAV-11"
      })
  }

  @Test func `a machining centre hints at machine-tool entries`() throws {
    let hints = try lists().hints(for: #require(CommodityCode("8457.10.10")))
    #expect(hints.contains { $0.controlCodes.contains("2B001") })
    #expect(hints.allSatisfy { $0.id.contains("/unverified/") })
  }

  @Test func `goods that a list gives no code are kept apart`() throws {
    let goods = try lists().goodsWithoutCode
    #expect(goods.contains { $0.id == "EU-UAV-32" })
    #expect(goods.allSatisfy { $0.code == nil })
  }

  struct Stated: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: ControlCodeAnswer.Kind
    let entries: [String]
    let paragraph: String?
    var testDescription: String { text }

    init(
      _ text: String, _ kind: ControlCodeAnswer.Kind, _ entries: [String] = [],
      paragraph: String? = nil
    ) {
      self.text = text
      self.kind = kind
      self.entries = entries
      self.paragraph = paragraph
    }
  }

  static let stated: [Stated] = [
    Stated("2B001", .listed, ["us-ccl/2B001", "eu-dual-use/2B001"]),
    Stated("2B001.b.2", .listed, ["us-ccl/2B001", "eu-dual-use/2B001"], paragraph: "b.2"),
    Stated("2b001b2", .listed, ["us-ccl/2B001", "eu-dual-use/2B001"], paragraph: "b2"),
    Stated("ECCN 2B001", .listed, ["us-ccl/2B001", "eu-dual-use/2B001"]),
    Stated("ECCN: 9A610.x", .listed, ["us-ccl/9A610"], paragraph: "x"),
    Stated("7A102", .listed, ["us-ccl/7A102", "eu-dual-use/7A102"]),
    Stated("9.A.4", .listed, ["mtcr/9.A.4"]),
    Stated("MTCR 9.A.4", .listed, ["mtcr/9.A.4"]),
    Stated("9A4", .listed, ["mtcr/9.A.4"]),
    Stated("9.A.4.x", .listed, ["mtcr/9.A.4"], paragraph: "x"),
    Stated("4.C.2.a", .listed, ["mtcr/4.C.2.a"]),
    Stated("3.A.1", .listed, ["mtcr/3.A.1.a", "mtcr/3.A.1.b"]),
    Stated("3.A.10", .listed, ["mtcr/3.A.10"]),
    Stated("II.A2.002", .listed, ["eu-267-2012-annex-ii/II.A2.002"]),
    Stated("2.A.1.b.1", .unverified),
    Stated("EAR99", .statedAsUnlisted),
    Stated("ear 99", .statedAsUnlisted),
    Stated("not listed", .statedAsUnlisted),
    Stated("9Z999", .unreadable),
    Stated("3A999", .listed, ["us-ccl/3A999"]),
    Stated("8A777", .unknown),
    Stated("19.A.9", .unknown),
    Stated("II.A9.999", .unknown),
    Stated("", .unreadable),
    Stated("machine tool", .unreadable),
    Stated("2B0011", .unreadable),
    Stated("ML10", .unreadable),
  ]

  @Test(arguments: stated)
  func `a stated control code finds its entries or says why not`(_ stated: Stated) throws {
    let answer = try lists().entries(for: stated.text)
    #expect(answer.kind == stated.kind)
    #expect(answer.entries.map(\.id) == stated.entries)
    #expect(answer.paragraph == stated.paragraph)
    #expect(answer.stated == stated.text)
    // An entry may stand cited on one list and unverified on another; then both are said.
    if stated.kind != .listed { #expect(answer.hints.isEmpty == (stated.kind != .unverified)) }
  }

  @Test func `a code cited on one list and unverified on another gives both, apart`() throws {
    let answer = try lists().entries(for: "2A001")
    #expect(answer.entries.map(\.list.id) == [.usCommerceControlList])
    #expect(answer.hints.map(\.id) == ["ControlLists/unverified/eu-dual-use.csv/2A001"])
  }

  @Test func `every entry is found by its own code and cited`() throws {
    let knowledge = try bundled.get()
    for (file, column, list) in [
      ("us-ccl", "code", "us-ccl"), ("eu-dual-use", "code", "eu-dual-use"),
      ("mtcr", "item", "mtcr"), ("iran-eu-annex2", "entry", "eu-267-2012-annex-ii"),
    ] {
      let rows = knowledge.citedRows("ControlLists/\(file).csv")
      #expect(rows.count > 90)
      for row in rows {
        let answer = try lists().entries(for: row.cells[column])
        let entry = answer.entries.first { $0.id == "\(list)/\(row.cells[column])" }
        #expect(entry?.citations == row.citations, "\(row.cells[column])")
        #expect(answer.paragraph == nil)
      }
    }
  }

  @Test func `a US entry has reasons and chart columns`() throws {
    let answer = try lists().entries(for: "2B001")
    let entry = try #require(answer.entries.first)
    #expect(entry.reasons.contains(.nationalSecurity))
    #expect(entry.controls.contains { $0.chartColumn?.hasPrefix("NS") == true })
    #expect(entry.regime == .wassenaar)
    #expect(!entry.hasFrench)
  }

  @Test func `an MTCR item has its category and thresholds`() throws {
    let entry = try #require(try lists().entries(for: "1.A.1").entries.first)
    #expect(entry.isCategoryI == true)
    #expect(
      entry.parameters.map { $0.text(in: .en) } == ["payload ≥ 500 kg", "range ≥ 300 km"])
    #expect(
      entry.parameters.map { $0.text(in: .fr) } == [
        "charge utile ≥ 500\u{A0}kg", "portée ≥ 300\u{A0}km",
      ])
    #expect(entry.hasFrench && entry.title.fr.hasPrefix("Systèmes complets"))
  }

  @Test func `each MTCR item and Annex II entry with a figure has parameters`() throws {
    let knowledge = try bundled.get()
    // A formula in the length measured is no single figure.
    let without = ["II.A2.018"]
    var figures = 0
    for (file, column) in [("mtcr", "item"), ("iran-eu-annex2", "entry")] {
      for row in knowledge.citedRows("ControlLists/\(file).csv").map(\.cells) {
        guard row["threshold"].contains(where: \.isNumber), !without.contains(row[column]) else {
          continue
        }
        figures += 1
        let entry = try lists().entries(for: row[column]).entries.first
        #expect(entry?.parameters.isEmpty == false, "\(row[column]): \(row["threshold"])")
      }
    }
    #expect(figures > 100)
  }

  @Test(arguments: [
    ("IR", "US", Outcome.licenceRequiredDenialLikely), ("IR", "EU", .prohibited),
    ("KP", "US", .licenceRequiredDenialLikely), ("SY", "US", .licenceRequiredDenialLikely),
    ("CU", "US", .licenceRequiredDenialLikely), ("RU", "US", .licenceRequiredDenialLikely),
    ("BY", "US", .licenceRequiredDenialLikely), ("UA-CRIMEA", "US", .licenceRequiredDenialLikely),
    ("UA-DNR", "US", .licenceRequiredDenialLikely), ("UA-LNR", "US", .licenceRequiredDenialLikely),
    ("LY", "US", .licenceRequired),
  ])
  func `an embargoed territory has its rule, in two languages and cited`(
    _ code: String, _ jurisdiction: String, _ outcome: Outcome
  ) throws {
    let rules = try lists().embargoes(territory: TerritoryID(code))
    let rule = try #require(rules.first { $0.jurisdiction == jurisdiction })
    #expect(rule.outcome == outcome)
    #expect(!rule.citation.isEmpty && !rule.citations.sources.isEmpty)
    #expect(!rule.rule.fr.isEmpty && rule.rule.fr != rule.rule.en)
  }

  @Test(arguments: ["FR", "UA", "KZ", "XX"])
  func `other territories have no rule here`(_ code: String) throws {
    #expect(try lists().embargoes(territory: TerritoryID(code)).isEmpty)
  }

  @Test func `the nomenclature describes a code from chapter to subheading`() throws {
    let code = try #require(CommodityCode("8457.10.10"))
    #expect(
      try lists().nomenclature.lines(for: code).map(\.code.description) == [
        "84", "8457", "8457.10",
      ])
    #expect(try lists().nomenclature.has(code))
    #expect(try !lists().nomenclature.has(#require(CommodityCode("8499.99"))))
  }
}
