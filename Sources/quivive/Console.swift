import Glibc

/// Standard output, standard error and what kind of terminal stands behind them.
enum Console {
  /// Writes to standard output, whole, past the buffer of `print`: a killed program loses nothing that
  /// it has said.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
    var position = 0
    while position < bytes.count {
      let written = bytes[position...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        // The reader has gone away (`| head`): there is nobody left to tell.
        if errno == EPIPE { exit(0) }
        return
      }
      position += written
    }
  }

  /// A line on standard output. On a terminal control characters become blanks.
  static func print(_ text: String) {
    write(Array(((isTerminal(STDOUT_FILENO) ? harmless(text) : text) + "\n").utf8))
  }

  /// A line for people, on standard error. Control characters become blanks.
  static func error(_ text: String) {
    write(Array((harmless(text) + "\n").utf8), to: STDERR_FILENO)
  }

  /// `text` without what could move the cursor: it may quote a list or a transaction.
  static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" ? " " : $0
        }))
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal, or 100.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  /// Whether to colour standard output: a terminal, and nobody asked for none (no-color.org).
  static func usesColour(environment: [String: String]) -> Bool {
    isTerminal(STDOUT_FILENO) && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }
}
