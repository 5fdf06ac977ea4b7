public import FileFormats
public import Testing

/// Compares `text` with the golden file `Tests/Fixtures/…`, or writes it when `QUIVIVE_RECORD=1`.
///
/// A recorded file is to be read by a person before it is committed.
public func expectGolden(
  _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = TestFiles.fixture(path)
  if TestFiles.environment("QUIVIVE_RECORD") == "1" {
    guard TestFiles.write(Array(text.utf8), to: file) else {
      Issue.record("cannot write the golden file `\(path)`", sourceLocation: sourceLocation)
      return
    }
    return
  }
  guard let bytes = TestFiles.bytes(at: file) else {
    Issue.record(
      "there is no golden file `\(path)`; record it with QUIVIVE_RECORD=1",
      sourceLocation: sourceLocation)
    return
  }
  let golden = String(decoding: bytes, as: UTF8.self)
  guard golden != text else { return }
  let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(expected, actual).enumerated().first { $1.0 != $1.1 }
  let number = (line?.offset ?? min(expected.count, actual.count)) + 1
  Issue.record(
    """
    `\(path)` differs from line \(number): expected `\(line?.element.0 ?? "<end>")`, \
    got `\(line?.element.1 ?? "<end>")`
    """, sourceLocation: sourceLocation)
}

/// Compares the indented form of `value` with a golden file.
public func expectGolden(
  _ value: JSONValue, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectGolden(
    String(decoding: value.indented, as: UTF8.self), at: path, sourceLocation: sourceLocation)
}
