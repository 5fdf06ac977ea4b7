import Listings
import NameIndex
import Parties
import QuiviveTestKit
import Testing
import TradeModel
import Watchlist

@testable import Matching

/// Records that a source calls one subject and keeps apart share what they say.
struct KinTests {
  static func matcher(sharing: Bool) throws -> PartyMatcher {
    let bare = try PartyMatcherTests.designation(
      "bare", .person, [ListedName(.primary, "Karomin Seldu Vantar")])
    var dated = try PartyMatcherTests.designation(
      "dated", .person, [ListedName(.primary, "Karomin Vantar Seldu")])
    dated.birthDates = [
      PartialDate(text: "1961-02-03", start: .init(year: 1961, month: 2, day: 3))
    ]
    var builder = WatchlistBuilder(
      reader: PlainNames.reader,
      readers: WatchlistBuilder.Readers(countryCode: { $0 }, describe: \.json))
    let all = [bare, dated]
    for (number, designation) in all.enumerated() {
      builder.add(
        ListedParty(
          id: ListedPartyID(designation.id.key), kind: .person, designations: [designation],
          joins: []),
        kin: sharing ? [(1 - number, all[1 - number])] : [])
    }
    return PartyMatcher(
      watchlist: try WatchlistFile(bytes: builder.finish(knowledge: nil, snapshots: []).bytes),
      reader: PlainNames.reader, policy: .balanced)
  }

  @Test func `what a record's kin says of the birth date counts for it, quoted from the kin`()
    throws
  {
    var subject = Subject(kind: .person, names: ["Karomin Seldu Vantar"])
    subject.birthDates = [
      PartialDate(text: "1990-05-06", start: .init(year: 1990, month: 5, day: 6))
    ]
    let apart = try Self.matcher(sharing: false).session().match(of: subject, withParty: 0)
    let shared = try Self.matcher(sharing: true).session().match(of: subject, withParty: 0)
    #expect(apart.party.text == "bare" && shared.party.text == "bare")
    #expect(apart.reasons.allSatisfy { $0.feature != .birthDate })
    let date = try #require(shared.reasons.first { $0.feature == .birthDate })
    #expect(date.weight < .zero)
    #expect(date.designation.hasSuffix("/dated"))
    #expect(shared.weight < apart.weight)
  }
}
