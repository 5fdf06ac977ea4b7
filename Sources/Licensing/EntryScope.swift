/// Which part of an entry a reason for control is for, as the table reduces the regulation's words:
/// `entire entry`, `entire entry except 0A617.y`, `part: 3B001.c.1.a; c.1.c`.
///
/// Only the paragraphs of the entry itself can be compared with a stated one. What the words say of
/// other entries, or only as `stated cases`, stays open.
struct EntryScope: Hashable {
  /// Whether the item is in the part.
  enum Answer: Hashable { case inside, outside, open }

  private enum Form: Hashable { case entire, except, part }
  private let form: Form
  /// Paragraphs of the entry, without its code: `c.1.a`.
  private let own: [String]
  /// Whether the words also name something that a paragraph cannot be compared with.
  private let hasOthers: Bool

  /// - Parameter code: of the entry the scope is of: `3B001`.
  init(_ text: String, code: String) {
    let rest: Substring
    if text.hasPrefix("entire entry except ") {
      form = .except
      rest = text.dropFirst("entire entry except ".count)
    } else if text == "entire entry" {
      form = .entire
      rest = ""
    } else {
      form = .part
      rest = text.hasPrefix("part:") ? text.dropFirst("part:".count) : text[...]
    }
    var own: [String] = []
    var hasOthers = false
    // A bare paragraph belongs to the entry named before it.
    var isOfEntry = true
    for word in rest.split(separator: ";") {
      let token = word.drop { $0 == " " }
      let isCode = token.count >= 5 && token.first?.isNumber == true
      if isCode { isOfEntry = token.hasPrefix(code) }
      let paragraph = (isCode ? token.dropFirst(5) : token).drop { $0 == "." }
      if isOfEntry, !paragraph.isEmpty, !paragraph.contains(" ") {
        own.append(paragraph.lowercased())
      } else {
        hasOthers = true
      }
    }
    self.own = own
    self.hasOthers = hasOthers
  }

  /// - Parameter paragraph: as stated, without the entry's code; `nil` when none is.
  func answer(paragraph: String?) -> Answer {
    switch form {
    case .entire: return .inside
    case .part: return listed(paragraph)
    case .except:
      return switch listed(paragraph) {
      case .inside: .outside
      case .outside: .inside
      case .open: .open
      }
    }
  }

  /// Whether the two parts are the whole entry between them: `except .a.1` and `part: 9A012.a.1`.
  func completes(_ other: EntryScope) -> Bool {
    Set([form, other.form]) == [.except, .part] && Set(own) == Set(other.own) && !own.isEmpty
      && !hasOthers && !other.hasOthers
  }

  /// Whether the paragraph is among those of the words.
  private func listed(_ paragraph: String?) -> Answer {
    guard let paragraph else { return .open }
    let stated = Self.parts(paragraph)
    guard !stated.isEmpty else { return .open }
    let named = own.map(Self.parts)
    if named.contains(where: { stated.starts(with: $0) }) { return .inside }
    // A paragraph above a named one may or may not be meant.
    if hasOthers || named.contains(where: { $0.starts(with: stated) }) { return .open }
    return .outside
  }

  /// `b.4.b`, `b4b`, `b(4)(b)` → b, 4, b. Letters and digits part where one follows the other.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var isDigits: Bool?
    for character in text.lowercased() {
      guard character.isLetter || character.isNumber else {
        isDigits = nil
        continue
      }
      if isDigits == character.isNumber, var last = parts.popLast() {
        last.append(character)
        parts.append(last)
      } else {
        parts.append(String(character))
      }
      isDigits = character.isNumber
    }
    return parts
  }
}
