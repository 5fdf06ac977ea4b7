public import NameAnalysis

extension PackedNameIndex {
  /// A numbered reading as it was added, with what an agreement on each part is worth, in tenths of a
  /// bit: asking with it, or adding it to another index, is the same as with the name it came from.
  ///
  /// How it was romanised is not kept, and places beyond ``mostSource`` are cut to it; neither finds or
  /// weighs anything.
  public func reading(ofUnit unit: Int) -> (reading: NameReading, weights: [Int]) {
    var parts: [NamePart] = []
    var weights: [Int] = []
    for (place, number) in self.parts(ofUnit: unit).enumerated() {
      let part = part(number)
      let source = source(ofPart: place, ofUnit: unit)
      parts.append(
        NamePart(
          text: Array(text(ofToken: part.token)), role: part.role, group: part.group,
          source: source.start..<(source.start + source.length)))
      weights.append(part.weight)
    }
    return (NameReading(parts: parts, method: .latin), weights)
  }
}
