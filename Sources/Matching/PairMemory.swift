/// What was found for a part of the subject and a token of the index, as long as its place is free: a
/// look-up that misses only means that the words are compared again.
///
/// INVARIANT: an answer has nine bits, and belongs to the question that stored it.
struct PairMemory {
  private let entries: UnsafeMutableBufferPointer<UInt64>

  /// - Parameter capacity: a power of two.
  init(capacity: Int) {
    entries = .allocate(capacity: capacity)
    entries.initialize(repeating: 0)
  }

  func free() { entries.deallocate() }

  func forget() { entries.update(repeating: 0) }

  /// Where the answer stands and what marks it: 20 bits of question, 6 of part, 1 of variety, 28 of
  /// token above the nine of the answer. `nil` for parts beyond the first 64.
  @inline(__always)
  func place(
    question: UInt64, part: Int, token: Int, variety: Bool = false
  ) -> (slot: Int, key: UInt64)? {
    guard part < 64 else { return nil }
    let key =
      question << 44 | UInt64(part) << 38 | (variety ? 1 << 37 : 0)
      | UInt64(token & 0x0FFF_FFFF) << 9
    return ((token &* 31 &+ part) & (entries.count - 1), key)
  }

  @inline(__always)
  func answer(at place: (slot: Int, key: UInt64)?) -> Int? {
    guard let place, entries[place.slot] & ~0x1FF == place.key else { return nil }
    return Int(entries[place.slot] & 0x1FF)
  }

  @inline(__always)
  func store(_ answer: Int, at place: (slot: Int, key: UInt64)?) {
    guard let place else { return }
    entries[place.slot] = place.key | UInt64(answer & 0x1FF)
  }
}
