import NameIndex
import Watchlist

/// What tells for or against a listed name besides its words: how it stands to its party, and in which
/// reading it agrees.
struct NameStanding {
  /// Every list that publishes the name calls it weak.
  let isWeak: Bool
  /// An alias or a former name, not a primary name or a variant of one.
  let isAlias: Bool
  /// The two names are in different writing systems.
  let isOtherScript: Bool
  /// How many of the two, in Latin letters, were read otherwise than as they stand: by the spelling of
  /// another language, translated, written out, or with misread letters put right.
  let furtherReadings: Int

  /// - Parameters:
  ///   - unit: the numbered reading of a listed name.
  ///   - asked: the writing of the subject's name.
  ///   - reading: the number of the subject's reading, from 0.
  init(ofUnit unit: Int, in watchlist: WatchlistFile, asked: WritingScript, reading: Int) {
    let name = watchlist.unitNames[unit]
    isWeak = watchlist.isWeak(name: name)
    isAlias = watchlist.isAlias(name: name)
    let listed = watchlist.firstScalars(ofName: name) { WritingScript(of: $0) }
    isOtherScript = listed != asked && listed != .none && asked != .none
    furtherReadings =
      (asked == .latin && reading > 0 ? 1 : 0)
      + (listed == .latin && unit > 0 && watchlist.unitNames[unit - 1] == name ? 1 : 0)
  }

  /// In tenths of a bit. A weak alias is not charged for being an alias besides.
  func weight(_ weights: FactWeights) -> Int {
    (isWeak ? weights.weakAlias : isAlias ? weights.alias : 0)
      + ((isOtherScript ? 1 : 0) + furtherReadings) * weights.otherReading
  }
}
