import FileFormats
import Listings
import Matching
import NameIndex
import Parties
import TradeModel
import Watchlist
import Workplace

/// `quivive match --pairs`: compares given pairs, each as if the candidate were the only one listed.
struct PairComparison: Sendable {
  let reader: NameReader
  let policy: MatchPolicy

  func answer(_ pair: JSONValue) throws -> JSONValue {
    guard let id = pair["id"]?.string else { throw Failure(.badInput, "the pair has no `id`") }
    guard let query = pair["query"], let candidate = pair["candidate"] else {
      throw Failure(.badInput, "pair `\(id)` needs `query` and `candidate`")
    }
    let schema = pair["schema"]?.string ?? "LegalEntity"
    let names = ["name", "alias", "weakAlias", "previousName"].flatMap {
      query[$0]?.array?.compactMap(\.string) ?? []
    }
    let subject = Subject(schema: schema, names: names, properties: query)
    let entity: JSONValue = .members([
      "id": "candidate", "schema": .string(pair["candidate_schema"]?.string ?? schema),
      "properties": candidate,
    ])
    let compiled = try FTMWatchlist.compile(
      ListFile(name: "candidate", bytes: entity.compact), reader: reader)
    let watchlist = try WatchlistFile(bytes: compiled.bytes)
    guard watchlist.partyCount == 1 else {
      throw Failure(.badInput, "the candidate of pair `\(id)` is no party")
    }
    let session = PartyMatcher(watchlist: watchlist, reader: reader, policy: policy).session()
    let match = session.match(of: subject, withParty: 0)
    let score = match.score(under: policy)
    return .members([
      "id": .string(id), "score": .int(score.value), "weight": .int(match.weight.tenthsOfBit),
      "match": .bool(score >= policy.threshold), "reasons": .array(match.reasons.map(\.json)),
    ])
  }
}
