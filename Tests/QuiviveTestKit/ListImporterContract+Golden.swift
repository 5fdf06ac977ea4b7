public import FileFormats
public import Listings
import TradeModel

/// What an importer makes of a file, for golden files.
public func imported(
  _ importer: any ListImporter.Type, _ snapshot: ListSnapshot
) throws -> JSONValue {
  var designations: [JSONValue] = []
  let report = try importer.init().report(on: snapshot) { designations.append($0.json) }
  return .members([
    "statedDate": report.statedDate.map(JSONValue.string),
    "statedDay": (report.statedDay?.iso).map(JSONValue.string),
    "rows": .int(report.rows),
    "records": .int(report.records),
    "issues": .array(
      report.issues.map {
        .members([
          "place": .string($0.place.description), "field": $0.field.map(JSONValue.string),
          "problem": .string($0.problem), "verbatim": .string($0.verbatim),
        ])
      }),
    "notes": .array(
      report.notes.map {
        .members([
          "record": .string($0.record.description), "place": .string($0.place.description),
          "field": .string($0.field), "value": .string($0.value), "problem": .string($0.problem),
        ])
      }),
    "designations": .array(designations),
  ])
}
