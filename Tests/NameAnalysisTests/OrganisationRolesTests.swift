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
    AnalysisCase(.organisation, "25th Shipyard", "numeral:25 shipyard"),
    AnalysisCase(.organisation, "25-й завод", "numeral:25 zavod"),
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
    // Words of forms in another order, damaged, torn, cut at the end of a field.
    AnalysisCase(
      .organisation, "OBSHCHESTVO S OTVETSTVENNOSTIU OGRANICHENNOI DILMAS",
      "legalForm:obshchestvosotvetstvennostiuogranichennoi dilmas"),
    AnalysisCase(.organisation, "Dilmas Liability Company", "dilmas legalForm:liabilitycompany"),
    AnalysisCase(
      .organisation, "JOINT STCOK COMPANY DILMAS", "legalForm:jointstcokcompany dilmas"),
    AnalysisCase(
      .organisation, "AKTSIONERNOE OBSCHHESTVO DILMAS",
      "legalForm:aktsionernoeobschhestvo dilmas"),
    AnalysisCase(
      .organisation, "DILMAS OBSHCHESTVO S OGRANICHENNOI OTVETST",
      "dilmas legalForm:obshchestvosogranichennoiotvetst"),
    AnalysisCase(
      .organisation, "Stock Exchange Dilmas", "generic:stockexchange dilmas"),
    // Inflected words, words without vowels, abbreviations of several words.
    AnalysisCase(
      .organisation, "Dilmasskiy mashinostroitelnyi zavod",
      "dilmasskiy generic:mashinostroitelnyi generic:zavod"),
    AnalysisCase(
      .organisation, "Dilmas Srvcs & Engnrng", "dilmas generic:srvcs generic:engnrng"),
    AnalysisCase(.organisation, "NPP Dilmas", "generic:npp dilmas"),
    AnalysisCase(.organisation, "Plant No. 5 Dilmas", "generic:plant particle:no numeral:5 dilmas"),
    // Of common words alone, the rarer ones tell.
    AnalysisCase(
      .organisation, "National Card Payment System", "national card payment system"),
    AnalysisCase(
      .organisation, "Instrument Engineering Plant", "instrumentengineering generic:plant"),
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

  @Test(arguments: [
    ["plant", "zavod", "завод", "werk", "usine", "üzem", "karkhaneh", "工厂"],
    ["design", "konstruktorskoe", "конструкторское", "tervező", "progettazione", "طراحی"],
    [
      "research", "issledovatelskiy", "issledovatelskii", "исследовательский", "kutató",
      "forschung",
    ],
    ["shipyard", "sudostroitelnyy", "verf", "stocznia", "værft", "造船厂"],
    ["machine building", "mashinostroitelnyi", "машиностроительный", "maschinenbau", "gépgyártás"],
    ["Moscow", "moskovskiy", "Московский", "moskauer", "moskiewski"],
    ["Yekaterinburg", "yekaterinburgskiy", "Екатеринбургский"],
    ["mfg", "manufacturing", "mnfctrng", "fabrication"],
  ])
  func `words of one meaning share a group`(_ words: [String]) throws {
    let groups = try words.map { try group(of: $0) }
    #expect(Set(groups).count == 1, "\(zip(words, groups).map { "\($0) \($1)" })")
  }

  @Test(arguments: [
    ["instrument", "equipment", "tool"], ["north", "south", "east", "west"],
    ["radio", "television", "news"], ["oil", "gas", "coal", "nuclear"],
    ["Riga", "Vilnius", "Tallinn"], ["foundation", "fund", "charity", "relief"],
    ["engine", "turbine", "pump", "bearing"],
  ])
  func `different trades and places have different groups`(_ words: [String]) throws {
    #expect(Set(try words.map { try group(of: $0) }).count == words.count)
  }

  /// The group of a word between a name and a form.
  private func group(of word: String) throws -> UInt32 {
    let reading = try #require(
      ProjectTables.analyser().analyse("Dilmas \(word) LLC", kind: .organisation).readings.first)
    let parts = reading.parts.filter { $0.role == .generic || $0.role == .place }
    try #require(parts.count == 1, "\(word): \(reading.notation)")
    return parts[0].group
  }

  @Test(arguments: [
    ("NPP Dilmas", "generic:scientific generic:production generic:enterprise dilmas"),
    ("НПП Дилмас", "generic:scientific generic:production generic:enterprise dilmas"),
    ("Dilmas zavod OOO", "dilmas generic:plant legalForm:ooo"),
    ("Dilmas Üzem Kft.", "dilmas generic:plant legalForm:kft"),
  ])
  func `words of other languages have a reading in English`(
    _ name: String, _ expected: String
  ) throws {
    let readings = try ProjectTables.analyser().analyse(name, kind: .organisation).readings
    #expect(readings.contains { $0.method == .translated && $0.notation == expected })
  }

  @Test func `English names have one reading`() throws {
    let names = ["Dilmas Technologies Ltd", "Dilmas Trading House", "International Dilmas Bank"]
    for name in names {
      let readings = try ProjectTables.analyser().analyse(name, kind: .organisation).readings
      #expect(readings.count == 1, "\(name): \(readings.map(\.notation))")
    }
  }

  @Test func `a name of common words is the same in both orders of a term`() throws {
    let analyser = try ProjectTables.analyser()
    let groups = { (name: String) in
      Set(
        analyser.analyse(name, kind: .organisation).readings.first?.parts.map(\.group) ?? [])
    }
    #expect(groups("Dilmas Foreign Trade") == groups("Dilmas Trade Foreign"))
  }

  @Test func `a form of several words has the class of the one that says most`() throws {
    let analyser = try ProjectTables.analyser()
    func form(_ name: String) throws -> UInt32 {
      let parts = try #require(analyser.analyse(name, kind: .organisation).readings.first).parts
      let forms = parts.filter { $0.role == .legalForm }
      try #require(forms.count == 1, "\(name)")
      return forms[0].group
    }
    #expect(try form("Liability Limited Company Dilmas") == form("Dilmas LLC"))
    #expect(try form("Company Stock Joint Dilmas") == form("Dilmas JSC"))
    #expect(try form("Obshchestvo otkrytoe aktsionernoe Dilmas") == form("Dilmas OJSC"))
    #expect(try form("Unitarnoe predpriyatie federalnoe Dilmas") == form("FGUP Dilmas"))
  }

  @Test func `the counter counts a name's words and meanings once`() throws {
    var counter = NamePartCounter(try ProjectTables.analyser())
    counter.add("Dilmas Zavod Plant", kind: .organisation)
    counter.add("Dilmas Plant", kind: .organisation)
    counter.add("Dilmas", kind: .person)
    counter.add("…", kind: .person)
    let rows = counter.rows(least: 1)
    #expect(rows.first == "*\t1\t2")
    #expect(rows.contains("dilmas\t1\t2"))
    #expect(rows.contains("generic:plant\t0\t2"))
    #expect(rows.contains("zavod\t0\t1"))
    #expect(!counter.rows(least: 2).contains("zavod\t0\t1"))
  }
}
