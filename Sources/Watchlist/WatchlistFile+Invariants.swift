import NameIndex

extension WatchlistFile {
  /// Checks that every number in the records points to something that is there, and that runs lie one
  /// behind the other. A checksum tells damage; this tells a file that was made wrong.
  func checkInvariants() throws(SectionError) {
    try check(partyRecords.count > 0 && nameRecords.count > 0)
    try check(unitNames.count == index.unitCount && unitNames.isBelow(nameCount))
    try check(identifierHashes.count == identifierParties.count)
    try check(identifierParties.isBelow(partyCount))
    try check(partyOrder.count == partyCount && partyOrder.isBelow(partyCount))
    try check(designationOrder.count == designationCount)
    try check(designationOrder.isBelow(designationCount))
    try check(designationText.isWhole)
    for (field, total) in [(5, nameCount), (6, factRecords.count), (7, designationCount)] {
      try check(partyRecords.isOffsets(endingAt: total, field: field))
    }
    try check(nameRecords.isOffsets(endingAt: index.unitCount, field: 6))
    let texts = textPool.count
    for field in [0, 2, 8] { try check(partyRecords.isWithin(texts, field: field)) }
    try check(partyRecords.isBelow(Self.kinds.count, field: 4))
    try check(nameRecords.isWithin(texts, field: 0))
    // The last records only close the runs, and all that they hold besides is 0.
    try check(nameCount == 0 || nameRecords.isBelow(partyCount, field: 2))
    try check(nameCount == 0 || nameRecords.isBelow(designationCount, field: 3))
    try check(factRecords.isBelow(designationCount, field: 3))
    try check(factRecords.isWithin(texts, field: 6))
    for fact in 0..<factRecords.count { try check(isFact(fact)) }
    try check(designationRecords.isWithin(texts, field: 0))
    try check(designationRecords.isWithin(designationText.count, field: 2))
    try check(designationRecords.isBelow(partyCount, field: 4))
    try check(relationRecords.isBelow(designationCount, field: 0))
    for relation in 0..<max(0, relationCount - 1) {
      try check(relationRecords[relation, 0] <= relationRecords[relation + 1, 0])
    }
    for field in [1, 3, 7, 9] { try check(relationRecords.isWithin(texts, field: field)) }
    try check(relationRecords.isBelow(partyCount + 1, field: 5))
    try check(relationRecords.isBelow(10_002, field: 6))
    try check(relationHashes.count == relationOrder.count)
    try check(relationOrder.isBelow(relationRecords.count))
    try check(addressHashes.count == addressFacts.count)
    try check(addressFacts.isBelow(factRecords.count))
    for place in 0..<max(0, addressHashes.count - 1) {
      try check(addressHashes[place] <= addressHashes[place + 1])
    }
  }

  private func check(_ isSo: Bool) throws(SectionError) {
    guard isSo else { throw SectionError("its records contradict each other") }
  }
}
