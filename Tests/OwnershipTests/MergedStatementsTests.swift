import Testing

@testable import Ownership

/// How several statements on the same two parties become one link.
struct MergedStatementsTests {
  private func say(
    _ share: ClosedRange<Int>?, _ source: String = "a", _ date: String? = nil,
    kind: OwnershipKind = .shares
  ) -> OwnershipStatement {
    OwnershipStatement(
      owner: 0, owned: 1, kind: kind, share: share, source: source, date: date, place: "row")
  }

  private func merge(_ statements: OwnershipStatement...) throws -> OwnershipLink {
    try #require(MergedStatements(statements).links.first)
  }

  @Test func `of one source the newest stands`() throws {
    let link = try merge(say(6_000...6_000, "a", "2019"), say(1_000...1_000, "a", "2024-05-01"))
    #expect(link.share == 1_000...1_000)
  }

  @Test func `what one source says of one day adds up, the same row twice does not`() throws {
    #expect(try merge(say(3_000...3_000), say(2_500...2_500)).share == 5_500...5_500)
    #expect(try merge(say(3_000...3_000), say(3_000...3_000)).share == 3_000...3_000)
    #expect(try merge(say(8_000...8_000), say(7_000...7_000)).share == 10_000...10_000)
  }

  @Test func `several sources bound what is possible, and say so when they contradict`() throws {
    let merged = MergedStatements([say(2_000...3_000, "a"), say(4_000...5_000, "b")])
    #expect(merged.links.map(\.share) == [2_000...5_000])
    #expect(merged.contradictory == [0])
    let agreeing = MergedStatements([say(2_000...4_000, "a"), say(3_000...5_000, "b")])
    #expect(agreeing.links.map(\.share) == [2_000...5_000])
    #expect(agreeing.contradictory == [])
  }

  @Test func `a statement that is silent on the share takes nothing from one that is not`() throws {
    #expect(try merge(say(nil, "a"), say(3_000...3_000, "b")).share == 3_000...3_000)
    #expect(try merge(say(nil, "a")).share == 0...10_000)
    let both = try merge(say(3_000...3_000, "a"), say(nil, "b", kind: .ownedOrControlled))
    #expect(both.share == 3_000...3_000)
    #expect(both.control == .certain)
  }

  @Test func `control without shares holds no share`() throws {
    for kind in [OwnershipKind.control, .office, .goldenShare] {
      #expect(try merge(say(nil, kind: kind)).share == 0...0)
    }
    #expect(try merge(say(nil, kind: .control)).control == .certain)
    #expect(try merge(say(nil, kind: .office)).control == .possible)
  }
}
