import Glibc
import Workplace

/// A line on standard error that says how far long work is; silent when nobody is at a terminal,
/// unless it was asked for.
struct Progress {
  private let isTerminal: Bool
  private let isShown: Bool
  private let what: String
  private var start: Double
  private var lastShown = 0.0

  /// - Parameter isForced: told in whole lines, every few seconds, where there is no terminal.
  init(_ what: String, isQuiet: Bool, isForced: Bool = false) {
    self.what = what
    isTerminal = Console.isTerminal(STDERR_FILENO)
    isShown = !isQuiet && (isTerminal || isForced)
    start = Self.now
    if !isTerminal { lastShown = start }
  }

  /// Counts time from now on.
  mutating func begin() { start = Self.now }

  /// Shows `text`, at most ten times a second.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = Self.now
    guard now - lastShown >= (isTerminal ? 0.1 : 5) else { return }
    lastShown = now
    let line = "\(what): \(text())"
    Console.write(Array((isTerminal ? "\r\u{1B}[K\(line)" : "\(line)\n").utf8), to: STDERR_FILENO)
  }

  /// Shows how many are done, at what rate, and how long the rest will take where the size is known.
  mutating func show(done: Int, bytes: Int, of size: Int?) {
    let seconds = Self.now - start
    show(Self.text(done: done, seconds: seconds, bytes: bytes, of: size))
  }

  static func text(done: Int, seconds: Double, bytes: Int, of size: Int?) -> String {
    var text = "\(done) lines, \(Int(Double(done) / max(seconds, 0.001))) a second"
    if let size, size > 0, bytes > 0, seconds > 1 {
      let left = seconds * Double(max(0, size - bytes)) / Double(bytes)
      text += ", \(min(100, bytes * 100 / size)) %, \(duration(Int(left))) left"
    }
    return text
  }

  private static func duration(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
  }

  /// Clears the line.
  func end() {
    if isShown, isTerminal, lastShown > 0 {
      Console.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    }
  }

  /// Clears the line, and says what was done where there is no terminal.
  func end(after done: Int) {
    end()
    guard isShown, !isTerminal else { return }
    let text = Self.text(done: done, seconds: Self.now - start, bytes: 0, of: nil)
    Console.error("\(what): \(text)")
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
