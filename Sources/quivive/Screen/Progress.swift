import Glibc

/// A line on standard error that says how far long work is; silent when nobody is at a terminal.
struct Progress {
  private let isShown: Bool
  private let what: String
  private var lastShown = 0.0

  init(_ what: String, isQuiet: Bool) {
    self.what = what
    isShown = !isQuiet && Console.isTerminal(STDERR_FILENO)
  }

  /// Shows `text`, at most ten times a second.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    guard now - lastShown >= 0.1 else { return }
    lastShown = now
    Console.write(Array("\r\u{1B}[K\(what): \(text())".utf8), to: STDERR_FILENO)
  }

  /// Clears the line.
  func end() {
    if isShown, lastShown > 0 { Console.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
  }
}
