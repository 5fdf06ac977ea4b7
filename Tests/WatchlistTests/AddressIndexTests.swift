import FileFormats
import Listings
import Parties
import QuiviveTestKit
import Testing
import TradeModel

@testable import Watchlist

/// When two addresses are the same, and how a listed one is found.
struct AddressIndexTests {
  /// The words of the bundled table.
  static let words = Result {
    let path = TestFiles.root + "/Knowledge/Lexicons/address-words.csv"
    var table = CSVReader(try #require(TestFiles.bytes(at: path)))
    var words: [(String, AddressWords.Role)] = []
    while let row = try table.nextRow() {
      if let role = AddressWords.Role(rawValue: row[1]) { words.append((row[0], role)) }
    }
    return AddressWords(words)
  }

  @Sendable static func country(_ text: String) -> String? {
    [
      "iran": "IR", "ir": "IR", "hong kong": "HK", "hk": "HK", "china": "CN", "cn": "CN",
      "singapore": "SG", "uae": "AE", "france": "FR", "russia": "RU", "austria": "AT",
    ][text.lowercased()]
  }

  static func form(_ text: String) throws -> AddressForm {
    AddressForm(text, words: try words.get(), country: country)
  }

  struct Pair: CustomTestStringConvertible, Sendable {
    let one: String
    let other: String
    let isSame: Bool
    var testDescription: String { "\(one) | \(other)" }
    init(_ one: String, _ other: String, _ isSame: Bool) {
      self.one = one
      self.other = other
      self.isSame = isSame
    }
  }

  private static let base = "77 Corundum Street, Tehran, Iran"

  static let pairs = [
    Pair(base, base, true),
    Pair(base, "No. 77, Corundum St., Tehran", true),
    Pair(base, "CORUNDUM STREET 77, 1511943 TEHRAN, IR", true),
    Pair(base, "Unit 4, 77 Corundum Street, District 6, Tehran Iran", true),
    Pair(base, "79 Corundum Street, Tehran, Iran", false),
    Pair(base, "7 Corundum Street, Tehran, Iran", false),
    Pair(base, "77 Feldspar Street, Tehran, Iran", false),
    Pair(base, "77 Corundum Street, Tabriz, Iran", false),
    Pair("77 Corundum Street, Tehran Iran", "77 Corundum Street, Tabriz Iran", false),
    Pair(base, "77 Corundum Street, Tehran, France", false),
    Pair(base, "77 Corundum Street, Iran", false),
    Pair(base, "Tehran, Iran", false),
    Pair("Tehran, Iran", "Tehran, Iran", false),
    Pair("Iran", "Iran", false),
    Pair("District 6, Tehran, Iran", "District 6, Tehran, Iran", false),
    Pair("1010 Wien, Austria", "1010 Wien, Austria", false),
    Pair(
      "Hauptstrasse 5, 1010 Wien, Austria", "Ringstrasse 9, 1010 Wien, Austria", false),
    // Rooms and floors that differ are other addresses; one that says none may be either.
    Pair(
      "Room 5, 12 Ka Yip Street, Chai Wan, Hong Kong",
      "Room 9, 12 Ka Yip Street, Chai Wan, Hong Kong", false),
    Pair(
      "Room 5, 7/F, Nice Building, 12 Ka Yip Street, Chai Wan, Hong Kong",
      "12 Ka Yip St, Chai Wan, Hong Kong, China", true),
    Pair(
      "12 Ka Yip Street, Chai Wan, Hong Kong", "12 Sun Yip Street, Chai Wan, Hong Kong", false),
    Pair(
      "12 Ka Yip Street, Chai Wan, Hong Kong", "12 Ka Wah Street, Chai Wan, Hong Kong", false),
    Pair("77-79 Ubi Crescent, Singapore", "79 Ubi Crescent, Singapore 408600, Singapore", true),
    // Post boxes, with their town.
    Pair("P.O. Box 4711, Ajman, UAE", "PO Box 4711, Ajman", true),
    Pair("P.O. Box 4711, Ajman, UAE", "PO Box 4712, Ajman, UAE", false),
    Pair("P.O. Box 4711, Ajman, UAE", "PO Box 4711, Sharjah, UAE", false),
    Pair("P.O. Box 4711, UAE", "P.O. Box 4711, UAE", false),
    // Other scripts and languages.
    Pair("ул. Ленина, д. 5, Омск, Russia", "Омск, улица Ленина, 5", true),
    Pair("ул. Ленина, д. 5, Омск", "ул. Ленина, д. 5, Томск", false),
    Pair("5, rue de la Paix, Lyon, France", "5 rue de la Paix, 69002 Lyon", true),
    Pair("上海市中山路77号", "中山路77号, 上海市", true),
    Pair("上海市中山路77号", "上海市南京路77号", false),
    Pair("", "", false),
    Pair("77", "77", false),
  ]

  @Test(arguments: pairs)
  func `two addresses are one by street, number and town, either way round`(_ pair: Pair) throws {
    let (one, other) = (try Self.form(pair.one), try Self.form(pair.other))
    #expect(one.isSame(as: other) == pair.isSame)
    #expect(other.isSame(as: one) == pair.isSame)
    if pair.isSame { #expect(!one.hashes.isDisjoint(with: other.hashes)) }
  }

  private static func compiled() throws -> (WatchlistFile, [UInt8]) {
    var builder = WatchlistBuilder(
      reader: PlainNames.reader,
      readers: WatchlistBuilder.Readers(
        countryCode: country, describe: \.json, addressWords: try words.get()))
    for (number, texts) in [
      [base, "Tehran, Iran"], ["P.O. Box 4711, Ajman, UAE"], ["Corundum Street 77, Tehran"],
      ["Iran"],
    ].enumerated() {
      var designation = try InventedParties.designation(
        "\(number)", [ListedName(.primary, "Karomin Works \(number)")])
      designation.addresses = texts.map { Address(text: $0) }
      builder.add(
        ListedParty(
          id: ListedPartyID("p\(number)"), kind: .organisation, designations: [designation],
          joins: []))
    }
    let bytes = builder.finish(knowledge: nil, snapshots: []).bytes
    return (try WatchlistFile(bytes: bytes), bytes)
  }

  @Test func `a listed address is found by all who have it, a town by nobody`() throws {
    let (list, _) = try Self.compiled()
    let words = try Self.words.get()
    func found(_ text: String) throws -> [String] {
      list.addresses(sameAs: try Self.form(text), words: words, country: Self.country)
        .map { list.id(ofDesignation: $0.designation) }
    }
    #expect(try found("77, Corundum St, Tehran") == ["xx.invented/0", "xx.invented/2"])
    #expect(try found("POB 4711, Ajman") == ["xx.invented/1"])
    #expect(try found("Tehran, Iran") == [])
    #expect(try found("Iran") == [])
    #expect(list.description.addressWords == words.version)
    #expect(!words.version.isEmpty)
  }

  @Test func `without words there is no index, and the file says so`() throws {
    let list = try WatchlistFile(bytes: InventedParties.compile(InventedParties.three()).bytes)
    #expect(list.addressKeyCount == 0)
    #expect(list.description.addressWords == "")
  }

  @Test func `an index that points outside or is out of order is refused`() throws {
    let (list, bytes) = try Self.compiled()
    #expect(list.addressKeyCount >= 3)
    var refused = 0
    for place in stride(from: WatchlistFormat.headerLength, to: bytes.count - 4, by: 4) {
      var damaged = bytes
      for offset in 0..<4 { damaged[place + offset] = 0xEE }
      WatchlistTests.repairChecksum(&damaged)
      guard let list = try? WatchlistFile(bytes: damaged) else {
        refused += 1
        continue
      }
      for text in [Self.base, "POB 4711, Ajman"] {
        _ = list.addresses(
          sameAs: try Self.form(text), words: try Self.words.get(), country: Self.country)
      }
    }
    #expect(refused > 100)
  }
}
