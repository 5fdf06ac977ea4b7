import FileFormats
import TradeModel

/// Reads FollowTheMoney JSON lines: `entities.ftm.json`, `targets.nested.json`, own lists.
///
/// Any list id takes this format. See `FORMAT.md` in this folder.
public struct FTMImporter: ListImporter {
  public static let format = ListFormat.followTheMoney

  /// By the members of the first line: an entity, or a change to one.
  public static func recognises(_ file: ListFile) -> Bool {
    var lines = JSONLines(Array(file.bytes.prefix(1 << 20)))
    guard let line = lines.next(), line.range.count > 2, file.bytes[line.range.lowerBound] == 0x7B
    else { return false }
    let bytes = Array(file.bytes[line.range])
    if let json = try? JSONParser.parse(bytes) {
      return FTMEntity(json, line: 1) != nil || isChange(json)
    }
    // A first line that is damaged or longer than the head.
    let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    return text.contains("\"schema\"") && text.contains("\"properties\"")
      && text.contains("\"id\"")
  }

  /// `{"op": "ADD", "entity": {…}}`, a line of `entities.delta.json`.
  private static func isChange(_ json: JSONValue) -> Bool {
    guard let operation = json["op"]?.string else { return false }
    return ["ADD", "MOD", "DEL"].contains(operation) && json["entity"]?.object != nil
  }

  public init() {}

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let file = snapshot.file
    guard Self.recognises(file) else {
      throw ListFormatError(
        .notThisList, "`\(file.name)` does not begin with a FollowTheMoney entity")
    }
    var report = ImportReport(format: Self.format)
    var graph = FTMGraph()
    var changes: Int?
    var lastFailure: (line: Int, error: FileFormatError)?
    for line in JSONLines(file.bytes) {
      switch read(line, in: file.bytes) {
      case .entity(let entity): graph.add(entity)
      case .change(let entity, _):
        changes = changes ?? line.number
        if let entity { graph.add(entity) }
      case .fault: break
      case .broken(let error): lastFailure = (line.number, error)
      }
    }
    try checkEnd(file, lastFailure)
    if let changes {
      let problem = ListFormatError(
        .amendment, "`\(file.name):\(changes)` changes an entity: the file is a delta, no list")
      guard snapshot.acceptsIncomplete else { throw problem }
      report.acceptedProblems.append(problem)
    }
    var seen: Set<String> = []
    for line in JSONLines(file.bytes) {
      add(line, of: snapshot, graph: graph, seen: &seen, to: &report, take: take)
    }
    for entity in graph.unclaimed {
      add(unclaimed: entity, of: snapshot, graph: graph, seen: &seen, to: &report, take: take)
    }
    return report
  }

  private enum Line {
    case entity(FTMEntity)
    /// The entity, `nil` when it is deleted or unreadable, and the whole line.
    case change(FTMEntity?, JSONValue)
    /// JSON, but no entity.
    case fault
    case broken(FileFormatError)
  }

  private func read(_ line: JSONLines.Line, in bytes: [UInt8]) -> Line {
    let json: JSONValue
    do {
      json = try JSONParser.parse(bytes, in: line.range)
    } catch {
      return .broken(error)
    }
    if Self.isChange(json) {
      let isDeleted = json["op"]?.string == "DEL"
      let entity = json["entity"].flatMap { FTMEntity($0, line: line.number) }
      return .change(isDeleted ? nil : entity, json)
    }
    return FTMEntity(json, line: line.number).map { .entity($0) } ?? .fault
  }

  /// A last line that breaks off means that the file does.
  private func checkEnd(
    _ file: ListFile, _ failure: (line: Int, error: FileFormatError)?
  ) throws(ListFormatError) {
    guard let failure, file.bytes.last != UInt8(ascii: "\n") else { return }
    let last = file.bytes.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    guard failure.line == last else { return }
    throw ListFormatError(
      .truncated, "`\(file.name):\(failure.line)`: the file ends inside an entity")
  }

  private func add(
    _ line: JSONLines.Line, of snapshot: ListSnapshot, graph: FTMGraph, seen: inout Set<String>,
    to report: inout ImportReport, take: (Designation) -> Void
  ) {
    let bytes = snapshot.file.bytes
    let place = RecordPlace(file: snapshot.file.name, line: line.number)
    func fail(_ field: String?, _ problem: String) {
      report.rows += 1
      report.records += 1
      report.issues.append(
        ImportIssue(
          place: place, field: field, problem: problem,
          verbatim: String(decoding: bytes[line.range], as: UTF8.self)))
    }
    let entity: FTMEntity
    switch read(line, in: bytes) {
    case .broken(let error): return fail(nil, error.message)
    case .fault: return fail(nil, "an entity has `id`, `schema` and `properties`; one is missing")
    case .change(nil, _): return fail("op", "the line deletes an entity or holds none")
    case .change(let changed?, _): entity = changed
    case .entity(let read): entity = read
    }
    guard entity.isParty else { return }
    guard seen.insert(entity.id).inserted else {
      return fail("id", "`\(entity.id)` stands twice; the first is taken")
    }
    report.rows += 1
    report.records += 1
    hand(entity, of: snapshot, graph: graph, place: place, to: &report, take: take)
  }

  /// Entities that belong to no party of the file: a wallet or a security is listed by itself,
  /// anything else is reported.
  private func add(
    unclaimed entity: FTMEntity, of snapshot: ListSnapshot, graph: FTMGraph,
    seen: inout Set<String>, to report: inout ImportReport, take: (Designation) -> Void
  ) {
    let place = RecordPlace(file: snapshot.file.name, line: entity.line)
    report.rows += 1
    report.records += 1
    guard FTMEntity.possessionSchemas.contains(entity.schema), seen.insert(entity.id).inserted
    else {
      report.issues.append(
        ImportIssue(
          place: place, field: "schema",
          problem: "the `\(entity.schema)` `\(entity.id)` belongs to no party of the file",
          verbatim: String(decoding: entity.json.compact, as: UTF8.self)))
      return
    }
    hand(entity, of: snapshot, graph: graph, place: place, to: &report, take: take)
  }

  private func hand(
    _ entity: FTMEntity, of snapshot: ListSnapshot, graph: FTMGraph, place: RecordPlace,
    to report: inout ImportReport, take: (Designation) -> Void
  ) {
    var builder = FTMDesignation(entity, list: snapshot.list, place: place)
    builder.addOwnProperties()
    builder.addLinks(graph)
    guard !builder.designation.names.isEmpty else {
      report.issues.append(
        ImportIssue(
          place: place, field: "name", problem: "`\(entity.id)` has no name",
          verbatim: String(decoding: entity.json.compact, as: UTF8.self)))
      return
    }
    report.notes += builder.notes
    report.counts.add(builder.designation)
    take(builder.designation)
  }
}
