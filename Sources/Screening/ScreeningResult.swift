public import TradeModel

/// Everything one screening found, and everything it did not look at.
public struct ScreeningResult: Hashable, Sendable {
  /// By strictness, then in the order of the transaction.
  public let findings: [Finding]
  /// What each jurisdiction asks for each item, also where nothing is required or it is not determined.
  public let licences: [LicenceAnswer]
  /// What was done, with how much of it.
  public let checked: [Check]
  /// What was not done, and why.
  public let notChecked: [NotChecked]
  /// What would change the outcome.
  public let wouldChange: [BilingualText]

  public init(
    findings: [Finding], licences: [LicenceAnswer] = [], checked: [Check], notChecked: [NotChecked],
    wouldChange: [BilingualText]
  ) {
    self.findings = findings
    self.licences = licences
    self.checked = checked
    self.notChecked = notChecked
    self.wouldChange = wouldChange
  }

  /// The strictest outcome of any finding; `no-licence-required` only when there is none.
  public var outcome: Outcome { findings.map(\.outcome).max() ?? .noLicenceRequired }
}

/// One thing that was done, with how much of it.
public struct Check: Hashable, Sendable {
  /// A whole sentence with its numbers.
  public let what: BilingualText
  public init(what: BilingualText) { self.what = what }
}

/// One thing that was not done, and why. Silence about it must not read as innocence.
public struct NotChecked: Hashable, Sendable {
  /// What was not done.
  public let what: BilingualText
  /// Half a sentence.
  public let why: BilingualText
  public init(what: BilingualText, why: BilingualText) {
    self.what = what
    self.why = why
  }
}
