public import Parties
import TradeModel
public import Watchlist

/// What lies between two watchlists: the parties whose content differs.
public struct ListChange: Hashable, Sendable {
  /// The numbers, in the newer watchlist, of parties that are new or say something else than before.
  /// Ascending.
  public let changed: [Int]
  /// How many of ``changed`` the older one does not have.
  public let added: Int
  /// Parties that the newer watchlist does not have, by id; with the parties that have their designations
  /// now, when they were joined to others or the id moved.
  public let removed: [ListedPartyID: [ListedPartyID]]

  /// - Complexity: one pass over the content of both, and the digests of the older one in memory.
  public init(from old: WatchlistFile, to new: WatchlistFile) {
    guard old.digest != new.digest else {
      (changed, added, removed) = ([], 0, [:])
      return
    }
    var content = ListedContent(old)
    var before: [ListedPartyID: (party: Int, digest: Digest)] = [:]
    before.reserveCapacity(old.partyCount)
    for party in 0..<old.partyCount {
      before[old.id(ofParty: party)] = (party, content.digest(ofParty: party))
    }
    content = ListedContent(new)
    var changed: [Int] = []
    var added = 0
    for party in 0..<new.partyCount {
      let known = before.removeValue(forKey: new.id(ofParty: party))
      if known == nil { added += 1 }
      if known?.digest != content.digest(ofParty: party) { changed.append(party) }
    }
    self.changed = changed
    self.added = added
    removed = before.mapValues { entry in
      var heirs: [ListedPartyID] = []
      for designation in old.designations(ofParty: entry.party) {
        guard let now = new.designation(old.id(ofDesignation: designation)) else { continue }
        let heir = new.id(ofParty: new.party(ofDesignation: now))
        if !heirs.contains(heir) { heirs.append(heir) }
      }
      return heirs
    }
  }

  /// Whether nothing differs that a screening could tell.
  public var isEmpty: Bool { changed.isEmpty && removed.isEmpty }
}
