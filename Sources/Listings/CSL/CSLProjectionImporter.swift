import FileFormats
import TradeModel

/// Reads a projection of the Consolidated Screening List: one JSON object a line with names, aliases,
/// programmes, countries and licence terms, and nothing else.
public struct CSLProjectionImporter: ListImporter {
  public static let format = ListFormat.cslProjection

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    var lines = JSONLines(Array(file.bytes.prefix(1 << 16)))
    guard let line = lines.next(),
      let value = try? JSONParser.parse(Array(file.bytes.prefix(1 << 16)), in: line.range)
    else { return false }
    return value["source"]?.string != nil && value["name"]?.string != nil
      && value["schema"] == nil && value["properties"] == nil
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let file = snapshot.file
    guard Self.recognises(file) else {
      throw ListFormatError(
        .unknownFormat, "the first line of `\(file.name)` is no entry of the screening list")
    }
    var report = ImportReport(format: Self.format)
    var keys = CSLKeys()
    for line in JSONLines(file.bytes) {
      report.rows += 1
      let place = RecordPlace(file: file.name, line: line.number)
      let verbatim = String(decoding: file.bytes[line.range], as: UTF8.self)
      let value: JSONValue
      do { value = try JSONParser.parse(file.bytes, in: line.range) } catch {
        if line.range.upperBound >= file.bytes.count {
          throw ListFormatError(
            .truncated, "`\(file.name)` ends inside the entry at line \(line.number)")
        }
        report.issue(at: place, "the line is no JSON object: \(error.message)", verbatim: verbatim)
        continue
      }
      guard
        let designation = designation(
          of: value, at: place, keys: &keys, list: snapshot.list, report: &report)
      else {
        report.issue(
          at: place, field: "name", "the entry has no source or no name", verbatim: verbatim)
        continue
      }
      report.records += 1
      report.counts.add(designation)
      take(designation)
    }
    return report
  }

  private func designation(
    of value: JSONValue, at place: RecordPlace, keys: inout CSLKeys, list: ListID,
    report: inout ImportReport
  ) -> Designation? {
    func text(_ name: String) -> String? {
      guard let text = value[name]?.string?.trimmingWhitespace(), !text.isEmpty else { return nil }
      return text
    }
    func texts(_ name: String) -> [String] {
      (value[name]?.array ?? []).compactMap { $0.string?.trimmingWhitespace() }
        .filter { !$0.isEmpty }
    }
    guard let source = text("source"), let name = text("name") else { return nil }
    let record = CSLRecord(
      source: source, number: text("entity_number"), type: text("type"), name: name,
      notice: text("federal_register_notice"))
    let id = DesignationID(list: list, key: keys.unique(record.key))
    let kind = record.kind ?? .unknown
    if record.kind == nil {
      report.notes.append(
        FieldNote(
          record: id, place: place, field: "type", value: record.type ?? "",
          problem: "unknown type `\(record.type ?? "")`"))
    }
    var designation = Designation(
      id: id, kind: kind,
      names: [OFACName.listed(.primary, name, strength: .unstated, of: kind)]
        + texts("alt_names").map { CSLName.alias($0, of: kind) },
      place: place)
    designation.addresses = texts("address_countries").map { Address(country: $0) }
    designation.programmes = text("programs").map(CSLRecord.items) ?? []
    CSLLaw.apply(
      source: source, notice: record.notice, address: text("source_list_url"),
      requirement: text("license_requirement"), policy: text("license_policy"), to: &designation)
    // A member that this reader does not know is kept as it stands.
    for member in value.object ?? [] where !Self.known.contains(member.name) {
      designation.attributes.append(
        Attribute(
          member.name, member.value.string ?? String(decoding: member.value.compact, as: UTF8.self))
      )
    }
    return designation
  }

  private static let known: Set<String> = [
    "source", "name", "alt_names", "type", "entity_number", "address_countries", "programs",
    "federal_register_notice", "license_requirement", "license_policy", "source_list_url",
  ]
}
