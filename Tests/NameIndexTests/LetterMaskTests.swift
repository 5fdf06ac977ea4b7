import QuiviveTestKit
import Testing

@testable import NameIndex

struct LetterMaskTests {
  static func mask(_ text: String) -> UInt32 {
    Array(text.utf8).withUnsafeBufferPointer(LetterMask.of)
  }

  @Test func `tells how many letters a word lacks`() {
    #expect(!LetterMask.differ(Self.mask("kozlov"), Self.mask("kolzov"), byMoreThan: 0))
    #expect(LetterMask.differ(Self.mask("kozlov"), Self.mask("kozlof"), byMoreThan: 0))
    #expect(!LetterMask.differ(Self.mask("kozlov"), Self.mask("kozlof"), byMoreThan: 1))
    #expect(LetterMask.differ(Self.mask("abc"), Self.mask("abcdef"), byMoreThan: 2))
  }

  @Test(arguments: [UInt64(81), 82])
  func `words so many edits apart never differ by more`(seed: UInt64) {
    var names = InventedNames(seed: seed)
    for step in 0..<400 {
      let a = names.word() + String(step % 13)
      let b = step % 3 == 0 ? names.word() : names.slip(in: names.slip(in: a))
      let edits = EditDistanceTests.distance(a, b)
      #expect(!LetterMask.differ(Self.mask(a), Self.mask(b), byMoreThan: edits), "\(a) \(b)")
    }
  }
}
