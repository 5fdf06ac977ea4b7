import ArgumentParser
import Matching
import NameIndex
import TradeModel
import Watchlist

/// Inputs of one length that try to cost time: what the slowest takes.
struct HostileBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hostile", abstract: "Time hostile inputs, 1,000 characters each.")

  @OptionGroup var list: WatchlistOption
  @OptionGroup var knowledge: KnowledgeOption

  @Option(help: "How many characters (Unicode scalars) each input has.")
  var length = 1000

  func run() throws {
    let reader = try knowledge.reader()
    let (watchlist, _) = try list.open(for: reader)
    let session = PartyMatcher(watchlist: watchlist, reader: reader, policy: .balanced).session()
    var report = Report()
    report.add(
      "subject", "MatchingSession.matches, \(watchlist.nameCount) names, \(length) characters")
    report.add("machine", Machine.description)
    var slowest = 0.0
    for input in HostileInput.all(length: length) {
      for kind in [PartyKind.person, .organisation] {
        let subject = Subject(kind: kind, names: [input.text])
        var best = Double.infinity
        for _ in 0..<3 {
          let start = Clocks.thread()
          _ = session.matches(for: subject)
          best = min(best, (Clocks.thread() - start) * 1e3)
        }
        slowest = max(slowest, best)
        report.add("\(input.name), as a \(kind)", best)
      }
    }
    report.add("slowest_ms", slowest)
    report.print()
  }
}
