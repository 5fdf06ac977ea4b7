import ArgumentParser
import FileFormats
import Matching
import TradeModel

/// `quivive policy`: the tuning values of matching.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "The tuning values of matching.",
    subcommands: [PolicyShow.self, PolicyFit.self])
}

/// `quivive policy show`: one policy, every value.
struct PolicyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a policy as JSON, every value.",
    discussion: """
      What is printed can be changed and used as `--policy FILE.json`, with a name of its own. A file \
      may also hold only what differs: {"base": "balanced", "name": "ours", "threshold": 600, \
      "facts": {"weakAlias": -80}}. Weights are tenths of a bit.
      """)

  @Argument(help: "A preset (\(PolicyOption.presets)), or a JSON file to check and complete.")
  var name: String

  @Flag(help: "Print the digest that dossiers quote instead.")
  var digest = false

  func run() throws {
    let policy = try PolicyOption.policy(name)
    if digest {
      Console.print(policy.digest.hex)
    } else {
      Console.write(policy.json.indented)
    }
  }
}
