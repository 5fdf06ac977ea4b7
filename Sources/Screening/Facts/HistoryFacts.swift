import GoodsControls
import RedFlags
import TradeModel

/// What earlier deals say of this one.
///
/// A history that is not said to be whole can show that something was there; it cannot show that
/// something was not. The same holds of a deal that leaves out who bought, when or what: numbers that
/// it could raise are then the least they can be.
struct HistoryFacts {
  let transaction: Transaction
  let parties: [PartyOfDeal]
  let knowledge: FactKnowledge
  let catalogue: ControlCatalogue
  let day: Placed<PartialDate>?
  let destinations: [TerritoryID]

  /// The day on which the controls on Russia began; the guidance counts from it.
  /// Source: Export Enforcement Five, Exporting commercial goods, 26 September 2023.
  private static let cutoff = Day(year: 2022, month: 2, day: 24)?.daysSince1970 ?? 0
  private static let year = 365
  private static let month = 30
  private static let quarter = 90

  func state(on sheet: inout FactSheet) {
    sheet.flag("history.complete", transaction.conduct.isHistoryComplete, ["historyComplete"])
    guard let history = transaction.conduct.history else { return }
    let past = history.enumerated().map {
      EarlierDeal(
        $0.element, path: "history[\($0.offset)]", knowledge: knowledge, catalogue: catalogue)
    }
    let stated = parties.filter(\.isBuyer)
    let buyers = (stated.isEmpty ? parties.filter(\.isEndUser) : stated).map(\.party)
    if !buyers.isEmpty, !buyers.contains(where: { $0.names.isEmpty }) {
      buyer(buyers, past, on: &sheet)
      goods(buyers, past, on: &sheet)
    }
    seller(past, on: &sheet)
    payers(past, on: &sheet)
  }

  private var isWhole: Bool { transaction.conduct.isHistoryComplete == true }

  private func paths(_ deals: [EarlierDeal]) -> [String] {
    deals.isEmpty ? ["history"] : deals.map(\.path)
  }

  // MARK: The buyer

  private func buyer(_ buyers: [Party], _ past: [EarlierDeal], on sheet: inout FactSheet) {
    let own = past.filter { deal in buyers.contains { $0.sharesName(with: deal.deal.buyer) } }
    let others = past.filter { deal in !own.contains { $0.path == deal.path } }
    let kin = others.filter { deal in buyers.contains { $0.isConnected(to: deal.deal.buyer) } }
    // Whether each of the others could be told from this buyer by what is stated of both.
    let isKinKnown = others.allSatisfy { deal in
      buyers.allSatisfy { $0.isComparable(with: deal.deal.buyer) }
    }
    let isNamed = !past.contains { $0.deal.buyer.names.isEmpty }
    let done = own.filter(\.deal.isCompleted)
    if !done.isEmpty || (isWhole && isNamed) {
      sheet.flag("history.buyer-first-deal", done.isEmpty, paths(done))
    }
    sheet.number("history.buyer-deals", done.count, paths(done), isComplete: isNamed)
    let sellers =
      done.map(\.deal.seller) + parties.filter { $0.has([.exporter]) }.map(\.party.displayName)
    if isNamed, sellers.count > done.count, !sellers.contains(nil) {
      sheet.number(
        "history.buyer-suppliers", Set(sellers.compactMap(\.self).map { FoldedText($0).key }).count,
        paths(done))
    }
    let supplied = done + kin.filter(\.deal.isCompleted)
    sheet.countries(
      "history.buyer-past-destination",
      supplied.compactMap { deal in deal.destination.map { ($0, "\(deal.path).destination") } },
      from: paths(supplied),
      isComplete: isWhole && isKinKnown && supplied.allSatisfy { $0.destination != nil })
    successor(own, kin, isKinKnown, on: &sheet)
    listed(done, isWhole && isNamed, on: &sheet)
    growth(done, isNamed, on: &sheet)
    enquiries(own, isNamed, on: &sheet)
    refused(buyers, others, on: &sheet)
  }

  /// A connected buyer of another name whose last deal lies before this one's first.
  private func successor(
    _ own: [EarlierDeal], _ kin: [EarlierDeal], _ isKinKnown: Bool, on sheet: inout FactSheet
  ) {
    let stopped = kin.filter(\.deal.isCompleted)
    guard !stopped.isEmpty else {
      if isWhole, isKinKnown { sheet.flag("history.successor", false, ["history"]) }
      return
    }
    let starts = own.map { $0.days?.lowerBound } + [day?.value.days?.lowerBound]
    guard let last = stopped.compactMap({ $0.days?.upperBound }).max(), !starts.contains(nil),
      let first = starts.compactMap(\.self).min()
    else { return }
    sheet.flag("history.successor", last < first, stopped.map(\.path))
  }

  private func listed(_ done: [EarlierDeal], _ isKnown: Bool, on sheet: inout FactSheet) {
    let items = transaction.items.enumerated().map { index, item in
      (tier: EarlierDeal.tier(item.commodityCode, catalogue), path: "items[\(index)].commodityCode")
    }
    let isSure =
      isKnown && done.allSatisfy { $0.days != nil && $0.tier != nil } && !items.isEmpty
      && items.allSatisfy { $0.tier != nil }
    let today = day?.value.days
    for (fact, fits) in [
      ("history.first-listed-goods", { (tier: GoodsRule.Tier) in true }),
      ("history.first-tier-1-2", { $0 == .tier1 || $0 == .tier2 }),
    ] as [(String, (GoodsRule.Tier) -> Bool)] {
      func isListed(_ tier: GoodsRule.Tier??) -> Bool { tier.map { $0.map(fits) == true } == true }
      let goods = done.filter { isListed($0.tier) }
      let before = goods.filter { $0.days.map { $0.upperBound < Self.cutoff } == true }
      let sold = items.filter { isListed($0.tier) }.map(\.path)
      let now =
        (today.map { $0.lowerBound >= Self.cutoff } == true ? sold : [])
        + goods.filter { $0.days.map { $0.lowerBound >= Self.cutoff } == true }.map(\.path)
      if !before.isEmpty {
        sheet.flag(fact, false, before.map(\.path))
      } else if !now.isEmpty {
        sheet.flag(fact, isSure ? true : nil, now + ["history"])
      } else if isSure, sold.isEmpty || today.map({ $0.upperBound < Self.cutoff }) == true {
        sheet.flag(fact, false, ["history"])
      }
    }
  }

  /// Of the value of listed goods, in percent of the year before. A deal known to the month counts from
  /// its first day.
  private func growth(_ done: [EarlierDeal], _ isNamed: Bool, on sheet: inout FactSheet) {
    guard isNamed, let today = day?.value.days?.lowerBound, today - Self.year >= Self.cutoff,
      done.allSatisfy({ $0.tier != nil && $0.days != nil })
    else { return }
    let listedItems = transaction.items.enumerated().filter {
      EarlierDeal.tier($0.element.commodityCode, catalogue).map { $0 != nil } == true
    }
    let deals = done.filter { $0.tier.map { $0 != nil } == true }
    let monies = listedItems.map { $0.element.value } + deals.map(\.deal.value)
    let currencies = Set(monies.map { $0?.currency })
    guard currencies.count == 1, currencies.first != .some(nil),
      !monies.contains(where: { $0?.amount?.hundredths == nil })
    else { return }
    func sum(_ range: Range<Int>) -> Int {
      deals.filter { $0.days.map { range.contains($0.lowerBound) } == true }
        .compactMap { $0.deal.value?.amount?.hundredths }.reduce(0, +)
    }
    let now =
      sum((today - Self.year)..<today)
      + listedItems.compactMap { $0.element.value?.amount?.hundredths }.reduce(0, +)
    let before = sum((today - 2 * Self.year)..<(today - Self.year))
    guard before > 0, now < Int.max / 100 else { return }
    sheet.number(
      "history.growth", (now - before) * 100 / before,
      listedItems.map { "items[\($0.offset)].value" } + deals.map { "\($0.path).value" })
  }

  private func enquiries(_ own: [EarlierDeal], _ isNamed: Bool, on sheet: inout FactSheet) {
    let asked = own.filter { $0.deal.status == .enquiry }
    let same = asked.filter { isOfThisKind($0) == true && isWithin(Self.quarter, $0) == true }
    let sellers = Set(same.compactMap { $0.deal.seller.map { FoldedText($0).key } })
    let isSure = asked.allSatisfy { deal in
      isOfThisKind(deal) == false || isWithin(Self.quarter, deal) == false
        || (isOfThisKind(deal) == true && isWithin(Self.quarter, deal) == true
          && deal.deal.seller != nil)
    }
    guard !own.isEmpty else { return }
    sheet.number(
      "history.enquired-suppliers", sellers.count, paths(same), isComplete: isNamed && isSure)
  }

  private func refused(_ buyers: [Party], _ others: [EarlierDeal], on sheet: inout FactSheet) {
    let refused = others.filter { $0.deal.status == .refused }
    let again = refused.map { deal -> Bool? in
      guard let isSame = isOfThisKind(deal) else { return nil }
      guard isSame else { return false }
      let isOfSize = transaction.items.contains { item in
        item.quantity?.amount != nil && item.quantity?.amount == deal.deal.quantity?.amount
      }
      if isOfSize || buyers.contains(where: { $0.isConnected(to: deal.deal.buyer) }) { return true }
      return buyers.allSatisfy { $0.isComparable(with: deal.deal.buyer) } ? false : nil
    }
    let found = zip(refused, again).filter { $0.1 == true }.map(\.0)
    sheet.flag(
      "history.refused-before",
      !found.isEmpty ? true : isWhole && !again.contains(nil) ? false : nil, paths(found))
  }

  // MARK: The seller

  private func seller(_ past: [EarlierDeal], on sheet: inout FactSheet) {
    let sellers = parties.filter { $0.has([.exporter]) }
    guard !sellers.isEmpty, !sellers.contains(where: { $0.party.names.isEmpty }) else { return }
    let done = past.filter(\.deal.isCompleted)
    let own = done.filter { deal in
      deal.deal.seller.map { name in sellers.contains { $0.isNamed(name) } } == true
    }
    let known = own.compactMap { deal in
      deal.destination.map { Placed<TerritoryID>($0, "\(deal.path).destination") }
    }
    let isSure = isWhole && known.count == own.count && !done.contains { $0.deal.seller == nil }
    sheet.countries(
      "history.seller-past-destination", known, from: paths(own), isComplete: isSure)
    guard !destinations.isEmpty else { return }
    let served = known.filter { destinations.contains($0.value) }
    if !served.isEmpty {
      sheet.flag("history.new-destination", false, served.map(\.path))
    } else if isSure {
      sheet.flag("history.new-destination", true, ["history"])
    }
  }

  // MARK: The goods

  private func goods(_ buyers: [Party], _ past: [EarlierDeal], on sheet: inout FactSheet) {
    let done = past.filter(\.deal.isCompleted)
    guard !past.isEmpty, day?.value.days != nil,
      transaction.items.contains(where: { $0.commodityCode != nil })
    else { return }
    let same = done.filter { isOfThisKind($0) == true }
    let recent = same.filter { isWithin(Self.year, $0) == true }
    let isSure = done.allSatisfy { deal in
      isOfThisKind(deal) == false
        || (isOfThisKind(deal) == true && deal.days != nil && !deal.deal.buyer.names.isEmpty)
    }
    sheet.number("history.deals-in-year", recent.count + 1, paths(recent), isComplete: isSure)
    if isSure {
      newBuyers(buyers, recent, same.filter { isWithin(Self.year, $0) == false }, on: &sheet)
    }
    let own = same.filter { deal in
      isWithin(Self.month, deal) == true && buyers.contains { $0.sharesName(with: deal.deal.buyer) }
    }
    sheet.number("history.orders-in-month", own.count + 1, paths(own), isComplete: isSure)
  }

  private func newBuyers(
    _ buyers: [Party], _ recent: [EarlierDeal], _ earlier: [EarlierDeal], on sheet: inout FactSheet
  ) {
    var seen: [Party] = []
    for party in recent.map(\.deal.buyer) + buyers.prefix(1)
    where !seen.contains(where: { $0.sharesName(with: party) }) {
      seen.append(party)
    }
    let new = seen.filter { party in
      !earlier.contains { $0.deal.buyer.sharesName(with: party) }
    }
    guard !seen.isEmpty else { return }
    sheet.number("history.new-buyer-share", new.count * 100 / seen.count, paths(recent))
  }

  /// The most sellers that one payer paid for goods of this kind within one quarter.
  private func payers(_ past: [EarlierDeal], on sheet: inout FactSheet) {
    let done = past.filter(\.deal.isCompleted)
    let paid = done.filter { isOfThisKind($0) == true && $0.deal.payer != nil }
    let isSure = done.allSatisfy { deal in
      isOfThisKind(deal) == false
        || (isOfThisKind(deal) == true && deal.deal.payer != nil && deal.days != nil
          && deal.deal.seller != nil)
    }
    let most = paid.compactMap { first -> Int? in
      guard let start = first.days?.lowerBound else { return nil }
      let payer = first.deal.payer.map { FoldedText($0).key }
      return Set(
        paid.filter { deal in
          deal.deal.payer.map { FoldedText($0).key } == payer
            && deal.days.map { (start...(start + Self.quarter)).contains($0.lowerBound) } == true
        }.compactMap { $0.deal.seller.map { FoldedText($0).key } }
      ).count
    }.max()
    sheet.number("history.payer-suppliers", most, paths(paid), isComplete: isSure)
  }

  /// Whether the deal was of goods with the same first six digits as an item of this one; `nil` when a
  /// code is missing and the others do not decide.
  private func isOfThisKind(_ deal: EarlierDeal) -> Bool? {
    let codes = transaction.items.map { $0.commodityCode.flatMap { CommodityCode($0) } }
    guard let code = deal.code, !codes.isEmpty else { return nil }
    return .any(codes.map { $0.map { $0.prefix(6) == code.prefix(6) } })
  }

  /// Whether the deal lies so many days or fewer before this one; `nil` when a day is missing.
  private func isWithin(_ span: Int, _ deal: EarlierDeal) -> Bool? {
    guard let today = day?.value.days?.lowerBound, let start = deal.days?.lowerBound else {
      return nil
    }
    return (today - span..<today + 1).contains(start)
  }
}
