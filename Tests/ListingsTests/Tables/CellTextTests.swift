import QuiviveTestKit
import Testing

@testable import Listings

struct CellTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let items: [String]
    var testDescription: String { text }
    init(_ text: String, _ items: [String]) {
      self.text = text
      self.items = items
    }
  }

  static let cases = [
    Case("Atlantis", ["Atlantis"]), Case("", []), Case("  ", []),
    Case("(1) Atlantis. (2) Ruritania", ["Atlantis.", "Ruritania"]),
    Case("1) Atlantis 2) Ruritania", ["Atlantis", "Ruritania"]),
    Case("a) 1956; b) 1957", ["1956", "1957"]), Case("a) 1970 e)1974", ["1970 e)1974"]),
    Case("(a) one (b) two (c) three", ["one", "two", "three"]),
    Case("（a）甲、（b）乙", ["甲", "乙"]), Case("(ａ)甲(ｂ)乙", ["甲", "乙"]),
    Case("first (b) second", ["first", "second"]),
    Case("He is (1) rich and (2) known", ["He is (1) rich and (2) known"]),
    Case("Works (Northtown)", ["Works (Northtown)"]),
    Case("(a)甲(b)乙(a)A(b)B", ["甲", "乙", "A", "B"]),
    Case("(1) one (3) three", ["one (3) three"]),
    Case("4a) is no mark", ["4a) is no mark"]),
  ]

  @Test(arguments: cases)
  func `splits a cell only where its marks come in order`(_ example: Case) {
    #expect(CellText.numbered(example.text) == example.items)
  }

  @Test func `never loses a letter and never crashes`() {
    var generator = SeededGenerator(seed: 20_260_301)
    let pieces = ["(1)", "(2)", "a)", "b)", "（a）", "(", ")", " ", "甲", "x", ";", "1", "\n", "ｂ"]
    for round in 0..<3_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<14, using: &generator) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let kept = CellText.numbered(text).joined().filter { $0 == "x" || $0 == "甲" }
      #expect(kept == text.filter { $0 == "x" || $0 == "甲" }, "round \(round): `\(text)`")
    }
  }

  @Test(arguments: ["na", "NA", " N/A ", "不明", "/", "-", ""])
  func `knows the ways to write nothing`(_ text: String) {
    #expect(CellText.value(text) == nil)
  }
}
