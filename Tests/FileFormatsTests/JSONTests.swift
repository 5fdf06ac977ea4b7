import FileFormats
import Foundation
import QuiviveTestKit
import Testing

struct JSONTests {
  @Test(arguments: [
    "null", "true", "false", "0", "-0", "1.5", "1e5", "1E+5", "-1.5e-05", "\"\"", "\"a\"", "[]",
    "[1,2]", "{}", "{\"a\":1}", " [ ] ", "\t\n\r 1", #""\u00e9""#, #""\ud83d\ude00""#, #""\/""#,
    "\"é\"", "[[[[[]]]]]", #"{"":1}"#, "123456789012345678901234567890", "\u{FEFF}1",
    "\"\u{7F}\"", "\"\u{2028}\"", #""\u0000""#,
  ])
  func `takes every value of RFC 8259`(text: String) throws {
    _ = try JSONParser.parse(text)
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "True", "TRUE", "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "NaN",
    "Infinity", "'a'", "\"", "\"a", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "]", "{", "{\"a\"",
    "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{1:1}", "}", "1 1", "[1]]",
    "\"\n\"", "\"\t\"", #""\x""#, #""\u12""#, #""\u12g4""#, #""\ud800""#, #""\ud800\u0041""#,
    #""\udc00""#, "// c\n1", "/**/1", #"{"a":1,"a":2}"#, "\u{FEFF}\u{FEFF}1", "1\u{0}", "\u{A0}1",
  ])
  func `refuses everything else`(text: String) {
    #expect(throws: FileFormatError.self) { try JSONParser.parse(text) }
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xC3, 0x22], [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
    ] as [[UInt8]])
  func `refuses text that is not UTF-8`(bytes: [UInt8]) {
    #expect(throws: FileFormatError.self) { try JSONParser.parse(bytes) }
  }

  @Test func `keeps numbers as written and members in order`() throws {
    let value = try JSONParser.parse(#"{"b": 1.50, "a": 1e3, "c": -0}"#)
    #expect(value.object?.map(\.name) == ["b", "a", "c"])
    #expect(value["b"] == .number("1.50"))
    #expect(String(decoding: value.compact, as: UTF8.self) == #"{"b":1.50,"a":1e3,"c":-0}"#)
    #expect(String(decoding: value.canonical, as: UTF8.self) == #"{"a":1e3,"b":1.50,"c":-0}"#)
  }

  @Test func `nesting has a limit and says so`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONParser.parse(nested(100))
    let error = #expect(throws: FileFormatError.self) { try JSONParser.parse(nested(100_000)) }
    #expect(error?.reason == .limit)
  }

  @Test func `says the line, and tells a cut from damage`() {
    let cut = #expect(throws: FileFormatError.self) { try JSONParser.parse("{\n\"a\":\n[1,") }
    #expect(cut?.reason == .truncated)
    #expect(cut?.line == 3)
    let damage = #expect(throws: FileFormatError.self) { try JSONParser.parse("[1,\n x]") }
    #expect(damage?.reason == .malformed)
    #expect(damage?.line == 2)
  }

  @Test func `canonical form is stable: sorted by scalar, shortest escapes`() throws {
    let value = JSONValue.object([
      .init("é", .string("\u{1}\"\\/\n\u{7F}")), .init("z", .null), .init("Z", .bool(true)),
      .init("\u{10000}", []), .init("\u{FFFD}", .object([])),
    ])
    let text = String(decoding: value.canonical, as: UTF8.self)
    #expect(
      text
        == "{\"Z\":true,\"z\":null,\"é\":\"\\u0001\\\"\\\\/\\n\u{7F}\",\"\u{FFFD}\":{},\"\u{10000}\":[]}"
    )
    #expect(try JSONParser.parse(text).canonical == value.canonical)
  }

  @Test(arguments: 1...20)
  func `what is written is read back`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let value = Self.value(depth: 0, &random)
      for bytes in [value.compact, value.indented] {
        #expect(try JSONParser.parse(bytes) == value, "seed \(seed)")
      }
      let canonical = try JSONParser.parse(value.canonical)
      #expect(canonical.canonical == value.canonical, "seed \(seed)")
    }
  }

  @Test(arguments: 1...20)
  func `agrees with Foundation on damaged text, and never traps`(seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 7919)
    var taken = 0
    for _ in 0..<300 {
      var bytes = Self.value(depth: 0, &random).compact
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0...6, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeSubrange(place...)
        default: bytes.insert(bytes[place], at: place)
        }
      }
      let own = try? JSONParser.parse(bytes)
      let theirs = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: [.fragmentsAllowed])
      // Whatever this parser takes, Foundation takes. The reverse does not hold: Foundation takes
      // duplicate names, NUL bytes at the end and other encodings.
      if own != nil {
        taken += 1
        #expect(theirs != nil, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      } else if theirs != nil {
        #expect(
          Self.isKnownLeniency(bytes), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      }
      if let own, let theirs { #expect(Self.isSame(own, theirs), "seed \(seed)") }
    }
    #expect(taken > 50)
  }

  /// Duplicate names, or a byte that Foundation reads as another encoding or passes over.
  private static func isKnownLeniency(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try JSONParser.parse(bytes)
      return true
    } catch {
      return error.message.contains("stands twice") || bytes.contains(0)
    }
  }

  private static func isSame(_ own: JSONValue, _ theirs: Any) -> Bool {
    switch own {
    case .null: return theirs is NSNull
    case .bool(let flag): return (theirs as? Bool) == flag
    case .number(let text):
      guard let number = theirs as? NSNumber, let value = Double(text) else { return false }
      return number.doubleValue == value || abs(number.doubleValue - value) <= abs(value) * 1e-14
    case .string(let text): return (theirs as? String) == text
    case .array(let elements):
      guard let array = theirs as? [Any], array.count == elements.count else { return false }
      return zip(elements, array).allSatisfy { isSame($0, $1) }
    case .object(let members):
      guard let object = theirs as? [String: Any], object.count == members.count else {
        // Names that are canonically equivalent are one key there and two here.
        return Set(members.map(\.name)).count != members.count
      }
      return members.allSatisfy { member in
        object[member.name].map { isSame(member.value, $0) } ?? false
      }
    }
  }

  private static func value(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0...(depth > 3 ? 4 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .int(Int.random(in: -1_000_000...1_000_000, using: &random))
    case 3:
      return .number(
        "\(Int.random(in: -99...99, using: &random)).5e\(Int.random(in: 0...9, using: &random))")
    case 4: return .string(text(&random))
    case 5:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth + 1, &random) })
    default:
      var names: [String] = []
      return .object(
        (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
          let name = text(&random)
          guard !names.contains(name) else { return nil }
          names.append(name)
          return JSONValue.Member(name, value(depth: depth + 1, &random))
        })
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "Z", "\"", "\\", "/", "\n", "\t", "\u{1}", "\u{1F}", "é", "ж", "中",
      "ایران".unicodeScalars.first ?? "i", "😀", "\u{2028}", "0",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
    }
    return String(text)
  }

  @Test func `lines are walked with their numbers`() {
    let bytes = Array("\u{FEFF}{}\r\n\n  \t\n[1]\n\"x\"".utf8)
    let lines = Array(JSONLines(bytes))
    #expect(lines.map(\.number) == [1, 4, 5])
    #expect(lines.compactMap { try? JSONParser.parse(bytes, in: $0.range) }.count == 3)
    #expect(Array(JSONLines([])) == [])
  }
}
