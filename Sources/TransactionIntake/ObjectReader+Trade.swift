import FileFormats
import TradeModel

extension ObjectReader {
  func item() -> Item {
    let kind = word("kind", ItemKind.self)
    let code = amount("commodityCode")
    if let code, !Self.isCommodityCode(code) {
      notes.warn(.unreadableCommodityCode, at: place("commodityCode"), .string(code))
    }
    let item = Item(
      description: text("description"), kind: kind.word, commodityCode: code,
      controlCodes: objects("controlCodes", shape: "controlCode", bare: "code", mayBeBare: true)
        .compactMap { $0.controlCode() },
      parameters: objects("parameters", shape: "parameter", bare: "name")
        .compactMap { $0.parameter() },
      quantity: quantity("quantity"), value: money("value"), maker: text("maker"),
      model: amount("model"), origin: text("origin"), marketPrice: money("marketPrice"),
      spares: word("spares", Spares.self).word,
      circumstances: circumstances("itemCircumstances", ItemCircumstance.self), note: text("note"))
    finish()
    return item
  }

  /// Two to ten digits; blanks and points are passed over. Source: Harmonized System Convention,
  /// Article 1; Regulation (EEC) 2658/87, Article 3 (up to ten digits).
  static func isCommodityCode(_ text: String) -> Bool {
    let bare = text.filter { !$0.isWhitespace && $0 != "." }
    return (2...10).contains(bare.utf8.count) && bare.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func controlCode() -> StatedControlCode? {
    let code = amount("code")
    let list = text("list")
    finish()
    guard let code else {
      notes.warn(.emptyText, at: path, .object(members))
      return nil
    }
    return StatedControlCode(code: code, list: list)
  }

  private func parameter() -> ItemParameter? {
    let name = text("name")
    let value = amount("value")
    let unit = text("unit")
    finish()
    guard name != nil || value != nil else {
      notes.warn(.emptyText, at: path, .object(members))
      return nil
    }
    if value == nil { notes.warn(.emptyText, at: place("value"), .object(members)) }
    let quantity = Quantity(text: value ?? "", unitText: unit)
    if value != nil { check(quantity, number: "value", unit: "unit") }
    return ItemParameter(name: name ?? "", value: quantity)
  }

  /// An object with amount and unit, a bare number, or a text such as `12 kg`.
  func quantity(_ name: String) -> Quantity? {
    guard let reader = object(name, shape: "quantity", bare: "amount", mayBeBare: true) else {
      return nil
    }
    var (amount, unit) = (reader.amount("amount"), reader.text("unit"))
    reader.finish()
    if let text = amount, unit == nil, value(name)?.object == nil {
      (amount, unit) = Self.split(text)
    }
    guard amount != nil || unit != nil else { return nil }
    let quantity = Quantity(text: amount ?? "", unitText: unit)
    reader.check(quantity, number: "amount", unit: "unit")
    return quantity
  }

  /// An object with amount and currency, a bare number, or a text such as `150000 EUR`.
  func money(_ name: String) -> Money? {
    guard let reader = object(name, shape: "money", bare: "amount", mayBeBare: true) else {
      return nil
    }
    var (amount, currency) = (reader.amount("amount"), reader.text("currency"))
    reader.finish()
    if let text = amount, currency == nil, value(name)?.object == nil {
      (amount, currency) = Self.split(text)
    }
    guard amount != nil || currency != nil else { return nil }
    let money = Money(text: amount ?? "", currencyText: currency)
    if money.amount == nil {
      notes.warn(.unreadableNumber, at: reader.place("amount"), .string(money.text))
    }
    if let currency, money.currency == nil {
      notes.warn(.unreadableCurrency, at: reader.place("currency"), .string(currency))
    }
    return money
  }

  private func check(_ quantity: Quantity, number: String, unit: String) {
    if quantity.amount == nil {
      notes.warn(.unreadableNumber, at: place(number), .string(quantity.text))
    }
    if let text = quantity.unitText, quantity.unit == nil {
      notes.warn(.unknownUnit, at: place(unit), .string(text))
    }
  }

  /// `12 kg` → `12` and `kg`; a text without a number in front stays whole.
  private static func split(_ text: String) -> (String?, String?) {
    let trimmed = text.drop { $0.isWhitespace }
    guard let blank = trimmed.firstIndex(where: \.isWhitespace),
      DecimalNumber(String(trimmed[..<blank])) != nil
    else { return (text, nil) }
    let unit = trimmed[blank...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (String(trimmed[..<blank]), unit.isEmpty ? nil : unit)
  }

  func route() -> Route {
    let route = Route(
      legs: objects("legs", shape: "leg", bare: "to").map { $0.leg() }, terms: text("terms"))
    finish()
    return route
  }

  private func leg() -> Leg {
    let leg = Leg(
      from: text("from"), to: text("to"), via: strings("via"), mode: text("mode"),
      carrier: text("carrier"),
      vessel: object("vessel", shape: "vessel", bare: "name").map { $0.vessel() },
      date: date("date"))
    finish()
    return leg
  }

  private func vessel() -> CarryingVessel {
    var vessel = CarryingVessel(
      name: text("name"), flag: text("flag"),
      identifiers: objects("identifiers", shape: "identifier", bare: "value")
        .compactMap { $0.identifier() })
    vessel.circumstances = circumstances("vesselCircumstances", VesselCircumstance.self)
    vessel.aisGap = count("aisGap")
    vessel.shipTransfers = count("shipTransfers")
    vessel.nameChanges = stated("nameChanges") { dates(of: $0) }
    vessel.flagChanges = stated("flagChanges") { dates(of: $0) }
    vessel.ownerChanges = stated("ownerChanges") { dates(of: $0) }
    finish()
    return vessel
  }

  func endUse() -> EndUse {
    let nature = word(
      "nature", EndUse.Nature.self,
      synonyms: ["civilian": .civil, "militaire": .military, "mixte": .mixed, "dual": .mixed])
    let endUse = EndUse(
      statement: text("statement"), nature: nature.word, natureText: nature.text,
      location: text("location"), reexportIntended: flag("reexportIntended"),
      hasSignedStatement: flag("hasSignedStatement"),
      answers: object("answers", shape: "endUseAnswers", bare: "answer").map { $0.endUseAnswers() }
        ?? [])
    finish()
    return endUse
  }

  private func endUseAnswers() -> [EndUseAnswer] {
    let answers = EndUseQuestion.allCases.compactMap { question -> EndUseAnswer? in
      let reply = word(
        question.rawValue, EndUseReply.self, synonyms: ["oui": .yes, "non": .no])
      return reply.text.map { EndUseAnswer(question, reply.word, text: $0) }
    }
    finish()
    return answers
  }

  func payment() -> Payment {
    let currency = text("currency")
    if let currency, Money(text: "0", currencyText: currency).currency == nil {
      notes.warn(.unreadableCurrency, at: place("currency"), .string(currency))
    }
    let payment = Payment(
      method: text("method"), terms: text("terms"), payer: text("payer"),
      payerCountry: text("payerCountry"), bank: text("bank"), bankCountry: text("bankCountry"),
      currency: currency)
    finish()
    return payment
  }

  func dates() -> TransactionDates {
    let dates = TransactionDates(
      ordered: date("ordered"), export: date("export"), delivery: date("delivery"))
    finish()
    return dates
  }

  func date(_ name: String) -> PartialDate? {
    text(name).map { readDate($0, at: place(name)) }
  }

  func dates(of name: String) -> [PartialDate] {
    texts(name).map { readDate($0.text, at: $0.path) }
  }

  private func readDate(_ text: String, at path: String) -> PartialDate {
    let date = PartialDate(reading: text)
    if !date.isReadable {
      notes.warn(
        .unreadableDate, at: path, .string(text),
        expected: "YYYY-MM-DD, YYYY-MM, YYYY, DD/MM/YYYY, circa YYYY, YYYY/YYYY")
    } else if let month = date.start?.month, let day = date.start?.day, day <= 12, day != month,
      date.end == nil, text.contains("/") || text.contains(".")
    {
      notes.warn(.dayFirstAssumed, at: path, .string(text))
    }
    return date
  }
}
