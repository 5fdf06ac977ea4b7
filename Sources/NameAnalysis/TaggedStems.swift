/// Stems with a meaning, each with the endings that its forms take.
struct TaggedStems: Sendable {
  private var stems = ByteTable(minimumCapacity: 1024)
  private var tags: [(tag: Tag, marks: UInt32)] = []
  private static let shortest = 3

  /// Adds a stem, and which endings it takes, where it is not there yet.
  mutating func add(_ stem: [UInt8], marks: UInt32, _ tag: Tag) {
    guard stem.count >= Self.shortest else { return }
    if let old = stems.value(of: stem, stem.indices) {
      if tags[Int(old)].tag == tag { tags[Int(old)].marks |= marks }
      return
    }
    stems.set(stem, UInt32(tags.count))
    tags.append((tag, marks))
  }

  /// The tag of the longest stem that the bytes `range` of `text` are a form of.
  func tag(_ text: [UInt8], _ range: Range<Int>, _ endings: WordEndings) -> Tag? {
    let shortest = max(Self.shortest, range.count - endings.longest)
    guard range.count >= shortest else { return nil }
    for length in stride(from: range.count, through: shortest, by: -1) {
      let cut = range.lowerBound + length
      guard let entry = stems.value(of: text, range.lowerBound..<cut) else { continue }
      let (tag, marks) = tags[Int(entry)]
      if endings.marks(of: text, cut..<range.upperBound) & marks != 0 { return tag }
    }
    return nil
  }

  /// Lets go of what only adding needs.
  mutating func close() {
    stems.close()
    tags = tags.exact
  }
}
