public import TradeModel

/// The data one screening read, by digest: what is needed to run it again.
public struct ScreeningContext: Hashable, Sendable {
  /// The day the screening is for. Ages are counted to it; there is no clock below the program.
  public var on: Day
  /// The day as of which lists and rules were read; `nil` for the newest.
  public var asKnownOn: Day?
  /// By which a replay finds the policy again.
  public let policyName: String
  /// Of every tuning value.
  public let policyDigest: Digest
  /// Of the whole knowledge folder.
  public let knowledgeDigest: Digest
  /// Of the folder of the user's own red-flag rules; `nil` without one.
  public let rulesDigest: Digest?
  /// The version of the name tables and the token-frequency table.
  public let nameModelVersion: String
  /// That names the compiled file.
  public let watchlistDigest: Digest
  /// Of the table of ownership; `nil` where none was given.
  public let ownershipDigest: Digest?
  /// The states of lists that the watchlist was compiled from.
  public let lists: [ScreenedList]
  /// Lists that are held, but in no state of the day as of which lists were read.
  public let unheld: [UnheldList]
  /// What the reader of the dossier must know of the lists: a refused update, a starter list only.
  public var notices: [BilingualText]

  public init(
    on: Day, policyName: String, policyDigest: Digest, knowledgeDigest: Digest,
    nameModelVersion: String, watchlistDigest: Digest, ownershipDigest: Digest? = nil,
    lists: [ScreenedList], notices: [BilingualText], rulesDigest: Digest? = nil,
    asKnownOn: Day? = nil, unheld: [UnheldList] = []
  ) {
    self.on = on
    self.asKnownOn = asKnownOn
    self.unheld = unheld
    self.policyName = policyName
    self.policyDigest = policyDigest
    self.knowledgeDigest = knowledgeDigest
    self.nameModelVersion = nameModelVersion
    self.watchlistDigest = watchlistDigest
    self.ownershipDigest = ownershipDigest
    self.lists = lists
    self.notices = notices
    self.rulesDigest = rulesDigest
  }
}

/// One list as it was screened against.
public struct ScreenedList: Hashable, Sendable {
  /// The list's id: `un.sc`.
  public let id: String
  /// The publisher's title.
  public let title: String
  /// The body that decides the designations.
  public let authority: String
  /// The day of the published state; `nil` when nobody said.
  public let published: Day?
  /// Of the file as received.
  public let sha256: Digest
  /// How many designations it holds.
  public let designations: Int

  public init(
    id: String, title: String, authority: String, published: Day?, sha256: Digest, designations: Int
  ) {
    self.id = id
    self.title = title
    self.authority = authority
    self.published = published
    self.sha256 = sha256
    self.designations = designations
  }

  /// Days from the published state to `day`; negative when the list is newer.
  public func age(on day: Day) -> Int? {
    published.map { day.daysSince1970 - $0.daysSince1970 }
  }
}
