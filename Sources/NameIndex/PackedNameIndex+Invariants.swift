import NameAnalysis

extension PackedNameIndex {
  /// Checks that every number points to something that is there.
  func checkInvariants() throws(SectionError) {
    let tokens = tokenCount
    try check(
      tokenOffsets.count == tokens + 1 && tokenOffsets.isOffsets(endingAt: tokenBytes.count))
    try check(letterMasks.count == tokens)
    try check(keyStarts.count > 1 && (keyStarts.count - 1).nonzeroBitCount == 1)
    try check(keyStarts.isOffsets(endingAt: keyTokens.count) && keyTokens.isBelow(tokens))
    try check(skeletons.count == skeletonTokens.count && skeletonTokens.isBelow(tokens))
    try check(groups.count == groupTokens.count && groupTokens.isBelow(tokens))
    try check(forwardOrder.count == tokens && forwardOrder.isBelow(tokens))
    try check(backwardOrder.count == tokens && backwardOrder.isBelow(tokens))
    try check(
      postingStarts.count == tokens + 1 && postingStarts.isOffsets(endingAt: postings.count))
    try check(postings.isBelow(unitCount) && rankUnits.isBelow(unitCount))
    try check(rankTotals.count == unitCount && rankTotals.isSorted)
    try check(unitCount == 0 || rankTotals[unitCount - 1] <= Self.mostTotal)
    try check(
      partStarts.count == unitCount + 1 && partStarts.isOffsets(endingAt: partForms.count))
    try check(unitRanks.count == unitCount && unitRanks.isBelow(unitCount))
    try check(partForms.isBelow(forms.count / IndexedPart.formWords * 2))
    try checkForms()
    try checkSources()
    for token in 0..<tokens {
      guard (1...63).contains(tokenOffsets.load(token + 1) &- tokenOffsets.load(token)) else {
        throw SectionError("the name index holds a token of a forbidden length")
      }
    }
  }

  /// Every form says of its token what the dictionary says.
  private func checkForms() throws(SectionError) {
    try check(forms.count % IndexedPart.formWords == 0)
    for form in 0..<(forms.count / IndexedPart.formWords) {
      let part = IndexedPart(form: form, at: form * IndexedPart.formWords, in: forms)
      try check(part.token < tokenCount)
      try check(
        part.textStart == tokenOffsets[part.token] && part.mask == letterMasks[part.token]
          && part.textStart + part.length == tokenOffsets[part.token + 1])
      let text = text(of: part)
      try check(part.ends.first == text.first && part.ends.last == text.last)
      let role = forms[form * IndexedPart.formWords + 4] >> 12 & 0xF
      try check(role < NamePart.Role.allCases.count)
    }
  }

  /// The places of all parts of a reading lie among ``sources``.
  private func checkSources() throws(SectionError) {
    try check(rankSources.count == unitCount)
    var start = 0
    var furthest = 0
    for rank in 0..<unitCount {
      let end = partStarts.load(rank + 1)
      furthest = max(furthest, rankSources.load(rank) + end - start)
      start = end
    }
    try check(furthest <= sources.count)
  }

  private func check(_ isSo: Bool) throws(SectionError) {
    guard isSo else { throw SectionError("the name index contradicts itself") }
  }
}
