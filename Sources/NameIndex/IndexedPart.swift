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

  /// How many words of 64 bits a form takes.
  @usableFromInline static let formWords = 3

  /// Reads a form: all that comparing asks of a part lies together, so that one line of memory is
  /// fetched for it and not six.
  ///
  /// ```
  /// 0  the token's number, 32 bits; where its text begins, 32
  /// 1  its letters, 32; its group, 32
  /// 2  the weight, 16; the role, 8; the text's length, first letter and last letter, 8 each
  /// ```
  ///
  /// The opening check holds every number within what it names.
  @usableFromInline @inline(__always)
  init(form: Int, at place: Int, in forms: PackedArray<UInt64>) {
    let (first, second, third) = (forms[place], forms[place &+ 1], forms[place &+ 2])
    self.form = form
    token = Int(first & 0xFFFF_FFFF)
    textStart = Int(first >> 32)
    mask = UInt32(truncatingIfNeeded: second)
    group = UInt32(second >> 32)
    weight = Int(third & 0xFFFF)
    role = NamePart.Role(rawValue: UInt8(truncatingIfNeeded: third >> 16)) ?? .word
    length = Int(third >> 24 & 0xFF)
    ends = (
      UInt8(truncatingIfNeeded: third >> 32), UInt8(truncatingIfNeeded: third >> 40)
    )
  }
}
