import ArgumentParser
import FileFormats
import Listings
import NameAnalysis
import TradeModel
import Workplace

/// `quivive knowledge count-names`: how often parts stand in names, as the table that weighs them.
struct KnowledgeCountNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count-names",
    abstract: "Count in how many names each part stands, and print token-frequencies.tsv.",
    discussion: """
      Reads lists of FollowTheMoney entities, gzip or not. Persons are counted apart from everybody
      else. The output holds counts only. Put in the place of Knowledge/Names/token-frequencies.tsv it
      changes the name model, and with it every score.
      """)

  @Argument(help: "Lists to count, one entity a line.", completion: .file())
  var files: [String]

  @Option(help: "What the lists are and of when, for the table's first line.")
  var source: String

  @Option(help: "The version of the table.")
  var tableVersion: String

  @Option(help: "Parts that stand in fewer names are left out.")
  var least = 3

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let model = try NameModel(loading: knowledge)
    var counter = NamePartCounter(NameAnalyser(model: model))
    for path in files { try count(path, with: &counter) }
    Console.print(
      "# source: counts of name parts over \(source), counts only; licence: Apache-2.0; "
        + "version: \(tableVersion)")
    Console.print("token\tpersons\torganisations")
    for row in counter.rows(least: least) { Console.print(row) }
  }

  private func count(_ path: String, with counter: inout NamePartCounter) throws {
    guard let list = ListID("ftm") else { throw Failure(.ourFault, "`ftm` is no list") }
    do {
      var bytes = try InputFile.bytes(at: path)
      if Gzip.isCompressed(bytes) { bytes = try Gzip.decompress(bytes) }
      let file = ListFile(name: path, bytes: bytes)
      _ = try FTMImporter().report(on: ListSnapshot(list: list, file: file)) { designation in
        for name in designation.names { counter.add(name.text, kind: designation.kind) }
      }
    } catch let error as FileFormatError {
      throw Failure(.badInput, "`\(path)`: \(error.description)")
    } catch let error as ListFormatError {
      throw Failure(.badInput, error.description)
    }
  }
}
