import ArgumentParser

/// Times the engine; see `Documentation/Method/evaluation.md`.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks", abstract: "Time and count what matching costs.")
}
