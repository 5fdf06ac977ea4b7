import FileFormats
import Screening
import TradeModel
import TransactionIntake

/// A party of a transaction on its way into another system's form: where it stands, and what hit it.
struct ExportedParty {
  /// Where the party stands in the input: `parties[1].owners[0]`.
  let path: String
  let party: Party
  /// The path of the party that it holds or directs; `nil` for a party of the transaction itself.
  let parent: String?
  /// The share that it holds of the parent, as stated.
  let share: String?
  /// The position that it has at the parent, as stated; `nil` for owners.
  let position: String?
  let isOfficer: Bool

  /// All parties named in the dossier's input, each before its owners and officers.
  ///
  /// - Throws: ``ExchangeError`` when the dossier's input cannot be read as a transaction.
  static func all(in dossier: Dossier) throws(ExchangeError) -> [ExportedParty] {
    guard let request = dossier.request else {
      throw ExchangeError("the dossier states no input, day or policy")
    }
    let transaction: Transaction
    do {
      transaction = try TransactionReader().read(Array(request.input.utf8)).transaction
    } catch {
      throw ExchangeError("the input of the dossier cannot be read: \(error.description)")
    }
    var found: [ExportedParty] = []
    func add(
      _ party: Party, _ path: String, parent: String?, share: String? = nil,
      position: String? = nil, isOfficer: Bool = false
    ) {
      found.append(
        ExportedParty(
          path: path, party: party, parent: parent, share: share, position: position,
          isOfficer: isOfficer))
      for (place, owner) in party.owners.enumerated() {
        add(owner.party, "\(path).owners[\(place)]", parent: path, share: owner.share?.text)
      }
      for (place, officer) in party.officers.enumerated() {
        add(
          officer.party, "\(path).officers[\(place)]", parent: path, position: officer.position,
          isOfficer: true)
      }
    }
    for (place, party) in transaction.parties.enumerated() {
      add(party, "parties[\(place)]", parent: nil)
    }
    return found
  }

  /// Whether a finding's fact lies in this party and not in an owner or officer of it.
  func holds(_ fact: String) -> Bool {
    guard fact == path || fact.hasPrefix(path + ".") else { return false }
    let rest = fact.dropFirst(path.count)
    return !rest.hasPrefix(".owners") && !rest.hasPrefix(".officers")
  }
}

/// A hit of a dossier, for other systems' forms.
struct ExportedHit {
  let finding: String
  let facts: [String]
  let caption: String
  let score: Int
  let sentence: String
  let designations: [(id: String, list: String, programmes: [String], published: String)]

  /// The hits of a dossier in the order of its findings.
  static func all(in dossier: Dossier) -> [ExportedHit] {
    (dossier["findings"]?.array ?? []).compactMap { finding in
      guard let hit = finding["hit"], let id = finding["id"]?.string,
        let caption = hit["caption"]?.string, let score = hit["score"]?.int
      else { return nil }
      return ExportedHit(
        finding: id, facts: (finding["facts"]?.array ?? []).compactMap(\.string),
        caption: caption, score: score, sentence: finding["title"]?["en"]?.string ?? "",
        designations: (hit["designations"]?.array ?? []).map { designation in
          (
            designation["id"]?.string ?? "", designation["list"]?.string ?? "",
            (designation["programmes"]?.array ?? []).compactMap(\.string),
            designation["published"]?.string ?? ""
          )
        })
    }
  }
}
