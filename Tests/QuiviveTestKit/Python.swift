import Foundation

/// The machine's Python, for checks by programs that are not ours.
public enum Python {
  /// Whether the package `jsonschema` is there; for `.enabled(if:)`.
  public static let hasJSONSchema = run(["-c", "import jsonschema"])?.status == 0

  /// Runs `python3` and returns its status and all it printed; `nil` when there is none.
  public static func run(_ arguments: [String]) -> (status: Int32, output: String)? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
