public import TradeModel

/// A list that was not screened, because no state of it is held for the day as of which the lists were
/// read.
public struct UnheldList: Hashable, Sendable {
  /// The list's id: `un.sc`.
  public let id: String
  /// The publisher's title.
  public let title: String
  /// The body that decides the designations.
  public let authority: String
  /// The day asked for.
  public let day: Day
  /// The day of the first state that is held.
  public let earliest: Day

  public init(id: String, title: String, authority: String, day: Day, earliest: Day) {
    self.id = id
    self.title = title
    self.authority = authority
    self.day = day
    self.earliest = earliest
  }

  /// Why it was not screened.
  public var why: BilingualText {
    BilingualText(
      en:
        "not screened: no state of that list is held for \(day); the first held is of \(earliest)",
      fr:
        "non consultée : aucun état de cette liste n’est détenu pour le \(day) ; le premier détenu est du \(earliest)"
    )
  }
}
