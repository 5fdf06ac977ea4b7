public import GoodsControls
public import TradeModel

/// One item on its way: what a determination is made of.
public struct LicenceCase: Hashable, Sendable {
  /// A control code as the writer states it, looked up.
  public struct Code: Hashable, Sendable {
    /// Where it stands: `items[0].controlCodes[0]`.
    public let path: String
    /// What is known of it.
    public let answer: ControlCodeAnswer
    /// The list it is said to be of, as written.
    public let list: String?

    public init(path: String, answer: ControlCodeAnswer, list: String? = nil) {
      self.path = path
      self.answer = answer
      self.list = list
    }

    /// Whether the statement is about the list of `jurisdiction`. A code without a list may be of any
    /// that has it; `EAR99` and `NLR` are words of the United States.
    func speaks(for jurisdiction: LicenceJurisdiction) -> Bool {
      let words = Set(
        "\(list ?? "") \(answer.kind == .statedAsUnlisted ? answer.stated : "")".uppercased()
          .split { !$0.isLetter && !$0.isNumber }.map(String.init))
      let named = LicenceJurisdiction.allCases.filter { !words.isDisjoint(with: Self.words($0)) }
      return named.isEmpty || named.contains(jurisdiction)
    }

    private static func words(_ jurisdiction: LicenceJurisdiction) -> Set<String> {
      switch jurisdiction {
      case .unitedStates: ["US", "USA", "CCL", "ECCN", "EAR", "EAR99", "NLR", "BIS"]
      case .europeanUnion: ["EU", "UE", "ANNEX", "ANNEXE", "FR", "DE"]
      case .unitedKingdom: ["UK", "GB"]
      }
    }
  }

  /// A territory to which the item goes.
  public struct Place: Hashable, Sendable {
    /// The territory.
    public let territory: Territory
    /// The facts that name it.
    public let paths: [String]
    /// `false` when the words can mean another territory.
    public let isCertain: Bool

    public init(territory: Territory, paths: [String], isCertain: Bool = true) {
      self.territory = territory
      self.paths = paths
      self.isCertain = isCertain
    }
  }

  /// Where the item stands: `items[0]`.
  public let path: String
  /// In the order stated.
  public let codes: [Code]
  /// Lists written in commodity codes that the stated commodity code meets.
  public let commodityMatches: [GoodsMatch]
  /// Where the item goes; empty when nobody knows.
  public let places: [Place]
  /// As stated.
  public let endUse: EndUse?
  /// What other findings leave open; as long as one stands, nothing reads as "not required".
  public let unsettled: [LicenceStep]

  public init(
    path: String, codes: [Code], commodityMatches: [GoodsMatch] = [], places: [Place],
    endUse: EndUse?, unsettled: [LicenceStep] = []
  ) {
    self.path = path
    self.codes = codes
    self.commodityMatches = commodityMatches
    self.places = places
    self.endUse = endUse
    self.unsettled = unsettled
  }
}
