import FileFormats
import TradeModel

/// Reads the overall list of sanctioned individuals, entities and organisations of the Swiss State
/// Secretariat for Economic Affairs, `swiss-sanctions-list` XML.
public struct SECOImporter: ListImporter {
  public static let format = ListFormat.swissSECO

  public init() {}

  public static func recognises(_ file: ListFile) -> Bool {
    XMLRecordReader.root(of: file.bytes).map(isRoot) ?? false
  }

  private static func isRoot(_ root: XMLRecordReader.Opening) -> Bool {
    root.name == "swiss-sanctions-list"
  }

  /// An amendment is refused unless a person accepts an incomplete list; a de-listed target becomes an
  /// issue, because its record stands in the file and gives no designation.
  public func report(
    on snapshot: ListSnapshot, take: (Designation) -> Void
  ) throws(ListFormatError) -> ImportReport {
    let reader = try XMLRecordReader.opening(snapshot.file, isRoot: Self.isRoot)
    var account = XMLListAccount(Self.format, snapshot)
    var references: SECOReferences?
    while let event = try reader.next(
      of: snapshot.file, isRecord: { name, depth in depth == 1 })
    {
      switch event {
      case .open(let opening):
        guard opening.depth == 0 else { continue }
        let date = opening[attribute: "date"]
        account.state(date: date, day: date.flatMap { Day(iso: $0.prefix(10)) })
        if let type = opening[attribute: "list-type"], type != "whole-list" {
          try account.object(
            ListFormatError(
              .amendment,
              "`\(snapshot.file.name)` has the list type `\(type)`: changes to a list, not the list"
            ),
            in: snapshot)
        }
        references = try SECOReferences(reading: snapshot.file)
      case .record(let node, _):
        guard node.name == "target", let references else { continue }
        let record = SECORecord(node: node)
        account.add(node, key: record.ssid, keyField: "ssid", from: reader, take: take) {
          SECOTarget(record: record, references: references).fill(&$0)
        }
      }
    }
    return try account.finish()
  }
}
