/// Byte strings by number, one after the other in one blob, no object for each.
struct ByteStrings: Sendable {
  private var blob: [UInt8] = []
  private var starts: [UInt32] = [0]

  var count: Int { starts.count - 1 }

  mutating func append(_ bytes: some Collection<UInt8>) {
    blob.append(contentsOf: bytes)
    starts.append(UInt32(blob.count))
  }

  subscript(_ number: Int) -> ArraySlice<UInt8> {
    blob[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// Gives back the room for more.
  mutating func close() {
    blob = blob.exact
    starts = starts.exact
  }
}

/// Byte strings by the numbers of groups.
struct GroupTexts: Sendable {
  private let places: NumberTable<UInt32, UInt32>
  private let texts: ByteStrings

  init(_ texts: [UInt32: some Collection<UInt8>] = [UInt32: [UInt8]]()) {
    var strings = ByteStrings()
    var places: [UInt32: UInt32] = [:]
    for (group, text) in texts.sorted(by: { $0.key < $1.key }) {
      places[group] = UInt32(strings.count)
      strings.append(text)
    }
    strings.close()
    self.texts = strings
    self.places = NumberTable(places)
  }

  subscript(_ group: UInt32) -> ArraySlice<UInt8>? {
    places[group].map { texts[Int($0)] }
  }
}
