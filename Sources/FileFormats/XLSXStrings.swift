/// The shared texts of a workbook.
///
/// A class because the first pass over the head of a workbook notes in it which texts are asked for.
final class XLSXStrings {
  private var texts: [String?] = []
  private(set) var asked: Set<Int> = []
  /// Whether all texts have been read, so that one that is not there is a fault of the file.
  private(set) var isComplete = false

  init() {}

  /// The text of that number; `nil` when there is none (yet).
  subscript(index: Int) -> String? {
    if texts.indices.contains(index), let text = texts[index] { return text }
    if !isComplete { asked.insert(index) }
    return nil
  }

  /// Reads the texts of the numbers `wanted`, or all.
  func read(_ part: [UInt8], wanted: Set<Int>?) throws(FileFormatError) {
    if let wanted, wanted.isEmpty { return }
    let last = wanted?.max()
    let reader = XMLRecordReader(part)
    while let event = try reader.next(isRecord: { name, depth in depth == 1 && name == "si" }) {
      guard case .record(let item, _) = event else { continue }
      let isWanted = wanted?.contains(texts.count) ?? true
      texts.append(isWanted ? Self.text(of: item) : nil)
      if let last, texts.count > last { return }
    }
    isComplete = wanted == nil
  }

  /// The text of a shared or inline item: its own or that of its runs, without reading aids (`rPh`).
  static func text(of item: XMLNode) -> String {
    var text = ""
    for child in item.children {
      if child.name == "t" {
        text += child.text
      } else if child.name == "r", let run = child.child("t") {
        text += run.text
      }
    }
    return unescaped(text)
  }

  /// Decodes `_x000D_`: characters that XML cannot hold or would change.
  ///
  /// Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
  static func unescaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "_")) else { return text }
    var out: [UInt8] = []
    var index = 0
    var found = false
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "_"), index + 6 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
        let code = UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        out.append(contentsOf: String(Character(scalar)).utf8)
        index += 7
        found = true
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return found ? String(decoding: out, as: UTF8.self) : text
  }
}
