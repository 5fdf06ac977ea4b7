import ArgumentParser
import Decisions
import TradeModel

/// `quivive dossier`: shows a stored dossier without screening again.
struct DossierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Show a stored dossier as text or as a printable page.",
    discussion: "The view is made from the dossier alone; nothing is screened again.")

  @Argument(help: "The dossier, as JSON. '-' reads standard input.", completion: .file())
  var dossier: String

  @Option(help: "How to show it: text, json (canonical) or html (printable).")
  var format: ScreenCommand.Format = .text

  @Option(help: "The language of text and html: en or fr.")
  var language: Language = .en

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.",
    completion: .file())
  var output: String?

  func run() async throws {
    let stored: Dossier
    do {
      stored = try Dossier(reading: InputFile.bytes(at: dossier))
    } catch let error as DossierError {
      throw Failure(.badInput, error.description, help: error.help)
    }
    let sink = try OutputSink(path: output)
    try sink.write(
      DossierOutput(format: format, language: language, isFile: output != nil).bytes(of: stored))
    try sink.close()
  }
}
