import ArgumentParser
import Decisions
import TradeModel

/// `quivive dossier`: shows a stored dossier without screening again.
struct DossierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Show a stored dossier as text or as a printable page.",
    discussion: "The view is made from the dossier alone; nothing is screened again.")

  @Argument(
    help:
      "The dossier, as JSON or by the digest under which it is kept. '-' reads standard input.",
    completion: .file())
  var dossier: String

  @Option(help: "How to show it: text, json (canonical) or html (printable).")
  var format: ScreenCommand.Format = .text

  @Option(help: "The language of text and html: en or fr.")
  var language: Language = .en

  @Option(
    name: .shortAndLong, help: "Write to this file instead of standard output.",
    completion: .file())
  var output: String?

  @OptionGroup var home: HomeOptions

  func run() async throws {
    let stored = try StoredDossier.read(dossier, home: home).dossier
    let sink = try OutputSink(path: output)
    try sink.write(
      DossierOutput(format: format, language: language, isFile: output != nil).bytes(of: stored))
    try sink.close()
  }
}
