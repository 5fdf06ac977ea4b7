import GoodsControls
import TradeModel

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
