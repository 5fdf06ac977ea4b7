import Listings
import Parties
import QuiviveTestKit
import Testing
import TradeModel

struct PartyIDTests {
  private func person(_ key: String, _ passports: String...) -> Designation {
    var designation = Designation.sample("aa.one", key, .person)
    designation.identifiers = passports.map { .passport("A10000\($0)") }
    return designation
  }

  @Test func `a party keeps its id when the designation that gave it is delisted`() {
    let before = PartyJoiner.parties(from: [person("1", "7"), person("2", "7")])
    #expect(before.parties.map(\.id.text) == ["aa.one/1"])
    let after = PartyJoiner.parties(from: [person("2", "7")], ids: before.grouping.ids)
    #expect(after.parties.map(\.id.text) == ["aa.one/1"])
    #expect(after.grouping.ids.party(for: "aa.one/2").text == "aa.one/1")
  }

  @Test func `a merged party has the older id, and both are found`() {
    let before = PartyJoiner.parties(
      from: [person("2", "7"), person("3", "7"), person("4", "8"), person("5", "8")])
    #expect(before.parties.map(\.id.text) == ["aa.one/2", "aa.one/4"])
    let after = PartyJoiner.parties(
      from: [person("3", "7"), person("5", "8", "7")], ids: before.grouping.ids)
    #expect(after.parties.map(\.id.text) == ["aa.one/2"])
    for old in ["2", "3", "4", "5"] {
      #expect(after.grouping.ids.party(for: "aa.one/\(old)").text == "aa.one/2")
    }
  }

  @Test func `a party that falls apart leaves its id with the designation that gave it`() {
    let designations = [person("1", "7"), person("2", "7")]
    let before = PartyJoiner.parties(from: designations)
    let pair = DesignationPair(designations[0].id, designations[1].id)
    let after = PartyJoiner.parties(from: designations, undone: [pair], ids: before.grouping.ids)
    #expect(after.parties.map(\.id.text) == ["aa.one/1", "aa.one/2"])
    #expect(after.grouping.ids.party(for: "aa.one/2").text == "aa.one/2")
  }

  @Test func `no id stands for two parties, whatever comes and goes`() {
    var random = SeededGenerator(seed: 7)
    var ids = PartyIDMap()
    for round in 0..<60 {
      let designations = (10..<40).compactMap { key in
        random.next(below: 4) == 0
          ? nil
          : person("\(key)", "\(10 + random.next(below: 30))", "\(10 + random.next(below: 60))")
      }
      let pairs = (0..<4).map { _ in
        DesignationPair(
          designations[random.next(below: designations.count)].id,
          designations[random.next(below: designations.count)].id)
      }
      let found = PartyJoiner.parties(from: designations, undone: Set(pairs), ids: ids)
      #expect(Set(found.parties.map(\.id)).count == found.parties.count, "seed 7, round \(round)")
      for party in found.parties {
        for designation in party.designations {
          #expect(found.grouping.ids.party(of: designation.id) == party.id, "round \(round)")
        }
      }
      ids = found.grouping.ids
      #expect(PartyIDMap(pairs: ids.pairs) == ids)
    }
    #expect(ids.count > 0)
  }

  @Test func `a map that points upwards is refused`() {
    #expect(PartyIDMap(pairs: [(old: "a", new: "b")]) == nil)
  }
}
