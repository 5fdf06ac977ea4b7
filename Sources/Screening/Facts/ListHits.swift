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

  init(
    findings: [Finding], transaction: Transaction, watchlist: WatchlistFile,
    knowledge: FactKnowledge
  ) {
    let stated = Self.names(of: transaction)
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
      let addresses = records.flatMap {
        ($0["addresses"]?.array ?? []).compactMap { $0["text"]?.string }
      }
      return Entry(
        path: path,
        isExact: Self.hasNumber(hit)
          || !Self.names(of: hit, watchlist).isDisjoint(with: stated[Self.subject(path)] ?? []),
        kinds: kinds.uniqued(),
        programmes: hit.designations.flatMap(\.programmes).flatMap(Self.parts).uniqued(),
        listedOn: hit.designations.flatMap(\.listedOn).map { PartialDate(reading: $0) },
        addresses: addresses,
        isAddressOnly: zip(hit.designations, records).contains { designation, record in
          let name = FoldedText(designation.name).key
          return (record["addresses"]?.array ?? []).contains {
            $0["text"]?.string.map { FoldedText($0).key == name } == true
          }
        })
    }
  }

  private static func hasNumber(_ hit: Hit) -> Bool {
    hit.match.reasons.contains { $0.feature == .identifier && $0.weight.tenthsOfBit > 0 }
  }

  /// Every name of the listed party, folded.
  private static func names(of hit: Hit, _ watchlist: WatchlistFile) -> Set<String> {
    guard let party = watchlist.party(hit.match.party) else { return [] }
    return Set(watchlist.names(ofParty: party).map { FoldedText(watchlist.text(ofName: $0)).key })
  }

  /// `parties[1].owners[0]` of `parties[1].owners[0].names[1]`.
  private static func subject(_ path: String) -> String {
    path.split(separator: ".").prefix { !$0.hasPrefix("names") && !$0.hasPrefix("identifiers") }
      .joined(separator: ".")
  }

  /// The folded names of everybody in the transaction, by path.
  private static func names(of transaction: Transaction) -> [String: Set<String>] {
    var names: [String: Set<String>] = [:]
    func add(_ party: Party, _ path: String) {
      names[path] = Set(party.names.map { FoldedText($0).key })
      for (index, owner) in party.owners.enumerated() {
        add(owner.party, "\(path).owners[\(index)]")
      }
      for (index, officer) in party.officers.enumerated() {
        add(officer.party, "\(path).officers[\(index)]")
      }
    }
    for (index, party) in transaction.parties.enumerated() { add(party, "parties[\(index)]") }
    return names
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
