import FileFormats
import Matching
import Parties
import TradeModel
import Workplace

/// One question: a line of `--queries`.
struct MatchQuery {
  let id: String
  let subject: Subject

  init(_ value: JSONValue) throws {
    guard let id = value["id"]?.string else { throw Failure(.badInput, "the question has no `id`") }
    guard let names = Self.names(value) else {
      throw Failure(.badInput, "the question has no `name`")
    }
    self.id = id
    subject = Subject(
      schema: value["schema"]?.string ?? "LegalEntity", names: names,
      properties: value["props"] ?? .object([]))
  }

  /// `name` or `names`: one text or several; `nil` when there is none.
  static func names(_ value: JSONValue) -> [String]? {
    let stated = value["name"] ?? value["names"]
    let names = stated?.string.map { [$0] } ?? stated?.array?.compactMap(\.string)
    return names?.isEmpty == false ? names : nil
  }
}

extension ScoredMatch {
  /// A result line's entry.
  func json(under policy: MatchPolicy, withReasons: Bool) -> JSONValue {
    let score = score(under: policy)
    return .members([
      "id": .string(party.text),
      "caption": .string(caption),
      "score": .int(score.value),
      "weight": .int(weight.tenthsOfBit),
      "match": .bool(score >= policy.threshold),
      "marking": marking(under: policy).map { .string($0.rawValue) },
      "reasons": withReasons ? .array(reasons.map(\.json)) : nil,
    ])
  }
}

extension Reason {
  var json: JSONValue {
    .members([
      "feature": .string(feature.rawValue),
      "weight": .int(weight.tenthsOfBit),
      "subject": .string(subjectValue),
      "listed": .string(listedValue),
      "designation": .string(designation),
      "sentence": .members(["en": .string(sentence.en), "fr": .string(sentence.fr)]),
      "alignment": alignment.isEmpty
        ? nil
        : .array(
          alignment.map { row in
            .members([
              "subject": .string(row.subjectText), "listed": .string(row.listedText),
              "subjectReading": .string(row.subjectReading),
              "listedReading": .string(row.listedReading),
              "operation": .string(row.operation.rawValue),
              "weight": .int(row.weight.tenthsOfBit),
            ])
          }),
    ])
  }
}
