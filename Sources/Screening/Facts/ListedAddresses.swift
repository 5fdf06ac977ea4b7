import TradeModel
import Watchlist

/// Looks addresses of a transaction up among those of all listed parties.
struct ListedAddresses {
  /// A listed party with the same address.
  struct Found: Hashable {
    let party: Int
    let caption: String
    /// The designation that gives the address: `us.csl/…`.
    let designation: String
    /// As published.
    let text: String
    /// Whether the address itself is what is listed, and no party by name.
    let isAddressOnly: Bool
  }

  let watchlist: WatchlistFile
  let knowledge: FactKnowledge

  /// Whether the watchlist has addresses that were taken apart by the words at hand.
  var isUsable: Bool {
    watchlist.addressKeyCount > 0
      && watchlist.description.addressWords == knowledge.addressWords.version
  }

  /// The listed parties at that address, each once; `nil` where it cannot be looked up: without a street
  /// and number or a post box, or without an index.
  func found(_ address: String) -> [Found]? {
    let form = AddressForm(
      address, words: knowledge.addressWords, country: knowledge.countryCode)
    guard isUsable, form.isComparable else { return nil }
    var seen: Set<Int> = []
    return watchlist.addresses(
      sameAs: form, words: knowledge.addressWords, country: knowledge.countryCode
    ).compactMap { fact in
      let party = watchlist.party(ofDesignation: fact.designation)
      guard seen.insert(party).inserted else { return nil }
      return Found(
        party: party, caption: watchlist.caption(ofParty: party),
        designation: watchlist.id(ofDesignation: fact.designation), text: fact.text,
        isAddressOnly: isAddressOnly(party, fact.text))
    }
  }

  /// Source: 89 FR 51653, by which the Entity List has entries named `Address 01` and so on.
  private func isAddressOnly(_ party: Int, _ address: String) -> Bool {
    let own = FoldedText(address).key
    return watchlist.names(ofParty: party).contains { name in
      let words = FoldedText(watchlist.text(ofName: name)).words
      return words.joined(separator: " ") == own
        || words.count == 2 && words[0] == "address" && words[1].allSatisfy(\.isNumber)
    }
  }

  /// From how many listed parties on an address is said to be one of many.
  ///
  /// Source: quivive-design. Below it a house may be of one group; from there on an agent's or mail
  /// drop's address is likelier.
  private static let many = 5
  private static let mostNamed = 3

  /// `parties[1].addresses[0] is an address of “X” (uk.sl/1): “77 Kingsway, Lyon”.`
  static func sentence(_ path: String, _ found: [Found]) -> BilingualText {
    let named = found.prefix(mostNamed)
    let left = found.count - named.count
    var text = BilingualText(
      en: "\(path) is an address of "
        + named.map { "“\($0.caption)” (\($0.designation)): “\($0.text)”" }.joined(separator: "; "),
      fr: "\(path) est une adresse de "
        + named.map { "« \($0.caption) » (\($0.designation)) : « \($0.text) »" }
        .joined(separator: " ; "))
    if left > 0 {
      text = BilingualText(
        en: "\(text.en); and of \(left) further listed parties",
        fr: "\(text.fr) ; et de \(left) autres parties inscrites")
    }
    if found.count >= many {
      text = BilingualText(
        en: "\(text.en). So many at one address may be a mail drop or the address of an agent",
        fr:
          "\(text.fr). Autant de parties à une adresse peuvent indiquer une domiciliation ou un agent"
      )
    }
    return BilingualText(en: text.en + ".", fr: text.fr + ".")
  }
}
