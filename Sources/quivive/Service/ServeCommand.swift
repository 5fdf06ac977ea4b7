import ArgumentParser
import Foundation
import Workplace

/// `quivive serve`: runs the service, a program of its own that lies beside this one.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve screening over HTTP: the matching interface, /v1 and pages.",
    discussion: """
      Runs `quivive-serve`, which is built with `swift build -c release --product quivive-serve` and \
      lies beside this program. All options go to it; `quivive serve --help` prints them.
      """, helpNames: [])

  @Argument(parsing: .captureForPassthrough, help: "Options of the service.")
  var options: [String] = []

  func run() throws {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let service = URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("quivive-serve").path
    guard FileManager.default.isExecutableFile(atPath: service) else {
      throw Failure(
        .missingFile, "`\(service)` is not there: the service is not built",
        help: "build it with `swift build -c release --product quivive-serve`")
    }
    var arguments = ([service] + options).map { strdup($0) } + [nil]
    execv(service, &arguments)
    throw Failure(
      .ourFault, "`\(service)` could not be run: \(String(cString: strerror(errno)))")
  }
}
