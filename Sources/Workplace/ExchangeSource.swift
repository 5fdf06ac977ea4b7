package import Decisions
package import FileFormats
import ListArchive
import SQLiteStore
package import TradeModel

/// What is shared: a case of the home with its last dossier, or a dossier by itself.
package struct ExchangeSource {
  package let dossier: Dossier
  /// The case; `nil` for a dossier by itself.
  package let record: Case?
  /// Opens the store in which it is recorded that something left the house.
  private let open: () throws -> OpenStore
  private let cases: OpenCases?

  /// - Parameter text: `C1`, or the path of a dossier.
  package init(_ text: String, home: HomePlace) throws {
    open = { try OpenStore(home) }
    if let id = CaseID(text) {
      (record, cases, dossier) = try Self.read(id, OpenCases.reading(home))
    } else {
      record = nil
      cases = nil
      do {
        dossier = try Dossier(reading: InputFile.bytes(at: text))
      } catch let error as DossierError {
        throw Failure(.badInput, error.description, help: error.help)
      }
    }
  }

  /// A case of a store that is open already.
  package init(_ id: CaseID, opened: OpenStore) throws {
    open = { opened }
    (record, cases, dossier) = try Self.read(id, OpenCases(opened))
  }

  private static func read(
    _ id: CaseID, _ opened: OpenCases
  ) throws -> (Case?, OpenCases?, Dossier) {
    let found = try opened.case(id)
    guard let digest = found.dossiers.last?.value.digest else {
      throw Failure(
        .badInput, "the case \(id) holds no dossier any more", help: "was it erased?")
    }
    return (found, opened, try opened.dossier(digest))
  }

  /// The attachments of the case, each proven by its digest.
  package func evidence() throws -> [ShareBundle.Evidence] {
    guard let record, let cases else { return [] }
    return try record.attachments.map { attachment in
      ShareBundle.Evidence(
        name: attachment.value.name, mediaType: "application/octet-stream",
        bytes: try Failure.from { try cases.blobs.bytes(attachment.value.digest) })
    }
  }

  /// What persons concluded of the findings, as opinions on a resemblance.
  package var opinions: [String: STIXExport.Opinion] {
    var opinions: [String: STIXExport.Opinion] = [:]
    for (finding, standing) in record?.findings ?? [] {
      switch standing.disposition?.value.reason.conclusion {
      case .falsePositive?: opinions[finding.id] = .stronglyDisagree
      case .trueMatch?: opinions[finding.id] = .stronglyAgree
      default: break
      }
    }
    return opinions
  }

  /// The key of the home, which is made with its store the first time.
  package func key() throws -> Ed25519.PrivateKey { try open().key }

  /// Writes into the audit trail that something left the house.
  package func record(
    kind: String, _ members: KeyValuePairs<String, JSONValue?>, by actor: Actor, at time: Timestamp
  ) throws {
    let opened = try open()
    let body = JSONValue.members(members).object ?? []
    _ = try Failure.fromStore {
      try opened.store.append(
        [
          AuditDraft(
            kind: kind, subject: record?.id.subject ?? "dossier/\(dossier.digest.short)",
            body: .object(body + [.init("dossier", .string(dossier.digest.hex))]))
        ], by: actor, at: time)
    }
  }
}

extension Failure {
  /// Runs `work` and gives an error of the exchange its exit status.
  package static func fromExchange<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as ExchangeError {
      throw Failure(
        .badInput, error.description,
        help: "hand in what `quivive screen --format json` or `quivive share` wrote, unchanged")
    }
  }
}
