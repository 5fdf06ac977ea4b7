import QuiviveTestKit
import Testing

@testable import NameIndex

struct PackedTableTests {
  /// The table of `rows`, whose bytes `region` keeps.
  private static func table(
    _ bytes: [UInt8], fields: Int
  ) throws -> (table: PackedTable, region: ByteRegion) {
    let region = ByteRegion(copying: bytes)
    let array = PackedArray<UInt8>(base: region.start, count: region.count)
    return (try PackedTable(array, fields: fields), region)
  }

  @Test(
    arguments: [
      [], [0, 0, 0], [1, 2, 3, 4, 5, 6], [UInt32.max, 0, 1, 0, 0, UInt32.max],
      [7, 0, 255, 8, 0, 256, 9, 0, 65_535],
    ] as [[UInt32]])
  func `numbers come back, whatever their width`(_ numbers: [UInt32]) throws {
    let (table, region) = try Self.table([UInt8](packingRows: numbers, fields: 3), fields: 3)
    try withExtendedLifetime(region) {
      #expect(table.count == numbers.count / 3)
      for (place, number) in numbers.enumerated() {
        #expect(table[place / 3, place % 3] == Int(number))
      }
      let (single, kept) = try Self.table([UInt8](packingNumbers: numbers), fields: 1)
      withExtendedLifetime(kept) {
        #expect((0..<single.count).map { single[$0, 0] } == numbers.map { Int($0) })
      }
    }
  }

  @Test func `many numbers of every width come back`() throws {
    var state: UInt32 = 97
    for width in 0...32 {
      let numbers = (0..<101).map { _ -> UInt32 in
        state = state &* 1_664_525 &+ 1_013_904_223
        return width == 0 ? 0 : state >> UInt32(32 - width)
      }
      let region = ByteRegion(copying: [UInt8](packingNumbers: numbers))
      let packed = try PackedNumbers(PackedArray(base: region.start, count: region.count))
      try withExtendedLifetime(region) {
        #expect((0..<packed.count).map { packed[$0] } == numbers.map { Int($0) })
        let most = Int(try #require(numbers.max()))
        #expect(packed.isBelow(most + 1))
        #expect(!packed.isBelow(most))
      }
    }
  }

  @Test func `a number outside its limit is seen in every row`() throws {
    for row in 0..<5 {
      var numbers: [UInt32] = (0..<5).flatMap { [$0, 10, 3] }
      func holds() throws -> [Bool] {
        let (table, region) = try Self.table([UInt8](packingRows: numbers, fields: 3), fields: 3)
        return withExtendedLifetime(region) {
          [
            table.isBelow(4, field: 2), table.isWithin(13, field: 1),
            table.isOffsets(endingAt: 4, field: 0),
          ]
        }
      }
      #expect(try holds() == [true, true, true])
      numbers[row * 3] = 9
      numbers[row * 3 + 2] = 4
      #expect(try holds() == [false, false, false])
    }
  }

  @Test func `a header that does not fit the bytes is an error`() throws {
    let bytes = [UInt8](packingRows: [1, 2, 3, 4, 5, 6], fields: 3)
    let room = bytes.count - PackedTable.headerLength - PackedTable.margin
    for place in 0..<12 {
      for value in [UInt8](0...255) where value != bytes[place] {
        var damaged = bytes
        damaged[place] = value
        // Other widths may take as many bytes.
        guard let (table, region) = try? Self.table(damaged, fields: 3) else { continue }
        withExtendedLifetime(region) {
          let bits = damaged[9..<12].reduce(0) { $0 + Int($1) }
          #expect((table.count * bits + 7) / 8 == room && place >= 9)
        }
      }
    }
    #expect(throws: SectionError.self) { try Self.table(bytes + [0], fields: 3) }
    for length in 0..<bytes.count {
      #expect(throws: SectionError.self) { try Self.table(Array(bytes[..<length]), fields: 3) }
    }
    #expect(throws: SectionError.self) { try Self.table(bytes, fields: 2) }
  }
}
