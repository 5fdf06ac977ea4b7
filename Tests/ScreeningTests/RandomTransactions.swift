import TradeModel

/// Transactions from a seed, of sound and of broken facts.
enum RandomTransactions {
  private static let names = [
    "Varteshol Briganzan Industries", "TESHARO PIONEER", "Boulangerie Exemple inc.", "", "  ",
    "شرکت نمونه", "示例公司", "x", "Dulomir Kazanport Optronics Ltd", "O\u{301}",
    String(repeating: "ab ", count: 90),
  ]
  private static let places = [
    "FR", "Iran", "Tehran, Iran", "ул. Ленина 5, Севастополь", "Korea", "Nowherania", "", "US",
    "Congo", "KP", "Rue de Niort 4", "RU", "🏳️", "UA-CRIMEA", "Hong Kong", "de",
  ]
  private static let commodities = [
    "8542.31", "85", "9014.20.80", "abc", "", "8417.20", "7208", "1",
  ]
  private static let codes = [
    "2B001.b.2", "EAR99", "1.A.1", "9A012", "not listed", "0Z999", "%%", "", "II.A2.002", "9A991",
  ]
  private static let numbers = [
    Identifier(kind: .imo, value: "9074729"), Identifier(kind: .lei, value: InventedLists.lei),
    Identifier(kind: .imo, value: "1"), Identifier(kind: .other, value: ""),
    Identifier(kind: .aircraftTail, value: "EP-XXX"),
  ]

  typealias Random = RandomNumberGenerator

  private static func some<T>(
    _ values: [T], upTo most: Int, _ random: inout some Random
  ) -> [T] {
    (0..<Int.random(in: 0...most, using: &random)).compactMap { _ in
      values.randomElement(using: &random)
    }
  }

  private static func maybe<T>(_ values: [T], _ random: inout some Random) -> T? {
    Bool.random(using: &random) ? values.randomElement(using: &random) : nil
  }

  static func party(depth: Int, using random: inout some Random) -> Party {
    let below = depth > 0 ? Int.random(in: 0...2, using: &random) : 0
    return Party(
      kind: PartyKind.allCases.randomElement(using: &random) ?? .unknown,
      names: some(names, upTo: 2, &random), roles: some(PartyRole.allCases, upTo: 3, &random),
      addresses: some(places, upTo: 1, &random).map { Address(country: $0) }
        + some(places, upTo: 1, &random).map { Address(country: "Iran", text: $0) },
      countries: some(places, upTo: 2, &random), identifiers: some(numbers, upTo: 2, &random),
      gender: maybe(["F", "?"], &random),
      owners: (0..<below).map { _ in Owner(party: party(depth: depth - 1, using: &random)) },
      officers: (0..<below).map { _ in Officer(party: party(depth: depth - 1, using: &random)) })
  }

  static func transaction(using random: inout some Random) -> Transaction {
    Transaction(
      supply: SupplyKind.allCases.randomElement(using: &random),
      parties: (0..<Int.random(in: 0...3, using: &random)).map { _ in
        party(depth: 2, using: &random)
      },
      items: (0..<Int.random(in: 0...3, using: &random)).map { _ in
        Item(
          description: maybe(names, &random), kind: maybe(ItemKind.allCases, &random),
          commodityCode: maybe(commodities, &random),
          controlCodes: some(codes, upTo: 3, &random).map { StatedControlCode(code: $0) },
          maker: maybe(names, &random), origin: maybe(places, &random))
      },
      route: Route(
        legs: (0..<Int.random(in: 0...2, using: &random)).map { _ in
          Leg(
            from: maybe(places, &random), to: maybe(places, &random),
            via: some(places, upTo: 2, &random), carrier: maybe(names, &random),
            vessel: Bool.random(using: &random)
              ? CarryingVessel(
                name: maybe(names, &random), flag: maybe(places, &random),
                identifiers: some(numbers, upTo: 2, &random)) : nil)
        }),
      endUse: EndUse(
        statement: maybe(names, &random), nature: maybe(EndUse.Nature.allCases, &random),
        location: maybe(places, &random)),
      exportCountry: maybe(places, &random), destinationCountry: maybe(places, &random),
      payment: Payment(
        payer: maybe(names, &random), payerCountry: maybe(places, &random),
        bank: maybe(names, &random), bankCountry: maybe(places, &random)))
  }
}
