/// Why a command could not do its work: what, where, what to do, and the exit status.
package struct Failure: Error, CustomStringConvertible {
  /// The exit statuses of failures. Source: sysexits.h of BSD.
  package enum Status: Int32 {
    case usage = 64
    case badInput = 65
    case missingFile = 66
    /// A fault of this program.
    case ourFault = 70
    /// Something outside may change: a lock, a network.
    case tryAgain = 75
  }

  package let status: Status
  /// Lower case, no period, input in backticks.
  package let description: String
  /// What to do about it.
  package let help: String?

  package init(_ status: Status, _ description: String, help: String? = nil) {
    self.status = status
    self.description = description
    self.help = help
  }
}
