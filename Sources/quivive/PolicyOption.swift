import ArgumentParser
import FileFormats
import Matching
import Workplace

/// `--policy`: a preset by name, or a file.
struct PolicyOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The policy: \(PolicyOption.presets), or a JSON file.",
      discussion: "`quivive policy show NAME` prints a preset in the form of such a file.",
      valueName: "name|file"),
    completion: .file(extensions: ["json"]))
  var policy = MatchPolicy.balanced.name

  static var presets: String { MatchPolicy.presets.map(\.name).joined(separator: ", ") }

  func read() throws -> MatchPolicy { try Self.policy(policy) }

  /// A preset of that name; otherwise the file at that path, when it looks like one.
  static func policy(_ text: String) throws -> MatchPolicy {
    if let preset = MatchPolicy.presets.first(where: { $0.name == text }) { return preset }
    guard text.contains("/") || text.hasSuffix(".json") else {
      throw Failure(
        .usage, "there is no policy `\(text)`",
        help: "the policies are \(presets); a file's name ends in .json")
    }
    do {
      return try MatchPolicy(json: JSONParser.parse(try InputFile.bytes(at: text)))
    } catch let error as PolicyError {
      throw Failure(.badInput, "`\(text)`: \(error.description)", help: error.help)
    } catch let error as FileFormatError {
      throw Failure(.badInput, "`\(text)`: \(error.description)")
    }
  }
}
