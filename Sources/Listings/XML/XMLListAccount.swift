import FileFormats
import TradeModel

/// The account of the records of one XML list file, kept while it is read.
///
/// A key that the publisher uses for several records stays with the first in the file; the others
/// become `key#2`, `key#3` in the order of the file, so that none is lost and the first keeps its
/// name between snapshots.
struct XMLListAccount {
  private(set) var report: ImportReport
  private let list: ListID
  private let file: String
  private var uses: [String: Int] = [:]

  init(_ format: ListFormat, _ snapshot: ListSnapshot) {
    report = ImportReport(format: format)
    list = snapshot.list
    file = snapshot.file.name
  }

  /// The day as the file states it.
  mutating func state(date: String?, day: Day?) {
    report.statedDate = date
    report.statedDay = day
  }

  /// Refuses the file for `problem`, or notes it when a person accepts an incomplete file.
  mutating func object(
    _ problem: ListFormatError, in snapshot: ListSnapshot
  ) throws(ListFormatError) {
    guard problem.isOverridable, snapshot.acceptsIncomplete else { throw problem }
    report.acceptedProblems.append(problem)
  }

  /// Takes `record` into the account and hands its designation to `take`.
  ///
  /// Without a key or without a name the record becomes an issue.
  mutating func add(
    _ record: XMLNode, key: String?, keyField: String, from reader: XMLRecordReader,
    take: (Designation) -> Void, make: (inout XMLRecordDraft) -> Void
  ) {
    report.rows += 1
    report.records += 1
    let place = RecordPlace(file: file, line: record.line)
    func issue(_ field: String?, _ problem: String) -> ImportIssue {
      ImportIssue(
        place: place, field: field, problem: problem, verbatim: reader.verbatim(of: record))
    }
    guard let key else {
      report.issues.append(issue(keyField, "the record has no `\(keyField)`"))
      return
    }
    let use = (uses[key] ?? 0) + 1
    let id = DesignationID(list: list, key: use == 1 ? key : "\(key)#\(use)")
    var draft = XMLRecordDraft(Designation(id: id, kind: .unknown, names: [], place: place))
    make(&draft)
    if let problem = draft.rejection {
      report.issues.append(issue(nil, problem))
      return
    }
    guard !draft.designation.names.isEmpty else {
      report.issues.append(issue(nil, "the record has no name"))
      return
    }
    uses[key] = use
    report.counts.add(draft.designation)
    report.notes += draft.notes
    take(draft.designation)
  }

  /// The finished account.
  ///
  /// - Throws: `truncated` when the file holds no record at all: a list is never empty.
  func finish() throws(ListFormatError) -> ImportReport {
    guard report.rows > 0 else {
      throw ListFormatError(.truncated, "`\(file)` holds no record")
    }
    return report
  }
}

/// A designation while it is made from a record, with what could not be read.
struct XMLRecordDraft {
  var designation: Designation
  private(set) var notes: [FieldNote] = []
  /// Why the record gives no designation.
  private(set) var rejection: String?

  init(_ designation: Designation) { self.designation = designation }

  mutating func reject(_ problem: String) { rejection = problem }

  mutating func note(_ field: String, _ value: String, _ problem: String) {
    notes.append(
      FieldNote(
        record: designation.id, place: designation.place, field: field, value: value,
        problem: problem))
  }

  /// `date`, noted when it could not be read.
  mutating func checked(_ date: PartialDate, _ field: String) -> PartialDate {
    if !date.isReadable { note(field, date.text, "`\(date.text)` is no date") }
    return date
  }

  mutating func attribute(_ label: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    designation.attributes.append(Attribute(label, value))
  }

  /// The labelled numbers in free text that can be the party's own and do not stand in a field.
  ///
  /// Prose tells of others too: a person's statement of reasons names their companies' numbers, a
  /// company's its ships'. So a person takes no number of a company, and only a ship takes the number
  /// of a ship, its first. Each is marked as found in text.
  mutating func addIdentifiers(in text: String) {
    for found in FreeTextIdentifiers.identifiers(in: text) {
      // "Registration 1989" is a year.
      let isYear = found.value.utf8.count == 4 && Int(found.value) != nil
      guard !isYear, let kind = ownKind(of: found),
        !designation.identifiers.contains(where: { $0.value == found.value })
      else { continue }
      designation.identifiers.append(
        Identifier(
          kind: kind, value: found.value, label: found.label, issuer: found.issuer,
          note: "in free text"))
    }
  }

  private func ownKind(of found: Identifier) -> Identifier.Kind? {
    switch (designation.kind, found.kind) {
    case (.vessel, .imo):
      return designation.identifiers.contains { $0.kind == .imo } ? nil : .imo
    case (.vessel, .mmsi), (.vessel, .callSign): return found.kind
    case (.vessel, _), (.aircraft, _): return nil
    case (.organisation, .imo):
      return IMONumber.kind(found.value) == .imoCompany ? .imoCompany : nil
    case (.organisation, .passport), (.organisation, .nationalID): return nil
    case (_, .imo), (_, .mmsi), (_, .callSign): return nil
    case (.person, let kind):
      let own: Set<Identifier.Kind> = [
        .passport, .nationalID, .tax, .inn, .phone, .email, .website,
      ]
      return own.contains(kind) ? kind : nil
    case (_, let kind): return kind
    }
  }

  /// Keeps every value of `node` that stands in a child or attribute not named in `known`.
  mutating func keepRest(of node: XMLNode, known: Set<String>, label: String = "") {
    for (name, value) in node.attributes where !known.contains(name) {
      attribute(label + name, value.trimmingWhitespace())
    }
    for child in node.children where !known.contains(child.name) {
      if child.children.isEmpty, child.attributes.isEmpty {
        attribute(label + child.name, child.trimmed)
      } else {
        attribute(label + child.name, child.trimmed)
        keepRest(of: child, known: [], label: label + child.name + "/")
      }
    }
  }
}

extension Array where Element: Equatable {
  /// Appends `element` unless it is there; for the short lists of one record.
  mutating func addOnce(_ element: Element) {
    if !contains(element) { append(element) }
  }
}

extension ListFormatError {
  /// The list's error for what the reader of the bytes found.
  static func of(_ error: FileFormatError, in file: ListFile) -> ListFormatError {
    let reason: Reason =
      switch error.reason {
      case .truncated: .truncated
      case .notThisFormat: .unknownFormat
      case .limit: .limit
      case .malformed, .forbidden: .malformed
      }
    return ListFormatError(reason, "`\(file.name)`: \(error)")
  }
}

extension XMLRecordReader {
  /// The next event of `file`, with a list's errors.
  func next(
    of file: ListFile, isRecord: (_ name: String, _ depth: Int) -> Bool
  ) throws(ListFormatError) -> Event? {
    do throws(FileFormatError) {
      return try next(isRecord: isRecord)
    } catch {
      throw ListFormatError.of(error, in: file)
    }
  }

  /// Opens `file` and checks its root.
  ///
  /// - Throws: `unknownFormat` when the file is not the format that `isRoot` knows.
  static func opening(
    _ file: ListFile, isRoot: (Opening) -> Bool
  ) throws(ListFormatError) -> XMLRecordReader {
    let reader = XMLRecordReader(file.bytes)
    guard let root = root(of: file.bytes) else {
      // Reading on says what is wrong with it.
      _ = try reader.next(of: file) { _, _ in false }
      throw ListFormatError(.unknownFormat, "`\(file.name)` has no root element")
    }
    guard isRoot(root) else {
      throw ListFormatError(
        .unknownFormat, "`\(file.name)` begins with `\(root.name)`, which is another format")
    }
    return reader
  }
}
