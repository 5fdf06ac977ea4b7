import FileFormats
import GoodsControls
import RedFlags
import TradeModel
import Watchlist

/// Builds the fact sheet of one transaction: what red-flag rules are asked on.
///
/// `Knowledge/RedFlags/facts.yaml` says of each fact how it is derived. A fact that nothing states, or
/// that what is stated leaves open, is not on the sheet: it is unknown.
struct TransactionFacts {
  let transaction: Transaction
  let knowledge: FactKnowledge
  let catalogue: ControlCatalogue
  let watchlist: WatchlistFile
  /// Of each item.
  let values: [ItemValues]
  /// The findings of the other checks, of which list hits are used.
  let findings: [Finding]

  /// - Complexity: O(*n*²) in the parties and earlier deals.
  var sheet: FactSheet {
    var sheet = FactSheet()
    let parties = transaction.parties.enumerated().map { index, party in
      PartyOfDeal(party, path: "parties[\(index)]", knowledge: knowledge)
    }
    let hits = ListHits(
      findings: findings, transaction: transaction, watchlist: watchlist, knowledge: knowledge)
    for party in parties {
      sheet.add(
        FactSheet.Member(
          scope: .party, path: party.path, label: party.party.displayName ?? party.path))
    }
    PartyFacts(parties: parties, day: day, knowledge: knowledge).state(on: &sheet)
    let addresses = ListedAddresses(watchlist: watchlist, knowledge: knowledge)
    SharedFacts(parties: parties, watchlist: watchlist, hits: hits, addresses: addresses)
      .state(on: &sheet)
    ListFacts(parties: parties, hits: hits, addresses: addresses, transaction: transaction)
      .state(on: &sheet)
    let items = ItemFacts(
      transaction: transaction, knowledge: knowledge, catalogue: catalogue, values: values)
    items.state(on: &sheet)
    let way = RouteFacts(transaction: transaction, parties: parties, knowledge: knowledge)
    way.state(on: &sheet)
    RoleFacts(transaction: transaction, parties: parties).state(on: &sheet)
    PaymentFacts(
      transaction: transaction, parties: parties, knowledge: knowledge,
      goodsCountries: way.destinations.map(\.value) + way.transit.map(\.value)
    ).state(on: &sheet)
    DocumentFacts(transaction: transaction, parties: parties, knowledge: knowledge)
      .state(on: &sheet)
    ConductFacts(transaction: transaction, parties: parties, knowledge: knowledge)
      .state(on: &sheet)
    HistoryFacts(
      transaction: transaction, parties: parties, knowledge: knowledge, catalogue: catalogue,
      day: day, destinations: way.destinations.map(\.value)
    ).state(on: &sheet)
    return sheet
  }

  /// The day of the order, or the one on which the input is to be read.
  private var day: Placed<PartialDate>? {
    if let ordered = transaction.dates.ordered, ordered.isReadable {
      return (ordered, "dates.ordered")
    }
    return transaction.knownOn.map {
      (PartialDate(text: $0.iso, start: PartialDate.Point($0)), "knownOn")
    }
  }
}
