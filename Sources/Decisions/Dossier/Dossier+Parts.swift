import FileFormats
import Matching
import Parties
import RedFlags
import Screening
import TradeModel

extension BilingualText {
  var json: JSONValue { .members(["en": .string(en), "fr": .string(fr)]) }

  /// Reads the form ``json`` writes.
  init?(json: JSONValue?) {
    guard let en = json?["en"]?.string, let fr = json?["fr"]?.string else { return nil }
    self.init(en: en, fr: fr)
  }
}

extension Finding {
  /// - Parameter number: the finding's place in the dossier, counted from 1; `F1` is its id there.
  func json(number: Int) -> JSONValue {
    .members([
      "id": .string("F\(number)"),
      "kind": .string(kind.rawValue),
      "outcome": .string(outcome.rawValue),
      "outcomeIfConfirmed": outcomeIfConfirmed.map { .string($0.rawValue) },
      "facts": .array(facts.map(JSONValue.string)),
      "title": title.json,
      "explanation": .array(explanation.map(\.json)),
      "citations": .array(citations.map(\.json)),
      "question": question?.json,
      "hit": hit?.json,
      "rule": rule.map(JSONValue.string),
      "severity": severity.map { .string($0.rawValue) },
      "decisions": decisions.isEmpty ? nil : .array(decisions.map(\.json)),
      "quieted": isQuieted ? true : nil,
    ])
  }
}

extension FindingDecision {
  var json: JSONValue {
    .members(["id": .string(id), "standing": .string(standing), "text": text.json])
  }
}

extension Citation {
  var json: JSONValue {
    .members([
      "source": .string(source), "title": .string(title), "issuer": .string(issuer),
      "date": .string(date), "section": .string(section), "address": address.map(JSONValue.string),
    ])
  }
}

extension Hit {
  var json: JSONValue {
    .members([
      "party": .string(match.party.text),
      "caption": .string(match.caption),
      "score": .int(score.value),
      "weight": .int(match.weight.tenthsOfBit),
      "reasons": .array(match.reasons.map(\.json)),
      "designations": .array(designations.map(\.json)),
      "subject": subject.json,
    ])
  }
}

extension SubjectRecord {
  var json: JSONValue {
    .members(["key": .string(key), "name": .string(name), "sha256": .string(digest.hex)])
  }

  /// Reads the form ``json`` writes.
  init?(json: JSONValue?) {
    guard let key = json?["key"]?.string, let name = json?["name"]?.string,
      let digest = json?["sha256"]?.string.flatMap({ Digest(hex: $0) })
    else { return nil }
    self.init(key: key, name: name, digest: digest)
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
      "sentence": sentence.json,
      "alignment": alignment.isEmpty ? nil : .array(alignment.map(\.json)),
    ])
  }
}

extension AlignedPart {
  var json: JSONValue {
    .members([
      "subject": .string(subjectText), "listed": .string(listedText),
      "subjectReading": .string(subjectReading), "listedReading": .string(listedReading),
      "operation": .string(operation.rawValue), "weight": .int(weight.tenthsOfBit),
    ])
  }
}

extension ListedDesignation {
  var json: JSONValue {
    .members([
      "id": .string(id), "list": .string(listTitle), "published": .string(published),
      "name": .string(name), "programmes": .array(programmes.map(JSONValue.string)),
      "measures": .array(measures.map(JSONValue.string)),
      "listedOn": .array(listedOn.map(JSONValue.string)),
      "sha256": .string(content.hex),
    ])
  }
}

extension ScreenedList {
  func json(on day: Day) -> JSONValue {
    .members([
      "id": .string(id), "title": .string(title), "authority": .string(authority),
      "published": published.map { .string($0.iso) }, "ageInDays": age(on: day).map(JSONValue.int),
      "sha256": .string(sha256.hex), "designations": .int(designations),
    ])
  }
}
