import FileFormats
import Matching
import TradeModel
import Watchlist

/// The list hits that the screening of parties found, by the subject they are of.
struct ListHits {
  /// What a hit says, as far as facts need it.
  struct Entry {
    /// The path of the fact that matched: `parties[1].owners[0].names[0]`.
    let path: String
    let isExact: Bool
    /// The kinds of the lists.
    let kinds: [String]
    let programmes: [String]
    let listedOn: [PartialDate]
    /// The addresses of the designations.
    let addresses: [String]
    /// Whether a designation has an address and no name of its own but that address.
    let isAddressOnly: Bool
  }

  let entries: [Entry]

  init(findings: [Finding], watchlist: WatchlistFile, knowledge: FactKnowledge) {
    entries = findings.filter { $0.kind == .listHit }.compactMap { finding in
      guard let hit = finding.hit, let path = finding.facts.first else { return nil }
      let records = hit.designations.compactMap { designation in
        watchlist.designation(designation.id).flatMap {
          try? JSONParser.parse(watchlist.json(ofDesignation: $0))
        }
      }
      let kinds = zip(hit.designations, records).map { designation, record in
        knowledge.listKind(
          String(designation.id.prefix { $0 != "/" }), parts: PartyScreening.parts(record))
      }
      let names = hit.designations.map { FoldedText($0.name).key }
      let addresses = records.flatMap {
        ($0["addresses"]?.array ?? []).compactMap { $0["text"]?.string }
      }
      return Entry(
        path: path,
        isExact: hit.match.reasons.contains {
          $0.feature == .identifier && $0.weight.tenthsOfBit > 0
        }
          || names.contains { name in
            hit.match.reasons.contains { FoldedText($0.subjectValue).key == name }
          },
        kinds: kinds.uniqued(),
        programmes: hit.designations.flatMap(\.programmes).flatMap(Self.parts).uniqued(),
        listedOn: hit.designations.flatMap(\.listedOn).map { PartialDate(reading: $0) },
        addresses: addresses,
        isAddressOnly: zip(names, records).contains { name, record in
          (record["addresses"]?.array ?? []).contains {
            $0["text"]?.string.map { FoldedText($0).key == name } == true
          }
        })
    }
  }

  /// `[NPWMD] [IFSR]` and `NPWMD; IFSR` are two programmes.
  private static func parts(_ programme: String) -> [String] {
    let parts = programme.split { "[];,".contains($0) }.map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return parts.filter { !$0.isEmpty }
  }

  /// The hits of the party, owner or officer at `path` itself.
  func of(_ path: String) -> [Entry] {
    entries.filter { entry in
      guard entry.path.hasPrefix("\(path).") else { return entry.path == path }
      let rest = entry.path.dropFirst(path.count + 1)
      return !rest.hasPrefix("owners[") && !rest.hasPrefix("officers[")
    }
  }
}
