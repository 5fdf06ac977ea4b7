import FileFormats
import Listings
import Matching
import QuiviveTestKit
import Rescreening
import Testing
import TradeModel
import Watchlist

struct ScreeningBasisTests {
  private static func basis(
    policy: MatchPolicy = .balanced, engine: String = "1"
  ) throws -> ScreeningBasis {
    ScreeningBasis(
      try Portfolios.watchlist([Portfolios.designation(1, .person, ["A B"])]), policy: policy,
      engine: engine)
  }

  @Test func `only another watchlist is bridged by a delta`() throws {
    let basis = try Self.basis()
    let other = ScreeningBasis(
      try Portfolios.watchlist([]), policy: .balanced, engine: "1")
    #expect(other.watchlist != basis.watchlist)
    #expect(other.reasonForFull(after: basis) == nil)
    #expect(try Self.basis(policy: .strict).reasonForFull(after: basis) == .policy)
    #expect(try Self.basis(engine: "2").reasonForFull(after: basis) == .engine)
  }

  @Test func `what the ledger keeps is read back`() throws {
    let basis = try Self.basis()
    #expect(ScreeningBasis(json: basis.json) == basis)
    #expect(ScreeningBasis(json: .members(["watchlist": "x"])) == nil)
  }
}
