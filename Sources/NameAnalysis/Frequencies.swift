import TradeModel

/// How often tokens stand in names, counted once over official lists and frozen.
///
/// A list update must not change the score of an unchanged pair, so this is never counted from the
/// list at hand.
struct Frequencies: Sendable {
  /// How many names were counted.
  let names: NameCounts
  private var table: ByteTable
  private var counts: [NameCounts] = []
  /// In how many names of persons and of organisations a word of the group stands, by its number.
  private(set) var groups: [UInt32: NameCounts] = [:]

  init(_ file: TableFile) throws(NameModelError) {
    let token = try file.index(of: "token")
    let person = try file.index(of: "persons")
    let organisation = try file.index(of: "organisations")
    table = ByteTable(minimumCapacity: file.rows.count)
    counts.reserveCapacity(file.rows.count)
    var totals: NameCounts?
    for row in file.rows {
      let count = NameCounts(
        persons: try file.number(row, person), organisations: try file.number(row, organisation))
      let text = file.cell(row, token)
      if text.elementsEqual("*".utf8) {
        totals = count
        continue
      }
      // `generic:plant`: all words of a group together.
      if let colon = text.firstIndex(of: 0x3A) {
        let group = GroupNumber.of(
          String(decoding: text[(colon + 1)...], as: UTF8.self),
          in: String(decoding: text[..<colon], as: UTF8.self))
        guard groups.updateValue(count, forKey: group) == nil else {
          throw NameModelError(
            .duplicate(file.text(row, token)), file: file.name, line: row.line)
        }
        continue
      }
      guard !text.isEmpty, text.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }) else {
        throw NameModelError(
          .unknownWord(column: "token", found: file.text(row, token)), file: file.name,
          line: row.line)
      }
      if table.set(text, UInt32(counts.count)) != nil {
        throw NameModelError(
          .duplicate(file.text(row, token)), file: file.name, line: row.line)
      }
      counts.append(count)
    }
    guard let totals, totals.persons > 0, totals.organisations > 0 else {
      throw NameModelError(.emptyCell(column: "* (number of names)"), file: file.name)
    }
    names = totals
    table.close()
  }

  /// How often the token stands in names of the kind, and how many names there are.
  func count(of text: [UInt8], kind: PartyKind) -> (count: Int, names: Int) {
    (counts(of: text).count(for: kind), names.count(for: kind))
  }

  /// In how many names the token stands.
  func counts(of text: [UInt8]) -> NameCounts {
    table.value(of: text, text.indices).map { counts[Int($0)] } ?? NameCounts()
  }

  /// Ten times log2(names / (count + 1)), by integers so that it is the same everywhere.
  static func bits(count: Int, of names: Int) -> Int {
    tenLog2(names) - tenLog2(count + 1)
  }

  /// Ten times log2 of a positive number, rounded to the nearest tenth.
  ///
  /// The whole part by the highest bit, the tenths by squaring: each squaring gives a further binary
  /// digit of the logarithm.
  static func tenLog2(_ number: Int) -> Int {
    let value = UInt64(max(1, number))
    let whole = 63 - value.leadingZeroBitCount
    // The mantissa in [1, 2) with 31 binary places.
    var mantissa = whole >= 31 ? value >> UInt64(whole - 31) : value << UInt64(31 - whole)
    var fraction = 0
    for _ in 0..<12 {
      mantissa = (mantissa * mantissa) >> 31
      fraction <<= 1
      if mantissa >= 1 << 32 {
        fraction |= 1
        mantissa >>= 1
      }
    }
    return whole * 10 + (fraction * 10 + 2048) >> 12
  }
}
