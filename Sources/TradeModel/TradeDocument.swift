/// The papers of a transaction, as far as stated.
public struct TradeDocuments: Hashable, Sendable {
  /// Whether the list is said to be whole; only then does a missing paper say anything.
  public let isComplete: Bool?
  /// In the order stated.
  public let list: [TradeDocument]

  public init(isComplete: Bool? = nil, list: [TradeDocument] = []) {
    self.isComplete = isComplete
    self.list = list
  }
}

/// One paper with what it says. A member that is not stated may still stand in the paper.
public struct TradeDocument: Hashable, Sendable {
  /// The papers that rules look for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case order, contract, invoice
    case packingList = "packing-list"
    case billOfLading = "bill-of-lading"
    case certificateOfOrigin = "certificate-of-origin"
    case letterOfCredit = "letter-of-credit"
    case endUserStatement = "end-user-statement"
    case exportDeclaration = "export-declaration"
    case licence
    case other
  }

  /// What a paper states that another can state differently.
  public enum Entry: String, Hashable, Sendable, CaseIterable {
    case endUser, consignee, destination, commodityCode, quantity, weight, value
  }

  /// `nil` when not stated or not understood.
  public var kind: Kind?
  /// As written.
  public var number: String?
  /// Of issue.
  public var date: PartialDate?
  /// What it says, as written: `12 kg`, `FR`.
  public var entries: [Entry: String] = [:]
  /// As written; bills of lading.
  public var loadPort: String?
  /// As written; bills of lading.
  public var dischargePort: String?
  /// The IMO number as written; bills of lading.
  public var shipNumber: String?
  /// How often it was changed.
  public var amendments: Int?
  /// Whether a signature on it is held to be doubtful.
  public var signatureDoubtful: Bool?
  /// Whether the licence number on it is held to be wrong.
  public var licenceNumberWrong: Bool?
  /// Whether it declares that no licence is needed.
  public var declaresNoLicence: Bool?

  public init(kind: Kind? = nil) { self.kind = kind }
}
