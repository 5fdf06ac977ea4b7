import ArgumentParser
import FileFormats
import Listings

/// `quivive lists list`: the lists that are known.
struct ListsKnown: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the lists that are known, with their publishers and formats.",
    discussion: "Any other id takes FollowTheMoney files: lists of one's own.")

  @Option(help: "What to print: text, or one JSON object a list.")
  var report: ReportForm = .text

  func run() {
    for list in ListCatalogue.lists.sorted(by: { $0.id < $1.id }) {
      switch report {
      case .json:
        ListsReport.print(
          .members([
            "list": .string(list.id.name), "title": .string(list.title),
            "authority": .string(list.authority), "jurisdiction": .string(list.jurisdiction),
            "formats": .array(list.formats.map { .string($0.rawValue) }),
            "addresses": .strings(list.addresses),
          ]))
      case .text:
        let formats = list.formats.map(\.rawValue).joined(separator: ", ")
        Console.print("\(list.id)  \(list.authority): \(list.title) (\(formats))")
      }
    }
  }
}
