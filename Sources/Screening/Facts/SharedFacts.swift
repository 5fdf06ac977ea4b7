import FileFormats
import RedFlags
import TradeModel
import Watchlist

/// What parties of different names have in common: with each other, and with listed parties.
struct SharedFacts {
  let parties: [PartyOfDeal]
  let watchlist: WatchlistFile
  let hits: ListHits
  let addresses: ListedAddresses

  func state(on sheet: inout FactSheet) {
    for party in parties {
      let contacts = party.party.contacts
      guard !contacts.isEmpty else { continue }
      let places = contacts.map { "\(party.path).\($0.path)" }
      if parties.count > 1 {
        sheet.words(
          "party.shared", shared(contacts, of: party), from: places, of: party.path)
      }
      let listed = listed(contacts, of: party)
      sheet.words(
        "party.shared-with-listed", listed.map(\.shared), from: places, of: party.path)
      for sentence in listed.compactMap(\.sentence) {
        sheet.note("party.shared-with-listed", sentence, of: party.path)
      }
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

  /// What is shared, with a sentence that says with whom.
  private typealias Listed = (shared: Placed<String>, sentence: BilingualText?)

  /// Numbers and addresses are looked up on the whole watchlist. An address that cannot be is compared
  /// with those of the parties that other checks brought up.
  private func listed(_ contacts: [Contact], of party: PartyOfDeal) -> [Listed] {
    var shared: [Listed] = []
    let names = Set(party.party.names.map { FoldedText($0).key })
    for contact in contacts {
      let place = "\(party.path).\(contact.path)"
      if contact.value.kind == "address" {
        let text =
          party.party.addresses.map(\.text).first { FoldedText($0).key == contact.value.key } ?? ""
        let found = addresses.found(text)
        let others = (found ?? []).filter { !isNamed($0.party, names) }
        if !others.isEmpty {
          shared.append((("address", place), ListedAddresses.sentence(place, others)))
        } else if found == nil,
          hits.entries.contains(where: {
            $0.addresses.contains { Self.isSame(PlaceWords(text), PlaceWords($0)) }
          })
        {
          shared.append((("address", place), nil))
        }
      } else if let key = Self.identifier(contact.value),
        let owner = listedOwner(of: key, besides: names)
      {
        shared.append(((contact.value.kind, place), Self.sentence(place, owner)))
      }
    }
    return shared
  }

  private static func sentence(
    _ place: String, _ owner: (caption: String, designation: String)
  ) -> BilingualText {
    BilingualText(
      en: "\(place) is also of “\(owner.caption)” (\(owner.designation)).",
      fr: "\(place) est aussi de « \(owner.caption) » (\(owner.designation)).")
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

  /// The first listed party of another name that has the number.
  private func listedOwner(
    of key: IdentifierKey, besides names: Set<String>
  ) -> (caption: String, designation: String)? {
    for party in watchlist.parties(withIdentifierHash: key.hash) where !isNamed(party, names) {
      let carrier = watchlist.designations(ofParty: party).first { number in
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
      if let carrier {
        return (watchlist.caption(ofParty: party), watchlist.id(ofDesignation: carrier))
      }
    }
    return nil
  }

  private func isNamed(_ party: Int, _ names: Set<String>) -> Bool {
    watchlist.names(ofParty: party).contains {
      names.contains(FoldedText(watchlist.text(ofName: $0)).key)
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
