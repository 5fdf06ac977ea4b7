/// One row of an alignment: some parts of either side, by their places; two or more on one side when
/// joined.
struct AlignmentStep: BitwiseCopyable {
  private let subjectStart: UInt16
  private let subjectEnd: UInt16
  private let listedStart: UInt16
  private let listedEnd: UInt16
  let operation: AlignedPart.Operation
  var weight: Int

  /// Empty when the row has no part of this side.
  @inline(__always)
  var subject: Range<Int> { Int(subjectStart)..<Int(subjectEnd) }
  /// See ``subject``.
  @inline(__always)
  var listed: Range<Int> { Int(listedStart)..<Int(listedEnd) }

  @inline(__always)
  init(subject: Range<Int>, listed: Range<Int>, operation: AlignedPart.Operation, weight: Int) {
    subjectStart = UInt16(truncatingIfNeeded: subject.lowerBound)
    subjectEnd = UInt16(truncatingIfNeeded: subject.upperBound)
    listedStart = UInt16(truncatingIfNeeded: listed.lowerBound)
    listedEnd = UInt16(truncatingIfNeeded: listed.upperBound)
    self.operation = operation
    self.weight = weight
  }
}
