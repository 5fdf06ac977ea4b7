/// The trace a request belongs to: the caller's, or a new one.
///
/// Source: W3C Trace Context, level 1.
struct TraceContext: Sendable {
  let trace: String
  let parent: String
  private let state: String?

  /// The request's own id.
  var request: String { parent }

  init(_ headers: [String: String]) {
    parent = Self.random(8)
    let parts = (headers["traceparent"] ?? "").split(separator: "-")
    let isWhole =
      parts.count == 4 && parts[0] == "00" && Self.isHex(parts[1], 32) && Self.isHex(parts[2], 16)
      && Self.isHex(parts[3], 2) && parts[1].contains { $0 != "0" }
    trace = isWhole ? String(parts[1]) : Self.random(16)
    state = isWhole ? headers["tracestate"] : nil
  }

  var headers: [(String, String)] {
    let others = (state ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
      .filter { !$0.hasPrefix("yente=") && !$0.isEmpty && $0.allSatisfy(\.isASCII) }.prefix(31)
    return [
      ("traceparent", "00-\(trace)-\(parent)-00"),
      ("tracestate", (["yente=\(parent)"] + others).joined(separator: ",")),
    ]
  }

  private static func isHex(_ text: Substring, _ count: Int) -> Bool {
    text.count == count && text.allSatisfy { $0.isNumber && $0.isASCII || ("a"..."f").contains($0) }
  }

  private static func random(_ bytes: Int) -> String {
    var generator = SystemRandomNumberGenerator()
    var text = ""
    for _ in 0..<bytes {
      let byte = UInt8.random(in: 0...255, using: &generator)
      text += byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
    }
    return text
  }
}
