import FileFormats
import Foundation
import QuiviveTestKit

/// Runs the program as its user does: the built binary, its output and its exit status.
struct Program {
  struct Result {
    let status: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The binary beside the running test bundle.
  static let built: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("quivive").path
  }()

  var binary = Program.built
  var folder = TestFiles.root
  /// Nothing of the surrounding environment: the home folder is the test's own.
  var environment: [String: String]

  init(home: String) { environment = ["QUIVIVE_HOME": home, "PATH": "/usr/bin:/bin"] }

  func run(_ arguments: String..., input: [UInt8]? = nil) throws -> Result {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: [UInt8]? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // Files rather than pipes: no output is large enough to block on.
    let scratch = try TemporaryFolder()
    func handle(_ name: String, _ bytes: [UInt8] = []) throws -> FileHandle {
      let url = scratch.url.appendingPathComponent(name)
      try Data(bytes).write(to: url)
      return try name == "in" ? FileHandle(forReadingFrom: url) : FileHandle(forWritingTo: url)
    }
    process.standardInput = try handle("in", input ?? [])
    process.standardOutput = try handle("out")
    process.standardError = try handle("err")
    try process.run()
    process.waitUntilExit()
    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: scratch.url.appendingPathComponent(name)))
    }
    return Result(
      status: process.terminationStatus, output: try bytes("out"),
      errors: String(decoding: try bytes("err"), as: UTF8.self))
  }
}
