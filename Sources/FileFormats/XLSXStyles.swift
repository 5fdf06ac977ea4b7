import TradeModel

/// Which cell styles of a workbook show numbers as dates, and how its day numbers count.
struct XLSXStyles {
  /// Whether the number format of a style is a date, by the index that cells carry.
  private let isDate: [Bool]
  /// Days are counted from 1904-01-01 (old Macintosh workbooks) rather than from 1900.
  private let countsFrom1904: Bool

  init(styles: [UInt8]?, countsFrom1904: Bool) throws(FileFormatError) {
    self.countsFrom1904 = countsFrom1904
    guard let styles else {
      isDate = []
      return
    }
    var custom: [Int: Bool] = [:]
    var flags: [Bool] = []
    let reader = XMLRecordReader(styles)
    while let event = try reader.next(isRecord: { name, depth in
      depth == 1 && (name == "numFmts" || name == "cellXfs")
    }) {
      guard case .record(let node, _) = event else { continue }
      for child in node.children {
        if child.name == "numFmt", let id = child[attribute: "numFmtId"].flatMap({ Int($0) }) {
          custom[id] = Self.showsDate(child[attribute: "formatCode"] ?? "")
        } else if child.name == "xf" {
          let id = child[attribute: "numFmtId"].flatMap { Int($0) } ?? 0
          flags.append(custom[id] ?? Self.isBuiltInDate(id))
        }
      }
    }
    isDate = flags
  }

  func isDate(style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

  /// The day and the seconds since midnight that `number` stands for; `nil` when it is no day.
  ///
  /// Day 60 of the 1900 system is 29 February 1900, which never was.
  /// Source: ECMA-376 part 1, 18.17.4.1 (date systems).
  func date(_ number: String) -> XLSXCell? {
    guard let value = Double(number), value >= 1 || (countsFrom1904 && value >= 0),
      value < 2_958_466
    else { return nil }
    var whole = Int(value.rounded(.down))
    var seconds = Int(((value - Double(whole)) * 86_400).rounded())
    if seconds == 86_400 {
      whole += 1
      seconds = 0
    }
    let epoch: Int
    if countsFrom1904 {
      epoch = -24_107
    } else if whole == 60 {
      return nil
    } else {
      epoch = whole < 60 ? -25_568 : -25_569
    }
    return Day(daysSince1970: epoch + whole).map { .date($0, seconds: seconds) }
  }

  /// Source: ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the dates of the East Asian editions.
  private static func isBuiltInDate(_ id: Int) -> Bool {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...58: true
    default: false
    }
  }

  /// Whether a format code shows a day, month or year, judged by its first section.
  ///
  /// Quoted text, escaped characters, fills and conditions do not count. A code of hours alone is a
  /// duration or a time of day, not a date.
  static func showsDate(_ code: String) -> Bool {
    var letters = ""
    var scalars = code.unicodeScalars[...]
    while let scalar = scalars.popFirst(), scalar != ";" {
      switch scalar {
      case "\"": scalars = scalars.drop { $0 != "\"" }.dropFirst()
      case "[": scalars = scalars.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": scalars = scalars.dropFirst()
      default: letters.unicodeScalars.append(scalar)
      }
    }
    letters = letters.lowercased()
    if letters.hasPrefix("general") { return false }
    if letters.contains("y") || letters.contains("d") { return true }
    // `m` is a month unless hours or seconds make it minutes.
    return letters.contains("m") && !letters.contains("h") && !letters.contains("s")
  }
}
