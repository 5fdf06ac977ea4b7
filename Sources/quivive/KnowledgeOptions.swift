import ArgumentParser
import KnowledgeBase
import Workplace

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

  var place: KnowledgePlace { KnowledgePlace(path) }
  func folder() throws -> KnowledgeFolder { try place.folder() }
  func contents(of subfolder: String) throws -> [String: [UInt8]] {
    try place.contents(of: subfolder)
  }
  func loaded() throws -> CheckedKnowledge { try place.loaded() }
}
