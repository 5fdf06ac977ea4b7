import Listings
import NameIndex
import Parties
import Testing
import TradeModel

@testable import Watchlist

/// Links between parties, from the records into the file and back.
struct RelationTests {
  private static func compiled() throws -> WatchlistFile {
    var parties = try InventedParties.three()
    var works = parties[0].designations[0]
    works.relations = [
      ListedRelation(type: "Subsidiary", target: .name("Torvelin Bascom, Freight Ltd")),
      ListedRelation(
        type: "Ownership.asset", target: .key("3"), share: 3_333, note: "startDate 2019"),
      ListedRelation(type: "Owned or Controlled By", target: .key("404")),
      ListedRelation(type: "Ownership.asset", target: .key("2"), share: 0),
      ListedRelation(type: "Subsidiary", target: .name("—")),
    ]
    parties[0] = ListedParty(
      id: parties[0].id, kind: parties[0].kind,
      designations: [works] + parties[0].designations.dropFirst(), joins: parties[0].joins)
    var ship = parties[2].designations[0]
    ship.relations = [
      ListedRelation(
        type: "Current owner or operator", target: .name("FREIGHT Torvelin Bascom ltd"))
    ]
    parties[2] = ListedParty(
      id: parties[2].id, kind: parties[2].kind, designations: [ship], joins: [])
    return try WatchlistFile(bytes: InventedParties.compile(parties).bytes)
  }

  @Test func `every relation is read back with all it says`() throws {
    let list = try Self.compiled()
    #expect(list.relationCount == 6)
    let read = (0..<list.relationCount).map { list.relation($0) }
    #expect(
      read.map(\.target) == [
        .name("Torvelin Bascom, Freight Ltd"), .party(2), .name("404"), .party(1), .name("—"),
        .name("FREIGHT Torvelin Bascom ltd"),
      ])
    #expect(read.map(\.share) == [nil, 3_333, nil, 0, nil, nil])
    #expect(read.map(\.note) == [nil, "startDate 2019", nil, nil, nil, nil])
    #expect(read.map(\.type).last == "Current owner or operator")
    #expect(
      read.map { list.id(ofDesignation: $0.designation) }
        == Array(repeating: "xx.invented/1", count: 5) + ["xx.invented/3"])
  }

  @Test func `a party is found by the words of its name, and by no others`() throws {
    let list = try Self.compiled()
    #expect(list.relations(naming: "torvelin bascom freight ltd").map(\.designation) == [0, 3])
    #expect(list.relations(naming: "Torvelin Bascom Freight").isEmpty)
    // A record named by its key is no name.
    #expect(list.relations(naming: "404").map(\.type) == [])
    #expect(list.relations(naming: "—").isEmpty)
    #expect(list.relations(naming: "").isEmpty)
  }

  @Test func `the links of one party are found by its number`() throws {
    let list = try Self.compiled()
    #expect(list.relations(ofParty: 0).count == 5)
    #expect(list.relations(ofParty: 1).isEmpty)
    #expect(list.relations(ofParty: 2).map(\.type) == ["Current owner or operator"])
  }

  @Test func `a list without relations has none`() throws {
    let list = try WatchlistFile(bytes: InventedParties.compile(InventedParties.three()).bytes)
    #expect(list.relationCount == 0)
    #expect(list.relations(naming: "Karomin Works Ltd").isEmpty)
  }

  @Test func `a flipped byte in relations is an error`() throws {
    var bytes = [UInt8]()
    var works = try InventedParties.designation("1", [ListedName(.primary, "Karomin Works Ltd")])
    works.relations = (0..<20).map {
      ListedRelation(type: "Subsidiary", target: .name("Company number \($0)"), share: $0 * 100)
    }
    bytes =
      InventedParties.compile([
        ListedParty(id: ListedPartyID("p"), kind: .organisation, designations: [works], joins: [])
      ]).bytes
    var accepted: [Int] = []
    for place in bytes.indices {
      bytes[place] ^= 0x01
      if (try? WatchlistFile(bytes: bytes)) != nil { accepted.append(place) }
      bytes[place] ^= 0x01
    }
    #expect(accepted == [])
  }
}
