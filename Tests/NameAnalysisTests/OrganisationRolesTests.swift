import NameAnalysis
import Testing
import TradeModel

struct OrganisationRolesTests {
  @Test(arguments: [
    AnalysisCase(
      .organisation, "Novelko Limited Liability Company",
      "novelko legalForm:limitedliabilitycompany"),
    AnalysisCase(
      .organisation, "LIMITED LIABILITY COM PANY NOVELKO",
      "legalForm:limitedliabilitycompany novelko"),
    AnalysisCase(
      .organisation, "L1MITED LIABILITY C0MPANY NOVELKO",
      "legalForm:limitedliabilitycompany novelko"),
    AnalysisCase(.organisation, "Novelko L.L.C.", "novelko legalForm:llc"),
    AnalysisCase(.organisation, "Novelko S. A.", "novelko legalForm:sa"),
    AnalysisCase(.organisation, "S de R.L. de C.V. Novelko", "legalForm:sderldecv novelko"),
    AnalysisCase(.organisation, "OOODILMAS", "legalForm:ooo dilmas"),
    AnalysisCase(.organisation, "NOVELKOLLC", "novelko legalForm:llc"),
    AnalysisCase(.organisation, "ФГУП Дилмас", "legalForm:fgup dilmas"),
    AnalysisCase(.organisation, "Dilmas Pte. Ltd.", "dilmas legalForm:pteltd"),
    AnalysisCase(.organisation, "Dilmas Sdn. Bhd.", "dilmas legalForm:sdnbhd"),
    AnalysisCase(.organisation, "Dilmas GmbH & Co. KG", "dilmas legalForm:gmbhcokg"),
    AnalysisCase(.organisation, "Dilmas FZE", "dilmas legalForm:fze"),
    AnalysisCase(
      .organisation, "Dilmas Co., Ltd. (Hong Kong)", "dilmas legalForm:coltd place:hongkong"),
    AnalysisCase(.organisation, "Zhiyu Intl Trade", "zhiyu generic:intl generic:trade"),
    AnalysisCase(.organisation, "Dilmas Import & Export", "dilmas generic:importexport"),
    AnalysisCase(.organisation, "Inter National Dilmas", "generic:international dilmas"),
    AnalysisCase(.organisation, "Hong Kong Dilmas", "place:hongkong dilmas"),
    AnalysisCase(.organisation, "Attn: Dilmas Ltd", "honorific:attn dilmas legalForm:ltd"),
    AnalysisCase(
      .organisation, "The Dilmas Bank of Iran",
      "honorific:the dilmas generic:bank particle:of place:iran"),
    AnalysisCase(.organisation, "25th Shipyard", "numeral:25 generic:shipyard"),
    AnalysisCase(.organisation, "25-й завод", "numeral:25 generic:zavod"),
    AnalysisCase(.organisation, "Dilmas IV", "dilmas numeral:iv"),
    AnalysisCase(.organisation, "Dilmas4", "dilmas numeral:4"),
    AnalysisCase(.organisation, "3G Dilmas", "3g dilmas"),
    AnalysisCase(.organisation, "Company", "company"),
    AnalysisCase(.vessel, "M/V Dilmas", "honorific:mv dilmas"),
    AnalysisCase(.vessel, "MT DILMAS 7", "honorific:mt dilmas numeral:7"),
    AnalysisCase(.vessel, "DILMAS X", "dilmas numeral:x"),
    AnalysisCase(.vessel, "IRAN STAR", "iran star"),
    AnalysisCase(.unknown, "Mrs Dilmas", "honorific:mrs dilmas"),
    AnalysisCase(.unknown, "Dilmas Trading", "dilmas generic:trading"),
  ])
  func `gives parts their roles`(_ sample: AnalysisCase) throws {
    let analysed = try ProjectTables.analyser().analyse(sample.name, kind: sample.kind)
    #expect(analysed.readings.first?.notation == sample.expected)
  }

  @Test(arguments: [
    ["Dilmas LLC", "Dilmas GmbH", "ООО Дилмас", "Dilmas Sdn Bhd", "Dilmas S.à r.l."],
    ["Dilmas JSC", "Dilmas S.A.", "АО Дилмас", "Dilmas Anonim Şirketi", "Dilmas AG"],
    ["Dilmas PJSC", "ПАО Дилмас", "Dilmas PLC", "Open Joint-Stock Company Dilmas"],
  ])
  func `forms of one class share a group`(_ names: [String]) throws {
    let analyser = try ProjectTables.analyser()
    let groups = try names.map { name in
      try #require(
        analyser.analyse(name, kind: .organisation).readings.first?.parts
          .first { $0.role == .legalForm }?.group, "\(name)")
    }
    #expect(Set(groups).count == 1)
    #expect(groups.first != 0)
  }

  @Test(arguments: [("4", 4), ("IV", 4), ("fourth", 4), ("4th", 4), ("007264", 7264), ("٤", 4)])
  func `a numeral's group is its value`(_ text: String, _ value: UInt32) throws {
    let parts = try ProjectTables.analyser().analyse("Dilmas \(text)", kind: .organisation)
      .readings.first?.parts
    #expect(parts?.last?.role == .numeral)
    #expect(parts?.last?.group == value)
  }

  @Test func `long numbers differ where their digits do`() throws {
    let analyser = try ProjectTables.analyser()
    let group = { (name: String) in
      analyser.analyse(name, kind: .organisation).readings.first?.parts.last?.group
    }
    #expect(group("Dilmas 98765432109876") == group("Dilmas 098765432109876"))
    #expect(group("Dilmas 98765432109876") != group("Dilmas 98765432109877"))
  }
}
