import FileFormats
public import Screening
public import TradeModel

/// What in the input could not be read as it was meant, for the dossier.
public struct InputWarning: Hashable, Sendable {
  /// Where in the input: `parties[0].birthDate`.
  public let path: String
  /// What was odd, with the value as it stood.
  public let text: BilingualText

  public init(path: String, text: BilingualText) {
    self.path = path
    self.text = text
  }
}

extension Dossier {
  /// Writes the dossier of one screening.
  ///
  /// - Parameters:
  ///   - input: the transaction as it was handed in, verbatim.
  ///   - engineVersion: the program's version.
  ///   - goodGuys: the decisions that the result was made with, embedded in full.
  public init(
    input: String, transaction: Transaction, warnings: [InputWarning], result: ScreeningResult,
    context: ScreeningContext, engineVersion: String, goodGuys: [GoodGuy] = []
  ) {
    let outcomes = Dictionary(
      grouping: result.findings.enumerated().filter { !$0.element.isQuieted },
      by: \.element.outcome
    ).sorted { $0.key > $1.key }
    self.init(
      document: .members([
        "schema": .string(Dossier.schema),
        "request": .members([
          "on": .string(context.on.iso),
          "asKnownOn": context.asKnownOn.map { .string($0.iso) },
          "policy": .string(context.policyName),
          "notices": .array(context.notices.map(\.json)),
        ]),
        "input": .string(input),
        "transaction": TransactionSummary(transaction: transaction).json,
        "warnings": .array(
          warnings.map { .members(["path": .string($0.path), "text": $0.text.json]) }),
        "outcome": .string(result.outcome.rawValue),
        "outcomes": .array(
          outcomes.map { outcome, findings in
            .members([
              "outcome": .string(outcome.rawValue),
              "findings": .array(findings.map { .string("F\($0.offset + 1)") }),
            ])
          }),
        "findings": .array(
          result.findings.enumerated().map { $0.element.json(number: $0.offset + 1) }),
        "quieted": Dossier.quieted(result.findings),
        "goodGuys": goodGuys.isEmpty ? nil : .array(goodGuys.map(\.json)),
        "licences": .array(result.licences.map(\.json)),
        "wouldChange": .array(result.wouldChange.map(\.json)),
        "checked": .array(result.checked.map(\.what.json)),
        "notChecked": .array(
          result.notChecked.map { .members(["what": $0.what.json, "why": $0.why.json]) }),
        "lists": .array(context.lists.map { $0.json(on: context.on) }),
        "listsNotScreened": context.unheld.isEmpty ? nil : .array(context.unheld.map(\.json)),
        "digests": .members([
          "engine": .string("quivive \(engineVersion)"),
          "goodGuys": goodGuys.isEmpty
            ? nil
            : .string(SHA256.digest(of: JSONValue.array(goodGuys.map(\.json)).canonical).hex),
          "input": .string(SHA256.digest(of: input).hex),
          "knowledge": .string(context.knowledgeDigest.hex),
          "nameModel": .string(context.nameModelVersion),
          "ownership": context.ownershipDigest.map { .string($0.hex) },
          "policy": .string(context.policyDigest.hex),
          "rules": context.rulesDigest.map { .string($0.hex) },
          "watchlist": .string(context.watchlistDigest.hex),
        ]),
        "limits": .array(Dossier.limits.map(\.json)),
      ]))
  }

  private static let limits = [
    BilingualText(
      en:
        "This dossier is a finding for a person who decides. It is not legal advice, and it grants, refuses or clears nothing.",
      fr:
        "Ce dossier est un constat destiné à la personne qui décide. Il ne constitue pas un avis juridique et n’autorise, ne refuse ni ne valide rien."
    ),
    BilingualText(
      en:
        "A hit is a name or a number that looks like a listed one until a person has settled it. No hit means only that none was found on the lists named above, as of their dates.",
      fr:
        "Une correspondance est un nom ou un numéro qui ressemble à une inscription, tant qu’une personne ne l’a pas tranchée. L’absence de correspondance signifie seulement qu’aucune n’a été trouvée sur les listes citées, à leurs dates."
    ),
    BilingualText(
      en:
        "Even where no rule was found, an authority can require a licence because of the end use. Ask it when in doubt.",
      fr:
        "Même si aucune règle n’a été trouvée, une autorité peut exiger une licence en raison de l’utilisation finale. Interrogez-la en cas de doute."
    ),
  ]

  /// The digests and versions the dossier was made with, by name in order.
  public var digests: [(name: String, value: String)] {
    (document["digests"]?.object ?? []).map { ($0.name, $0.value.string ?? "") }
  }
}
