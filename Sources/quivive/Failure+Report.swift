import Workplace

extension Failure {
  /// Writes the failure to standard error.
  func report() {
    Console.error("error: \(description)")
    if let help { Console.error("help: \(help)") }
  }
}
