/// The writing of a text, as far as its first letter tells: two texts of one writing are compared
/// letter by letter, others by how one of them is read.
///
/// Source: The Unicode Standard 14, blocks.
enum WritingScript: UInt8 {
  case none, latin, cyrillic, greek, arabic, hebrew, han, hangul, other

  /// - Complexity: O(1) for names; the characters before the first letter are passed over.
  init(of text: some Sequence<Unicode.Scalar>) {
    for scalar in text {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF:
        self = .latin
      case ..<0x250: continue
      case 0x370...0x3FF: self = .greek
      case 0x400...0x52F: self = .cyrillic
      case 0x590...0x5FF: self = .hebrew
      case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: self = .arabic
      case 0x2000...0x2BFF, 0x3000...0x3020: continue
      case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: self = .hangul
      case 0x3021...0x312F, 0x31F0...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
      default: self = .other
      }
      return
    }
    self = .none
  }
}
