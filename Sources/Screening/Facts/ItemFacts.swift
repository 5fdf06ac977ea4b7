import GoodsControls
import RedFlags
import TradeModel

/// The facts of each item by itself, and of the items together.
struct ItemFacts {
  let transaction: Transaction
  let knowledge: FactKnowledge
  let catalogue: ControlCatalogue
  /// Of each item.
  let values: [ItemValues]

  func state(on sheet: inout FactSheet) {
    for (index, item) in transaction.items.enumerated() {
      let path = "items[\(index)]"
      sheet.add(
        FactSheet.Member(scope: .item, path: path, label: item.description ?? item.model ?? path))
      let sensitive = [
        codes(item, path, on: &sheet), control(item, path, on: &sheet),
        description(item, path, on: &sheet),
      ]
      sheet.flag("item.sensitive", .any(sensitive.flatMap(\.self)), [path], of: path)
      if let spares = item.spares {
        sheet.word("item.spares", spares.rawValue, ["\(path).spares"], of: path)
      }
      price(item, path, on: &sheet)
      thresholds(values[index], path, on: &sheet)
      sheet.circumstances(item.circumstances, as: "item", at: "\(path).", of: path)
    }
    together(on: &sheet)
    value(on: &sheet)
  }

  /// - Returns: whether it is of tier 1 or 2, and on a list for unmanned aircraft.
  private func codes(_ item: Item, _ path: String, on sheet: inout FactSheet) -> [Bool?] {
    guard let text = item.commodityCode, let code = CommodityCode(text) else { return [nil, nil] }
    let place = "\(path).commodityCode"
    let matches = catalogue.listedByCommodityCode(code)
    let chpl = matches.filter { $0.rule.list.id == .commonHighPriority }
    let tiers = chpl.filter { $0.precision == .covered }.compactMap(\.rule.tier)
    // A code that is too short may or may not be one of the listed ones.
    let isOpen = chpl.contains { $0.precision == .statedTooShort }
    sheet.flag("item.on-chpl", !tiers.isEmpty ? true : isOpen ? nil : false, [place], of: path)
    sheet.words(
      "item.chpl-tier", tiers.map { ($0.rawValue, place) }, from: [place], isComplete: !isOpen,
      of: path)
    let aircraft = matches.filter {
      [.usSupplement7, .euIranUnmannedAircraft, .usUnmannedAircraftAdvisory].contains(
        $0.rule.list.id)
    }
    let isSure = aircraft.contains { $0.precision == .covered && !$0.rule.isPartial }
    let isListed: Bool? = isSure ? true : aircraft.isEmpty ? false : nil
    sheet.flag("item.iran-uav", isListed, [place], of: path)
    let isHigh = tiers.contains(.tier1) || tiers.contains(.tier2)
    return [isHigh ? true : isOpen ? nil : false, isListed]
  }

  private func control(_ item: Item, _ path: String, on sheet: inout FactSheet) -> [Bool?] {
    guard !item.controlCodes.isEmpty else { return [nil] }
    let places = item.controlCodes.indices.map { "\(path).controlCodes[\($0)]" }
    let kinds = item.controlCodes.map { catalogue.entries(for: $0.code).kind }
    let isControlled: Bool? =
      kinds.contains { $0 == .listed || $0 == .unverified }
      ? true : kinds.allSatisfy { $0 == .statedAsUnlisted } ? false : nil
    sheet.flag("item.controlled", isControlled, places, of: path)
    sheet.flag("item.stated-unlisted", kinds.contains(.statedAsUnlisted), places, of: path)
    return [isControlled]
  }

  private func description(_ item: Item, _ path: String, on sheet: inout FactSheet) -> [Bool?] {
    guard let description = item.description else { return [nil] }
    let place = ["\(path).description"]
    sheet.flag(
      "item.vague", knowledge.lexicon.isWholly("goods:vague", description), place, of: path)
    let isSought = !knowledge.missileWords.labels(in: FoldedText(description)).isEmpty
    sheet.flag("item.missile-goods", isSought, place, of: path)
    return [isSought]
  }

  /// How the stated values stand to the figures of the control lists.
  private func thresholds(_ values: ItemValues, _ path: String, on sheet: inout FactSheet) {
    let stated = values.stated
    let places = stated.stated.flatMap(\.facts).uniqued()
    guard !places.isEmpty else { return }
    var words: [Placed<String>] = []
    if !values.pointers.candidates.isEmpty { words += places.map { ("met", $0) } }
    words += catalogue.justShort(of: stated).flatMap(\.facts).map { ("just-below", $0) }
    if words.isEmpty {
      // Figures of goods that the description does not name: neither met nor below.
      guard values.pointers.figuresAlone.isEmpty else { return }
      words = places.map { ("below", $0) }
    }
    sheet.words(
      "item.threshold", words, from: places, isComplete: stated.incomparable.isEmpty, of: path)
  }

  /// The unit price in percent of the market price, rounded down.
  private func price(_ item: Item, _ path: String, on sheet: inout FactSheet) {
    guard let market = item.marketPrice, let value = item.value, market.currency != nil,
      market.currency == value.currency, let paid = value.amount?.hundredths,
      let usual = market.amount?.hundredths, usual > 0,
      let count = item.quantity?.amount?.hundredths, count > 0
    else { return }
    let (product, overflow) = paid.multipliedReportingOverflow(by: 10_000)
    let (divisor, tooLarge) = usual.multipliedReportingOverflow(by: count)
    guard !overflow, !tooLarge else { return }
    sheet.number(
      "item.price", product / divisor,
      ["value", "quantity", "marketPrice"].map { "\(path).\($0)" },
      of: path)
  }

  private func together(on sheet: inout FactSheet) {
    let items = transaction.items.enumerated().compactMap { index, item in
      item.description.map { Placed<String>($0, "items[\(index)].description") }
    }
    let isDescribed = items.count == transaction.items.count
    guard !items.isEmpty else { return }
    func classes(_ topic: String) -> [Placed<String>] {
      items.flatMap { item in
        knowledge.lexicon.classes(topic, in: item.value).map { ($0, item.path) }
      }
    }
    let functions = classes("function")
    sheet.number(
      "goods.functions", Set(functions.map(\.value)).count,
      (functions.isEmpty ? items : functions).map(\.path), isComplete: isDescribed)
    sheet.words("goods.kinds", classes("kind"), from: items.map(\.path), isComplete: isDescribed)
  }

  /// Currencies whose units are of one magnitude.
  private static let comparable: Set<String> = ["EUR", "USD", "GBP", "CHF"]

  private func value(on sheet: inout FactSheet) {
    func amount(_ money: Money?) -> Int? {
      guard let money, let currency = money.currency, Self.comparable.contains(currency) else {
        return nil
      }
      return money.amount?.hundredths.map { $0 / 100 }
    }
    if let value = amount(transaction.value) {
      sheet.number("deal.value", value, ["value"])
      return
    }
    let values = transaction.items.map { amount($0.value) }
    guard transaction.value == nil, !values.isEmpty, !values.contains(nil) else { return }
    sheet.number(
      "deal.value", values.compactMap(\.self).reduce(0, +),
      values.indices.map { "items[\($0)].value" })
  }
}

extension DecimalNumber {
  /// The number in hundredths, further digits cut off; `nil` when negative or above ten billion.
  var hundredths: Int? {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    guard !isNegative, let whole = parts.first, whole.utf8.count <= 10, let number = Int(whole)
    else {
      return nil
    }
    let digits = (parts.count > 1 ? String(parts[1].prefix(2)) : "") + "00"
    return Int(digits.prefix(2)).map { number * 100 + $0 }
  }
}
