extension TerritoryIndex {
  /// Finds the territory of an address: the text as a whole, and its country when one is given apart.
  public func find(in address: Address) -> TerritoryFinding? {
    let inText = find(inAddress: address.text)
    guard let country = address.country.flatMap({ find($0) }) else { return inText }
    guard let inText else { return country }
    if inText.territory.kind == .region || inText.territory.parent == country.territory.id {
      return inText
    }
    return country
  }

  /// Finds the best territory that an address names.
  ///
  /// A region that rules treat apart comes before its state, and before any other state that claims
  /// it. Then what fills its part of the text comes before what stands inside one, and what stands
  /// later before what stands earlier; a dependency comes before its state. Words for people
  /// (Iranian) and names of streets do not count.
  ///
  /// - Complexity: O(*n*) in the length of `text`, times the few names that begin with the same word.
  public func find(inAddress text: String) -> TerritoryFinding? {
    let mentions = mentions(in: text).filter { $0.finding.means != .demonym }
    guard let last = mentions.max(by: isWeaker) else { return nil }
    let best = child(of: last.finding.territory, in: mentions) ?? last
    let resolved = resolve(best, among: mentions)
    // A region named by its name is meant, whichever state the address puts it in; a town of it may
    // have a namesake there.
    let isSettled = resolved.territory.kind == .region && resolved.means != .place
    // What else fills a part of its own and is neither the answer nor its state.
    let others = Set(
      mentions.filter {
        !isSettled && $0.isWholePart && $0.finding.means != .place
          && !means($0, resolved.territory.id)
      }.map(\.finding.territory.id)
    ).subtracting([resolved.territory.id, resolved.territory.parent].compactMap(\.self))
      .subtracting(related(to: resolved.territory.id))
    let alternatives = others.union(resolved.alternatives.map(\.id)).sorted()
    return TerritoryFinding(
      territory: resolved.territory, means: resolved.means, matchedText: resolved.matchedText,
      name: resolved.name, alternatives: alternatives.compactMap { self[$0] })
  }

  private func related(to id: TerritoryID) -> [TerritoryID] {
    territories.filter { $0.parent == id }.map(\.id)
  }

  private func isWeaker(_ lhs: TerritoryMention, _ rhs: TerritoryMention) -> Bool {
    func rank(_ mention: TerritoryMention) -> (Int, Int) {
      (mention.finding.territory.kind == .region ? 1 : 0, mention.isWholePart ? 1 : 0)
    }
    let (left, right) = (rank(lhs), rank(rhs))
    return left != right ? left < right : lhs.range.lowerBound < rhs.range.lowerBound
  }

  private func child(of territory: Territory, in mentions: [TerritoryMention]) -> TerritoryMention?
  {
    mentions.last { $0.finding.territory.parent == territory.id && $0.isWholePart }
  }

  /// Whether the words of a mention can also mean `id`: Georgia is a state of the United States too.
  private func means(_ mention: TerritoryMention, _ id: TerritoryID) -> Bool {
    names(key: TextFolding.key(mention.finding.matchedText)).contains { $0.territory == id }
  }

  /// Settles a name of several territories by what else the text names.
  private func resolve(
    _ mention: TerritoryMention, among mentions: [TerritoryMention]
  ) -> TerritoryFinding {
    let finding = mention.finding
    for name in names(key: TextFolding.key(finding.matchedText))
    where name.territory != finding.territory.id && name.kind == .place {
      let isNamed = mentions.contains {
        $0.range != mention.range && $0.finding.territory.id == name.territory
      }
      if isNamed, let territory = self[name.territory] {
        return TerritoryFinding(
          territory: territory, means: .place, matchedText: finding.matchedText, name: name)
      }
    }
    return finding
  }
}
