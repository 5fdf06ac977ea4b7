import ArgumentParser
import KnowledgeBase
import RedFlags
import Workplace

/// The option that names a folder of the user's own rules.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A folder of red-flag rules of your own, read beside the bundled ones.",
      discussion: "`quivive rules check --rules folder` tries it.", valueName: "folder"),
    completion: .directory)
  var path: String?

  var place: RulesPlace { RulesPlace(path) }

  /// The user's folder as it stands now; `nil` when none is named.
  func folder() throws -> KnowledgeFolder? { try place.folder() }

  /// The bundled rules and the user's own.
  func loaded(_ knowledge: CheckedKnowledge) throws -> RedFlagRules { try place.loaded(knowledge) }

  /// The bundled rules alone.
  static func bundled(_ knowledge: CheckedKnowledge) throws -> RedFlagRules {
    try RulesPlace(nil).loaded(knowledge)
  }
}
