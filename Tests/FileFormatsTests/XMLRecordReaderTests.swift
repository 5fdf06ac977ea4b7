import Testing

@testable import FileFormats

/// What a reader made of a document: one line an event.
private func events(
  _ text: String, records: Set<String> = ["r"]
) throws(FileFormatError) -> [String] {
  try events(Array(text.utf8), records: records)
}

private func events(
  _ bytes: [UInt8], pieceSize: Int? = nil, records: Set<String> = ["r"]
) throws(FileFormatError) -> [String] {
  let reader =
    pieceSize.map { XMLRecordReader(bytes, pieceSize: $0) } ?? XMLRecordReader(bytes)
  var out: [String] = []
  while let event = try reader.next(isRecord: { name, _ in records.contains(name) }) {
    switch event {
    case .open(let opening):
      let attributes = opening.attributes.map { " \($0.name)=\($0.value)" }.joined()
      out.append("open \(opening.name)\(attributes) at \(opening.depth) line \(opening.line)")
    case .record(let node, let depth):
      out.append("record \(node.markup) at \(depth) line \(node.line)")
    }
  }
  return out
}

private func failure(_ bytes: [UInt8]) -> FileFormatError? {
  do throws(FileFormatError) {
    _ = try events(bytes)
    return nil
  } catch {
    return error
  }
}

private func failure(_ text: String) -> FileFormatError? { failure(Array(text.utf8)) }

/// A document with everything that can be cut: quotes of both kinds, references, CDATA, comments,
/// instructions, names with prefix, letters of two, three and four bytes.
private let sample = """
  <?xml version='1.0' encoding='UTF-8' standalone="yes"?>
  <!-- a comment - not a tag: <r> -->
  <ns:list xmlns:ns='urn:example' date="2030-01-02" note='say "no" &amp; go'>
    <?an instruction?>
    <ns:part k="1">
      <ns:r a="1 &lt; 2" b=''>été &amp; &#x130; 東京 \u{1F600}<s/><t>one &amp; <u>two</u> three</t>
        <![CDATA[<raw> & ]]]]><![CDATA[>]]></ns:r>
    </ns:part>
    <r>محمد</r>
  </ns:list>
  """

struct XMLRecordReaderTests {
  @Test func `hands out openings and records in document order`() throws {
    #expect(
      try events(sample) == [
        "open list date=2030-01-02 note=say \"no\" & go at 0 line 3",
        "open part k=1 at 1 line 5",
        "record <r a=\"1 &lt; 2\" b=\"\">été &amp; İ 東京 \u{1F600}\n      &lt;raw&gt; &amp; ]]&gt;<s/>"
          + "<t>one &amp;  three<u>two</u></t></r> at 2 line 6",
        "record <r>محمد</r> at 1 line 9",
      ])
  }

  @Test func `does not depend on how the bytes come in`() throws {
    let whole = try events(sample)
    for size in [1, 2, 3, 5, 7, 16, 61, 300] {
      #expect(try events(Array(sample.utf8), pieceSize: size) == whole, "pieces of \(size)")
    }
  }

  @Test func `refuses a document cut at any byte as truncated`() {
    let bytes = Array(sample.utf8)
    for length in 0..<bytes.count {
      #expect(failure(Array(bytes[..<length]))?.reason == .truncated, "cut at byte \(length)")
    }
    #expect(failure(bytes) == nil)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let reason: FileFormatError.Reason
    var line: Int?
  }

  @Test(arguments: [
    Fault(
      testDescription: "crossed tags", text: "<l>\n<r><a></r></a>\n</l>", reason: .malformed,
      line: 2),
    Fault(testDescription: "two roots", text: "<l></l><l></l>", reason: .malformed, line: 1),
    Fault(testDescription: "text behind the root", text: "<l></l>\nx", reason: .malformed),
    Fault(
      testDescription: "naked ampersand", text: "<l>\n\na & b</l>", reason: .malformed, line: 3),
    Fault(testDescription: "attribute twice", text: "<l a='1' a='2'/>", reason: .malformed),
    Fault(testDescription: "attribute without quotes", text: "<l a=1></l>", reason: .malformed),
    Fault(testDescription: "control character", text: "<l>\u{1}</l>", reason: .malformed),
    Fault(testDescription: "entity of its own", text: "<l>&eacute;</l>", reason: .malformed),
    Fault(
      testDescription: "encoding nobody has", text: "<?xml version='1.0' encoding='x-none'?><l/>",
      reason: .malformed),
    Fault(testDescription: "JSON", text: "{\"list\": []}", reason: .notThisFormat),
    Fault(testDescription: "CSV", text: "Last Updated,01/02/2030\n", reason: .notThisFormat),
    Fault(testDescription: "empty", text: "", reason: .truncated),
    Fault(testDescription: "blank", text: " \n", reason: .truncated),
    Fault(
      testDescription: "a declaration alone", text: "<?xml version='1.0'?>", reason: .truncated),
    Fault(
      testDescription: "a web page", text: "<!DOCTYPE html>\n<html><body/></html>",
      reason: .forbidden),
    Fault(
      testDescription: "external entity",
      text: "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l>&x;</l>", reason: .forbidden),
    Fault(
      testDescription: "entity bomb",
      text: "<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><l>&b;</l>",
      reason: .forbidden),
    Fault(
      testDescription: "deep nesting outside a record",
      text: String(repeating: "<a>", count: 1000), reason: .limit),
    Fault(
      testDescription: "deep nesting inside a record",
      text: "<l><r>" + String(repeating: "<a>", count: 70), reason: .limit),
  ])
  func `refuses what it must, and says why`(fault: Fault) {
    let error = failure(fault.text)
    #expect(error?.reason == fault.reason)
    if let line = fault.line { #expect(error?.line == line) }
    #expect(error?.message.contains("\n") == false)
  }

  @Test func `refuses bytes that are not UTF-8 where UTF-8 is declared`() {
    let bytes =
      Array("<?xml version='1.0' encoding='UTF-8'?><l>caf".utf8) + [0xE9] + Array("</l>".utf8)
    #expect(failure(bytes)?.reason == .malformed)
  }

  @Test func `reads the declared encodings`() throws {
    let wanted = ["open l at 0 line 1", "record <r>café €</r> at 1 line 1"]
    let utf8 = Array("<l><r>café €</r></l>".utf8)
    #expect(try events(utf8) == wanted)
    #expect(try events([0xEF, 0xBB, 0xBF] + utf8) == wanted)
    let windows =
      Array("<?xml version='1.0' encoding='windows-1252'?><l><r>caf".utf8) + [0xE9, 0x20, 0x80]
      + Array("</r></l>".utf8)
    #expect(try events(windows) == wanted)
    let wide = Array("<?xml version='1.0' encoding='UTF-16'?><l><r>café €</r></l>".utf16)
    #expect(
      try events([0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == wanted)
    #expect(
      try events([0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == wanted)
  }

  @Test func `counts lines beyond 65535`() throws {
    let text = "<l>" + String(repeating: "\n", count: 70_000) + "<r/></l>"
    #expect(try events(text).last == "record <r/> at 1 line 70001")
    #expect(failure(text.replacing("<r/>", with: "<r></x>"))?.line == 70_001)
  }

  @Test func `hands out what came before a fault`() throws {
    let reader = XMLRecordReader(Array("<l><r>one</r><r>two</r><r>thr".utf8))
    var count = 0
    #expect(throws: FileFormatError.self) {
      while try reader.next(isRecord: { name, _ in name == "r" }) != nil { count += 1 }
    }
    #expect(count == 3)
    #expect(throws: FileFormatError.self) { try reader.next(isRecord: { _, _ in true }) }
  }

  @Test func `keeps a record as it stands in the document`() throws {
    let text = "<l>\n  <r a='1'  b=\"&#65;\"\n  c=''>x<!-- y --><s /></r>\n<r/></l>"
    let reader = XMLRecordReader(Array(text.utf8))
    var verbatim: [String] = []
    while let event = try reader.next(isRecord: { name, _ in name == "r" }) {
      if case .record(let node, _) = event { verbatim.append(reader.verbatim(of: node)) }
    }
    #expect(verbatim == ["<r a='1'  b=\"&#65;\"\n  c=''>x<!-- y --><s /></r>", "<r/>"])
  }

  @Test func `writes a record again where its bytes were decoded`() throws {
    let bytes =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><l><r a='1'>caf".utf8) + [0xE9]
      + Array("</r></l>".utf8)
    let reader = XMLRecordReader(bytes)
    _ = try reader.next { name, _ in name == "r" }
    guard case .record(let node, _)? = try reader.next(isRecord: { name, _ in name == "r" }) else {
      Issue.record("no record")
      return
    }
    #expect(reader.verbatim(of: node) == "<r a=\"1\">café</r>")
  }

  @Test func `finds the root in the head of a document, whole or not`() {
    let root = XMLRecordReader.root(of: Array(sample.utf8.prefix(250)))
    #expect(root?.name == "list")
    #expect(root?.namespace == "urn:example")
    #expect(root?[attribute: "date"] == "2030-01-02")
    #expect(XMLRecordReader.root(of: Array("name,country\n".utf8)) == nil)
    #expect(XMLRecordReader.root(of: []) == nil)
  }

  @Test func `finds children and values by name`() {
    let node = XMLNode(
      name: "p", attributes: [("a", " x "), ("b", "")],
      children: [
        XMLNode(name: "n", text: " one "), XMLNode(name: "n"), XMLNode(name: "n", text: "two"),
        XMLNode(name: "list", children: [XMLNode(name: "n", text: "three")]),
      ])
    #expect(node.values("n") == ["one", "two"])
    #expect(node.values("list", "n") == ["three"])
    #expect(node.value("n") == "one")
    #expect(node.filled("a") == "x")
    #expect(node.filled("b") == nil)
    #expect(node[attribute: "b"] == "")
    #expect(node[attribute: "c"] == nil)
  }
}
