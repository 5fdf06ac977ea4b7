import ArgumentParser
import FileFormats
import Listings
import Matching
import NameIndex
import Parties
import TradeModel
import Watchlist
import Workplace

/// `quivive explain`: one comparison in full.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show one comparison of a subject with a listed party in full.",
    discussion: """
      SUBJECT is a name, or a question in JSON as `quivive match` takes it, itself or as a file. PARTY \
      is the id of a listed party, or of one of its designations (us.ofac.sdn/12345), in the \
      watchlist in use. With --against two names are compared without a list.

      Every part of both names stands in one row with what it weighs, then every fact that was \
      compared, the sum, and the score under the policy. "met" says whether asking for the subject \
      finds the party at all.
      """)

  @Argument(help: "A name, a question in JSON, or a file with one.")
  var subject: String

  @Argument(help: "The id of a listed party or of a designation.")
  var party: String?

  @Option(
    help: ArgumentHelp(
      "Compare with this name instead of a listed party; of the subject's kind.",
      valueName: "name"))
  var against: [String] = []

  @Option(
    help: "FollowTheMoney entities instead of the watchlist, as JSON lines; may be gzip.",
    completion: .file())
  var ftm: String?

  @OptionGroup var options: SubjectOptions
  @OptionGroup var policyOption: PolicyOption
  @OptionGroup var knownOn: KnownOnOption
  @OptionGroup var data: DataOptions

  @Flag(help: "Print JSON; it holds both languages.")
  var json = false

  @Option(help: "The language of the text: en or fr.")
  var language: Language = .en

  func validate() throws {
    guard (party == nil) != against.isEmpty else {
      throw ValidationError("give either PARTY or --against")
    }
    guard party != nil || (ftm == nil && data.watchlist == nil) else {
      throw ValidationError("--against compares without a list: leave out the other inputs")
    }
    guard ftm == nil || data.watchlist == nil else {
      throw ValidationError("give either --watchlist or --ftm")
    }
    guard knownOn.day == nil || (party != nil && ftm == nil) else {
      throw ValidationError("--as-known-on is for the kept lists: give PARTY and no --ftm")
    }
  }

  func run() throws {
    let comparison = try comparison()
    if json {
      Console.write(comparison.json.indented)
    } else {
      Console.print(text(of: comparison))
    }
  }

  /// What is printed without `--json`.
  func text(of comparison: Comparison) -> String {
    String(ComparisonText(comparison: comparison, language: language).text.dropLast())
  }

  /// The comparison that the arguments ask for.
  func comparison() throws -> Comparison {
    let subject = try options.subject(subject)
    let policy = try policyOption.read()
    let watchlist: WatchlistFile
    let number: Int
    let reader: NameReader
    if let party {
      (watchlist, reader) = try open()
      number = try find(party, in: watchlist)
    } else {
      reader = try NameReader(loading: data.knowledge)
      watchlist = try Self.list(of: against, subject.kind, reader)
      number = 0
    }
    let session = PartyMatcher(watchlist: watchlist, reader: reader, policy: policy).session()
    return Comparison(
      subject: subject, match: session.match(of: subject, withParty: number),
      listedKind: watchlist.kind(ofParty: number), isFound: session.finds(number, for: subject),
      policy: policy, isListed: party != nil)
  }

  private func open() throws -> (WatchlistFile, NameReader) {
    guard let ftm else {
      let inHand = try data.inHand(asKnownOn: knownOn.day) { Console.error($0) }
      return (inHand.watchlist, inHand.reader)
    }
    let reader = try NameReader(loading: data.knowledge)
    do {
      let compiled = try FTMWatchlist.compile(fileAt: ftm, reader: reader)
      return (try WatchlistFile(bytes: compiled.bytes), reader)
    } catch let error as WatchlistError {
      throw Failure(.badInput, error.description, help: error.help)
    }
  }

  private func find(_ id: String, in watchlist: WatchlistFile) throws -> Int {
    if let party = watchlist.party(ListedPartyID(id)) { return party }
    if let designation = watchlist.designation(id) {
      return watchlist.party(ofDesignation: designation)
    }
    throw Failure(
      .badInput, "the watchlist has no party or designation `\(id)`",
      help: "`quivive match` prints the ids of the parties it finds")
  }

  /// One invented listed party with the given names.
  private static func list(
    of names: [String], _ kind: PartyKind, _ reader: NameReader
  ) throws -> WatchlistFile {
    let schema =
      switch kind {
      case .person: "Person"
      case .organisation: "Organization"
      case .vessel: "Vessel"
      case .aircraft: "Airplane"
      case .unknown: "LegalEntity"
      }
    let entity: JSONValue = .members([
      "id": "against", "schema": .string(schema),
      "properties": .members(["name": .array(names.map(JSONValue.string))]),
    ])
    let compiled = try FTMWatchlist.compile(
      ListFile(name: "against", bytes: entity.compact), reader: reader)
    let watchlist: WatchlistFile
    do {
      watchlist = try WatchlistFile(bytes: compiled.bytes)
    } catch {
      throw Failure(.ourFault, error.description)
    }
    guard watchlist.partyCount == 1 else { throw Failure(.badInput, "the other name is empty") }
    return watchlist
  }
}
