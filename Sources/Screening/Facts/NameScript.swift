/// The script of a name, by its first letter.
enum NameScript: String {
  case latin, cyrillic, arabic, han, hangul, kana, hebrew, greek, georgian, armenian, devanagari,
    thai

  /// `nil` without letters, or in another script. Source: the blocks of the Unicode Standard.
  init?(of name: String) {
    let first = name.unicodeScalars.first { $0.properties.isAlphabetic }
    switch first?.value ?? 0 {
    case 0x41...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x531...0x58F: self = .armenian
    case 0x591...0x5F4: self = .hebrew
    case 0x600...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: self = .arabic
    case 0x900...0x97F: self = .devanagari
    case 0xE00...0xE7F: self = .thai
    case 0x10A0...0x10FF: self = .georgian
    case 0x3040...0x30FF: self = .kana
    case 0x3400...0x9FFF, 0x20000...0x3FFFF: self = .han
    case 0x1100...0x11FF, 0xAC00...0xD7AF: self = .hangul
    default: return nil
    }
  }
}
