import FileFormats

/// Writes JSON lines to standard output, gathered into large pieces.
///
/// A class because it holds what is not written yet; for one thread.
final class OutputLines {
  private var pending: [UInt8] = []

  func write(_ value: JSONValue) {
    pending.append(contentsOf: value.compact)
    pending.append(0x0A)
    if pending.count > 1 << 16 { flush() }
  }

  func flush() {
    Console.write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}
