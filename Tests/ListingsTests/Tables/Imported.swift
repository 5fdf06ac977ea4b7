import FileFormats
import Listings
import QuiviveTestKit

/// A fixture read by one importer.
struct Imported {
  let report: ImportReport
  let designations: [Designation]

  init(
    _ importer: some ListImporter, _ fixture: String, as list: String,
    acceptsIncomplete: Bool = false
  ) throws {
    var designations: [Designation] = []
    report = try importer.report(
      on: .tabular(fixture, as: list, acceptsIncomplete: acceptsIncomplete)
    ) { designations.append($0) }
    self.designations = designations
  }

  subscript(key: String) -> Designation? { designations.first { $0.id.key == key } }

  /// For golden files: the designations, then the issues.
  var json: JSONValue {
    .array(
      designations.map(\.json)
        + report.issues.map { .string("\($0.place): \($0.field ?? "record"): \($0.problem)") })
  }
}

extension ListSnapshot {
  static func tabular(
    _ fixture: String, as list: String, acceptsIncomplete: Bool = false
  ) -> ListSnapshot {
    guard let id = ListID(list) else { preconditionFailure("`\(list)` is no list id") }
    return ListSnapshot(
      list: id, file: .fixture(fixture), acceptsIncomplete: acceptsIncomplete)
  }
}
