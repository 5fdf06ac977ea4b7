import FileFormats
import TradeModel

/// Reads the Consolidated Canadian Autonomous Sanctions List (SEMA and JVCFOA), XML, in the element
/// names of 2022 and of 2025.
public struct SEMAImporter: ListImporter {
  public static let format = ListFormat.canadaSEMA

  public init() {}

  /// The root is called `data-set` and nothing more, so the first record is looked at too.
  public static func recognises(_ file: ListFile) -> Bool {
    guard XMLRecordReader.root(of: file.bytes)?.name == "data-set" else { return false }
    let reader = XMLRecordReader(Array(file.bytes.prefix(1 << 13)))
    let first = try? reader.next { name, depth in depth == 2 && name == "Country" }
    var event = first
    while case .open(let opening)? = event, opening.depth < 2 {
      event = try? reader.next { name, depth in depth == 2 && name == "Country" }
    }
    guard case .record? = event else { return false }
    return true
  }

  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try XMLRecordReader.opening(snapshot.file) { $0.name == "data-set" }
    var account = XMLListAccount(Self.format, snapshot)
    while let event = try reader.next(
      of: snapshot.file, isRecord: { name, depth in depth == 1 && name == "record" })
    {
      guard case .record(let node, _) = event else { continue }
      let record = SEMARecord(node: node)
      account.add(
        node, key: record.key, keyField: "LastName or EntityOrShip", from: reader, take: take
      ) {
        Self.fill(&$0, from: record)
      }
    }
    return try account.finish()
  }

  private static func fill(_ draft: inout XMLRecordDraft, from record: SEMARecord) {
    let isShip = record.imoNumber != nil
    draft.designation.kind = isShip ? .vessel : record.isPerson ? .person : .organisation
    if let name = record.name {
      let parts: [ListedName.Part?] =
        record.isPerson
        ? [
          record.givenName.map { ListedName.Part(.given, $0) },
          record.lastName.map { ListedName.Part(.family, $0) },
        ] : []
      draft.designation.names = [ListedName(.primary, name, parts: parts.compactMap(\.self))]
    }
    let aliases = record.aliasParts
    draft.designation.names += aliases.map { ListedName(.alias, $0) }
    // Where to split was judged, so the cell stays.
    if aliases.count > 1 { draft.attribute("Aliases", record.aliases) }
    if let date = record.date {
      let dates = PublishedDate.readAll(date.lowercasedOr).map { draft.checked($0, "DateOfBirth") }
      if record.isPerson {
        draft.designation.birthDates = dates
      } else {
        draft.designation.foundingDates = dates
      }
    }
    if let title = record.title {
      if isShip {
        var vessel = VesselData()
        vessel.type = title
        draft.designation.vessel = vessel
      } else {
        draft.designation.titles = [title]
      }
    }
    if let number = record.imoNumber {
      draft.designation.publishedIdentifierCount = 1
      draft.designation.identifiers = [
        Identifier(kind: .imo, value: number, label: "ShipIMONumber")
      ]
    }
    draft.designation.programmes = [record.country].compactMap(\.self)
    let place = [
      record.schedule.map { "Schedule \($0)" }, record.item.map { "Item \($0)" },
    ].compactMap(\.self)
    if let country = record.country {
      draft.designation.legalBases = [
        LegalBasis(([country] + place).joined(separator: ", "))
      ]
    }
    draft.attribute("Schedule", record.schedule)
    draft.attribute("Item", record.item)
    if let day = record.dateOfListing {
      draft.designation.listedOn = [draft.checked(PublishedDate.read(day), "DateOfListing")]
    }
    draft.keepRest(of: record.node, known: SEMARecord.known)
  }
}

extension String {
  /// The text with ` OR ` between alternatives in lower case, as everywhere else in the list.
  fileprivate var lowercasedOr: String {
    split(separator: " ").map { $0 == "OR" ? "or" : $0 }.joined(separator: " ")
  }
}
