import FileFormats
import Listings
import NameIndex
import Parties
import QuiviveTestKit
import Testing
import TradeModel

@testable import Watchlist

/// Invented parties for tests of the file.
enum InventedParties {
  static let list = ListID("xx.invented")

  static func designation(
    _ key: String, kind: PartyKind = .organisation, _ names: [ListedName]
  ) throws -> Designation {
    Designation(
      id: DesignationID(list: try #require(list), key: key), kind: kind, names: names,
      place: RecordPlace(file: "invented.csv", line: 1))
  }

  static func three() throws -> [ListedParty] {
    var works = try designation(
      "1",
      [ListedName(.primary, "Karomin Works Ltd"), ListedName(.alias, "KW", strength: .weak)])
    works.identifiers = [Identifier(kind: .registration, value: "77 12-345")]
    works.addresses = [Address(city: "Novaport", country: "xk")]
    works.foundingDates = [PartialDate(text: "2001", start: PartialDate.Point(year: 2001))]
    var worksAgain = try designation("9", [ListedName(.primary, "Karomin Works Ltd")])
    worksAgain.identifiers = [Identifier(kind: .registration, value: "7712345")]
    var person = try designation(
      "2", kind: .person, [ListedName(.primary, "Selda Horzan"), ListedName(.former, "Selda Pelu")])
    person.birthDates = [
      PartialDate(
        text: "3 May 1962", start: PartialDate.Point(year: 1962, month: 5, day: 3), isCirca: true)
    ]
    person.gender = "F"
    person.nationalities = ["Sudria", "xk"]
    var ship = try designation("3", kind: .vessel, [ListedName(.primary, "TESHARO")])
    ship.identifiers = [Identifier(kind: .imo, value: "IMO 9074729")]
    return [
      ListedParty(
        id: ListedPartyID("p1"), kind: .organisation, designations: [works, worksAgain],
        joins: [
          Join(
            first: works.id, second: worksAgain.id,
            reason: .sharedIdentifier(.registration, "7712345"))
        ]),
      ListedParty(id: ListedPartyID("p2"), kind: .person, designations: [person], joins: []),
      ListedParty(id: ListedPartyID("p3"), kind: .vessel, designations: [ship], joins: []),
    ]
  }

  static func compile(_ parties: [ListedParty]) -> CompiledWatchlist {
    var builder = WatchlistBuilder(
      reader: PlainNames.reader,
      readers: WatchlistBuilder.Readers(
        countryCode: { $0 }, describe: \.json))
    for party in parties { builder.add(party) }
    return builder.finish(knowledge: nil, snapshots: [])
  }

  static func many(_ count: Int) throws -> [ListedParty] {
    var names = InventedNames(seed: 5)
    return try (0..<count).map { number in
      ListedParty(
        id: ListedPartyID("n\(number)"), kind: .organisation,
        designations: [
          try designation("n\(number)", [ListedName(.primary, names.name())])
        ], joins: [])
    }
  }
}

struct WatchlistTests {
  @Test func `what was compiled is read back`() throws {
    let list = try WatchlistFile(bytes: InventedParties.compile(try InventedParties.three()).bytes)
    #expect(list.partyCount == 3)
    #expect(list.designationCount == 4)
    let works = try #require(list.party(ListedPartyID("p1")))
    #expect(list.caption(ofParty: works) == "Karomin Works Ltd")
    #expect(list.kind(ofParty: works) == .organisation)
    let names = list.names(ofParty: works)
    #expect(names.map { list.text(ofName: $0) } == ["Karomin Works Ltd", "KW"])
    #expect(names.map { list.name($0).strength } == [.unstated, .weak])
    #expect(list.joinsJSON(ofParty: works)?.contains("7712345") == true)
    let person = try #require(list.party(ListedPartyID("p2")))
    #expect(list.joinsJSON(ofParty: person) == nil)
    let facts = list.facts(ofParty: person).compactMap { list.fact($0) }
    #expect(facts.map(\.text) == ["3 May 1962", "xk", "F"])
    guard case .birthDate(let date) = facts.first?.value else {
      Issue.record("the birth date is missing")
      return
    }
    #expect(date.isCirca)
    #expect(date.start?.iso == "1962-05-03")
    let designation = try #require(list.designation("xx.invented/2"))
    #expect(list.party(ofDesignation: designation) == person)
    #expect(
      list.json(ofDesignation: designation)
        == (try InventedParties.three())[1].designations[0].json.canonical)
    #expect(list.party(ListedPartyID("p4")) == nil)
  }

  @Test func `an identifier leads to its party in any writing`() throws {
    let list = try WatchlistFile(bytes: InventedParties.compile(try InventedParties.three()).bytes)
    func parties(_ kind: Identifier.Kind, _ value: String) throws -> [Int] {
      let key = try #require(IdentifierKey(Identifier(kind: kind, value: value)))
      return list.parties(withIdentifierHash: key.hash)
    }
    #expect(try parties(.imo, "9074729") == [2])
    #expect(try parties(.imoCompany, "9074729") == [])
    #expect(try Set(parties(.tax, "77-12345")) == [0])
  }

  @Test func `the same parties give the same bytes`() throws {
    let parties = try InventedParties.many(200)
    let first = InventedParties.compile(parties)
    let second = InventedParties.compile(parties)
    #expect(first.digest == second.digest)
    #expect(first.bytes == second.bytes)
    let other = InventedParties.compile(parties.reversed())
    #expect(other.digest != first.digest)
  }

  @Test func `a flipped byte is an error, at every place`() throws {
    let bytes = InventedParties.compile(try InventedParties.three()).bytes
    var accepted: [Int] = []
    var damaged = bytes
    for place in bytes.indices {
      damaged[place] ^= 0xFF
      if (try? WatchlistFile(bytes: damaged)) != nil { accepted.append(place) }
      damaged[place] ^= 0xFF
    }
    #expect(accepted == [])
    #expect((try? WatchlistFile(bytes: damaged)) != nil)
  }

  @Test func `a flipped bit is an error, all over a larger file`() throws {
    let bytes = InventedParties.compile(try InventedParties.many(1500)).bytes
    #expect(bytes.count > 200_000)
    var damaged = bytes
    var accepted: [Int] = []
    for place in stride(from: 0, to: bytes.count, by: 509) {
      let bit = UInt8(1 << (place / 509 % 8))
      damaged[place] ^= bit
      if (try? WatchlistFile(bytes: damaged)) != nil { accepted.append(place) }
      damaged[place] ^= bit
    }
    #expect(accepted == [])
  }

  @Test func `a file cut at any length is an error`() throws {
    let bytes = InventedParties.compile(try InventedParties.three()).bytes
    for length in bytes.indices {
      #expect(throws: WatchlistError.self) { try WatchlistFile(bytes: Array(bytes[..<length])) }
    }
    #expect(throws: WatchlistError.self) { try WatchlistFile(bytes: bytes + [0]) }
  }

  @Test(arguments: [
    "", "{\"a\":1}", "PK\u{3}\u{4}", "QUIVIVEW", String(repeating: "x", count: 500),
  ])
  func `a foreign file is an error`(_ text: String) {
    #expect(throws: WatchlistError.self) { try WatchlistFile(bytes: Array(text.utf8)) }
  }

  @Test func `offsets that point outside are errors although the checksum fits`() throws {
    // Whoever writes the file by another program may get checksums right and offsets wrong.
    let bytes = InventedParties.compile(try InventedParties.three()).bytes
    var refused = 0
    for place in stride(from: WatchlistFormat.headerLength, to: bytes.count - 4, by: 4) {
      var damaged = bytes
      for offset in 0..<4 { damaged[place + offset] = 0xEE }
      Self.repairChecksum(&damaged)
      do {
        let list = try WatchlistFile(bytes: damaged)
        Self.readAll(list)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  static func repairChecksum(_ bytes: inout [UInt8]) {
    let checksum = FileChecksum()
    let place = WatchlistFormat.checksumPlace
    bytes.withUnsafeBytes {
      checksum.update(UnsafeRawBufferPointer(rebasing: $0[..<place.lowerBound]))
      checksum.update(UnsafeRawBufferPointer(rebasing: $0[place.upperBound...]))
    }
    var value: [UInt8] = []
    value.appendPacked(checksum.value)
    bytes.replaceSubrange(place, with: value)
  }

  /// Touches everything that can be read; a number that was let through must not lead outside.
  static func readAll(_ list: WatchlistFile) {
    for party in 0..<list.partyCount {
      _ = list.caption(ofParty: party) + list.id(ofParty: party).text
      for fact in list.facts(ofParty: party) { _ = list.fact(fact) }
      for name in list.names(ofParty: party) {
        _ = list.text(ofName: name)
        for unit in list.name(name).units {
          for part in list.index.parts(ofUnit: unit) {
            _ = list.index.text(ofToken: list.index.part(part).token).count
          }
        }
      }
      for designation in list.designations(ofParty: party) {
        _ = list.json(ofDesignation: designation).count
      }
    }
  }

  @Test func `a written file opens, and its name is its digest`() throws {
    let compiled = InventedParties.compile(try InventedParties.three())
    let path =
      "/tmp/quivive-watchlist-\(compiled.digest.short)-\(UInt64.random(in: 0...UInt64.max))"
    defer { TestFiles.remove(path) }
    try compiled.write(to: path)
    let list = try WatchlistFile(opening: path)
    #expect(list.digest == compiled.digest)
    #expect(list.caption(ofParty: 2) == "TESHARO")
    #expect(
      list.digest == SHA256.digest(of: Array(compiled.bytes[WatchlistFormat.headerLength...])))
  }

  @Test func `a missing file is an error that names it`() {
    #expect {
      try WatchlistFile(opening: "/nowhere/at/all.watchlist")
    } throws: { error in
      (error as? WatchlistError)?.description.contains("`/nowhere/at/all.watchlist`") == true
    }
  }
}
