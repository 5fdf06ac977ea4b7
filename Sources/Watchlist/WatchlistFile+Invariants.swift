import NameIndex

extension WatchlistFile {
  /// Checks that every number in the records points to something that is there, and that runs lie one
  /// behind the other. A checksum tells damage; this tells a file that was made wrong.
  func checkInvariants() throws(SectionError) {
    try check(partyRecords.count % WatchlistFormat.partyWords == 0 && partyRecords.count > 0)
    try check(nameRecords.count % WatchlistFormat.nameWords == 0 && nameRecords.count > 0)
    try check(factRecords.count % WatchlistFormat.factWords == 0)
    try check(designationRecords.count % WatchlistFormat.designationWords == 0)
    try check(unitNames.count == index.unitCount && unitNames.isBelow(nameCount))
    try check(identifierHashes.count == identifierParties.count)
    try check(identifierParties.isBelow(partyCount))
    try check(partyOrder.count == partyCount && partyOrder.isBelow(partyCount))
    try check(designationOrder.count == designationCount)
    try check(designationOrder.isBelow(designationCount))
    try check(designationText.isWhole)
    let facts = factRecords.count / WatchlistFormat.factWords
    for (word, total) in [(5, nameCount), (6, facts), (7, designationCount)] {
      try checkRuns(partyRecords, words: WatchlistFormat.partyWords, word: word, total: total)
    }
    try checkRuns(
      nameRecords, words: WatchlistFormat.nameWords, word: 5, total: index.unitCount)
    for party in 0..<partyCount {
      let record = party * WatchlistFormat.partyWords
      try checkText(partyRecords, record)
      try checkText(partyRecords, record + 2)
      try checkText(partyRecords, record + 8)
      try check(partyRecords[record + 4] < 5)
    }
    for name in 0..<nameCount {
      let record = name * WatchlistFormat.nameWords
      try checkText(nameRecords, record)
      try check(Int(nameRecords[record + 2]) < partyCount)
      try check(Int(nameRecords[record + 3]) < designationCount)
    }
    for fact in 0..<facts {
      let record = fact * WatchlistFormat.factWords
      try check(Int(factRecords[record + 1]) < designationCount)
      try checkText(factRecords, record + 4)
      try check(isFact(fact))
    }
    for designation in 0..<designationCount {
      let record = designation * WatchlistFormat.designationWords
      try checkText(designationRecords, record)
      let end =
        UInt64(designationRecords[record + 2]) + UInt64(designationRecords[record + 3])
      try check(end <= UInt64(designationText.count))
      try check(Int(designationRecords[record + 4]) < partyCount)
    }
  }

  private func check(_ isSo: Bool) throws(SectionError) {
    guard isSo else { throw SectionError("its records contradict each other") }
  }

  private func checkText(_ records: PackedArray<UInt32>, _ word: Int) throws(SectionError) {
    try check(UInt64(records[word]) + UInt64(records[word + 1]) <= UInt64(textPool.count))
  }

  private func checkRuns(
    _ records: PackedArray<UInt32>, words: Int, word: Int, total: Int
  ) throws(SectionError) {
    var previous: UInt32 = 0
    for record in stride(from: 0, to: records.count, by: words) {
      try check(records[record + word] >= previous)
      previous = records[record + word]
    }
    try check(records[word] == 0 && Int(previous) == total)
  }
}
