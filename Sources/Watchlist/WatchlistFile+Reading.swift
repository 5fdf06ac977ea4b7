public import Listings
import NameIndex
public import Parties
public import TradeModel

/// A name in a watchlist.
public struct CompiledName: Hashable, Sendable {
  /// The number of the party.
  public let party: Int
  /// The number of the first designation that publishes it.
  public let designation: Int
  /// How it stands to the party.
  public let kind: ListedName.Kind
  /// The greatest strength that any list gives it.
  public let strength: ListedName.Strength
  /// Its readings in the index.
  public let units: Range<Int>
}

extension WatchlistFile {
  /// Parties are numbered from 0.
  public var partyCount: Int { partyRecords.count - 1 }
  /// Names are numbered from 0, those of one party in a row.
  public var nameCount: Int { nameRecords.count - 1 }
  /// Designations are numbered from 0, those of one party in a row.
  public var designationCount: Int { designationRecords.count }

  /// The stable id of a numbered party.
  public func id(ofParty party: Int) -> ListedPartyID {
    ListedPartyID(text(partyRecords, party, 0))
  }

  /// The display name of the first designation.
  public func caption(ofParty party: Int) -> String {
    text(partyRecords, party, 2)
  }

  /// The kind of a numbered party.
  public func kind(ofParty party: Int) -> PartyKind {
    Self.kinds[partyRecords[party, 4]]
  }

  /// Numbers of names, those of the first designation first.
  public func names(ofParty party: Int) -> Range<Int> { run(party, 5) }
  /// Numbers of facts, for ``fact(_:)``.
  public func facts(ofParty party: Int) -> Range<Int> { run(party, 6) }
  /// Numbers of designations, in order of id.
  public func designations(ofParty party: Int) -> Range<Int> { run(party, 7) }

  /// Why the designations of the party are held to be one, as canonical JSON; `nil` for a single one.
  public func joinsJSON(ofParty party: Int) -> String? {
    let text = text(partyRecords, party, 8)
    return text.isEmpty ? nil : text
  }

  /// The name with that number.
  public func name(_ name: Int) -> CompiledName {
    CompiledName(
      party: nameRecords[name, 2], designation: nameRecords[name, 3],
      kind: Self.nameKinds[nameRecords[name, 4] % Self.nameKinds.count],
      strength: Self.strengths[nameRecords[name, 5] % Self.strengths.count],
      units: nameRecords[name, 6]..<nameRecords[name + 1, 6])
  }

  /// Whether the lists that publish the name all call it weak, without the rest.
  public func isWeak(name: Int) -> Bool {
    nameRecords[name, 5] == Self.weakStrength
  }

  /// Whether the name is an alias or a former name, without the rest.
  public func isAlias(name: Int) -> Bool {
    let kind = nameRecords[name, 4]
    return kind == Self.aliasKind || kind == Self.formerKind
  }

  private static let aliasKind = nameKinds.firstIndex(of: .alias) ?? -1
  private static let formerKind = nameKinds.firstIndex(of: .former) ?? -1

  /// What `read` makes of the first characters of the name as published, sixteen bytes at most, without
  /// making a text of the whole.
  public func firstScalars<Result>(
    ofName name: Int, _ read: (String.UnicodeScalarView) -> Result
  ) -> Result {
    let start = nameRecords[name, 0]
    let end = start + min(15, nameRecords[name, 1])
    return read(String(decoding: textPool.buffer(start..<end), as: UTF8.self).unicodeScalars)
  }

  private static let weakStrength = strengths.firstIndex(of: .weak) ?? -1

  /// The party of a name, without the rest.
  @inline(__always)
  public func party(ofName name: Int) -> Int {
    nameRecords[name, 2]
  }

  /// The name as published.
  public func text(ofName name: Int) -> String {
    text(nameRecords, name, 0)
  }

  /// `us.ofac.sdn/12345`.
  public func id(ofDesignation designation: Int) -> String {
    text(designationRecords, designation, 0)
  }

  /// The whole designation as canonical JSON. Empty, which is no JSON, only when the file was made
  /// wrong: damage is found when it is opened.
  public func json(ofDesignation designation: Int) -> [UInt8] {
    let start = designationRecords[designation, 2]
    return designationText.text(start..<(start + designationRecords[designation, 3])) ?? []
  }

  /// The number of the party that the designation belongs to.
  public func party(ofDesignation designation: Int) -> Int {
    designationRecords[designation, 4]
  }

  /// The number of the party of that id. - Complexity: O(log *n*).
  public func party(_ id: ListedPartyID) -> Int? {
    find(id.text, in: partyOrder) { self.id(ofParty: $0).text }
  }

  /// The number of the designation of that id. - Complexity: O(log *n*).
  public func designation(_ id: String) -> Int? {
    find(id, in: designationOrder) { self.id(ofDesignation: $0) }
  }

  /// The parties that carry an identifier whose key hashes to `hash`; compare the texts afterwards.
  public func parties(withIdentifierHash hash: UInt64) -> [Int] {
    var place = identifierHashes.lowerBound(hash, in: 0..<identifierHashes.count)
    var parties: [Int] = []
    while place < identifierHashes.count, identifierHashes[place] == hash {
      parties.append(identifierParties[place])
      place += 1
    }
    return parties
  }

  /// A packed fact; `nil` only for a record that the opening check refuses.
  public func fact(_ fact: Int) -> ListedFact? {
    let text = text(factRecords, fact, 6)
    return value(ofFact: fact, text: text).map {
      ListedFact(value: $0, text: text, designation: factRecords[fact, 3])
    }
  }

  /// Whether ``value(ofFact:text:)`` can tell what a packed fact says.
  func isFact(_ fact: Int) -> Bool {
    let value = UInt8(truncatingIfNeeded: factRecords[fact, 4])
    return switch factRecords[fact, 0] {
    case 1, 2, 3, 6, 7: true
    case 4: ListedFact.Gender(rawValue: value) != nil
    case 5: factRecords[fact, 1] < Self.identifierKinds.count
    case 8: ListedFact.Tonnage(rawValue: value) != nil
    default: false
    }
  }

  /// What a packed fact says, with the text as published; `nil` where ``fact(_:)`` is.
  func value(ofFact fact: Int, text: String) -> ListedFact.Value? {
    guard isFact(fact) else { return nil }
    let (a, b) = (UInt32(factRecords[fact, 4]), UInt32(factRecords[fact, 5]))
    switch factRecords[fact, 0] {
    case 1, 2:
      let flags = factRecords[fact, 2]
      let date = PartialDate(
        text: text, start: PartialDate.Point(packed: a), end: PartialDate.Point(packed: b),
        isCirca: flags & 1 == 1, calendar: flags & 2 == 2 ? .islamic : .gregorian)
      return factRecords[fact, 0] == 1 ? .birthDate(date) : .foundingDate(date)
    case 3: return .country(TerritoryID(packed: a))
    case 4:
      return ListedFact.Gender(rawValue: UInt8(truncatingIfNeeded: a)).map { .gender($0) }
    case 5:
      return .identifier(
        Self.identifierKinds[factRecords[fact, 1]], hash: UInt64(b) << 32 | UInt64(a))
    case 6: return .address
    case 7: return .birthPlace
    case 8:
      return ListedFact.Tonnage(rawValue: UInt8(truncatingIfNeeded: a)).map { .tonnage($0, Int(b)) }
    default: return nil
    }
  }

  static let kinds: [PartyKind] = [.unknown, .person, .organisation, .vessel, .aircraft]
  static let nameKinds = ListedName.Kind.allCases
  static let strengths = ListedName.Strength.allCases
  static let identifierKinds = Identifier.Kind.allCases

  private func run(_ party: Int, _ field: Int) -> Range<Int> {
    partyRecords[party, field]..<partyRecords[party + 1, field]
  }

  func text(_ records: PackedTable, _ record: Int, _ field: Int) -> String {
    let start = records[record, field]
    return String(
      decoding: textPool.buffer(start..<(start + records[record, field + 1])), as: UTF8.self)
  }

  private func find(
    _ id: String, in order: PackedNumbers, text: (Int) -> String
  ) -> Int? {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) >> 1
      if text(order[middle]).utf8.lexicographicallyPrecedes(id.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < order.count, text(order[low]) == id else { return nil }
    return order[low]
  }
}
