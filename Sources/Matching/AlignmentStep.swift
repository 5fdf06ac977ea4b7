/// One row of an alignment: some parts of either side, by their places; two on one side when joined.
struct AlignmentStep {
  /// Empty when the row has no part of this side.
  let subject: Range<Int>
  let listed: Range<Int>
  let operation: AlignedPart.Operation
  var weight: Int
}
