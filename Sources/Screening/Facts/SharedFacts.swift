import FileFormats
import RedFlags
import TradeModel
import Watchlist

/// What parties of different names have in common: with each other, and with listed parties.
struct SharedFacts {
  let parties: [PartyOfDeal]
  let watchlist: WatchlistFile
  let hits: ListHits

  func state(on sheet: inout FactSheet) {
    for party in parties {
      let contacts = party.party.contacts
      guard !contacts.isEmpty else { continue }
      let places = contacts.map { "\(party.path).\($0.path)" }
      if parties.count > 1 {
        sheet.words(
          "party.shared", shared(contacts, of: party), from: places, of: party.path)
      }
      sheet.words(
        "party.shared-with-listed", listed(contacts, of: party), from: places, of: party.path)
    }
  }

  private typealias Contact = Placed<(kind: String, key: String)>

  private func shared(_ contacts: [Contact], of party: PartyOfDeal) -> [Placed<String>] {
    parties.filter { $0.path != party.path && !$0.party.sharesName(with: party.party) }
      .flatMap { other in
        other.party.contacts.flatMap { theirs in
          contacts.filter { $0.value == theirs.value }.flatMap {
            [
              Placed<String>(theirs.value.kind, "\(party.path).\($0.path)"),
              Placed<String>(theirs.value.kind, "\(other.path).\(theirs.path)"),
            ]
          }
        }
      }
  }

  /// Numbers are looked up on the whole watchlist, addresses on the parties that other checks brought
  /// up: the watchlist has no index of addresses.
  private func listed(_ contacts: [Contact], of party: PartyOfDeal) -> [Placed<String>] {
    var shared: [Placed<String>] = []
    let names = Set(party.party.names.map { FoldedText($0).key })
    for contact in contacts {
      let place = "\(party.path).\(contact.path)"
      if contact.value.kind == "address" {
        let own = PlaceWords(
          party.party.addresses.map(\.text).first { FoldedText($0).key == contact.value.key } ?? "")
        if hits.entries.contains(where: {
          $0.addresses.contains { Self.isSame(own, PlaceWords($0)) }
        }) {
          shared.append(("address", place))
        }
      } else if let key = Self.identifier(contact.value), isListed(key, besides: names) {
        shared.append((contact.value.kind, place))
      }
    }
    return shared
  }

  private static func identifier(_ contact: (kind: String, key: String)) -> IdentifierKey? {
    let kind: Identifier.Kind =
      switch contact.kind {
      case "phone": .phone
      case "email": .email
      case "website": .website
      default: .other
      }
    return IdentifierKey(Identifier(kind: kind, value: contact.key))
  }

  /// Whether a listed party of another name has the number.
  private func isListed(_ key: IdentifierKey, besides names: Set<String>) -> Bool {
    watchlist.parties(withIdentifierHash: key.hash).contains { party in
      let isCarried = watchlist.designations(ofParty: party).contains { number in
        guard let record = try? JSONParser.parse(watchlist.json(ofDesignation: number)) else {
          return false
        }
        return (record["identifiers"]?.array ?? []).contains { identifier in
          guard let text = identifier["kind"]?.string, let value = identifier["value"]?.string,
            let kind = Identifier.Kind(rawValue: text)
          else { return false }
          return IdentifierKey(Identifier(kind: kind, value: value)) == key
        }
      }
      return isCarried
        && !watchlist.names(ofParty: party).contains {
          names.contains(FoldedText(watchlist.text(ofName: $0)).key)
        }
    }
  }

  /// Two addresses are the same when they share two words, and every number of the one that has fewer:
  /// two houses of one street share the postal code.
  static func isSame(_ one: PlaceWords, _ other: PlaceWords) -> Bool {
    let (fewer, more) =
      one.numbers.count < other.numbers.count
      ? (one.numbers, other.numbers) : (other.numbers, one.numbers)
    return !fewer.isEmpty && fewer.isSubset(of: more)
      && one.words.intersection(other.words).count >= 2
  }
}
