import ArgumentParser

/// How `lists import` and `lists update` take a file into the archive.
struct TakingOptions: ParsableArguments {
  @Option(help: "Take a file that is not, or not provably, whole; REASON is kept with it.")
  var acceptIncomplete: String?

  @Option(help: "Let a list lose more designations than the policy does; REASON is kept with it.")
  var acceptShrinkage: String?

  @Flag(help: "Do not compile the watchlist afterwards.")
  var noCompile = false

  func validate() throws {
    for reason in [acceptIncomplete, acceptShrinkage].compactMap({ $0 }) where reason.isEmpty {
      throw ValidationError("a person's word needs a reason that is not empty")
    }
  }
}
