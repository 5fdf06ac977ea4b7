public import TradeModel

/// The stable name of a designation: the list and the publisher's own key on it.
public struct DesignationID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The list on which it stands.
  public let list: ListID
  /// The publisher's key; where a list has none, the importer's documented stand-in.
  public let key: String

  public init(list: ListID, key: String) {
    self.list = list
    self.key = key
  }

  /// `us.ofac.sdn/12345`.
  public var description: String { "\(list)/\(key)" }
  public static func < (lhs: DesignationID, rhs: DesignationID) -> Bool {
    (lhs.list, lhs.key) < (rhs.list, rhs.key)
  }
}

/// One authority's act of placing one party under one or more of its programmes, with everything the
/// record says.
///
/// A party listed by three authorities has three designations. Nothing is overwritten: values are as
/// published, and what has no field of its own stands in ``attributes`` or ``remarks``.
public struct Designation: Hashable, Sendable, Identifiable {
  /// Stable between snapshots as far as the publisher's key is.
  public let id: DesignationID
  /// `unknown` when the list does not say.
  public var kind: PartyKind
  /// Every published name, the primary name first.
  public var names: [ListedName]
  /// As published: honorifics, offices.
  public var titles: [String] = []
  /// Every published one, each with its own precision.
  public var birthDates: [PartialDate] = []
  /// As published.
  public var birthPlaces: [String] = []
  /// Founding dates of organisations, building dates of vessels and aircraft.
  public var foundingDates: [PartialDate] = []
  /// As published: name or code.
  public var nationalities: [String] = []
  /// As published: word or letter.
  public var gender: String?
  /// As published, each with its text.
  public var addresses: [Address] = []
  /// Numbers that the list gives as the party's own.
  public var identifiers: [Identifier] = []
  /// For vessels.
  public var vessel: VesselData?
  /// For aircraft.
  public var aircraft: AircraftData?
  /// The authority's codes, verbatim: `NPWMD`, `IRAN-TRA`.
  public var programmes: [String] = []
  /// What follows, as published: asset freeze, licence requirement, denial of export privileges.
  public var measures: [String] = []
  /// The instruments under which the party is listed.
  public var legalBases: [LegalBasis] = []
  /// When the authority listed it, by its own statement.
  public var listedOn: [PartialDate] = []
  /// When the authority changed the record, by its own statement.
  public var updatedOn: [PartialDate] = []
  /// The end the publisher gives, as on the Denied Persons List.
  public var endsOn: PartialDate?
  /// Free text, whole and verbatim.
  public var remarks: [String] = []
  /// Published label and value of what has no field here.
  public var attributes: [Attribute] = []
  /// Links to other parties that the record states.
  public var relations: [ListedRelation] = []
  /// How many items the list prints in its identifier place, before they were sorted into
  /// ``identifiers``, ``attributes``, ``measures`` and others.
  public var publishedIdentifierCount = 0
  /// Where the record stands in the file.
  public var place: RecordPlace

  public init(id: DesignationID, kind: PartyKind, names: [ListedName], place: RecordPlace) {
    self.id = id
    self.kind = kind
    self.names = names
    self.place = place
  }

  /// The first primary name, or else the first name.
  public var displayName: String {
    (names.first { $0.kind == .primary } ?? names.first)?.text ?? id.key
  }
}

/// A labelled value as published.
public struct Attribute: Hashable, Sendable {
  /// The publisher's word.
  public let label: String
  /// Verbatim.
  public let value: String
  public init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

/// The instrument under which a party is listed.
public struct LegalBasis: Hashable, Sendable {
  /// As published: number and title of the instrument.
  public let text: String
  /// Of the instrument, where stated.
  public let date: PartialDate?
  /// Where the publisher says that it can be read.
  public let address: String?
  public init(_ text: String, date: PartialDate? = nil, address: String? = nil) {
    self.text = text
    self.date = date
    self.address = address
  }
}

/// What a list says of a ship; numbers stand in ``Designation/identifiers``.
public struct VesselData: Hashable, Sendable {
  /// Tanker, bulk carrier; as published.
  public var type: String?
  /// As published.
  public var flag: String?
  /// As published.
  public var formerFlags: [String] = []
  /// As published: names, not joined with other records.
  public var owners: [String] = []
  /// Deadweight, as published, with its unit if any.
  public var tonnage: String?
  /// As published.
  public var grossTonnage: String?
  /// As published.
  public var length: String?
  public init() {}
}

/// What a list says of an aircraft; numbers stand in ``Designation/identifiers``.
public struct AircraftData: Hashable, Sendable {
  /// Type and make, as published.
  public var model: String?
  /// Who flies it, as published.
  public var operatorName: String?
  public init() {}
}

/// A link to another party that a record states in a field, by a fixed mark or in prose.
public struct ListedRelation: Hashable, Sendable {
  /// Whom a relation leads to.
  public enum Target: Hashable, Sendable {
    /// The key of another record of the same list.
    case key(String)
    /// A name as text; resolved, if at all, by whoever joins parties.
    case name(String)
    /// A name as text that one record of the same list has and no other, with its key.
    case record(name: String, key: String)
  }

  /// The publisher's word: `Linked To`, `Owned or Controlled By`, `Parent company`.
  public let type: String
  /// The other party.
  public let target: Target
  /// Ownership in hundredths of a percent, where stated.
  public let share: Int?
  /// What else the record says of the link.
  public let note: String?
  /// The sentence from which the link was read; `nil` for one that stands in a field.
  public let quote: String?

  public init(
    type: String, target: Target, share: Int? = nil, note: String? = nil, quote: String? = nil
  ) {
    self.type = type
    self.target = target
    self.share = share
    self.note = note
    self.quote = quote
  }
}

/// Where a record stands in the published file.
public struct RecordPlace: Hashable, Sendable, CustomStringConvertible {
  /// Without folders.
  public let file: String
  /// Counted from 1, where the format has lines.
  public let line: Int?
  /// Sheet and row, or element path, where lines do not tell.
  public let path: String?

  public init(file: String, line: Int? = nil, path: String? = nil) {
    self.file = file
    self.line = line
    self.path = path
  }

  /// `alt.csv:3`, `list.xlsx:Sheet 4 row 17`.
  public var description: String {
    [file, line.map(String.init), path].compactMap(\.self).joined(separator: ":")
  }
}
