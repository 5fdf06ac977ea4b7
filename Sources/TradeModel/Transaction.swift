/// One intended supply, sale or transfer, as far as it is stated.
///
/// Every fact may be missing: `nil` and an empty list mean "not stated", never "none". Texts are as
/// entered. Nothing here is checked against a list; the reader has only taken the input apart.
public struct Transaction: Hashable, Sendable {
  /// The writer's own reference: an order or case number.
  public let reference: String?
  /// A remark of the writer. Never screened.
  public let note: String?
  /// What kind of supply it is; the stated word stays in ``supplyText``.
  public let supply: SupplyKind?
  /// The kind of supply as written; kept also when ``supply`` could not be read.
  public let supplyText: String?
  /// In the order stated.
  public let parties: [Party]
  /// What is supplied; empty when not stated.
  public let items: [Item]
  /// The way; `nil` when not stated.
  public let route: Route?
  /// Who says what it is for; `nil` when not stated.
  public let endUse: EndUse?
  /// The country the items leave, as written: a name in any language, or a code.
  public let exportCountry: String?
  /// The country of final destination, as written.
  public let destinationCountry: String?
  /// Each `nil` when not stated.
  public let dates: TransactionDates
  /// Of the whole, as stated.
  public let value: Money?
  /// As stated; payer and bank are screened.
  public let payment: Payment?
  /// How the deal came about: papers, changes, letters, earlier deals.
  public let conduct: Conduct
  /// The day on which everything is to be read, when the input fixes it.
  public let knownOn: Day?
  /// The day as entered, also when it could not be read.
  public let knownOnText: String?

  public init(
    reference: String? = nil, note: String? = nil, supply: SupplyKind? = nil,
    supplyText: String? = nil, parties: [Party] = [], items: [Item] = [], route: Route? = nil,
    endUse: EndUse? = nil, exportCountry: String? = nil, destinationCountry: String? = nil,
    dates: TransactionDates = TransactionDates(), value: Money? = nil, payment: Payment? = nil,
    conduct: Conduct = Conduct(), knownOn: Day? = nil, knownOnText: String? = nil
  ) {
    self.reference = reference
    self.note = note
    self.supply = supply
    self.supplyText = supplyText ?? supply?.rawValue
    self.parties = parties
    self.items = items
    self.route = route
    self.endUse = endUse
    self.exportCountry = exportCountry
    self.destinationCountry = destinationCountry
    self.dates = dates
    self.value = value
    self.payment = payment
    self.conduct = conduct
    self.knownOn = knownOn
    self.knownOnText = knownOnText ?? knownOn?.iso
  }

  /// The parties that stand in `role`, in the order stated.
  public func parties(in role: PartyRole) -> [Party] {
    parties.filter { $0.roles.contains(role) }
  }
}

/// What is done: the words of export law for a movement of goods, software, technology or help.
///
/// Source: Regulation (EU) 2021/821, Article 2 (export, brokering services, technical assistance,
/// transit); 15 CFR 734.13 to 734.16 (export, reexport, transfer in-country).
public enum SupplyKind: String, Hashable, Sendable, CaseIterable {
  case sale, transfer, loan, lease, gift, repair
  case temporaryExport = "temporary-export"
  case reexport
  case technologyTransfer = "technology-transfer"
  case technicalAssistance = "technical-assistance"
  case brokering, transit
}

/// The days of a transaction, each possibly known only in part.
public struct TransactionDates: Hashable, Sendable {
  /// When it was ordered.
  public let ordered: PartialDate?
  /// When the items leave.
  public let export: PartialDate?
  /// When they arrive.
  public let delivery: PartialDate?

  public init(
    ordered: PartialDate? = nil, export: PartialDate? = nil, delivery: PartialDate? = nil
  ) {
    self.ordered = ordered
    self.export = export
    self.delivery = delivery
  }
}

/// How it is paid, as stated. The parties that pay stand among the parties, with their roles.
public struct Payment: Hashable, Sendable {
  /// Letter of credit, transfer, cash, cryptocurrency.
  public let method: String?
  /// As written: days, instalments.
  public let terms: String?
  /// Who pays, as written; may differ from every party.
  public let payer: String?
  /// As written.
  public let payerCountry: String?
  /// The name of the bank as written; it is screened.
  public let bank: String?
  /// As written.
  public let bankCountry: String?
  /// As written.
  public let currency: String?

  public init(
    method: String? = nil, terms: String? = nil, payer: String? = nil,
    payerCountry: String? = nil, bank: String? = nil, bankCountry: String? = nil,
    currency: String? = nil
  ) {
    self.method = method
    self.terms = terms
    self.payer = payer
    self.payerCountry = payerCountry
    self.bank = bank
    self.bankCountry = bankCountry
    self.currency = currency
  }
}
