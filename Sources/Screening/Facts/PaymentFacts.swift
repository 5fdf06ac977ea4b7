import RedFlags
import TradeModel

/// How it is paid, by whom and from where.
struct PaymentFacts {
  let transaction: Transaction
  let parties: [PartyOfDeal]
  let knowledge: FactKnowledge
  /// Destination and way.
  let goodsCountries: [TerritoryID]

  func state(on sheet: inout FactSheet) {
    method(on: &sheet)
    let payer = payer(on: &sheet)
    let bank = bankCountries
    sheet.countries("bank.country", bank, from: bank.map(\.path))
    sheet.words(
      "bank.outside",
      knowledge.outside(bank.map(\.value)).map { ($0, bank[0].path) }, from: bank.map(\.path))
    if !payer.isEmpty, !bank.isEmpty {
      let own = Set(payer.map(\.value))
      sheet.flag(
        "payment.bank-elsewhere", !bank.allSatisfy { own.contains($0.value) },
        bank.map(\.path) + payer.map(\.path))
    }
    money(payer + bank, on: &sheet)
  }

  private func method(on sheet: inout FactSheet) {
    for case (let text?, let fact) in [
      (transaction.payment?.method, "payment.method"),
      (transaction.payment?.terms, "payment.terms"),
    ] {
      let words = knowledge.lexicon.classes("payment", in: text)
      sheet.words(fact, (words.isEmpty ? ["other"] : words).map { ($0, fact) }, from: [fact])
    }
  }

  /// Where the payer sits, as far as stated.
  private func payer(on sheet: inout FactSheet) -> [Placed<TerritoryID>] {
    let stated = knowledge.territory(transaction.payment?.payerCountry)
      .map { [Placed<TerritoryID>($0, "payment.payerCountry")] }
    let buyers = parties.filter { $0.isBuyer || $0.isReceiver }
    let paying = parties.filter { $0.has([.payer]) }
    let name = transaction.payment?.payer
    let named = name.map { name in parties.filter { $0.isNamed(name) } } ?? []
    let payers = named.isEmpty && name == nil ? paying : named
    business(name, payers, on: &sheet)
    guard name != nil || !payers.isEmpty else { return stated ?? [] }
    let isOwner = buyers.contains { party in
      party.party.owners.contains { owner in
        name.map { key in owner.party.names.contains { FoldedText($0).key == FoldedText(key).key } }
          ?? payers.contains { owner.party.sharesName(with: $0.party) }
      }
    }
    let relation =
      payers.contains { $0.isBuyer || $0.isReceiver }
      ? "buyer" : isOwner ? "owner" : payers.isEmpty ? "none" : "other-party"
    let paths =
      [name == nil ? nil : "payment.payer"].compactMap(\.self) + payers.map { "\($0.path).roles" }
    sheet.word("payment.payer-relation", relation, paths)
    let countries = stated ?? payers.flatMap(\.countries)
    let homes = Set(buyers.flatMap { $0.territories })
    if !countries.isEmpty, !homes.isEmpty {
      sheet.flag(
        "payment.payer-abroad", countries.allSatisfy { !homes.contains($0.value) },
        countries.map(\.path))
    }
    return countries
  }

  private func business(_ name: String?, _ payers: [PartyOfDeal], on sheet: inout FactSheet) {
    let stated = payers.compactMap { party in
      party.party.business.map { Placed<String>($0, "\(party.path).business") }
    }
    let texts = stated + (name.map { [($0, "payment.payer")] } ?? [])
    let classes = texts.flatMap { text in
      knowledge.lexicon.classes("business", in: text.value).map { Placed<String>($0, text.path) }
    }
    sheet.words("payment.payer-business", classes, from: texts.map(\.path))
  }

  private var bankCountries: [Placed<TerritoryID>] {
    let stated =
      knowledge.territory(transaction.payment?.bankCountry)
      .map { [Placed<TerritoryID>($0, "payment.bankCountry")] } ?? []
    return stated + parties.filter { $0.has([.bank]) }.flatMap(\.countries)
  }

  private func money(_ countries: [Placed<TerritoryID>], on sheet: inout FactSheet) {
    guard !countries.isEmpty else { return }
    let paths = countries.map(\.path)
    let trading = parties.filter { !$0.has([.bank, .payer]) || $0.isBuyer || $0.isReceiver }
    let goods = Set(
      goodsCountries + trading.filter { $0.isBuyer || $0.isReceiver }.flatMap { $0.territories })
    let deal = goods.union(trading.flatMap { $0.territories })
    guard !deal.isEmpty else { return }
    let outside = countries.filter { !deal.contains($0.value) }
    sheet.flag(
      "payment.country-outside-deal", !outside.isEmpty,
      (outside.isEmpty ? countries : outside).map(\.path))
    if !goods.isEmpty {
      sheet.flag("payment.meets-goods", countries.contains { goods.contains($0.value) }, paths)
    }
  }
}
