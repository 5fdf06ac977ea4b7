import GoodsControls
import QuiviveTestKit
import Testing
import TradeModel

@testable import Licensing

/// Reasons for control against the Commerce Country Chart and the destinations that controls name.
struct CountryChartTests {
  private static let columns = [
    "CB 1", "CB 2", "CB 3", "NP 1", "NP 2", "NS 1", "NS 2", "MT 1", "RS 1", "RS 2", "FC 1", "CC 1",
    "CC 2", "CC 3", "AT 1", "AT 2",
  ]

  @Test func `every cell of the chart is walked once for every column an entry uses`() throws {
    let chart = try LicensingKit.rows("Territories/country-chart.csv")
    let controls = try LicensingKit.rows("ControlLists/us-ccl-controls.csv")
    #expect(chart.count == 201)
    var cells = 0
    for column in Self.columns {
      // An entry of which the column holds for the whole, where there is one: one question per cell.
      let using = controls.filter { $0["chart_column"] == column }
      let control = try #require(using.first { $0["scope"] == "entire entry" } ?? using.first)
      let code = try #require(control["code"])
      let reason = try #require(control["reason"])
      let id = try #require(control["id"])
      let isWhole = control["scope"] == "entire entry"
      // Where an entry names the column for several parts, each part is a step.
      let parts = using.filter { $0["code"] == code && $0["reason"] == reason }.count
      for row in chart {
        let territory = try #require(row["territory"])
        let key = column.lowercased().replacing(" ", with: "")
        let mark = try #require(row[key])
        let steps = try LicensingKit.determination([code], to: [territory]).steps.filter {
          $0.kind == .reason && $0.reason == reason && $0.rule.contains(column)
        }
        #expect(steps.count == parts, "\(id) \(territory)")
        let marked: LicenceStep.Effect =
          isWhole ? .requires(.licenceRequired) : .open(.hold, .paragraph(entry: code))
        #expect(steps.first?.effect == (mark == "yes" ? marked : .passes), "\(id) \(territory)")
        #expect(
          steps.first?.facts == ["items[0].controlCodes[0]", "destinationCountry"],
          "\(code) \(column) \(territory)")
        cells += 1
      }
    }
    #expect(cells == 16 * 201)
  }

  @Test func `every reason is one step, and each marked one is a requirement of its own`() throws {
    let controls = try LicensingKit.rows("ControlLists/us-ccl-controls.csv")
    for (code, rows) in Dictionary(grouping: controls, by: { $0["code"] ?? "" }) {
      let found = try LicensingKit.determination([code], to: ["CN"])
      let steps = found.steps.filter { $0.kind == .reason && !$0.rule.contains("footnote") }
      #expect(steps.compactMap(\.reason) == rows.compactMap { $0["reason"] }, "\(code)")
    }
    let two = try LicensingKit.determination(["7A103"], to: ["CN"])
    guard case .required(let rules) = two.answer else {
      Issue.record("\(two.answer)")
      return
    }
    #expect(rules.contains { $0.contains("MT 1") })
    #expect(rules.contains { $0.contains("AT 1") } == false)
  }

  @Test func `a country without any mark never ends in not required, whatever the entry`() throws {
    let chart = try LicensingKit.rows("Territories/country-chart.csv")
    let empty = chart.filter { row in
      Self.columns.allSatisfy { row[$0.lowercased().replacing(" ", with: "")] == "" }
    }.compactMap { $0["territory"] }
    let pointed = chart.filter { ($0["pointer"] ?? "").contains("746") }.compactMap {
      $0["territory"]
    }
    #expect(Set(empty) == ["CU", "IR", "KP", "SY"])
    #expect(Set(pointed) == Set(empty))
    let regions = ["UA-CRIMEA", "UA-DNR", "UA-LNR"]
    let entries =
      try LicensingKit.rows("ControlLists/us-ccl.csv").compactMap { $0["code"] }
      + LicensingKit.rows("ControlLists/unverified/us-ccl.csv").compactMap { $0["code"] }
      + ["EAR99", "not listed", "0Z999", "9.A.3", ""]
    #expect(entries.count > 630)
    for territory in empty + regions {
      for entry in entries {
        let found = try LicensingKit.determination([entry], to: [territory])
        #expect(found.outcome == .licenceRequiredDenialLikely, "\(entry) to \(territory)")
        #expect(found.answer.isRequired, "\(entry) to \(territory)")
      }
      // A place that may mean another territory is asked about; it never reads as permission.
      let rules = try LicensingKit.rules()
      let doubtful = rules.determination(
        of: LicenceCase(
          path: "items[0]", codes: [],
          places: [try LicensingKit.place(territory, isCertain: false)],
          endUse: LicensingKit.nothing), under: .unitedStates)
      #expect(doubtful.outcome >= .hold && !doubtful.answer.isNotRequired, "\(territory)")
    }
  }

  @Test func `any listed item to Russia or Belarus needs a licence that is mostly refused`() throws
  {
    for territory in ["RU", "BY"] {
      for code in ["5A992", "9A991", "2B001", "0A998"] {
        let found = try LicensingKit.determination([code], to: [territory])
        #expect(found.outcome == .licenceRequiredDenialLikely, "\(code) to \(territory)")
      }
      let unlisted = try LicensingKit.determination(["EAR99"], to: [territory])
      #expect(unlisted.outcome == .hold, "the code tables of the supplements are not held")
      let onSupplement7 = try LicensingKit.determination(
        ["EAR99"], to: [territory], commodity: "8542.31")
      #expect(onSupplement7.outcome >= .hold)
    }
  }

  struct Named: Sendable, CustomTestStringConvertible {
    let code: String
    let to: String
    let expected: Outcome
    var testDescription: String { "\(code) to \(to)" }
    init(_ code: String, _ to: String, _ expected: Outcome) {
      self.code = code
      self.to = to
      self.expected = expected
    }
  }

  @Test(arguments: [
    // Worldwide controls, and those that name destinations in place of a column.
    Named("3A901", "CA", .licenceRequired), Named("3A901", "GB", .licenceRequired),
    Named("0A503", "CA", .noLicenceRequired), Named("0A503", "GB", .licenceRequired),
    Named("6A996", "PK", .licenceRequired), Named("1C995", "IQ", .licenceRequired),
    Named("3D992", "MO", .licenceRequired), Named("3D992", "CN", .licenceRequired),
    // Hong Kong is treated as China, in the chart and where a control names China.
    Named("0A617.y", "HK", .licenceRequired), Named("0A617.y", "CN", .licenceRequired),
    // Destinations that are not held stay open.
    Named("1E355", "JP", .hold), Named("5A002", "CA", .hold), Named("9E003", "CA", .hold),
    // Security Council arms embargoes.
    Named("0A604", "LY", .licenceRequired), Named("1A005", "ER", .licenceRequired),
    // A column that is not marked.
    Named("5A992", "CA", .hold), Named("2B999.h.2", "PK", .noLicenceRequired),
    Named("2B999.a", "PK", .licenceRequired), Named("2B999", "PK", .hold),
    // Footnotes ask for a licence where a cell is empty.
    Named("9A515", "IN", .hold), Named("9A515.a", "IN", .licenceRequired),
    // Two halves of an entry with a column each: marked for both, the paragraph is not needed.
    Named("9A012", "CN", .licenceRequired), Named("9A012", "IN", .hold),
    // Dependencies without a row, and entries that point to the ITAR.
    Named("2B001", "GI", .hold), Named("9A116", "CA", .hold), Named("1C018", "CA", .hold),
    Named("2B352", "CN", .hold),
  ])
  func `entries that the chart alone does not answer`(_ each: Named) throws {
    let found = try LicensingKit.determination([each.code], to: [each.to])
    #expect(found.outcome == each.expected, "\(found.steps.map(\.sentence.en))")
    #expect(found.answer.isNotRequired == (each.expected == .noLicenceRequired))
  }

  @Test func `the strictest destination decides, and the steps of the others stay`() throws {
    let found = try LicensingKit.determination(["5A991"], to: ["CA", "IR", "DE"])
    #expect(found.outcome == .licenceRequiredDenialLikely)
    for name in ["Canada", "Germany", "Iran"] {
      #expect(found.steps.contains { $0.text.en.contains(name) }, "\(name)")
    }
  }
}
