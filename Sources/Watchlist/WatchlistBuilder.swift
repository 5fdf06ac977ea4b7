public import FileFormats
public import Listings
import NameAnalysis
public import NameIndex
public import Parties
public import TradeModel

/// Compiles listed parties into a watchlist, one after the other.
///
/// It keeps packed records only, so a party may be given back as soon as it was added. The same
/// parties in the same order, with the same reader and description, give the same bytes.
public struct WatchlistBuilder {
  /// How countries as published become codes, and designations become text.
  public struct Readers: Sendable {
    /// ISO 3166 alpha-2 code of a country as written; any other answer says that it is not known.
    public let countryCode: @Sendable (String) -> String?
    /// The whole designation, every field.
    public let describe: @Sendable (Designation) -> JSONValue
    /// By which addresses are taken apart; with none they cannot be looked up.
    public let addressWords: AddressWords

    public init(
      countryCode: @escaping @Sendable (String) -> String?,
      describe: @escaping @Sendable (Designation) -> JSONValue,
      addressWords: AddressWords = .none
    ) {
      self.countryCode = countryCode
      self.describe = describe
      self.addressWords = addressWords
    }
  }

  private let reader: NameReader
  private let readers: Readers
  private var index: NameIndexBuilder
  private var parties: [UInt32] = []
  private var names: [UInt32] = []
  private var unitNames: [UInt32] = []
  private var facts: [UInt32] = []
  private var designations: [UInt32] = []
  private var designationText = CompressedTexts()
  private var identifiers: [(hash: UInt64, party: UInt32)] = []
  private var text = TextPool()
  private var partyIDs: [String] = []
  private var designationIDs: [String] = []
  private var relations = RelationPacking()
  private var addresses: [(hash: UInt32, fact: UInt32)] = []

  public init(reader: NameReader, readers: Readers) {
    self.reader = reader
    self.readers = readers
    index = NameIndexBuilder(model: reader.tokens)
  }

  /// How many parties were added.
  public var partyCount: Int { partyIDs.count }

  /// Packs a party with its names, facts and designations.
  ///
  /// - Parameter kin: designations, by their numbers in the order of adding, that the source itself calls
  ///   the same subject as this party while it keeps them apart. What they say besides names and
  ///   numbers is known of this party too.
  public mutating func add(
    _ party: ListedParty, kin: [(number: Int, designation: Designation)] = []
  ) {
    let number = UInt32(partyIDs.count)
    partyIDs.append(party.id.text)
    let caption = party.designations.first?.displayName ?? party.id.text
    text.beginParty()
    let firstID = party.designations.first?.id.description ?? ""
    parties.append(contentsOf: text.add(party.id.text, endOf: firstID))
    parties.append(contentsOf: text.add(caption))
    parties.append(UInt32(WatchlistFile.kinds.firstIndex(of: party.kind) ?? 0))
    parties.append(UInt32(names.count / WatchlistFormat.nameFields))
    parties.append(UInt32(facts.count / WatchlistFormat.factFields))
    parties.append(UInt32(designationIDs.count))
    parties.append(
      contentsOf: party.joins.isEmpty ? [0, 0] : text.add(Self.json(of: party.joins)))
    let first = UInt32(designationIDs.count)
    addNames(of: party, number: number, firstDesignation: first)
    var seen: Set<PackedFact> = []
    for (offset, designation) in party.designations.enumerated() {
      addDesignation(designation, party: number)
      for fact in PackedFact.all(of: designation, countryCode: readers.countryCode)
      where seen.insert(fact).inserted {
        facts.append(contentsOf: [
          UInt32(fact.type), fact.kind, fact.flags, first + UInt32(offset), fact.a, fact.b,
        ])
        facts.append(contentsOf: text.addCommon(fact.text))
        if let hash = fact.identifierHash { identifiers.append((hash, number)) }
        if fact.isAddress { addKeys(ofAddress: fact.text) }
      }
    }
    for (kinNumber, designation) in kin {
      for fact in PackedFact.all(of: designation, countryCode: readers.countryCode)
      where fact.identifierHash == nil && seen.insert(fact).inserted {
        facts.append(contentsOf: [
          UInt32(fact.type), fact.kind, fact.flags, UInt32(kinNumber), fact.a, fact.b,
        ])
        facts.append(contentsOf: text.addCommon(fact.text))
      }
    }
  }

  /// Notes by what the address that was packed last is looked up.
  private mutating func addKeys(ofAddress text: String) {
    guard readers.addressWords != .none else { return }
    let fact = UInt32(facts.count / WatchlistFormat.factFields - 1)
    let form = AddressForm(text, words: readers.addressWords, country: readers.countryCode)
    addresses += form.hashes.map { ($0, fact) }
  }

  /// The names of all designations, equal texts once, with the greatest strength any list gives them.
  private mutating func addNames(
    of party: ListedParty, number: UInt32, firstDesignation: UInt32
  ) {
    var kept: [(name: ListedName, designation: UInt32, strength: ListedName.Strength)] = []
    var places: [String: Int] = [:]
    for (offset, designation) in party.designations.enumerated() {
      for name in designation.names where !name.text.isEmpty {
        if let place = places[name.text] {
          if kept[place].strength == .weak { kept[place].strength = name.strength }
        } else {
          places[name.text] = kept.count
          kept.append((name, firstDesignation + UInt32(offset), name.strength))
        }
      }
    }
    for (name, designation, strength) in kept {
      let nameNumber = UInt32(names.count / WatchlistFormat.nameFields)
      names.append(contentsOf: text.add(name.text))
      names.append(contentsOf: [number, designation])
      names.append(UInt32(WatchlistFile.nameKinds.firstIndex(of: name.kind) ?? 0))
      names.append(UInt32(WatchlistFile.strengths.firstIndex(of: strength) ?? 0))
      names.append(UInt32(index.unitCount))
      let analysed = reader.analyse(name.text, party.kind)
      for reading in analysed.readings {
        _ = index.add(
          reading, weights: reading.parts.map { reader.weight($0, analysed.kind) })
        unitNames.append(nameNumber)
      }
    }
  }

  private mutating func addDesignation(_ designation: Designation, party: UInt32) {
    let id = designation.id.description
    relations.add(designation, number: UInt32(designationIDs.count), text: &text)
    designationIDs.append(id)
    designations.append(contentsOf: text.add(id))
    let json = readers.describe(designation).canonical
    designations.append(contentsOf: [designationText.add(json), UInt32(json.count), party])
  }

  /// Ends the compilation.
  public consuming func finish(
    knowledge: Digest?, snapshots: [WatchlistDescription.Snapshot]
  ) -> CompiledWatchlist {
    let description = WatchlistDescription(
      nameModel: reader.version, addressWords: readers.addressWords.version, knowledge: knowledge,
      snapshots: snapshots)
    parties.append(contentsOf: [
      0, 0, 0, 0, 0, UInt32(names.count / WatchlistFormat.nameFields),
      UInt32(facts.count / WatchlistFormat.factFields), UInt32(designationIDs.count), 0, 0,
    ])
    names.append(contentsOf: [0, 0, 0, 0, 0, 0, UInt32(index.unitCount)])
    identifiers.sort { $0 < $1 }
    addresses.sort { $0 < $1 }
    let packed = relations.finish(
      partyOfDesignation: Dictionary(
        zip(
          designationIDs,
          stride(
            from: WatchlistFormat.designationFields - 1, to: designations.count,
            by: WatchlistFormat.designationFields
          ).map { designations[$0] }),
        uniquingKeysWith: { first, _ in first }))
    designationText.close()
    var writer = SectionWriter()
    func add(_ section: WatchlistFormat.Section, _ numbers: [UInt32], _ fields: Int) {
      writer.add(section.rawValue, [UInt8](packingRows: numbers, fields: fields))
    }
    writer.add(WatchlistFormat.Section.description.rawValue, description.json.canonical)
    add(.parties, parties, WatchlistFormat.partyFields)
    add(.names, names, WatchlistFormat.nameFields)
    add(.unitNames, unitNames, 1)
    add(.facts, facts, WatchlistFormat.factFields)
    add(.designations, designations, WatchlistFormat.designationFields)
    writer.add(WatchlistFormat.Section.identifierHashes.rawValue, identifiers.map(\.hash))
    add(.identifierParties, identifiers.map(\.party), 1)
    add(.relations, packed.rows, WatchlistFormat.relationFields)
    writer.add(WatchlistFormat.Section.relationHashes.rawValue, packed.byName.map(\.hash))
    add(.relationOrder, packed.byName.map(\.relation), 1)
    writer.add(WatchlistFormat.Section.addressHashes.rawValue, addresses.map(\.hash))
    add(.addressFacts, addresses.map(\.fact), 1)
    add(.partyOrder, Self.order(of: partyIDs), 1)
    add(.designationOrder, Self.order(of: designationIDs), 1)
    writer.add(WatchlistFormat.Section.text.rawValue, chunks: text.bytes.chunks)
    writer.add(
      WatchlistFormat.Section.designationText.rawValue, chunks: designationText.blocks.chunks)
    writer.add(WatchlistFormat.Section.designationBlocks.rawValue, designationText.starts)
    writer.add(WatchlistFormat.Section.nameIndex.rawValue, index.finish())
    return CompiledWatchlist(writer)
  }

  private static func order(of ids: [String]) -> [UInt32] {
    (0..<UInt32(ids.count)).sorted { (a: UInt32, b: UInt32) -> Bool in
      ids[Int(a)].utf8.lexicographicallyPrecedes(ids[Int(b)].utf8)
    }
  }

  private static func json(of joins: [Join]) -> String {
    let values = joins.map { join -> JSONValue in
      let reason: JSONValue =
        switch join.reason {
        case .sharedIdentifier(let kind, let value):
          .members(["identifier": .string(kind.rawValue), "value": .string(value)])
        case .sameNameAndDate(let name, let date):
          .members(["date": .string(date), "name": .string(name)])
        case .publishersKey(let key): .members(["publishersKey": .string(key)])
        }
      return .members([
        "first": .string(join.first.description), "reason": reason,
        "second": .string(join.second.description),
      ])
    }
    return String(decoding: JSONValue.array(values).canonical, as: UTF8.self)
  }
}
