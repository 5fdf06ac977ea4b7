import QuiviveTestKit
import Testing

@testable import Licensing

struct EntryScopeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let scope: String
    let code: String
    let paragraph: String?
    let expected: EntryScope.Answer
    var testDescription: String { "\(code).\(paragraph ?? "–") in “\(scope)”" }
    init(_ scope: String, _ code: String, _ paragraph: String?, _ expected: EntryScope.Answer) {
      self.scope = scope
      self.code = code
      self.paragraph = paragraph
      self.expected = expected
    }
  }

  @Test(arguments: [
    Case("entire entry", "2B001", nil, .inside), Case("entire entry", "2B001", "b.2", .inside),
    Case("entire entry except 0A617.y", "0A617", nil, .open),
    Case("entire entry except 0A617.y", "0A617", "y.3", .outside),
    Case("entire entry except 0A617.y", "0A617", "a", .inside),
    Case("entire entry except 0A606.b; .y", "0A606", "y", .outside),
    Case("entire entry except stated cases", "1E355", "a", .open),
    Case("part: stated cases", "0B505", nil, .open),
    Case("part: stated cases", "0B505", "a", .open),
    Case("part: 2B001.a; 2B001.b", "2B001", nil, .open),
    Case("part: 2B001.a; 2B001.b", "2B001", "b.2", .inside),
    Case("part: 2B001.a; 2B001.b", "2B001", "b(2)", .inside),
    Case("part: 2B001.a; 2B001.b", "2B001", "c", .outside),
    Case("part: 3B001.c.1.a; c.1.c", "3B001", "c1c", .inside),
    Case("part: 3B001.c.1.a; c.1.c", "3B001", "c", .open),
    Case("part: 3B001.c.1.a; c.1.c", "3B001", "c.2", .outside),
    Case("part: 9A604.c; 9B604", "9D604", "a", .open),
    Case("part: 7A611.a; 7A103.b", "7A611", "b", .open),
    Case("part: 1C351.d.15", "1C351", "d.1", .outside),
  ])
  func `only a stated paragraph of the entry itself decides`(_ each: Case) {
    let answer = EntryScope(each.scope, code: each.code).answer(paragraph: each.paragraph)
    #expect(answer == each.expected)
  }

  @Test func `two halves complete each other only when the same paragraphs part them`() {
    let except = EntryScope("entire entry except .a.1", code: "9A012")
    #expect(EntryScope("part: 9A012.a.1", code: "9A012").completes(except))
    #expect(except.completes(EntryScope("part: 9A012.a.1", code: "9A012")))
    for other in ["part: 9A012.a.2", "part: 9A120", "entire entry", "entire entry except .a.1"] {
      #expect(!EntryScope(other, code: "9A012").completes(except), "\(other)")
    }
  }

  @Test func `a scope is never outside for want of a paragraph`() throws {
    for row in try LicensingKit.rows("ControlLists/us-ccl-controls.csv") {
      let scope = EntryScope(row["scope"] ?? "", code: row["code"] ?? "")
      #expect(scope.answer(paragraph: nil) != .outside, "\(row["id"] ?? "")")
    }
  }
}
