import ArgumentParser
import Glibc
import KnowledgeBase

/// The option by which every command finds its knowledge.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    name: .customLong("knowledge"),
    help: ArgumentHelp(
      "The knowledge folder.",
      discussion:
        "Otherwise QUIVIVE_KNOWLEDGE, the folder beside the program, or that of the checkout.",
      valueName: "folder"),
    completion: .directory)
  var path: String?

  /// Reads the folder without checking its tables.
  func folder() throws -> KnowledgeFolder {
    try KnowledgeFolder(
      reading: KnowledgeFolder.path(
        option: path, environment: getenv("QUIVIVE_KNOWLEDGE").map { String(cString: $0) },
        program: Self.program, workingFolder: Self.workingFolder))
  }

  /// Reads the folder and checks its tables.
  func checked() throws -> CheckedKnowledge { try CheckedKnowledge(loading: folder()) }

  /// The running program, links resolved.
  private static var program: String? { resolved("/proc/self/exe") }
  private static var workingFolder: String { resolved(".") ?? "/" }

  private static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}
