public import NameAnalysis

/// A part of a numbered reading, as it lies in the index.
public struct IndexedPart: Sendable {
  /// A number that parts share that are equal in all but their place.
  public let form: Int
  /// The number of the token.
  public let token: Int
  /// See ``NamePart/group``.
  public let group: UInt32
  /// What an agreement on it is worth by the name model, in tenths of a bit.
  public let weight: Int
  /// What the part does in the name.
  public let role: NamePart.Role
  /// Its letters, see ``LetterMask``.
  public let mask: UInt32
  /// How many bytes its folded text has.
  public let length: Int
  /// Its first letter and its last one.
  public let ends: (first: UInt8, last: UInt8)
  @usableFromInline let textStart: Int

  /// How many words of 32 bits a form takes.
  @usableFromInline static let formWords = 5
  /// The bits of a token's number in a form.
  static let tokenBits = 26
  /// The heaviest weight that a form holds, in tenths of a bit.
  static let mostWeight = 0xFFF

  /// Reads a form: all that comparing asks of a part lies together, so that one line of memory is
  /// fetched for it and not six.
  ///
  /// ```
  /// 0  where the token's text begins
  /// 1  its letters
  /// 2  its group
  /// 3  the token's number, 26 bits; the text's length, 6
  /// 4  the weight, 12; the role, 4; the text's first letter and last letter, 8 each
  /// ```
  ///
  /// The opening check holds every number within what it names.
  @usableFromInline @inline(__always)
  init(form: Int, at place: Int, in forms: PackedArray<UInt32>) {
    let words = forms.buffer(place..<(place &+ Self.formWords))
    let (word, rest) = (words[3], words[4])
    self.form = form
    token = Int(word & 0x3FF_FFFF)
    textStart = Int(words[0])
    mask = words[1]
    group = words[2]
    weight = Int(rest & 0xFFF)
    role = NamePart.Role(rawValue: UInt8(truncatingIfNeeded: rest >> 12 & 0xF)) ?? .word
    length = Int(word >> 26)
    ends = (UInt8(truncatingIfNeeded: rest >> 16), UInt8(truncatingIfNeeded: rest >> 24))
  }
}
