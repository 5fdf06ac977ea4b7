/// How many single-letter insertions, deletions and exchanges turn one text into another,
/// by bit-parallel columns.
///
/// Held per query token: the bit masks of its letters are made once and used for every comparison. A
/// class because it owns them.
/// Source: G. Myers, A fast bit-vector algorithm for approximate string matching, J. ACM 46, 1999;
/// the transposition term by H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau
/// edit distances, 2003.
final class EditDistance {
  private let masks = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 256)
  private let letters = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)
  private var count = 0

  init() {
    masks.initialize(repeating: 0)
    letters.initialize(repeating: 0)
  }

  deinit {
    masks.deallocate()
    letters.deallocate()
  }

  /// Takes `text` of at most 63 bytes as the one side.
  func prepare(_ text: UnsafeBufferPointer<UInt8>) {
    precondition(text.count < 64, "a token has at most 63 bytes")
    for letter in letters[..<count] { masks[Int(letter)] = 0 }
    count = text.count
    for (index, letter) in text.enumerated() {
      letters[index] = letter
      masks[Int(letter)] |= 1 << UInt64(index)
    }
  }

  /// The distance to `other`, where a swap of two neighbours counts as one edit.
  func distance(to other: UnsafeBufferPointer<UInt8>) -> Int {
    var distance = count
    guard distance > 0 else { return other.count }
    var positive = UInt64.max
    var negative: UInt64 = 0
    var diagonal: UInt64 = 0
    var previousMask: UInt64 = 0
    let last: UInt64 = 1 << UInt64(distance - 1)
    for letter in other {
      let mask = masks[Int(letter)]
      let swap = ((~diagonal & mask) << 1) & previousMask
      diagonal = (((mask & positive) &+ positive) ^ positive) | mask | negative | swap
      var horizontalPositive = negative | ~(diagonal | positive)
      let horizontalNegative = diagonal & positive
      if horizontalPositive & last != 0 { distance &+= 1 }
      if horizontalNegative & last != 0 { distance &-= 1 }
      horizontalPositive = (horizontalPositive << 1) | 1
      positive = (horizontalNegative << 1) | ~(diagonal | horizontalPositive)
      negative = diagonal & horizontalPositive
      previousMask = mask
    }
    return distance
  }
}
