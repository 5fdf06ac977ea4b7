public import FileFormats
public import Rescreening
public import TradeModel

/// A run of the ledger: all parties of a state of the portfolio have met all snapshots of its basis.
public struct PortfolioRun: Hashable, Sendable {
  /// Counted from 1.
  public let id: Int
  /// When it began to read.
  public let started: Timestamp
  /// When it was kept.
  public let ended: Timestamp
  /// Why it was a full run; `nil` for a delta.
  public let reason: FullReason?
  /// The run that a delta continues.
  public let previous: Int?
  /// What it screened with.
  public let basis: ScreeningBasis
  /// Every tuning value.
  public let policy: JSONValue
  /// Up to which change of the portfolio it reached.
  public let revision: Int
  /// How much it did.
  public let counts: Counts

  /// What a run did.
  public struct Counts: Hashable, Sendable {
    /// Active parties of the portfolio.
    public var parties = 0
    /// Of these, those that were asked anew, of all or of the changed listed parties.
    public var screened = 0
    /// Listed parties that were new or changed; all of them in a full run.
    public var changed = 0
    /// Listed parties that were gone.
    public var removed = 0
    /// Hits there are after the run.
    public var hits = 0
    /// Alerts it raised.
    public var alerts = 0

    public init() {}
  }

  /// For people and programs.
  public var json: JSONValue {
    .members([
      "run": .int(id), "started": .string(started.description), "ended": .string(ended.description),
      "mode": .string(reason == nil ? "delta" : "full"),
      "reason": (reason?.rawValue).map(JSONValue.string), "previous": previous.map(JSONValue.int),
      "parties": .int(counts.parties), "screened": .int(counts.screened),
      "changed_listed": .int(counts.changed), "removed_listed": .int(counts.removed),
      "hits": .int(counts.hits), "alerts": .int(counts.alerts), "basis": basis.json,
    ])
  }
}

/// What a run found, to be kept whole or not at all.
public struct PortfolioRunResult: Sendable {
  /// When it began to read.
  public var started = Timestamp(seconds: 0)
  /// Why it was a full run; `nil` for a delta.
  public var reason: FullReason?
  /// What it screened with.
  public var basis: ScreeningBasis
  /// Every tuning value.
  public var policy: JSONValue
  /// The state of the portfolio that was read.
  public var revision = 0
  /// The run that was the last when this one began.
  public var previous: Int?
  /// How much it did; hits and alerts are counted when it is kept.
  public var counts = PortfolioRun.Counts()
  /// The hits of every party whose hits may differ from before, by key; of all parties in a full run.
  public var hits: [Int64: [PortfolioHit]] = [:]
  /// With the id of the party; the document is complete but for the numbers of run and alert.
  public var alerts: [(party: String, alert: Alert, difference: JSONValue)] = []
  /// The endpoints that are told of the alerts.
  public var endpoints: [String] = []
  /// Indexes that were compiled.
  public var indexes: [PortfolioIndexRecord] = []

  public init(basis: ScreeningBasis, policy: JSONValue) {
    self.basis = basis
    self.policy = policy
  }
}

/// A compiled index of the portfolio.
public struct PortfolioIndexRecord: Hashable, Sendable {
  /// Which of the two.
  public enum Role: String, Hashable, Sendable {
    /// Of all parties.
    case base
    /// Of those that changed since the base.
    case overlay
  }

  /// Which of the two it is.
  public let role: Role
  /// Its name in the folder of the portfolio.
  public let file: String
  /// With which it was compiled.
  public let nameModel: String
  /// Up to which change of the portfolio it reaches.
  public let revision: Int
  /// How many it holds.
  public let parties: Int

  public init(role: Role, file: String, nameModel: String, revision: Int, parties: Int) {
    self.role = role
    self.file = file
    self.nameModel = nameModel
    self.revision = revision
    self.parties = parties
  }
}
