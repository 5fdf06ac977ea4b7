extension OwnershipGraph {
  /// The parties that chains of links lead to from `parties`, themselves among them.
  ///
  /// - Parameter follows: whether a link is followed.
  /// - Complexity: O(*n*) in parties and links.
  public func reached(
    from parties: some Sequence<Int>, follows: (OwnershipLink) -> Bool
  ) -> [Bool] {
    var isReached = Array(repeating: false, count: partyCount)
    var waiting: [Int] = []
    for party in parties where !isReached[party] {
      isReached[party] = true
      waiting.append(party)
    }
    while let party = waiting.popLast() {
      for number in links(from: party) {
        let link = links[Int(number)]
        guard !isReached[link.owned], follows(link) else { continue }
        isReached[link.owned] = true
        waiting.append(link.owned)
      }
    }
    return isReached
  }

  /// The parties that `isMember` takes, in groups that circles of links join, holders before what they
  /// hold.
  ///
  /// Source: R. E. Tarjan, Depth-First Search and Linear Graph Algorithms, 1972; without recursion, so
  /// that a chain of a million companies does not exhaust the stack.
  /// - Complexity: O(*n*) in parties and links.
  func components(of isMember: [Bool]) -> [[Int]] {
    var order = Array(repeating: 0, count: partyCount)
    var lowest = order
    var isOpen = Array(repeating: false, count: partyCount)
    var open: [Int] = []
    var path: [(party: Int, next: Int)] = []
    var components: [[Int]] = []
    var count = 0
    func enter(_ party: Int) {
      count += 1
      order[party] = count
      lowest[party] = count
      isOpen[party] = true
      open.append(party)
      path.append((party, 0))
    }
    for root in 0..<partyCount where isMember[root] && order[root] == 0 {
      enter(root)
      while let (party, next) = path.last {
        let held = links(from: party)
        if next < held.count {
          path[path.count - 1].next += 1
          let other = links[Int(held[held.startIndex + next])].owned
          guard isMember[other] else { continue }
          if order[other] == 0 {
            enter(other)
          } else if isOpen[other] {
            lowest[party] = min(lowest[party], order[other])
          }
          continue
        }
        path.removeLast()
        if let above = path.last?.party { lowest[above] = min(lowest[above], lowest[party]) }
        guard lowest[party] == order[party] else { continue }
        var component: [Int] = []
        while let member = open.popLast() {
          isOpen[member] = false
          component.append(member)
          if member == party { break }
        }
        components.append(component)
      }
    }
    return components.reversed()
  }
}
