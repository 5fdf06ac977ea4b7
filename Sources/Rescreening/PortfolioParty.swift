public import FileFormats
public import Matching
public import TradeModel

/// A party of the portfolio as its owner states it, under a stable id.
///
/// The record is kept whole, in the form of a question of `quivive match`: `id`, `name` or `names`,
/// `schema`, and `props` with FollowTheMoney properties.
public struct PortfolioParty: Hashable, Sendable {
  /// The owner's own id of the party; never changes.
  public let id: String
  /// The record as canonical JSON.
  public let record: [UInt8]
  /// What is asked.
  public let subject: Subject
  /// What of the record is not compared, or could not be read: shown at import.
  public let remarks: [Remark]

  /// Something in a record that a person should know of.
  public enum Remark: Hashable, Sendable, Comparable {
    /// A member of the record, or a property, that is kept and not compared.
    case notCompared(String)
    /// A value of that property that is kept and could not be read.
    case unreadable(String)
  }

  /// SHA-256 of the record: another one is another state of the party.
  public var digest: Digest { SHA256.digest(of: record) }

  /// Reads a record.
  ///
  /// - Throws: ``PortfolioRecordError`` when it has no id, no name, or a member of another kind than it
  ///   should be.
  public init(_ json: JSONValue) throws(PortfolioRecordError) {
    guard json.object != nil else { throw PortfolioRecordError("the record is no object") }
    guard let id = json["id"]?.string, !id.isEmpty else {
      throw PortfolioRecordError("the record has no `id` that is a text")
    }
    guard id.utf8.count <= Self.longestID else {
      throw PortfolioRecordError("the id has more than \(Self.longestID) bytes")
    }
    let props = json["props"] ?? .object([])
    guard let properties = props.object else {
      throw PortfolioRecordError("`props` is \(props.kindName), an object was expected")
    }
    for property in properties {
      guard Self.texts(property.value) != nil else {
        throw PortfolioRecordError(
          "`\(property.name)` is \(property.value.kindName), a text or several were expected")
      }
    }
    var names: [String] = []
    for value in [json["name"], json["names"]] + Self.nameProperties.map({ props[$0] }) {
      guard let value else { continue }
      guard let texts = Self.texts(value) else {
        throw PortfolioRecordError("a name is \(value.kindName), a text was expected")
      }
      for text in texts where !text.isEmpty && !names.contains(text) { names.append(text) }
    }
    guard !names.isEmpty else { throw PortfolioRecordError("the record has no name") }
    self.id = id
    record = json.canonical
    subject = Subject(
      schema: json["schema"]?.string ?? "LegalEntity", names: names, properties: props)
    remarks = Self.remarks(on: json, properties, subject)
  }

  /// Where further names stand among the properties.
  public static let nameProperties = ["name", "alias", "weakAlias", "previousName"]
  /// Longer ones are taken for a file of another form.
  private static let longestID = 512
  private static let members: Set = ["id", "name", "names", "schema", "props"]
  private static let schemas: Set = [
    "Person", "Organization", "Company", "PublicBody", "Vessel", "Airplane", "LegalEntity",
  ]

  /// One text or several; `nil` for anything else.
  private static func texts(_ value: JSONValue) -> [String]? {
    if let text = value.string { return [text] }
    guard let array = value.array else { return nil }
    let texts = array.compactMap(\.string)
    return texts.count == array.count ? texts : nil
  }

  private static func remarks(
    on json: JSONValue, _ properties: [JSONValue.Member], _ subject: Subject
  ) -> [Remark] {
    var remarks: Set<Remark> = []
    for member in json.object ?? [] where !members.contains(member.name) {
      remarks.insert(.notCompared(member.name))
    }
    for property in properties
    where !Subject.properties.contains(property.name) && !nameProperties.contains(property.name) {
      remarks.insert(.notCompared("props.\(property.name)"))
    }
    if let schema = json["schema"], !(schema.string.map(schemas.contains) ?? false) {
      remarks.insert(.unreadable("schema"))
    }
    for date in subject.birthDates + subject.foundingDates where !date.isReadable {
      remarks.insert(
        .unreadable(subject.birthDates.contains(date) ? "birthDate" : "incorporationDate"))
    }
    if subject.countries.contains(where: { TerritoryID(alpha2: $0) == nil }) {
      remarks.insert(.unreadable("country"))
    }
    return remarks.sorted()
  }
}

/// Why a record is no party of a portfolio.
public struct PortfolioRecordError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Lower case, no period, input in backticks; never the party's name.
  public let description: String
  init(_ description: String) { self.description = description }
}
