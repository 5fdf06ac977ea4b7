import NameIndex

extension WatchlistFile {
  /// How many ways lead from a house or post box to a listed address.
  public var addressKeyCount: Int { addressHashes.count }

  /// The listed addresses that are the same as `form`, in the order of the file.
  ///
  /// - Parameters:
  ///   - words: those of ``WatchlistDescription/addressWords``.
  ///   - country: as for ``AddressForm``.
  /// - Complexity: O(log *n*), and the addresses of the same street and number.
  public func addresses(
    sameAs form: AddressForm, words: AddressWords, country: (String) -> String?
  ) -> [ListedFact] {
    var facts: Set<Int> = []
    for hash in form.hashes {
      var place = addressHashes.lowerBound(hash, in: 0..<addressHashes.count)
      while place < addressHashes.count, addressHashes[place] == hash {
        facts.insert(addressFacts[place])
        place += 1
      }
    }
    return facts.sorted().compactMap { fact($0) }.filter {
      form.isSame(as: AddressForm($0.text, words: words, country: country))
    }
  }
}
