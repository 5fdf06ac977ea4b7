import GoodsControls
import RedFlags
import TradeModel

/// What earlier deals say of this one.
///
/// A history that is not said to be whole can show that something was there; it cannot show that
/// something was not.
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
    let isWhole = transaction.conduct.isHistoryComplete
    sheet.flag("history.complete", isWhole, ["historyComplete"])
    guard let history = transaction.conduct.history else { return }
    let past = history.enumerated().map {
      EarlierDeal(
        $0.element, path: "history[\($0.offset)]", knowledge: knowledge, catalogue: catalogue)
    }
    let buyers =
      parties.filter(\.isBuyer).isEmpty ? parties.filter(\.isEndUser) : parties.filter(\.isBuyer)
    if !buyers.isEmpty {
      buyer(buyers.map(\.party), past, isWhole == true, on: &sheet)
    }
    seller(past, isWhole == true, on: &sheet)
    goods(buyers.map(\.party), past, on: &sheet)
  }

  // MARK: The buyer

  private func buyer(
    _ buyers: [Party], _ past: [EarlierDeal], _ isWhole: Bool, on sheet: inout FactSheet
  ) {
    let own = past.filter { deal in buyers.contains { $0.sharesName(with: deal.deal.buyer) } }
    let kin = past.filter { deal in
      !own.contains { $0.path == deal.path }
        && buyers.contains { $0.isConnected(to: deal.deal.buyer) }
    }
    let done = own.filter(\.deal.isCompleted)
    let paths = done.isEmpty ? ["history"] : done.map(\.path)
    if !done.isEmpty || isWhole { sheet.flag("history.buyer-first-deal", done.isEmpty, paths) }
    sheet.number("history.buyer-deals", done.count, paths)
    let sellers =
      done.compactMap { $0.deal.seller.map { FoldedText($0).key } }
      + parties.filter { $0.has([.exporter]) }.compactMap {
        $0.party.displayName.map { FoldedText($0).key }
      }
    if sellers.count > done.count {
      sheet.number("history.buyer-suppliers", Set(sellers).count, paths)
    }
    let destinations = (done + kin.filter(\.deal.isCompleted)).compactMap { deal in
      deal.destination.map { ($0, "\(deal.path).destination") }
    }
    sheet.countries(
      "history.buyer-past-destination", destinations, from: paths,
      isComplete: isWhole && (done + kin).allSatisfy { $0.destination != nil })
    successor(own, kin, past, isWhole, on: &sheet)
    listed(done, isWhole, on: &sheet)
    enquiries(own, on: &sheet)
    refused(buyers, past, on: &sheet)
  }

  /// A connected buyer or payer of another name whose last deal lies before this one's first.
  private func successor(
    _ own: [EarlierDeal], _ kin: [EarlierDeal], _ past: [EarlierDeal], _ isWhole: Bool,
    on sheet: inout FactSheet
  ) {
    let stopped = kin.filter(\.deal.isCompleted)
    guard !stopped.isEmpty else {
      if isWhole || !past.isEmpty {
        sheet.flag("history.successor", isWhole ? false : nil, ["history"])
      }
      return
    }
    let last = stopped.compactMap { $0.days?.upperBound }.max()
    let first =
      (own.compactMap { $0.days?.lowerBound } + [day?.value.days?.lowerBound].compactMap(\.self))
      .min()
    guard let last, let first else { return }
    sheet.flag("history.successor", last < first, stopped.map(\.path))
  }

  private func listed(_ done: [EarlierDeal], _ isWhole: Bool, on sheet: inout FactSheet) {
    let items = transaction.items.enumerated().map { index, item in
      (
        tier: EarlierDeal.tier(item.commodityCode, catalogue),
        path: "items[\(index)].commodityCode"
      )
    }
    for (fact, fits) in [
      ("history.first-listed-goods", { (tier: GoodsRule.Tier) in true }),
      ("history.first-tier-1-2", { $0 == .tier1 || $0 == .tier2 }),
    ] as [(String, (GoodsRule.Tier) -> Bool)] {
      let goods = done.filter { $0.tier.map { $0.map(fits) == true } == true }
      let before = goods.filter { $0.days.map { $0.upperBound < Self.cutoff } == true }
      let isNow = day?.value.days.map { $0.lowerBound >= Self.cutoff } == true
      let now =
        items.filter { isNow && $0.tier.map { $0.map(fits) == true } == true }.map(\.path)
        + goods.filter { $0.days.map { $0.lowerBound >= Self.cutoff } == true }.map(\.path)
      if !before.isEmpty {
        sheet.flag(fact, false, before.map(\.path))
      } else if !now.isEmpty {
        let isSure = isWhole && done.allSatisfy { $0.days != nil && $0.tier != nil }
        sheet.flag(fact, isSure ? true : nil, now + ["history"])
      } else if items.allSatisfy({ $0.tier != nil }), done.allSatisfy({ $0.tier != nil }), isWhole {
        sheet.flag(fact, false, ["history"])
      }
    }
    growth(done, on: &sheet)
  }

  /// Of the value of listed goods, in percent of the year before. A deal known to the month counts from
  /// its first day.
  private func growth(_ done: [EarlierDeal], on sheet: inout FactSheet) {
    guard let today = day?.value.days?.lowerBound, today - Self.year >= Self.cutoff else { return }
    let listedItems = transaction.items.enumerated().filter {
      EarlierDeal.tier($0.element.commodityCode, catalogue).map { $0 != nil } == true
    }
    let deals = done.filter { $0.tier.map { $0 != nil } == true }
    let monies =
      listedItems.map { $0.element.value } + deals.map(\.deal.value)
    let currencies = Set(monies.map { $0?.currency })
    guard currencies.count == 1, currencies.first != .some(nil),
      deals.allSatisfy({ $0.days != nil }),
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

  private func enquiries(_ own: [EarlierDeal], on sheet: inout FactSheet) {
    let asked = own.filter {
      $0.deal.status == .enquiry && isOfThisKind($0) && isWithin(Self.quarter, $0)
    }
    let sellers = Set(asked.compactMap { $0.deal.seller.map { FoldedText($0).key } })
    guard !own.isEmpty else { return }
    sheet.number(
      "history.enquired-suppliers", sellers.count, asked.isEmpty ? ["history"] : asked.map(\.path))
  }

  private func refused(_ buyers: [Party], _ past: [EarlierDeal], on sheet: inout FactSheet) {
    guard !past.isEmpty else { return }
    let again = past.filter { deal in
      deal.deal.status == .refused && isOfThisKind(deal)
        && !buyers.contains { $0.sharesName(with: deal.deal.buyer) }
        && (buyers.contains { $0.isConnected(to: deal.deal.buyer) }
          || transaction.items.contains { item in
            item.quantity?.amount != nil && item.quantity?.amount == deal.deal.quantity?.amount
          })
    }
    sheet.flag(
      "history.refused-before", !again.isEmpty, again.isEmpty ? ["history"] : again.map(\.path))
  }

  // MARK: The seller

  private func seller(_ past: [EarlierDeal], _ isWhole: Bool, on sheet: inout FactSheet) {
    let sellers = parties.filter { $0.has([.exporter]) }
    let own = past.filter { deal in
      deal.deal.isCompleted
        && deal.deal.seller.map { name in sellers.contains { $0.isNamed(name) } } == true
    }
    let known = own.compactMap { deal in
      deal.destination.map { Placed<TerritoryID>($0, "\(deal.path).destination") }
    }
    sheet.countries(
      "history.seller-past-destination", known, from: own.isEmpty ? ["history"] : own.map(\.path),
      isComplete: isWhole && known.count == own.count)
    guard !destinations.isEmpty else { return }
    let served = known.filter { destinations.contains($0.value) }
    if !served.isEmpty {
      sheet.flag("history.new-destination", false, served.map(\.path))
    } else if isWhole, known.count == own.count {
      sheet.flag("history.new-destination", true, ["history"])
    }
  }

  // MARK: The goods

  private func goods(_ buyers: [Party], _ past: [EarlierDeal], on sheet: inout FactSheet) {
    guard !past.isEmpty, transaction.items.contains(where: { $0.commodityCode != nil }) else {
      return
    }
    let same = past.filter { isOfThisKind($0) && $0.deal.isCompleted }
    func paths(_ deals: [EarlierDeal]) -> [String] {
      deals.isEmpty ? ["history"] : deals.map(\.path)
    }
    if day?.value.days != nil, same.allSatisfy({ $0.days != nil }) {
      let recent = same.filter { isWithin(Self.year, $0) }
      sheet.number("history.deals-in-year", recent.count + 1, paths(recent))
      let earlier = same.filter { deal in !recent.contains { $0.path == deal.path } }
      newBuyers(buyers, recent, earlier, on: &sheet)
      let own = same.filter { deal in
        isWithin(Self.month, deal) && buyers.contains { $0.sharesName(with: deal.deal.buyer) }
      }
      sheet.number("history.orders-in-month", own.count + 1, paths(own))
    }
    let payers = Set(same.compactMap { $0.deal.payer.map { FoldedText($0).key } })
    let most = payers.map { payer in
      suppliers(same.filter { $0.deal.payer.map { FoldedText($0).key } == payer })
    }.max { ($0.count, $1.first ?? "") < ($1.count, $0.first ?? "") }
    if let most { sheet.number("history.payer-suppliers", most.count, paths(same)) }
  }

  /// The most sellers within one quarter.
  private func suppliers(_ deals: [EarlierDeal]) -> [String] {
    deals.compactMap { deal -> [String]? in
      guard let start = deal.days?.lowerBound else { return nil }
      return Set(
        deals.filter {
          $0.days.map { (start...(start + Self.quarter)).contains($0.lowerBound) } == true
        }
        .compactMap { $0.deal.seller.map { FoldedText($0).key } }
      ).sorted()
    }.max { $0.count < $1.count } ?? []
  }

  private func newBuyers(
    _ buyers: [Party], _ recent: [EarlierDeal], _ earlier: [EarlierDeal], on sheet: inout FactSheet
  ) {
    var seen: [Party] = []
    for party in recent.map(\.deal.buyer) + buyers.prefix(1)
    where !seen.contains(where: { $0.sharesName(with: party) }) {
      seen.append(party)
    }
    guard !seen.isEmpty else { return }
    let new = seen.filter { party in !earlier.contains { $0.deal.buyer.sharesName(with: party) } }
    sheet.number(
      "history.new-buyer-share", new.count * 100 / seen.count,
      recent.isEmpty ? ["history"] : recent.map(\.path))
  }

  /// Whether the deal was of goods with the same first six digits as an item of this one.
  private func isOfThisKind(_ deal: EarlierDeal) -> Bool {
    guard let code = deal.code else { return false }
    return transaction.items.contains { item in
      item.commodityCode.flatMap { CommodityCode($0) }?.prefix(6) == code.prefix(6)
    }
  }

  private func isWithin(_ span: Int, _ deal: EarlierDeal) -> Bool {
    guard let today = day?.value.days?.lowerBound, let start = deal.days?.lowerBound else {
      return false
    }
    return (today - span..<today + 1).contains(start)
  }
}

/// An earlier deal with what is read from its texts.
struct EarlierDeal {
  let deal: PastDeal
  let path: String
  let days: ClosedRange<Int>?
  let code: CommodityCode?
  /// The tier of its goods; the inner `nil` for goods that are not listed, the outer when unknown.
  let tier: GoodsRule.Tier??
  let destination: TerritoryID?

  init(_ deal: PastDeal, path: String, knowledge: FactKnowledge, catalogue: ControlCatalogue) {
    self.deal = deal
    self.path = path
    days = deal.date?.days
    code = deal.commodityCode.flatMap { CommodityCode($0) }
    tier = Self.tier(deal.commodityCode, catalogue)
    destination =
      knowledge.territory(deal.destination)
      ?? knowledge.territory(deal.destination, isAddress: true)
  }

  /// The strictest tier of a code on the Common High Priority List.
  static func tier(_ text: String?, _ catalogue: ControlCatalogue) -> GoodsRule.Tier?? {
    guard let code = text.flatMap({ CommodityCode($0) }) else { return nil }
    let matches = catalogue.listedByCommodityCode(code).filter {
      $0.rule.list.id == .commonHighPriority
    }
    if matches.contains(where: { $0.precision == .statedTooShort }) { return nil }
    return .some(matches.compactMap(\.rule.tier).min())
  }
}
