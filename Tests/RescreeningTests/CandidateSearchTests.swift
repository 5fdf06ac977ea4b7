import Listings
import Matching
import NameIndex
import Parties
import QuiviveTestKit
import Rescreening
import Testing
import TradeModel
import Watchlist

/// The index turned round proposes every party that a question would find.
struct CandidateSearchTests {
  /// A word that no table has tells more, and what a slip made of it is forgiven more.
  @Test(arguments: PartyKind.allCases)
  func `a slip in a word that no table has is proposed as it is found`(_ kind: PartyKind) throws {
    let reader = try ListSeries.reader.get()
    let listed = Portfolios.designation(1, .person, ["ABU SEIR, Daoud"])
    var builder = WatchlistBuilder(
      reader: reader,
      readers: WatchlistBuilder.Readers(countryCode: { $0 }, describe: \.json))
    builder.add(
      ListedParty(
        id: ListedPartyID(listed.id.description), kind: listed.kind, designations: [listed],
        joins: []))
    let watchlist = try WatchlistFile(bytes: builder.finish(knowledge: nil, snapshots: []).bytes)
    let matcher = PartyMatcher(watchlist: watchlist, reader: reader, policy: .balanced)
    let subject = Subject(kind: kind, names: ["ABU SEIx, Daoud"])
    let found = !HitFinder(matcher).hits(for: subject).isEmpty
    // For persons and where the kind is not known it is a hit.
    #expect(found || (kind != .person && kind != .unknown))
    let selection = try PartySelection([0], of: watchlist, model: reader.tokens)
    let index = try Portfolios.index([7: subject], reader: reader)
    let proposed = CandidateSearch(matcher, for: selection).keys(in: index)
    #expect(!found || proposed == [7])
  }
}
