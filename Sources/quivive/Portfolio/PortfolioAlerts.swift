import ArgumentParser
import FileFormats
import Rescreening
import SQLiteStore
import Workplace

/// `quivive portfolio alerts`: the queue of alerts, as JSON lines or text.
struct PortfolioAlerts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts",
    abstract: "Print the alerts, oldest first.",
    discussion: """
      As JSON lines each alert has its number as `sequence`: a reader that keeps the last one goes on \
      with --after. An alert names a party by your id alone; `quivive portfolio show` says the rest.
      """)

  @Option(help: "Begin behind that number.")
  var after = 0

  @Option(name: .customLong("run"), help: "The alerts of that run only.")
  var runNumber: Int?

  @Option(help: "The alerts of the party with that id only.")
  var party: String?

  @Option(
    help: "Of that kind only: \(Alert.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: [Kind] = []

  @Option(help: "How many at most; presentation only.")
  var limit: Int?

  @Option(help: "What to print: text, or one JSON object a line.")
  var report: ReportForm = .text

  @OptionGroup var home: HomeOptions

  struct Kind: ExpressibleByArgument {
    let kind: Alert.Kind
    init?(argument: String) {
      guard let kind = Alert.Kind(rawValue: argument) else { return nil }
      self.kind = kind
    }
  }

  func validate() throws {
    guard after >= 0, (limit ?? 0) >= 0 else {
      throw ValidationError("--after and --limit must not be negative")
    }
  }

  func run() throws {
    let portfolio = try PortfolioHome(home)
    try Failure.fromStore {
      try portfolio.store.forEachAlert(
        after: after, run: runNumber, party: party, kinds: kind.map(\.kind.rawValue), limit: limit
      ) { number, document in
        guard let json = try? JSONParser.parse(document) else { return }
        switch report {
        case .json:
          let members = [JSONValue.Member("sequence", .int(number))] + (json.object ?? [])
          Console.write(JSONValue.object(members).compact + [0x0A])
        case .text: Console.print(Self.text(number, json))
        }
      }
    }
  }

  static func text(_ number: Int, _ json: JSONValue) -> String {
    func score(_ side: String) -> String {
      json[side]?["score"]?.int.map(String.init) ?? "no hit"
    }
    var lines = [
      "\(number) \(json["at"]?.string ?? "") \(json["kind"]?.string ?? ""): party "
        + "\(json["party"]?["id"]?.string ?? ""), \(json["listed"]?["caption"]?.string ?? "") "
        + "(\(json["listed"]?["id"]?.string ?? "")), \(score("before")) -> \(score("after")), "
        + "by the \(json["cause"]?.string ?? "")"
    ]
    for entry in json["difference"]?.array ?? [] {
      let fields = (entry["fields"]?.array ?? []).compactMap { $0["field"]?.string }
      lines.append(
        "  \(entry["designation"]?.string ?? "") \(entry["change"]?.string ?? ""): "
          + fields.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }
}
