public import Parties
public import TradeModel

/// A change of outcome for one party of the portfolio and one listed party.
public struct Alert: Hashable, Sendable {
  /// What changed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A hit that was none.
    case new
    /// A hit that scores more, or whose listed party stands on a further list.
    case worse
    /// A hit that scores less, or whose listed party was taken from one of several lists.
    case better
    /// A hit that is none any more.
    case gone
    /// A settled hit whose evidence changed: what was decided was decided on something else.
    case reopened
  }

  /// On which side something changed.
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    /// The party of the portfolio is new or was changed.
    case party
    /// The lists changed.
    case list
    /// The policy, the name model or the program changed.
    case method
  }

  /// In which way the outcome changed.
  public let kind: Kind
  /// Why.
  public let cause: Cause
  /// `nil` for ``Kind/new``.
  public let before: PortfolioHit?
  /// `nil` for ``Kind/gone``.
  public let after: PortfolioHit?

  public init(kind: Kind, cause: Cause, before: PortfolioHit?, after: PortfolioHit?) {
    self.kind = kind
    self.cause = cause
    self.before = before
    self.after = after
  }
}

/// What a person concluded on a hit, as far as alerts need it.
public struct Settlement: Hashable, Sendable {
  /// The evidence that was looked at.
  public let evidence: Digest
  /// Whether it was found to be another party. The end of such a hit raises no alert.
  public let isFalsePositive: Bool

  public init(evidence: Digest, isFalsePositive: Bool) {
    self.evidence = evidence
    self.isFalsePositive = isFalsePositive
  }
}

extension Alert {
  /// The alerts that lie between the hits a party of the portfolio had and those it has, by listed party.
  ///
  /// A hit whose listed party was joined to another is the same hit. A hit with the same outcome and
  /// other evidence raises no alert, unless it was settled on the former evidence.
  ///
  /// - Parameters:
  ///   - heirs: the listed parties that have the designations of one that is no more.
  ///   - settlement: what was decided on the hit with a listed party; `nil` when nothing was.
  public static func alerts(
    from before: [PortfolioHit], to after: [PortfolioHit], cause: Cause,
    heirs: (ListedPartyID) -> [ListedPartyID] = { _ in [] },
    settlement: (ListedPartyID) -> Settlement? = { _ in nil }
  ) -> [Alert] {
    var alerts: [Alert] = []
    var unmatched = Dictionary(
      after.map { ($0.party, $0) }, uniquingKeysWith: { first, _ in first })
    var rest: [PortfolioHit] = []
    for old in before {
      guard let new = unmatched.removeValue(forKey: old.party) else {
        rest.append(old)
        continue
      }
      if let alert = alert(from: old, to: new, cause, settlement) { alerts.append(alert) }
    }
    for old in rest {
      if let heir = heirs(old.party).first(where: { unmatched[$0] != nil }),
        let new = unmatched.removeValue(forKey: heir)
      {
        if let alert = alert(from: old, to: new, cause, settlement) { alerts.append(alert) }
      } else if settlement(old.party)?.isFalsePositive != true {
        alerts.append(Alert(kind: .gone, cause: cause, before: old, after: nil))
      }
    }
    for new in unmatched.values {
      guard let settled = settlement(new.party) else {
        alerts.append(Alert(kind: .new, cause: cause, before: nil, after: new))
        continue
      }
      // It was settled, went away and came back.
      if settled.evidence != new.evidence {
        alerts.append(Alert(kind: .reopened, cause: cause, before: nil, after: new))
      }
    }
    return alerts.sorted { $0.party < $1.party }
  }

  /// The listed party as it is now, or as it was.
  public var party: ListedPartyID {
    guard let hit = after ?? before else { preconditionFailure("an alert is of a hit") }
    return hit.party
  }

  private static func alert(
    from old: PortfolioHit, to new: PortfolioHit, _ cause: Cause,
    _ settlement: (ListedPartyID) -> Settlement?
  ) -> Alert? {
    if let settled = settlement(new.party) ?? settlement(old.party) {
      return settled.evidence == new.evidence || old.evidence == new.evidence
        ? nil : Alert(kind: .reopened, cause: cause, before: old, after: new)
    }
    let lists =
      Set(new.designations).subtracting(old.designations).count
      - Set(old.designations).subtracting(new.designations).count
    let kind: Kind?
    if new.score != old.score {
      kind = new.score > old.score ? .worse : .better
    } else {
      kind = lists == 0 ? nil : lists > 0 ? .worse : .better
    }
    return kind.map { Alert(kind: $0, cause: cause, before: old, after: new) }
  }
}
