import ArgumentParser
import FileFormats
import Rescreening
import SQLiteStore
import Workplace

/// `quivive portfolio show`: one party, its hits and its alerts.
struct PortfolioShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a party of the portfolio with its hits and alerts.")

  @Argument(help: "Your id of the party.")
  var id: String

  @OptionGroup var home: HomeOptions

  func run() throws {
    let portfolio = try PortfolioHome(home)
    guard let found = try Failure.fromStore({ try portfolio.store.party(id) }) else {
      throw Failure(.badInput, "the portfolio has no party `\(id)`")
    }
    var alerts: [JSONValue] = []
    try Failure.fromStore {
      try portfolio.store.forEachAlert(after: 0, party: id) { _, document in
        if let json = try? JSONParser.parse(document) { alerts.append(json) }
      }
    }
    Console.write(
      JSONValue.members([
        "id": .string(id), "active": .bool(found.party.isActive),
        "screened_since_run": found.party.since.map(JSONValue.int),
        "record": try? JSONParser.parse(found.party.record),
        "hits": .array(found.hits.map(\.json)), "alerts": .array(alerts),
      ]).indented)
  }
}

/// `quivive portfolio remove`: parties that are no longer dealt with.
struct PortfolioRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take parties out of the portfolio.",
    discussion: """
      Their hits end without an alert; their alerts so far stay, and so does what was recorded of them \
      until `quivive audit erase portfolio/ID`. Exit status 1 when an id is no \
      active party.
      """)

  @Argument(help: "Your ids of the parties.")
  var ids: [String]

  @OptionGroup var acting: ActingOptions

  func run() throws {
    let actor = try acting.actor()
    let portfolio = try PortfolioHome(acting.home)
    let unknown = try Failure.fromStore { try portfolio.store.remove(ids, by: actor, at: .now) }
    Console.print("\(ids.count - unknown.count) parties removed")
    for id in unknown { Console.error("there is no active party `\(id)`") }
    if !unknown.isEmpty { throw ExitCode(1) }
  }
}
