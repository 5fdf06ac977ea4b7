import ArgumentParser
import Decisions
import Foundation

/// `--as`: who does it.
struct ActorOption: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who does this, by the name your organisation knows you by.",
      discussion:
        "Default: $QUIVIVE_ACTOR, or your login. On a terminal the name is as sure as the login of the machine: nothing else vouches for it.",
      valueName: "name"))
  var name: String?

  /// The actor, from the option, the environment or the login.
  func actor() throws -> Actor {
    let stated = name ?? ProcessInfo.processInfo.environment["QUIVIVE_ACTOR"]
    let text = stated ?? NSUserName()
    guard let actor = Actor(text) else {
      throw Failure(
        .usage,
        text.isEmpty ? "nobody is named as the one who does this" : "`\(text)` is no name",
        help: "name yourself with --as NAME: up to 200 bytes, no control characters")
    }
    return actor
  }
}
