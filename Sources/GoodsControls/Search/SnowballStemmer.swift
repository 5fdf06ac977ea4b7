import CStemmer
import TradeModel

/// Reduces words to their stems: `machines` and `machining` to `machin`.
///
/// A class because it owns a stemmer of the C library. That one has a buffer of its own, so a stemmer
/// serves one reading on one thread.
/// Source: M. F. Porter, Snowball: English (Porter2) and French stemmers; Debian's libstemmer 2.2.
final class SnowballStemmer {
  private let stemmer: OpaquePointer

  init(_ language: Language) {
    let name = language == .en ? "english" : "french"
    guard let stemmer = sb_stemmer_new(name, "UTF_8") else {
      preconditionFailure("libstemmer has no \(name) stemmer")
    }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// The stem of `word`, which is folded to small letters.
  func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      guard let start = bytes.baseAddress,
        let stem = sb_stemmer_stem(stemmer, start, Int32(bytes.count))
      else { return "" }
      return String(
        decoding: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))),
        as: UTF8.self)
    }
  }
}
