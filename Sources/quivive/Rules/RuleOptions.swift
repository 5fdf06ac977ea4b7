import ArgumentParser
import KnowledgeBase
import RedFlags

/// The option that names a folder of the user's own rules.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A folder of red-flag rules of your own, read beside the bundled ones.",
      discussion: "`quivive rules check --rules folder` tries it.", valueName: "folder"),
    completion: .directory)
  var path: String?

  /// The user's folder as it stands now; `nil` when none is named.
  func folder() throws -> KnowledgeFolder? {
    guard let path else { return nil }
    do { return try KnowledgeFolder(reading: path) } catch {
      throw Failure(
        .missingFile, error.errors.first?.description ?? "`\(path)` cannot be read",
        help: "name a folder of rule files with --rules")
    }
  }

  /// The bundled rules and the user's own.
  func loaded(_ knowledge: CheckedKnowledge) throws -> RedFlagRules {
    try Self.rules(knowledge, own: folder())
  }

  /// The bundled rules alone.
  static func bundled(_ knowledge: CheckedKnowledge) throws -> RedFlagRules {
    try rules(knowledge, own: nil)
  }

  private static func rules(
    _ knowledge: CheckedKnowledge, own: KnowledgeFolder?
  ) throws -> RedFlagRules {
    do { return try RedFlagRules(loading: knowledge, own: own) } catch {
      throw KnowledgeOptions.failure(error, help: "`quivive rules check` lists them all")
    }
  }
}
