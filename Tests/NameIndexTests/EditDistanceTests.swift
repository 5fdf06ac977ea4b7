import QuiviveTestKit
import Testing

@testable import NameIndex

struct EditDistanceTests {
  struct Case: CustomTestStringConvertible {
    let a: String
    let b: String
    let distance: Int
    var testDescription: String { "\(a) \(b)" }
  }

  static let cases = [
    Case(a: "kozlov", b: "kozlov", distance: 0), Case(a: "kozlov", b: "kozlof", distance: 1),
    Case(a: "kozlov", b: "kolzov", distance: 1), Case(a: "kozlov", b: "kzlov", distance: 1),
    Case(a: "kozlov", b: "kzlon", distance: 2), Case(a: "abc", b: "", distance: 3),
    Case(a: "", b: "abc", distance: 3), Case(a: "ab", b: "ba", distance: 1),
    Case(a: "ca", b: "abc", distance: 3),
  ]

  @Test(arguments: cases)
  func `counts slips, a swap of neighbours as one`(_ example: Case) {
    #expect(Self.distance(example.a, example.b) == example.distance)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `agrees with the table of all prefixes`(seed: UInt64) {
    var names = InventedNames(seed: seed)
    for step in 0..<400 {
      let a = names.word()
      let b = step % 2 == 0 ? names.slip(in: names.slip(in: a)) : names.word()
      #expect(
        Self.distance(a, b) == Self.byTable(Array(a.utf8), Array(b.utf8)), "\(seed): \(a) \(b)")
    }
  }

  static func distance(_ a: String, _ b: String) -> Int {
    let distance = EditDistance()
    Array(a.utf8).withUnsafeBufferPointer { distance.prepare($0) }
    return Array(b.utf8).withUnsafeBufferPointer { distance.distance(to: $0) }
  }

  /// Optimal string alignment by the textbook.
  static func byTable(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    for i in 0..<a.count {
      for j in 0..<b.count {
        var least = min(
          table[i][j] + (a[i] == b[j] ? 0 : 1), table[i][j + 1] + 1, table[i + 1][j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, table[i - 1][j - 1] + 1)
        }
        table[i + 1][j + 1] = least
      }
    }
    return table[a.count][b.count]
  }
}
