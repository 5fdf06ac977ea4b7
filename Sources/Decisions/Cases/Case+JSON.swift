public import FileFormats
import TradeModel

extension Case {
  /// All of it, as `--format json` and exports show it.
  public var json: JSONValue {
    .members([
      "id": .string(id.description), "state": .string(state.rawValue),
      "reference": reference.map(JSONValue.string),
      "opened": opened.map { Self.by($0, [:]) },
      "assignee": assignee.map { .string($0.name) }, "due": due.map { .string($0.iso) },
      "dossiers": .array(
        dossiers.map {
          Self.by(
            $0,
            [
              "sha256": .string($0.value.digest.hex), "day": .string($0.value.day),
              "outcome": .string($0.value.outcome.rawValue),
            ])
        }),
      "findings": .array(
        findings.map { finding, standing in
          .object(
            (finding.json.object ?? []) + [
              .init("standing", .string(standing.word))
            ] + (standing.disposition.map { [.init("disposition", Self.json($0))] } ?? []))
        }),
      "questions": .array(
        questions.map {
          .members([
            "id": .string($0.id), "text": .string($0.text),
            "finding": $0.finding.map(JSONValue.string), "answer": $0.answer.map(JSONValue.string),
          ])
        }),
      "notes": .array(notes.map { Self.by($0, ["text": .string($0.value)]) }),
      "attachments": .array(
        attachments.map {
          Self.by(
            $0,
            [
              "name": .string($0.value.name), "sha256": .string($0.value.digest.hex),
              "bytes": .int($0.value.bytes),
            ])
        }),
      "proposal": proposal.map { Self.by($0, ["decision": $0.value.json]) },
      "decision": decision.map {
        Self.by(
          $0,
          ["decision": $0.value.json, "proposedBy": proposedBy.map { .string($0.name) }])
      },
      "history": .array(history.map(\.json)),
    ])
  }

  private static func json(_ disposition: Recorded<Disposition>) -> JSONValue {
    by(
      disposition,
      [
        "conclusion": .string(disposition.value.reason.conclusion.rawValue),
        "reason": .string(disposition.value.reason.code),
        "rationale": .string(disposition.value.rationale),
        "finding": .string(disposition.value.finding),
        "dossier": .string(disposition.value.dossier.hex),
      ])
  }

  private static func by<Value>(
    _ recorded: Recorded<Value>, _ members: KeyValuePairs<String, JSONValue?>
  ) -> JSONValue {
    .object(
      (JSONValue.members(members).object ?? []) + [
        .init("by", .string(recorded.actor.name)),
        .init("at", .string(recorded.time.description)),
        .init("entry", .int(recorded.sequence)),
      ])
  }
}

extension CaseEntry {
  var json: JSONValue {
    .members([
      "entry": .int(sequence), "at": .string(time.description), "by": .string(actor.name),
      "kind": .string(kind), "erased": isErased ? true : nil,
      "unreadable": event == nil && !isErased && kind.hasPrefix("case.") ? true : nil,
      "unknownMembers": unknownMembers.isEmpty ? nil : .strings(unknownMembers),
    ])
  }
}

extension CaseSummary {
  /// As `quivive case list --format json` shows it.
  public var json: JSONValue {
    .members([
      "id": .string(id.description), "state": .string(state.rawValue),
      "decision": decision.map { .string($0.rawValue) },
      "reference": reference.map(JSONValue.string), "assignee": assignee.map { .string($0.name) },
      "due": due.map { .string($0.iso) }, "findings": .int(findings),
      "openFindings": .int(openFindings), "opened": .string(opened.description),
      "decided": decided.map { .string($0.description) },
    ])
  }
}
