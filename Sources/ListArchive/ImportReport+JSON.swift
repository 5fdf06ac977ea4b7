import FileFormats
import Listings
import TradeModel

extension ImportReport {
  /// The counts as `lists import --report json` gives them.
  var countMembers: [JSONValue.Member] {
    typealias Member = JSONValue.Member
    let names: JSONValue = .members([
      "primary": .int(counts.primary), "variant": .int(counts.variant),
      "alias": .int(counts.alias), "weak": .int(counts.weak), "former": .int(counts.former),
      "script": .int(counts.script),
    ])
    let kinds: [(String, PartyKind)] = [
      ("persons", .person), ("organisations", .organisation), ("vessels", .vessel),
      ("aircraft", .aircraft), ("unknown", .unknown),
    ]
    return [
      Member("format", .string(format.rawValue)), Member("rows", .int(rows)),
      Member("records", .int(records)), Member("issues", .int(issues.count)),
      Member("designations", .int(counts.designations)),
    ]
      + kinds.map { Member($0.0, .int(counts.byKind[$0.1, default: 0])) }
      + [
        Member("names", names), Member("addresses", .int(counts.addresses)),
        Member("identifiers", .int(counts.identifiers)),
        Member("relations", .int(counts.relations)),
        Member("links_in_words", .int(linksInWords)),
        Member("unread_sentences", .int(unreadSentences)),
        Member("birth_dates", .int(counts.birthDates)), Member("field_notes", .int(notes.count)),
      ]
  }
}

extension ImportIssue {
  /// One line of `issues.jsonl`.
  var json: JSONValue {
    .members([
      "file": .string(place.file), "line": place.line.map { .int($0) },
      "path": place.path.map { .string($0) }, "field": field.map { .string($0) },
      "problem": .string(problem), "verbatim": .string(verbatim),
    ])
  }
}

extension FieldNote {
  /// One line of `notes.jsonl`.
  var json: JSONValue {
    .members([
      "record": .string(record.description), "file": .string(place.file),
      "line": place.line.map { .int($0) }, "path": place.path.map { .string($0) },
      "field": .string(field), "value": .string(value), "problem": .string(problem),
    ])
  }
}
