import ArgumentParser
import Decisions
import FileFormats
import Foundation
import ListArchive
import SQLiteStore
import TradeModel
import Workplace

/// `quivive case export`.
struct CaseExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a whole case to a folder or a file.",
    discussion: """
      A folder gets case.json (the case, its entries of the audit trail with what they recorded, and \
      the digest of every file), case.txt, dossiers/ and attachments/. A name that ends in .json gets \
      case.json alone. Every file is verified against its digest first.
      """)

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Option(
    name: .shortAndLong, help: "The folder, which must not exist yet, or a file that ends in .json."
  )
  var output: String

  @Option(help: "The language of case.txt: en or fr.")
  var language: Language = .en

  @OptionGroup var home: HomeOptions

  func run() async throws {
    let cases = try OpenCases.reading(home)
    let exported = try cases.case(id)
    let document = JSONValue.members([
      "schema": "quivive.case/1", "case": exported.json,
      "entries": .array(try entries(cases.store)),
    ])
    if output.hasSuffix(".json") {
      try InputFile.write(document.indented, to: output)
    } else {
      try write(exported, document, cases)
    }
    Console.print("\(id) written to `\(output)`")
  }

  private func write(_ exported: Case, _ document: JSONValue, _ cases: OpenCases) throws {
    guard !FileManager.default.fileExists(atPath: output) else {
      throw Failure(
        .missingFile, "`\(output)` exists", help: "name a folder that does not exist yet")
    }
    // Aside first: a folder under the final name is whole.
    let folder = URL(fileURLWithPath: output + ".part")
    func put(_ bytes: [UInt8], _ path: String) throws {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try InputFile.write(bytes, to: url.path)
    }
    do {
      try put(document.indented, "case.json")
      try put(
        Array(
          CaseText.render(exported, language: language, width: 100, usesColour: false).utf8),
        "case.txt")
      for dossier in exported.dossiers.map(\.value.digest) {
        try put(
          try Failure.from { try cases.blobs.bytes(dossier) }, "dossiers/\(dossier.hex).json")
      }
      for attachment in exported.attachments.map(\.value) {
        let name = attachment.name.replacingOccurrences(of: "/", with: "_")
        try put(
          try Failure.from { try cases.blobs.bytes(attachment.digest) },
          "attachments/\(attachment.digest.short)-\(name)")
      }
      try FileManager.default.moveItem(atPath: folder.path, toPath: output)
    } catch {
      try? FileManager.default.removeItem(at: folder)
      if let failure = error as? Failure { throw failure }
      throw Failure(
        .missingFile, "`\(output)` cannot be written: \(error.localizedDescription)",
        help: "name a folder inside one that exists and that you may write to")
    }
  }

  /// The entries as the chain has them, with salt and bytes of what they recorded, so that whoever
  /// holds them can compute every hash again.
  private func entries(_ store: Store) throws -> [JSONValue] {
    var found: [JSONValue] = []
    try Failure.fromStore {
      try store.walkAudit { stored in
        guard let entry = stored.entry, entry.subject == id.subject else { return }
        let body = stored.body.map { body in
          JSONValue.members([
            "salt": .string(Hexadecimal.text(of: body.salt)), "content": body.value,
          ])
        }
        found.append(
          .members(["entry": entry.json, "hash": .string(entry.hash.hex), "body": body]))
      }
    }
    return found
  }
}
