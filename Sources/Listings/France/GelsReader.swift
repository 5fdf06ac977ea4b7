import FileFormats

/// An entry of the French register: its fields by `TypeChamp`, each with its values.
struct GelsRecord {
  let id: String
  let nature: String
  let name: String
  let fields: [(type: String, values: [JSONValue])]
  let place: RecordPlace
  let json: JSONValue

  /// The values of a field, in the order of the file.
  func values(_ type: String) -> [JSONValue] {
    fields.filter { $0.type == type }.flatMap(\.values)
  }

  /// The trimmed texts of one member of a field's values; empty ones are left out.
  func texts(_ type: String, _ member: String) -> [String] {
    values(type).compactMap { $0.text(member) }
  }
}

extension JSONValue {
  /// The trimmed member, a number as written; `nil` when it is absent or empty.
  func text(_ member: String) -> String? {
    let text: String
    switch self[member] {
    case .string(let value): text = value.trimmingWhitespace()
    case .number(let value): text = value
    default: return nil
    }
    return text.isEmpty ? nil : text
  }
}

/// Reads the JSON publication of the French register of asset freezes.
struct GelsReader {
  /// `Publications.DatePublication`.
  let date: String?
  private(set) var records: [GelsRecord] = []
  private(set) var issues: [ImportIssue] = []

  /// By the first members: `{"Publications": {"DatePublication"`.
  static func recognises(_ file: ListFile) -> Bool {
    let head = file.bytes.prefix(512).filter { $0 > 0x20 && $0 < 0x80 }
    let text = String(decoding: head, as: UTF8.self)
    return text.hasPrefix("{\"Publications\":{")
      && (text.contains("\"DatePublication\"") || text.contains("\"PublicationDetail\""))
  }

  /// - Complexity: O(*n*) in the bytes of `file`.
  init(_ file: ListFile) throws(ListFormatError) {
    let document: JSONValue
    do {
      document = try JSONParser.parse(file.bytes)
    } catch {
      throw ListFormatError(error, in: file.name)
    }
    guard let publications = document["Publications"],
      let details = publications["PublicationDetail"]?.array
    else {
      throw ListFormatError(
        .notThisList, "`\(file.name)` has no `Publications` with a `PublicationDetail`")
    }
    date = publications["DatePublication"]?.string
    for (index, detail) in details.enumerated() {
      let place = RecordPlace(file: file.name, path: "PublicationDetail[\(index)]")
      guard let id = detail.text("IdRegistre") else {
        issues.append(
          Self.issue(place, "IdRegistre", "the entry has no register number", detail))
        continue
      }
      guard let name = detail.text("Nom") else {
        issues.append(Self.issue(place, "Nom", "entry \(id) has no name", detail))
        continue
      }
      let fields = (detail["RegistreDetail"]?.array ?? []).map { field in
        (type: field.text("TypeChamp") ?? "", values: field["Valeur"]?.array ?? [])
      }
      records.append(
        GelsRecord(
          id: id, nature: detail.text("Nature") ?? "", name: name, fields: fields, place: place,
          json: detail))
    }
  }

  private static func issue(
    _ place: RecordPlace, _ field: String, _ problem: String, _ detail: JSONValue
  ) -> ImportIssue {
    ImportIssue(
      place: place, field: field, problem: problem,
      verbatim: String(decoding: detail.compact, as: UTF8.self))
  }
}
