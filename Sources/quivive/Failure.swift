import ArgumentParser

/// Why a command could not do its work: what, where, what to do, and the exit status.
struct Failure: Error, CustomStringConvertible {
  /// The exit statuses of failures. Source: sysexits.h of BSD.
  enum Status: Int32 {
    case usage = 64
    case badInput = 65
    case missingFile = 66
    /// A fault of this program.
    case ourFault = 70
    /// Something outside may change: a lock, a network.
    case tryAgain = 75
  }

  let status: Status
  /// Lower case, no period, input in backticks.
  let description: String
  /// What to do about it.
  let help: String?

  init(_ status: Status, _ description: String, help: String? = nil) {
    self.status = status
    self.description = description
    self.help = help
  }

  /// Writes the failure to standard error.
  func report() {
    Console.error("error: \(description)")
    if let help { Console.error("help: \(help)") }
  }
}
