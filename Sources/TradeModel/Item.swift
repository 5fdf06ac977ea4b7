/// Goods, software, technology or help that a transaction moves.
public struct Item: Hashable, Sendable {
  /// What it is, in the writer's words.
  public let description: String?
  /// `nil` when not stated.
  public let kind: ItemKind?
  /// The customs number (HS, CN) as written.
  public let commodityCode: String?
  /// Control codes the writer states, with the list they are of.
  public let controlCodes: [StatedControlCode]
  /// Measured or catalogue values: positioning accuracy, bias stability, tensile strength.
  public let parameters: [ItemParameter]
  /// How much is supplied.
  public let quantity: Quantity?
  /// As stated, with its currency.
  public let value: Money?
  /// The name of the maker as written; it is screened.
  public let maker: String?
  /// As written.
  public let model: String?
  /// The country of origin as written.
  public let origin: String?
  /// What one unit costs elsewhere, as stated.
  public let marketPrice: Money?
  /// How many spare parts are ordered; `nil` when not stated or not understood.
  public let spares: Spares?
  /// What the writer says of it in fixed words.
  public let circumstances: Circumstances<ItemCircumstance>
  /// What else the writer says.
  public let note: String?

  public init(
    description: String? = nil, kind: ItemKind? = nil, commodityCode: String? = nil,
    controlCodes: [StatedControlCode] = [], parameters: [ItemParameter] = [],
    quantity: Quantity? = nil, value: Money? = nil, maker: String? = nil, model: String? = nil,
    origin: String? = nil, marketPrice: Money? = nil, spares: Spares? = nil,
    circumstances: Circumstances<ItemCircumstance> = Circumstances(), note: String? = nil
  ) {
    self.description = description
    self.kind = kind
    self.commodityCode = commodityCode
    self.controlCodes = controlCodes
    self.parameters = parameters
    self.quantity = quantity
    self.value = value
    self.maker = maker
    self.model = model
    self.origin = origin
    self.marketPrice = marketPrice
    self.spares = spares
    self.circumstances = circumstances
    self.note = note
  }
}

/// How many spare parts are ordered with an item.
public enum Spares: String, Hashable, Sendable, CaseIterable {
  case none, usual, excessive
}

/// What an item is in export law. Source: Regulation (EU) 2021/821, Article 2(1) and 2(9).
public enum ItemKind: String, Hashable, Sendable, CaseIterable {
  case goods, software, technology
  case technicalAssistance = "technical-assistance"
}

/// A control code as the writer states it. It is a claim of the writer, not a classification.
public struct StatedControlCode: Hashable, Sendable {
  /// As written: `2B001.b.2`, `EAR99`, `not listed`.
  public let code: String
  /// The list it is of, as written: `EU`, `US CCL`, `MTCR`. `nil` when not stated.
  public let list: String?

  public init(code: String, list: String? = nil) {
    self.code = code
    self.list = list
  }
}

/// A named value of an item. The name is the writer's; the unit may be unknown to us.
public struct ItemParameter: Hashable, Sendable {
  /// What is measured, as written.
  public let name: String
  /// As stated, with its unit.
  public let value: Quantity

  public init(name: String, value: Quantity) {
    self.name = name
    self.value = value
  }
}
