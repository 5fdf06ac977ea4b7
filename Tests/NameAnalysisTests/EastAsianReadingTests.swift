import NameAnalysis
import Testing
import TradeModel

struct EastAsianReadingTests {
  @Test(arguments: [
    AnalysisCase(.person, "林桂兰", "family:lin given:guilan"),
    AnalysisCase(.person, "單偉", "family:shan given:wei"),
    AnalysisCase(.person, "曾志强", "family:zeng given:zhiqiang"),
    AnalysisCase(.person, "仇英", "family:qiu given:ying"),
    AnalysisCase(.person, "欧阳修文", "family:ouyang given:xiuwen"),
    AnalysisCase(.person, "歐陽修文", "family:ouyang given:xiuwen"),
    AnalysisCase(.person, "志强 桂香 黄", "zhiqiang guixiang huang"),
    AnalysisCase(.unknown, "李晓翠", "family:li given:xiaocui"),
    AnalysisCase(
      .organisation, "深圳市硕方精密机械有限公司",
      "place:shenzhen shuofang generic:precision generic:machinery legalForm:youxiangongsi"),
    AnalysisCase(
      .organisation, "大連瀚海貿易有限公司",
      "place:dalian hanhai generic:trading legalForm:youxiangongsi"),
    AnalysisCase(.organisation, "中国第七一一厂", "place:china numeral:711 factory"),
    AnalysisCase(.organisation, "第十二研究所", "numeral:12 research generic:institute"),
    AnalysisCase(.person, "김정은", "family:kim given:jong given:un"),
    AnalysisCase(.person, "서상국", "family:so given:sang given:kuk"),
    AnalysisCase(.person, "이영호", "family:ri given:yong given:ho"),
    AnalysisCase(
      .organisation, "조선광업개발무역회사",
      "place:korea mining development generic:trading legalForm:company"),
    AnalysisCase(.organisation, "주식회사 별무리", "legalForm:jusikhoesa pyolmuri"),
    AnalysisCase(
      .organisation, "東京電力株式会社",
      "place:tokyo electricpower legalForm:kabushikikaisha"),
    AnalysisCase(.organisation, "㈱日立製作所", "legalForm:u3231 hitachi generic:manufacturing"),
    AnalysisCase(
      .organisation, "南京電子技術研究所",
      "place:nanjing electronics generic:technology generic:research generic:institute"),
    // A number without ten or hundred is one only where something is counted by it.
    AnalysisCase(.organisation, "三一贸易", "sanyi generic:trading"),
    AnalysisCase(.person, "\u{1100}\u{1175}\u{11B7}정은", "family:kim given:jong given:un"),
    AnalysisCase(.person, "さとう じろう", "satou jirou"),
    AnalysisCase(.person, "キャノン シュン", "kyanon shun"),
    AnalysisCase(.person, "カ\u{3099}", "ga"),
  ])
  func `cuts runs without blanks and reads them`(_ sample: AnalysisCase) throws {
    let analysed = try ProjectTables.analyser().analyse(sample.name, kind: sample.kind)
    #expect(analysed.readings.first?.notation == sample.expected)
  }

  @Test(arguments: [
    ReadingCase(.person, "林桂兰", "lam guilan", .cantonese),
    ReadingCase(.person, "张学志", "chang hsuehchih", .wadeGiles),
    ReadingCase(.person, "阿科波夫格兰特", "akopov glant", .translated),
    ReadingCase(.organisation, "大连尤尼泰克贸易", "dalian yunitaik trading", .translated),
    ReadingCase(.organisation, "山东长城贸易", "shandong great wall trading", .translated),
    ReadingCase(.person, "谢东强", "hsieh tungchiang", .wadeGiles),
    ReadingCase(.person, "김정은", "gim jeong eun", .koreanRevised),
    ReadingCase(.organisation, "東京電力株式会社", "tokyo electricpower zhushihuishe", .pinyin),
  ])
  func `gives further readings`(_ sample: ReadingCase) throws {
    #expect(try sample.reading() == sample.expected)
  }

  @Test func `does not read kanji marked as Japanese as Chinese`() throws {
    let readings = try ProjectTables.analyser().analyse("鼎ヶ谷", kind: .person).readings
    let first = try #require(readings.first)
    #expect(first.method == .japanese)
    #expect(!first.spelling.contains("ding"))
  }

  @Test func `common words mean the same in every script`() throws {
    let analyser = try ProjectTables.analyser()
    let group = { (name: String) in
      analyser.analyse("Nova " + name, kind: .organisation).readings.first?.parts.last?.group
    }
    let trading = try #require(group("Trading"))
    #expect(trading != 0)
    for name in ["贸易", "貿易", "무역", "торговля", "تجارت", "Handel", "Ticaret"] {
      #expect(group(name) == trading, "\(name)")
    }
  }
}
