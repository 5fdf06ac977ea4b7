public import TradeModel

/// In what way one party stands above another, as stated.
///
/// Shares are what is owned. Control without shares is kept apart from them: some tests ask for
/// ownership alone.
public enum OwnershipKind: String, Hashable, Sendable, CaseIterable {
  /// Shares of the capital.
  case shares
  /// Shares that their holders have agreed to use jointly; all such holders of one party are meant to
  /// be under one arrangement.
  case jointShares = "joint-shares"
  /// Voting rights without the shares.
  case votes
  /// Control is stated, by whatever means.
  case control
  /// A share with a right of veto; whether that is control is for a person to judge.
  case goldenShare = "golden-share"
  /// A seat on the board, the management, a power to sign; by itself no control.
  case office
  /// The source says that one of the two holds: "owned or controlled by", "subsidiary", "parent".
  case ownedOrControlled = "owned-or-controlled"
  /// The source says that there is a link and not which.
  case linked

  /// Reads a kind by its code, whatever the case; blanks and underscores are hyphens.
  public init?(reading text: String) {
    let key = text.lowercased().map { $0 == " " || $0 == "_" ? "-" : String($0) }.joined()
    self.init(rawValue: key)
  }

  /// Whether a statement of this kind says how large a share is.
  var statesShare: Bool { self == .shares || self == .jointShares }

  /// The share that the statement leaves possible, in hundredths of a percent.
  ///
  /// - Parameter stated: as the source has it; 0…10000 where it says nothing.
  func share(_ stated: ClosedRange<Int>) -> ClosedRange<Int> {
    switch self {
    case .shares, .jointShares: stated
    case .ownedOrControlled, .linked: OwnershipLink.unstated
    case .votes, .control, .goldenShare, .office: 0...0
    }
  }

  /// Whether the statement says that there is control, or leaves it possible.
  func control(_ stated: ClosedRange<Int>) -> Standing {
    switch self {
    case .shares, .jointShares: .no
    // A majority of the votes decides what the company does.
    case .votes:
      stated.lowerBound > 5_000 ? .certain : stated.upperBound > 5_000 ? .possible : .no
    case .control, .ownedOrControlled: .certain
    case .goldenShare, .office, .linked: .possible
    }
  }

  /// What the first party does to the second, with the share where one is stated: `holds 30–40 % of`.
  public func verb(_ share: ClosedRange<Int>) -> BilingualText {
    let isStated = share != OwnershipLink.unstated
    let size = Holding.text(share)
    switch self {
    case .shares, .jointShares, .votes:
      let what: BilingualText =
        switch self {
        case .jointShares:
          BilingualText(en: " under a joint arrangement", fr: " dans le cadre d’un accord conjoint")
        default: BilingualText(en: "", fr: "")
        }
      let ofVotes = BilingualText(
        en: self == .votes ? "the votes in " : "", fr: self == .votes ? "des voix de " : "de ")
      return isStated
        ? BilingualText(
          en: "holds \(size.en)\(what.en) of \(ofVotes.en)",
          fr: "détient \(size.fr)\(what.fr) \(ofVotes.fr)")
        : BilingualText(
          en: "holds an unstated share (0–100 %)\(what.en) of \(ofVotes.en)",
          fr: "détient une part non indiquée (0–100\u{A0}%)\(what.fr) \(ofVotes.fr)")
    case .control: return BilingualText(en: "controls ", fr: "contrôle ")
    case .goldenShare:
      return BilingualText(en: "holds a golden share in ", fr: "détient une action spécifique de ")
    case .office:
      return BilingualText(en: "holds an office in ", fr: "exerce une fonction dans ")
    case .ownedOrControlled:
      return BilingualText(en: "owns or controls ", fr: "détient ou contrôle ")
    case .linked:
      return BilingualText(
        en: "is linked, in a way not stated, to ", fr: "est lié, d’une manière non indiquée, à ")
    }
  }
}
