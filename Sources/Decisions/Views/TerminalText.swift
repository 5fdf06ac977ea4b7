/// Lays text out for a terminal: widths in columns, wrapping, colour on request.
struct TerminalText {
  enum Style: String {
    case plain = "0"
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "1;33"
    case green = "1;32"
    case cyan = "36"
  }

  /// Columns; at least 40.
  let width: Int
  let usesColour: Bool
  private(set) var output = ""

  init(width: Int, usesColour: Bool) {
    self.width = max(40, width)
    self.usesColour = usesColour
  }

  /// Adds `text` wrapped at word boundaries, the first line behind `lead`, the others indented by
  /// its width.
  mutating func add(_ text: String, lead: String = "", style: Style = .plain) {
    let indent = TerminalText.columns(lead)
    let room = max(16, width - indent)
    let lines = TerminalText.wrap(text, to: room)
    for (index, line) in lines.enumerated() {
      output += index == 0 ? lead : String(repeating: " ", count: indent)
      output += styled(line, style)
      output += "\n"
    }
  }

  /// Adds one line as it is: for columns, which wrapping would pull together.
  mutating func line(_ text: String) {
    output += TerminalText.harmless(text) + "\n"
  }

  mutating func blank() { output += "\n" }

  mutating func heading(_ text: String) {
    blank()
    add(text, style: .bold)
    add(String(repeating: "─", count: min(width, TerminalText.columns(text))), style: .dim)
  }

  func styled(_ text: String, _ style: Style) -> String {
    usesColour && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// `text` filled with blanks to `columns`.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - self.columns(text)))
  }

  /// The columns a terminal gives `text`: 2 for East Asian wide characters, 0 for combining marks.
  static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  private static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  /// Breaks at blanks; a word longer than the room is cut. Control characters become blanks, so that
  /// no text can move the cursor.
  static func wrap(_ text: String, to room: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    let safe = harmless(text)
    for word in safe.split(separator: " ") {
      var word = Substring(word)
      while !word.isEmpty {
        let size = columns(String(word))
        if used == 0 ? size <= room : used + 1 + size <= room {
          line += (used == 0 ? "" : " ") + word
          used += size + (used == 0 ? 0 : 1)
          word = ""
        } else if used == 0 {
          var cut = word.startIndex
          var taken = 0
          while cut < word.endIndex {
            let next = columns(String(word[cut]))
            if taken + next > room, taken > 0 { break }
            taken += next
            cut = word.index(after: cut)
          }
          lines.append(String(word[..<cut]))
          word = word[cut...]
        } else {
          lines.append(line)
          line = ""
          used = 0
        }
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }
}
