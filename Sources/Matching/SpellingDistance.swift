import NameIndex

/// How far apart two folded words are spelled, in tenths of a letter: a confusion that hands, machines
/// and romanisations make costs less than any other letter.
///
/// Symmetric. A class for its rows, which are reused; one per thread.
///
/// Source: R. Lowrance and R. A. Wagner, An Extension of the String-to-String Correction Problem,
/// J. ACM 22, 1975, in the form that swaps neighbours only.
final class SpellingDistance {
  private let rows = UnsafeMutablePointer<Int32>.allocate(capacity: 3 * 64)
  /// What it costs to leave out each letter of the second word.
  private let drops = UnsafeMutablePointer<Int32>.allocate(capacity: 64)
  /// The letter that each letter of the second word and the one before it look like, or 0.
  private let singles = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
  private let exchanges = UnsafeMutablePointer<UInt8>.allocate(capacity: 128 * 128)

  /// For each letter the letters it is confused with.
  private let confused = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 32)

  init() {
    rows.initialize(repeating: 0, count: 3 * 64)
    drops.initialize(repeating: 0, count: 64)
    singles.initialize(repeating: 0, count: 64)
    exchanges.initialize(from: Self.costs, count: Self.costs.count)
    confused.initialize(repeating: 0)
    let letters = Array(0x30...0x39) + Array(0x61...0x7A)
    for a in letters {
      for b in letters where a != b && Self.costs[a << 7 | b] < 10 {
        confused[Int(Self.bit(UInt8(a)))] |= 1 << Self.bit(UInt8(b))
      }
    }
    // The letters of a pair cost half of it each at least.
    for (a, b) in [("r", "m"), ("n", "m"), ("c", "d"), ("l", "d")] as [(Character, Character)] {
      guard let a = a.asciiValue, let b = b.asciiValue else { continue }
      confused[Int(Self.bit(a))] |= 1 << Self.bit(b)
      confused[Int(Self.bit(b))] |= 1 << Self.bit(a)
    }
  }

  deinit {
    rows.deallocate()
    drops.deallocate()
    singles.deallocate()
    exchanges.deallocate()
    confused.deallocate()
  }

  /// Costs above `limit` are given as `limit + 1`.
  func distance(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int {
    if abs(a.count - b.count) * Self.lightest > limit { return limit + 1 }
    let most = Int32(truncatingIfNeeded: limit)
    var (older, old, new) = (rows, rows + 64, rows + 128)
    let (drops, singles, exchanges) = (drops, singles, UnsafePointer(exchanges))
    old[0] = 0
    var previous: UInt8 = 0
    var hasPair = false
    for column in 0..<b.count {
      drops[column] = Int32(Self.dropping(b, column))
      old[column &+ 1] = old[column] &+ drops[column]
      singles[column] = Self.single(previous, b[column])
      if singles[column] != 0 { hasPair = true }
      previous = b[column]
    }
    previous = 0
    var leastBefore: Int32 = 0
    for row in 0..<a.count {
      let letter = a[row]
      let single = Self.single(previous, letter)
      let mayBeSingle = hasPair || single != 0
      let dropA = Int32(Self.dropping(a, row))
      let costs = exchanges + Int(letter & 0x7F) << 7
      var diagonal = old[0]
      var left = diagonal &+ dropA
      new[0] = left
      var least = left
      let maySwap = row > 0 && letter != previous
      for column in 0..<b.count {
        let above = old[column &+ 1]
        var cost = diagonal &+ Int32(costs[Int(b[column] & 0x7F)])
        cost = min(cost, above &+ dropA)
        cost = min(cost, left &+ drops[column])
        if maySwap, column > 0, letter == b[column &- 1], previous == b[column] {
          cost = min(cost, older[column &- 1] &+ 9)
        }
        if mayBeSingle {
          if b[column] == single { cost = min(cost, older[column] &+ Self.pair) }
          if singles[column] == letter { cost = min(cost, old[column &- 1] &+ Self.pair) }
        }
        diagonal = above
        left = cost
        new[column &+ 1] = cost
        least = min(least, cost)
      }
      // A pair may lead past this row.
      if least > most, row > 0, leastBefore > most || !Self.beginsPair(letter) { return limit + 1 }
      leastBefore = least
      previous = letter
      (older, old, new) = (old, new, older)
    }
    return min(Int(old[b.count]), limit + 1)
  }

  private static let lightest = 4

  /// What it costs to write two letters for the one that they look like together.
  private static let pair: Int32 = 8

  /// The letter that two look like together, or 0: `rn` and `m`, `cl` and `d`, `vv` and `w`.
  @inline(__always)
  private static func single(_ first: UInt8, _ second: UInt8) -> UInt8 {
    switch second {
    case UInt8(ascii: "n"): first == UInt8(ascii: "r") ? UInt8(ascii: "m") : 0
    case UInt8(ascii: "l"): first == UInt8(ascii: "c") ? UInt8(ascii: "d") : 0
    case UInt8(ascii: "v"): first == UInt8(ascii: "v") ? UInt8(ascii: "w") : 0
    default: 0
    }
  }

  @inline(__always)
  private static func beginsPair(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "r") || letter == UInt8(ascii: "c") || letter == UInt8(ascii: "v")
  }

  /// The bit of ``LetterMask`` that stands for a letter.
  private static func bit(_ letter: UInt8) -> UInt32 {
    withUnsafeBytes(of: letter) {
      UInt32(LetterMask.of($0.bindMemory(to: UInt8.self)).trailingZeroBitCount)
    }
  }

  /// What the distance of words with these letters is at least: what only one of them has must be
  /// dropped or exchanged.
  func least(_ a: UInt32, _ b: UInt32) -> Int {
    max(least(of: a & ~b, in: b), least(of: b & ~a, in: a))
  }

  private func least(of letters: UInt32, in other: UInt32) -> Int {
    var rest = letters
    var sum = 0
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest &- 1
      // A vowel or a breath may be dropped for seven or six, a doubled letter for four and four.
      let isLight = light & (1 << UInt32(bit)) != 0
      sum &+= confused[bit] & other != 0 ? Self.lightest : isLight ? 6 : 2 &* Self.lightest
    }
    return sum
  }

  /// The vowels and `h`, `j`, `y`, which cost less than other letters where they are left out.
  private let light: UInt32 = {
    var mask: UInt32 = 0
    for letter in "aeiouhjy".utf8 { mask |= 1 << SpellingDistance.bit(letter) }
    return mask
  }()

  /// What it costs to leave out one letter: little for a doubled one, an `h` or a vowel.
  @inline(__always)
  private static func dropping(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let letter = text[place]
    if (place > 0 && text[place - 1] == letter)
      || (place + 1 < text.count && text[place + 1] == letter)
    {
      return lightest
    }
    switch letter {
    case UInt8(ascii: "h"), UInt8(ascii: "y"), UInt8(ascii: "j"): return 6
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      return 7
    case 0x30...0x39: return 15
    default: return 10
    }
  }

  private static let costs: [UInt8] = {
    var costs = [UInt8](repeating: 10, count: 128 * 128)
    func set(_ pairs: String, _ cost: UInt8) {
      for pair in pairs.utf8.split(separator: 0x20) {
        guard let first = pair.first, let last = pair.last else { continue }
        costs[Int(first) << 7 | Int(last)] = cost
        costs[Int(last) << 7 | Int(first)] = cost
      }
    }
    for digit in UInt8(0x30)...0x39 {
      for other in 0..<128 {
        costs[Int(digit) << 7 | other] = 15
        costs[other << 7 | Int(digit)] = 15
      }
    }
    set("ae ai ao au eo eu io iu ie uo ou", 7)
    set("iy ij yj ou ei ey uw", 4)
    set("ck cq kq kg gq gh kh ch cs sz zs cz xh xk sx vw fv bv bp dt jz jg dz tz sc fp zj jd", 5)
    set("0o 1l 1i 5s 8b 2z 6g 9g 4a", 4)
    set("il lj ec rn mn uv nu hb vy", 7)
    for letter in 0..<128 { costs[letter << 7 | letter] = 0 }
    return costs
  }()
}
