import ArgumentParser

/// Times the engine and counts what it does; `Documentation/Method/evaluation.md` says what each
/// figure means.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Time matching, and count what it costs. Every report is one JSON object.",
    subcommands: [
      CompileBenchmark.self, QueryBenchmark.self, HostileBenchmark.self, Synthesize.self,
      HotLoop.self, OwnershipBenchmark.self, RescreenBenchmark.self,
    ])
}
