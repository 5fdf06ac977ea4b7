/// One text that many others are compared with by Jaro's measure and Winkler's.
///
/// Letters are numbers below the `alphabet` it was made for; two letters are the same when their
/// numbers are. The places of every letter stand in the bits of one word for each 64 letters, so that a
/// comparison costs a few steps a letter. A class for its tables, which are reused; one per thread.
///
/// Source: M. A. Jaro, Advances in Record-Linkage Methodology, J. Am. Stat. Assoc. 84, 1989;
/// W. E. Winkler, String Comparator Metrics, Proc. Survey Research Methods, ASA, 1990.
final class LetterPattern {
  /// Names are published in up to a few hundred letters; what is longer is compared as far as this.
  static let longest = 512
  private static let words = longest / 64

  private let places: UnsafeMutableBufferPointer<UInt64>
  private let used = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: words)
  private let matched = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: longest)
  private var text: [UInt32] = []
  /// How many words of bits each letter has for the present text.
  private var stride = 1

  init(alphabet: Int) {
    places = .allocate(capacity: alphabet * Self.words)
    places.initialize(repeating: 0)
    used.initialize(repeating: 0)
    matched.initialize(repeating: 0)
  }

  deinit {
    places.deallocate()
    used.deallocate()
    matched.deallocate()
  }

  /// Takes the text that the comparisons after it are with.
  func prepare(_ letters: [UInt32]) {
    for letter in text {
      for word in 0..<stride { places[Int(letter) * stride + word] = 0 }
    }
    text = Array(letters.prefix(Self.longest))
    stride = max(1, (text.count + 63) / 64)
    for (place, letter) in text.enumerated() {
      places[Int(letter) * stride + place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// Jaro's measure: 0 to 1.
  func jaro(_ other: UnsafeBufferPointer<UInt32>) -> Double {
    let length = text.count
    let otherLength = min(other.count, Self.longest)
    guard length > 0, otherLength > 0 else { return 0 }
    let window = max(0, max(length, otherLength) / 2 - 1)
    let count =
      stride == 1
      ? matchShort(other, otherLength, window) : matchLong(other, otherLength, window)
    guard count > 0 else { return 0 }
    var exchanged = 0
    var number = 0
    for word in 0..<stride {
      var rest = used[word]
      while rest != 0 {
        if text[word * 64 + rest.trailingZeroBitCount] != matched[number] { exchanged += 1 }
        number += 1
        rest &= rest &- 1
      }
    }
    let same = Double(count)
    return
      (same / Double(length) + same / Double(otherLength)
      + (same - Double(exchanged / 2)) / same) / 3
  }

  /// Marks in ``used`` which letters of the text have a counterpart, and leaves the counterparts in
  /// ``matched`` in the order of the other text. Each letter takes the first free one in its window.
  private func matchShort(
    _ other: UnsafeBufferPointer<UInt32>, _ otherLength: Int, _ window: Int
  ) -> Int {
    var taken: UInt64 = 0
    var count = 0
    for place in 0..<min(otherLength, text.count + window) {
      let first = max(0, place &- window)
      let last = min(63, place &+ window)
      let within = (~UInt64(0) << UInt64(first)) & (~UInt64(0) >> UInt64(63 &- last))
      let free = places[Int(other[place])] & within & ~taken
      if free == 0 { continue }
      taken |= free & (~free &+ 1)
      matched[count] = other[place]
      count &+= 1
    }
    used[0] = taken
    return count
  }

  /// As ``matchShort(_:_:_:)``, for texts of more than 64 letters.
  private func matchLong(
    _ other: UnsafeBufferPointer<UInt32>, _ otherLength: Int, _ window: Int
  ) -> Int {
    for word in 0..<stride { used[word] = 0 }
    var count = 0
    for place in 0..<min(otherLength, text.count + window) {
      let first = max(0, place - window)
      let last = min(text.count - 1, place + window)
      if first > last { break }
      for word in (first >> 6)...(last >> 6) {
        var free = places[Int(other[place]) * stride + word] & ~used[word]
        if word == first >> 6 { free &= ~UInt64(0) << UInt64(first & 63) }
        if word == last >> 6 { free &= ~UInt64(0) >> UInt64(63 - last & 63) }
        if free == 0 { continue }
        used[word] |= free & (~free &+ 1)
        matched[count] = other[place]
        count += 1
        break
      }
    }
    return count
  }

  /// Winkler's measure: Jaro's, raised by a tenth of what is missing for each of up to four letters that
  /// both begin with.
  ///
  /// - Parameter gate: at or below this, nothing is added. Winkler's own is 0.7.
  func winkler(_ other: UnsafeBufferPointer<UInt32>, gate: Double) -> Double {
    let jaro = jaro(other)
    guard jaro > gate else { return jaro }
    var prefix = 0
    while prefix < min(4, text.count, other.count), text[prefix] == other[prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  /// The most that ``winkler(_:gate:)`` can give for texts of two lengths.
  static func most(_ a: Int, _ b: Int) -> Double {
    guard a > 0, b > 0 else { return 0 }
    let same = Double(min(a, b))
    let jaro = (same / Double(a) + same / Double(b) + 1) / 3
    return jaro + 0.4 * (1 - jaro)
  }
}
