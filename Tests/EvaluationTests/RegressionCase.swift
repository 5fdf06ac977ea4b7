import FileFormats
import KnowledgeBase
import Listings
import Matching
import NameAnalysis
import NameIndex
import Parties
import QuiviveTestKit
import Testing
import TradeModel
import Watchlist

/// A failure that a user of another system reported, as a question and a listed party: one line of
/// `Evaluation/regressions.jsonl`.
struct RegressionCase: Sendable, CustomTestStringConvertible {
  enum Expectation: Hashable, Sendable {
    case hit, noHit, shown
    case above(String), below(String)

    init?(_ text: String) {
      let words = text.split(separator: " ").map(String.init)
      switch (words.first, words.count) {
      case ("hit", 1): self = .hit
      case ("no-hit", 1): self = .noHit
      case ("shown", 1): self = .shown
      case ("above", 2): self = .above(words[1])
      case ("below", 2): self = .below(words[1])
      default: return nil
      }
    }

    /// The case that the expectation compares with.
    var other: String? {
      switch self {
      case .above(let id), .below(let id): id
      case .hit, .noHit, .shown: nil
      }
    }
  }

  let id: String
  let thread: String
  let subject: Subject
  /// A FollowTheMoney entity under the case's id.
  let listed: JSONValue
  let expectations: [Expectation]
  /// The listed name that the first reason has to show.
  let matchedName: String?
  /// Fails today.
  let isKnown: Bool

  var testDescription: String { id }

  init(_ line: JSONValue) throws {
    id = try #require(line["id"]?.string)
    thread = try #require(line["thread"]?.string, "\(id)")
    _ = try #require(line["failed"]?.string, "\(id)")
    subject = try Subject(question: #require(line["query"], "\(id)"))
    let listed = try #require(line["listed"]?.object, "\(id)")
    self.listed = .object([JSONValue.Member("id", .string(id))] + listed)
    expectations = try #require(line["expect"]?.array).map {
      try #require(Expectation($0.string ?? ""), "\(line["id"]?.string ?? ""): \($0)")
    }
    matchedName = line["by"]?.string
    isKnown = line["known"]?.bool ?? false
  }
}

extension Subject {
  /// The subject of a `quivive match` question, as far as the cases need its properties.
  fileprivate init(question: JSONValue) throws {
    let kind: PartyKind =
      switch question["schema"]?.string {
      case "Person": .person
      case "Organization": .organisation
      case "Vessel": .vessel
      default: .unknown
      }
    let names =
      question["name"]?.string.map { [$0] } ?? question["name"]?.array?.compactMap(\.string)
    self.init(kind: kind, names: try #require(names))
    for property in question["props"]?.object ?? [] {
      let values = property.value.array?.compactMap(\.string) ?? []
      switch property.name {
      case "birthDate":
        birthDates = try values.map { PartialDate(text: $0, start: try Self.point($0)) }
      case "country": countries = values
      case "imoNumber": identifiers += values.map { Identifier(kind: .imo, value: $0) }
      case "passportNumber": identifiers += values.map { Identifier(kind: .passport, value: $0) }
      default: Issue.record("no case may state `\(property.name)`: it would go unread")
      }
    }
  }

  private static func point(_ text: String) throws -> PartialDate.Point? {
    let fields = try text.split(separator: "-").map { try #require(Int($0)) }
    return try PartialDate.Point(
      year: #require(fields.first), month: fields.count > 1 ? fields[1] : nil,
      day: fields.count > 2 ? fields[2] : nil)
  }
}

/// All cases, asked once: every listed party stands in one watchlist, read with the name model of
/// `Knowledge`.
struct Regressions: Sendable {
  struct Answer: Sendable {
    let weight: Int
    let isHit: Bool
    let matchedName: String?
  }

  let cases: [RegressionCase]
  /// By case; `nil` when the case's party is not among the results.
  let answers: [String: Answer]

  static let asked = Result { try Regressions() }
  /// For the arguments of a test; a file that cannot be read fails another test.
  static var all: [RegressionCase] { (try? asked.get())?.cases ?? [] }

  init() throws {
    let bytes = try #require(TestFiles.bytes(at: "\(TestFiles.root)/Evaluation/regressions.jsonl"))
    cases = try JSONLines(bytes).map {
      try RegressionCase(JSONParser.parse(bytes, in: $0.range))
    }
    let knowledge = try KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge")
    let reader = NameReader(NameAnalyser(model: try NameModel(knowledge.contents(of: "Names"))))
    let policy = MatchPolicy.balanced
    let session = PartyMatcher(
      watchlist: try Self.watchlist(of: cases, reader: reader), reader: reader, policy: policy
    ).session()
    var answers: [String: Answer] = [:]
    for item in cases {
      let match = session.matches(for: item.subject).first { $0.party.text == item.id }
      answers[item.id] = match.map {
        Answer(
          weight: $0.weight.tenthsOfBit, isHit: $0.score(under: policy) >= policy.threshold,
          matchedName: $0.reasons.first?.listedValue)
      }
    }
    self.answers = answers
  }

  private static func watchlist(
    of cases: [RegressionCase], reader: NameReader
  ) throws -> WatchlistFile {
    var builder = WatchlistBuilder(
      reader: reader,
      readers: WatchlistBuilder.Readers(countryCode: { $0 }, describe: \.json))
    var lines: [UInt8] = []
    for item in cases { lines += item.listed.canonical + [0x0A] }
    let report = try FTMImporter().report(
      on: ListSnapshot(
        list: #require(ListID("xx.regressions")),
        file: ListFile(name: "regressions.jsonl", bytes: lines))
    ) { designation in
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.key), kind: designation.kind,
          designations: [designation], joins: []))
    }
    try #require(report.issues.isEmpty)
    return try WatchlistFile(bytes: builder.finish(knowledge: nil, snapshots: []).bytes)
  }
}
