import Listings
import Parties
import Rescreening
import Testing
import TradeModel
import Watchlist

struct ListChangeTests {
  private static func designations() -> [Designation] {
    (0..<4).map { Portfolios.designation($0, .person, ["Karomin Seldu \($0)"]) }
  }

  private static func change(_ edit: (inout [Designation]) -> Void) throws -> ListChange {
    var after = designations()
    edit(&after)
    return ListChange(
      from: try Portfolios.watchlist(designations()), to: try Portfolios.watchlist(after))
  }

  @Test func `a record that only moved in its file did not change`() throws {
    let change = try Self.change { $0.insert(Portfolios.designation(9, .person, ["New"]), at: 0) }
    #expect(change.changed == [0])
    #expect(change.added == 1)
    #expect(change.removed.isEmpty)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let edit: @Sendable (inout Designation) -> Void
  }

  @Test(arguments: [
    Case(testDescription: "name") { $0.names.append(ListedName(.alias, "Other")) },
    Case(testDescription: "strength") {
      $0.names[0] = ListedName(.primary, $0.names[0].text, strength: .weak)
    },
    Case(testDescription: "birth date") { $0.birthDates = [PartialDate(reading: "1961")] },
    Case(testDescription: "programme, which is not compared") { $0.programmes = ["P"] },
    Case(testDescription: "remark") { $0.remarks = ["text with \"place\":1, in it"] },
    Case(testDescription: "country") { $0.nationalities = ["IR"] },
    Case(testDescription: "kind") { $0.kind = .organisation },
  ])
  func `a party whose record says something else is changed`(_ case: Case) throws {
    let change = try Self.change { `case`.edit(&$0[2]) }
    #expect(change.changed == [2])
    #expect(change.added == 0)
  }

  @Test func `a party that is gone is removed, with the one that has its designation now`() throws {
    let old = try Portfolios.watchlist(Self.designations())
    let gone = try Self.change { $0.remove(at: 1) }
    #expect(gone.removed == [ListedPartyID("xx.invented/1"): []])
    #expect(gone.changed.isEmpty)

    var builder = Self.builder()
    let all = Self.designations()
    builder.add(
      ListedParty(
        id: ListedPartyID(all[0].id.description), kind: .person, designations: [all[0], all[1]],
        joins: []))
    let joined = try WatchlistFile(bytes: builder.finish(knowledge: nil, snapshots: []).bytes)
    let change = ListChange(from: old, to: joined)
    #expect(change.removed[ListedPartyID("xx.invented/1")] == [ListedPartyID("xx.invented/0")])
    #expect(change.removed[ListedPartyID("xx.invented/3")] == [])
    #expect(change.changed == [0])
  }

  @Test func `one watchlist and itself have nothing between them`() throws {
    let watchlist = try Portfolios.watchlist(Self.designations())
    #expect(ListChange(from: watchlist, to: watchlist).isEmpty)
    #expect(ListChange(from: watchlist, to: try Portfolios.watchlist(Self.designations())).isEmpty)
  }

  private static func builder() -> WatchlistBuilder {
    WatchlistBuilder(
      reader: Portfolios.reader,
      readers: WatchlistBuilder.Readers(countryCode: { $0 }, describe: \.json))
  }
}
