/// How two tokens hang together for retrieval: as pure function of the two texts.
///
/// INVARIANT: `strength(a, b) == strength(b, a)`, and nothing but the two texts goes into it. Together
/// with ``PackedNameIndex/bar(_:_:)`` this makes whether two names meet a matter of the two names alone.
public enum TokenLink {
  /// How two tokens hang together.
  enum Kind {
    /// The same text.
    case same
    /// Two spellings of one name by the name model.
    case variant
    /// One letter more, less or another; or two neighbours exchanged.
    case oneEdit
    case twoEdits
    /// The same consonants.
    case skeleton
    /// One is the beginning or the end of the other: joined words, cut words, abbreviations.
    case affix

    /// What a letter tells among words, in tenths of a bit.
    private var perLetter: Int { 35 }
    /// What one edit leaves open: which of the letters, and what became of it.
    private var perEdit: Int { 80 }
    /// What a consonant of a skeleton tells; they stand in ten classes.
    private var perConsonant: Int { 30 }
    /// What it leaves open that a word is only the beginning or end of the other.
    private var perEnd: Int { 40 }

    /// The strength of a link between tokens of which the lesser is worth `weight`, in tenths of a bit.
    ///
    /// A part of that worth; but never more than what agrees can tell. A word of four letters has so
    /// many neighbours one edit away that being one of them says little.
    ///
    /// - Parameter telling: the letters of the shorter token, or the consonants of the skeleton.
    @inline(__always)
    func strength(_ weight: Int, telling: Int) -> Int {
      switch self {
      case .same: weight
      case .variant: (weight &* 230) >> 8
      case .oneEdit: min((weight &* 200) >> 8, perLetter * telling - perEdit)
      case .twoEdits: min((weight &* 150) >> 8, perLetter * telling - 2 * perEdit)
      case .skeleton: min((weight &* 170) >> 8, perConsonant * telling)
      case .affix: min((weight &* 150) >> 8, perLetter * telling - perEnd)
      }
    }
  }

  /// How many letters may differ in tokens of which the longer has `length` bytes.
  ///
  /// Below four letters one edit makes most syllables alike; from eight on, two faults in one word
  /// still leave it recognisable.
  @inlinable public static func edits(forLength length: Int) -> Int {
    length < 4 ? 0 : length < 8 ? 1 : 2
  }

  /// The shortest token that may count as beginning or end of another one.
  static let shortestAffix = 3

  /// Two fifths of the longer one, so that one half of a joined word leads to it.
  static func isAffixLongEnough(_ length: Int, of whole: Int) -> Bool {
    length >= shortestAffix && length * 5 >= whole * 2
  }

  /// Whether digits make up half of `text` or more: such tokens meet only their equals and their
  /// affixes. A digit in a word is a misread letter.
  static func isNumber(_ text: some Collection<UInt8>) -> Bool {
    text.count { $0 &- 0x30 < 10 } * 2 >= text.count
  }

  /// The skeleton by which `text` leads to others; `nil` for numbers and words of few consonants.
  static func skeleton(
    of text: UnsafeBufferPointer<UInt8>
  ) -> (hash: UInt32, sounds: Int)? {
    guard !isNumber(text), let first = text.first,
      let skeleton = ConsonantSkeleton.read(text)
    else { return nil }
    // `ahmadi` and `mahdi` share their consonants and no more.
    let isSilent = "aeiouhyj".utf8.contains(first)
    return (isSilent ? ~skeleton.hash : skeleton.hash, skeleton.sounds)
  }

  /// Whether tokens of one skeleton are still near enough in length to be meant alike.
  static func mayShareSkeleton(_ a: Int, _ b: Int, sounds: Int) -> Bool {
    abs(a - b) <= (sounds > 3 ? 3 : 2)
  }

  /// How many letters each of two tokens of one skeleton may have that the other lacks: two consonants
  /// alone are shared by too many words.
  static func otherLetters(sounds: Int) -> Int { sounds > 3 ? 4 : sounds }
}

/// The consonants of a folded word in classes that romanisations and faults confuse.
///
/// `khodzhaev`, `hojaev`, `chodschajew` have one skeleton. Vowels, `h`, `y`, `j` and `w` inside are
/// passed over, doubled letters count once.
public enum ConsonantSkeleton {
  /// A hash of the skeleton of `text`, or `nil` when it has fewer consonants than `least`.
  public static func hash(_ text: UnsafeBufferPointer<UInt8>, least: Int = 2) -> UInt32? {
    read(text, least: least)?.hash
  }

  /// The hash with the number of consonants in it.
  static func read(
    _ text: UnsafeBufferPointer<UInt8>, least: Int = 2
  ) -> (hash: UInt32, sounds: Int)? {
    var hash: UInt32 = 2_166_136_261
    var length = 0
    var previous: UInt8 = 0
    var index = 0
    while index < text.count {
      let letter = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0
      var step = 1
      let sound: UInt8
      switch letter {
      case UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "g"):
        sound = UInt8(ascii: "k")
      case UInt8(ascii: "x"):
        sound = UInt8(ascii: "s")
      case UInt8(ascii: "c"):
        if next == UInt8(ascii: "h") || next == UInt8(ascii: "z") {
          sound = UInt8(ascii: "s")
          step = 2
        } else if next == UInt8(ascii: "e") || next == UInt8(ascii: "i")
          || next == UInt8(ascii: "y")
        {
          sound = UInt8(ascii: "s")
        } else {
          sound = UInt8(ascii: "k")
        }
      case UInt8(ascii: "s"), UInt8(ascii: "z"):
        sound = UInt8(ascii: "s")
      case UInt8(ascii: "t"), UInt8(ascii: "d"):
        if next == UInt8(ascii: "s") || next == UInt8(ascii: "z") || next == UInt8(ascii: "j")
          || (next == UInt8(ascii: "c") && index + 2 < text.count
            && text[index + 2] == UInt8(ascii: "h"))
        {
          sound = UInt8(ascii: "s")
          step = 2
        } else {
          sound = UInt8(ascii: "t")
        }
      case UInt8(ascii: "v"), UInt8(ascii: "f"): sound = UInt8(ascii: "v")
      case UInt8(ascii: "w"): sound = UInt8(ascii: "v")
      case UInt8(ascii: "p"):
        sound = next == UInt8(ascii: "h") ? UInt8(ascii: "v") : UInt8(ascii: "p")
      case UInt8(ascii: "b"), UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "n"),
        UInt8(ascii: "r"):
        sound = letter
      default:
        index += 1
        continue
      }
      index += step
      if sound == previous { continue }
      previous = sound
      length += 1
      hash = (hash ^ UInt32(sound)) &* 16_777_619
    }
    return length >= least ? (hash, length) : nil
  }
}
