import ArgumentParser
import Decisions
import Foundation
import ListArchive
import TradeModel
import Workplace

/// `quivive case note`.
struct CaseNote: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write something down.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Argument(help: "The note.")
  var text: String

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    try OpenCases(acting.home).act(on: id, by: acting) { _ in .noted(text) }
    Console.print("\(id): noted")
  }
}

/// `quivive case attach`.
struct CaseAttach: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Keep a file with a case, by the digest of its content.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Argument(help: "The file. '-' reads standard input.", completion: .file())
  var file: String

  @Option(help: "Its name in the case. Default: that of the file.")
  var name: String?

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    let bytes = try InputFile.bytes(at: file)
    let cases = try OpenCases(acting.home)
    // Before anything is written: a case that does not exist gets no file.
    _ = try cases.case(id)
    let digest = try Failure.from { try cases.blobs.keep(bytes) }
    let name = name ?? URL(fileURLWithPath: file).lastPathComponent
    try cases.act(on: id, by: acting) { _ in
      .attached(name: name, digest: digest, bytes: bytes.count)
    }
    Console.print("\(id): `\(name)` attached (sha256 \(digest.short)…)")
  }
}

/// `quivive case assign`.
struct CaseAssign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Say who works on a case.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Argument(help: "The person; nobody when left out.")
  var person: String?

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    let assignee = try person.map { try ActingOptions.actor($0) }
    try OpenCases(acting.home).act(on: id, by: acting) { _ in .assigned(assignee) }
    Console.print("\(id): assigned to \(assignee?.name ?? "nobody")")
  }
}

/// `quivive case due`.
struct CaseDue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say until when a case is to be decided.")

  @Argument(help: "The case: C1.")
  var id: CaseID

  @Argument(help: ArgumentHelp("The day; none when left out.", valueName: "YYYY-MM-DD"))
  var day: Day?

  @OptionGroup var acting: ActingOptions

  func run() async throws {
    try OpenCases(acting.home).act(on: id, by: acting) { _ in .due(day) }
    Console.print("\(id): due \(day.map { "on \($0)" } ?? "on no day")")
  }
}
