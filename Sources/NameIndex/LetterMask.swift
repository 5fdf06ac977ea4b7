/// Which letters and digits a folded word holds, a bit for each: letters have their own, two digits
/// or one share a bit.
///
/// An edit of one letter, or a swap of two, takes at most one bit away and adds at most one. So words
/// of which one holds `n` bits that the other lacks are `n` edits apart at least, and words without a
/// common bit have no letter in common.
public enum LetterMask {
  /// The mask of `text`.
  @inlinable public static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var mask: UInt32 = 0
    for byte in text {
      let letter = UInt32(byte) &- 0x61
      if letter < 26 {
        mask |= 1 << letter
      } else {
        mask |= 1 << (26 &+ (UInt32(byte) &- 0x30) % 10 &* 6 / 10)
      }
    }
    return mask
  }

  /// Whether the words of both masks have a digit.
  @inlinable @inline(__always)
  public static func haveDigits(_ a: UInt32, _ b: UInt32) -> Bool { a >> 26 != 0 && b >> 26 != 0 }

  /// Whether `a` holds more than `limit` bits that `b` lacks, or the other way: then the words are more
  /// than `limit` edits apart.
  @inlinable public static func differ(_ a: UInt32, _ b: UInt32, byMoreThan limit: Int) -> Bool {
    var onlyA = a & ~b
    var onlyB = b & ~a
    for _ in 0..<limit {
      onlyA &= onlyA &- 1
      onlyB &= onlyB &- 1
    }
    return onlyA | onlyB != 0
  }
}
