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
  public var partyCount: Int { partyRecords.count / WatchlistFormat.partyWords - 1 }
  /// Names are numbered from 0, those of one party in a row.
  public var nameCount: Int { nameRecords.count / WatchlistFormat.nameWords - 1 }
  /// Designations are numbered from 0, those of one party in a row.
  public var designationCount: Int {
    designationRecords.count / WatchlistFormat.designationWords
  }

  /// The stable id of a numbered party.
  public func id(ofParty party: Int) -> ListedPartyID {
    ListedPartyID(text(partyRecords, party * WatchlistFormat.partyWords))
  }

  /// The display name of the first designation.
  public func caption(ofParty party: Int) -> String {
    text(partyRecords, party * WatchlistFormat.partyWords + 2)
  }

  /// The kind of a numbered party.
  public func kind(ofParty party: Int) -> PartyKind {
    Self.kinds[Int(partyRecords[party * WatchlistFormat.partyWords + 4])]
  }

  /// Numbers of names, those of the first designation first.
  public func names(ofParty party: Int) -> Range<Int> { run(party, 5) }
  /// Numbers of facts, for ``fact(_:)``.
  public func facts(ofParty party: Int) -> Range<Int> { run(party, 6) }
  /// Numbers of designations, in order of id.
  public func designations(ofParty party: Int) -> Range<Int> { run(party, 7) }

  /// Why the designations of the party are held to be one, as canonical JSON; `nil` for a single one.
  public func joinsJSON(ofParty party: Int) -> String? {
    let text = text(partyRecords, party * WatchlistFormat.partyWords + 8)
    return text.isEmpty ? nil : text
  }

  /// The name with that number.
  public func name(_ name: Int) -> CompiledName {
    let record = name * WatchlistFormat.nameWords
    let tags = nameRecords[record + 4]
    return CompiledName(
      party: Int(nameRecords[record + 2]), designation: Int(nameRecords[record + 3]),
      kind: Self.nameKinds[Int(tags & 0xFF) % Self.nameKinds.count],
      strength: Self.strengths[Int(tags >> 8) % Self.strengths.count],
      units: Int(nameRecords[record + 5])..<Int(nameRecords[record + 5 + WatchlistFormat.nameWords])
    )
  }

  /// The party of a name, without the rest.
  @inline(__always)
  public func party(ofName name: Int) -> Int {
    Int(nameRecords[name &* WatchlistFormat.nameWords &+ 2])
  }

  /// The name as published.
  public func text(ofName name: Int) -> String {
    text(nameRecords, name * WatchlistFormat.nameWords)
  }

  /// `us.ofac.sdn/12345`.
  public func id(ofDesignation designation: Int) -> String {
    text(designationRecords, designation * WatchlistFormat.designationWords)
  }

  /// The whole designation as canonical JSON. Empty, which is no JSON, only when the file was made
  /// wrong: damage is found when it is opened.
  public func json(ofDesignation designation: Int) -> [UInt8] {
    let record = designation * WatchlistFormat.designationWords
    let start = Int(designationRecords[record + 2])
    return designationText.text(start..<(start + Int(designationRecords[record + 3]))) ?? []
  }

  /// The number of the party that the designation belongs to.
  public func party(ofDesignation designation: Int) -> Int {
    Int(designationRecords[designation * WatchlistFormat.designationWords + 4])
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
      parties.append(Int(identifierParties[place]))
      place += 1
    }
    return parties
  }

  /// A packed fact; `nil` only for a record that the opening check refuses.
  public func fact(_ fact: Int) -> ListedFact? {
    let record = fact * WatchlistFormat.factWords
    let text = text(factRecords, record + 4)
    return value(ofFact: fact, text: text).map {
      ListedFact(value: $0, text: text, designation: Int(factRecords[record + 1]))
    }
  }

  /// Whether ``value(ofFact:text:)`` can tell what a packed fact says.
  func isFact(_ fact: Int) -> Bool {
    let record = fact * WatchlistFormat.factWords
    let tags = factRecords[record]
    return switch tags & 0xFF {
    case 1, 2, 3: true
    case 4:
      ListedFact.Gender(rawValue: UInt8(truncatingIfNeeded: factRecords[record + 2])) != nil
    case 5: Int(tags >> 8 & 0xFF) < Self.identifierKinds.count
    case 6, 7: true
    case 8:
      ListedFact.Tonnage(rawValue: UInt8(truncatingIfNeeded: factRecords[record + 2])) != nil
    default: false
    }
  }

  /// What a packed fact says, with the text as published; `nil` where ``fact(_:)`` is.
  func value(ofFact fact: Int, text: String) -> ListedFact.Value? {
    guard isFact(fact) else { return nil }
    let record = fact * WatchlistFormat.factWords
    let tags = factRecords[record]
    let (a, b) = (factRecords[record + 2], factRecords[record + 3])
    switch tags & 0xFF {
    case 1, 2:
      let date = PartialDate(
        text: text, start: PartialDate.Point(packed: a), end: PartialDate.Point(packed: b),
        isCirca: tags >> 16 & 1 == 1, calendar: tags >> 16 & 2 == 2 ? .islamic : .gregorian)
      return tags & 0xFF == 1 ? .birthDate(date) : .foundingDate(date)
    case 3: return .country(TerritoryID(packed: a))
    case 4:
      guard let gender = ListedFact.Gender(rawValue: UInt8(truncatingIfNeeded: a)) else {
        return nil
      }
      return .gender(gender)
    case 5:
      let kind = Int(tags >> 8 & 0xFF)
      guard kind < Self.identifierKinds.count else { return nil }
      return .identifier(Self.identifierKinds[kind], hash: UInt64(b) << 32 | UInt64(a))
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

  private func run(_ party: Int, _ word: Int) -> Range<Int> {
    let place = party * WatchlistFormat.partyWords + word
    return Int(partyRecords[place])..<Int(partyRecords[place + WatchlistFormat.partyWords])
  }

  private func text(_ records: PackedArray<UInt32>, _ word: Int) -> String {
    let start = Int(records[word])
    return String(
      decoding: textPool.buffer(start..<(start + Int(records[word + 1]))), as: UTF8.self)
  }

  private func find(
    _ id: String, in order: PackedArray<UInt32>, text: (Int) -> String
  ) -> Int? {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) >> 1
      if text(Int(order[middle])).utf8.lexicographicallyPrecedes(id.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < order.count, text(Int(order[low])) == id else { return nil }
    return Int(order[low])
  }
}
