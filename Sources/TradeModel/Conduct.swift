/// A change to the deal that somebody asked for.
public struct DealChange: Hashable, Sendable {
  /// What was changed.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    case destination, consignee
    case endUser = "end-user"
    case address, terms, route, date, payer, bank, payment, contact, other
  }

  /// `nil` when not stated or not understood.
  public let subject: Subject?
  /// When; `nil` when not stated.
  public let date: PartialDate?

  public init(subject: Subject?, date: PartialDate? = nil) {
    self.subject = subject
    self.date = date
  }
}

/// A letter of an authority about a party or an item of the deal.
///
/// Source: BIS, Guidance to industry on BIS actions identifying transaction parties of diversion risk,
/// 10 July 2024; Regulation (EU) 2021/821, Article 4(1), for `catch-all`.
public enum NoticeKind: String, Hashable, Sendable, CaseIterable {
  case supplierList = "supplier-list"
  case redFlag = "red-flag"
  case projectGuardian = "project-guardian"
  case isInformed = "is-informed"
  case catchAll = "catch-all"
}

/// What a person answered to a question of judgement.
public struct FlagAnswer: Hashable, Sendable {
  /// The id of the red flag: `RF-EU-01`.
  public let flag: String
  /// `nil` for "not known".
  public let isYes: Bool?
  /// Who answered, as stated.
  public let by: String?
  /// When, as stated.
  public let on: String?

  public init(flag: String, isYes: Bool?, by: String? = nil, on: String? = nil) {
    self.flag = flag
    self.isYes = isYes
    self.by = by
    self.on = on
  }
}

/// How a deal came about, as far as stated, apart from its parties, items and way.
public struct Conduct: Hashable, Sendable {
  /// Of the deal as a whole.
  public var circumstances = Circumstances<DealCircumstance>()
  /// `nil` when nothing is said; empty when it is said that there were none.
  public var changes: [DealChange]?
  /// `nil` when nothing is said; empty when it is said that there are none. An entry that could not be
  /// read is `nil`.
  public var notices: [NoticeKind?]?
  /// The country from which the customer's network address is, as written.
  public var ipCountry: String?
  /// The papers; `nil` when nothing is said.
  public var documents: TradeDocuments?
  /// Earlier deals; `nil` when nothing is said.
  public var history: [PastDeal]?
  /// Whether the history is said to be whole.
  public var isHistoryComplete: Bool?
  /// In the order of the input.
  public var answers: [FlagAnswer] = []

  public init() {}
}
