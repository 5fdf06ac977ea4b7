import QuiviveTestKit
import Testing

@testable import Listings

struct MOFImporterTests {
  @Test func `keeps the importer contract`() {
    let fixture = ListSnapshot.tabular("jp.mof/shisantouketsu.xlsx", as: "jp.mof")
    ListImporterContract(MOFImporter.self, on: fixture).expectKept()
  }

  @Test func `gives what a person has read`() throws {
    let imported = try Imported(MOFImporter(), "jp.mof/shisantouketsu.xlsx", as: "jp.mof")
    expectGolden(imported.json, at: "jp.mof/shisantouketsu.golden.json")
  }

  @Test func `keys by regime and notice number without marks`() throws {
    let imported = try Imported(MOFImporter(), "jp.mof/shisantouketsu.xlsx", as: "jp.mof")
    #expect(
      imported.designations.map(\.id.key) == [
        "アトランティス(個人)/1", "アトランティス(個人)/3", "ルリタニア(団体)/1", "ルリタニア(団体)/2",
      ])
  }

  @Test func `reports a row with neither name nor deletion mark`() throws {
    let imported = try Imported(MOFImporter(), "jp.mof/shisantouketsu.xlsx", as: "jp.mof")
    #expect(imported.report.rows == 7)
    #expect(imported.report.records == 5)
    #expect(
      imported.report.issues.map(\.place.description) == [
        "shisantouketsu.xlsx:1.アトランティス（個人） row 7"
      ])
  }

  @Test func `adds a continuing row to the record above`() throws {
    let imported = try Imported(MOFImporter(), "jp.mof/shisantouketsu.xlsx", as: "jp.mof")
    #expect(imported["アトランティス(個人)/3"]?.remarks == ["続きの説明"])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let cell: String
    let names: [String]
    var testDescription: String { cell }
    init(_ cell: String, _ names: [String]) {
      self.cell = cell
      self.names = names
    }
  }

  static let cases = [
    Case("不明", []), Case("SMP", ["SMP"]),
    Case("エグザンプル（EXAMPL）", ["エグザンプル", "EXAMPL"]),
    Case("(a)甲（A）、(b)乙（B Movement）（BM）", ["甲", "A", "乙", "B Movement", "BM"]),
    Case("(a)甲(b)乙\n (a.k.a.: (a)Al A (b)Al B)", ["甲", "乙", "Al A", "Al B"]),
    Case("甲；乙\nA One; B Two", ["甲", "乙", "A One", "B Two"]),
    Case("甲、乙\n（First One, Sec-Ond）", ["甲", "乙", "First One", "Sec-Ond"]),
    Case("甲\nSURNAME, Given", ["甲", "SURNAME, Given"]),
    Case("甲\n (a.k.a.: Qari A)", ["甲", "Qari A"]),
    Case(
      "（別称、甲、旧称、乙）\n(a.k.a. A JSC, f.k.a. Old A)", ["甲", "former:乙", "A JSC", "former:Old A"]),
    Case("(a)A, born 5 Feb. 1969 in Northtown (b)B", ["A", "B"]),
    Case("甲（1984年生まれ）", ["甲"]),
  ]

  @Test(arguments: cases)
  func `takes an alias cell apart`(_ example: Case) {
    let names = MOFNames.aliases(example.cell, kind: .alias, strength: .unstated)
    #expect(names.map { ($0.kind == .former ? "former:" : "") + $0.text } == example.names)
  }
}
