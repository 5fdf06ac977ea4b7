import NameAnalysis
import Testing
import TradeModel

/// Figures and letters that look like others, put right where that gives a known word.
struct MisreadLettersTests {
  @Test(arguments: [
    ReadingCase(.organisation, "DILMAS 5HIPPING INC.", "dilmas shipping inc", .misread),
    ReadingCase(.organisation, "Dilmas 1ndustry", "dilmas industry", .misread),
    ReadingCase(.organisation, "DILMAS FARM5 LIMITED", "dilmas farms limited", .misread),
    ReadingCase(.organisation, "Dilmas L1C", "dilmas llc", .misread),
    ReadingCase(.organisation, "DILMAS HOLDING LIRNITED", "dilmas holding limited", .misread),
    ReadingCase(.organisation, "Dilmas Acaclemy", "dilmas academy", .misread),
    ReadingCase(.organisation, "1NTERNATIONA1 DILMAS", "international dilmas", .misread),
  ])
  func `what looks like a known word is read as it too`(_ example: ReadingCase) throws {
    #expect(try example.reading() == example.expected)
  }

  @Test(arguments: [
    "Dilmas 4", "Dilmas4", "3G Dilmas", "B15 Dilmas", "Barnes Dilmas", "Clark Dilmas",
    "Dilmas Limited", "5 Dilmas", "Lirnitus", "Дилмас 5",
  ])
  func `what is known as it stands, or stays unknown, is left`(_ name: String) throws {
    for kind in [PartyKind.organisation, .unknown, .person] {
      let analysed = try ProjectTables.analyser().analyse(name, kind: kind)
      #expect(!analysed.readings.contains { $0.method == .misread })
    }
  }

  /// `Karnal` is a name beside `Kamal`.
  @Test func `pairs of letters give common words alone, not names`() throws {
    let analysed = try ProjectTables.analyser().analyse("Karnal DILMAS", kind: .person)
    #expect(analysed.readings.allSatisfy { !$0.spelling.contains("kamal") })
  }

  @Test func `the name as it stands stays the principal reading`() throws {
    let analysed = try ProjectTables.analyser().analyse("FARM5 LIMITED", kind: .organisation)
    #expect(analysed.readings.first?.method == .latin)
    #expect(analysed.readings.first?.spelling == "farm 5 limited")
  }
}
