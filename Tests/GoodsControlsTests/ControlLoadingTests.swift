import GoodsControls
import KnowledgeBase
import QuiviveTestKit
import Testing

/// What only the typed lists can judge, tried on the bundled folder with one thing changed.
struct ControlLoadingTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let file: String
    let from: String
    let to: String
    let expected: String
    var testDescription: String { "\(file): \(to)" }
  }

  static let faults: [Fault] = [
    Fault(
      file: "ControlLists/parameters.csv", from: "payload,at-least,500,kg",
      to: "payload,at-least,500,km",
      expected: "`payload` is in `km`, which measures length; it needs a unit of mass"),
    Fault(
      file: "ControlLists/parameters.csv", from: "1.A.1,1,payload", to: "1.A.1,0,payload",
      expected: "`alternative` is `0`; alternatives are numbered from 1"),
    Fault(
      file: "ControlLists/parameters.csv", from: "km,at a range of 300 km,à une portée de 300 km",
      to: "km,at a range of 300 km,",
      expected: "the condition stands in one language only; write it in English and French"),
    Fault(
      file: "ControlLists/units.csv", from: "km,length,1000,1,", to: "km,length,1000,0,",
      expected:
        "unit `km` has a factor that is no number; `times` and `divided_by` are above zero"),
    Fault(
      file: "ControlLists/eu-dual-use.csv", from: ",MTCR,", to: ",MCTR,",
      expected: "`regime` is `MCTR`; allowed are Australia Group, "),
    Fault(
      file: "ControlLists/us-ccl-controls.csv", from: "0A501-01,0A501,NS,",
      to: "0A501-01,0A501,QQ,", expected: "`reason` is `QQ`; allowed are AT, NS, "),
  ]

  @Test(arguments: faults)
  func `a fault is an error with file and line`(_ fault: Fault) throws {
    let folder = try KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge")
    var files = Dictionary(uniqueKeysWithValues: folder.files.map { ($0.path, $0.bytes) })
    let text = String(decoding: files[fault.file] ?? [], as: UTF8.self)
    let place = try #require(text.range(of: fault.from))
    let line = text[..<place.lowerBound].utf8.count { $0 == 0x0A } + 1
    files[fault.file] = Array(
      (text[..<place.lowerBound] + fault.to + text[place.upperBound...]).utf8)
    let knowledge = try CheckedKnowledge(
      loading: KnowledgeFolder(location: "memory", files: files))
    let error = #expect(throws: KnowledgeErrors.self) {
      _ = try ControlCatalogue(loading: knowledge)
    }
    #expect(
      error?.errors.first?.description.hasPrefix("\(fault.file):\(line): \(fault.expected)")
        == true,
      "\(error?.description ?? "no error")")
  }

  @Test func `a list without its row is an error`() throws {
    let folder = try KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge")
    var files = Dictionary(uniqueKeysWithValues: folder.files.map { ($0.path, $0.bytes) })
    let lines = String(decoding: files["ControlLists/lists.csv"] ?? [], as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("chpl,") }
    files["ControlLists/lists.csv"] = Array((lines.joined(separator: "\n") + "\n").utf8)
    let knowledge = try CheckedKnowledge(
      loading: KnowledgeFolder(location: "memory", files: files))
    let error = #expect(throws: KnowledgeErrors.self) {
      _ = try ControlCatalogue(loading: knowledge)
    }
    #expect(error?.description == "ControlLists/lists.csv: there is no row `chpl`")
  }
}

extension String {
  /// The first place of `text`, without Foundation.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<(index(start, offsetBy: text.count))
      }
      start = index(after: start)
    }
    return nil
  }
}
