import Testing

struct RegressionTests {
  @Test func `the cases can be read, each once, and compare with each other only`() throws {
    let cases = try Regressions.asked.get().cases
    #expect(cases.count >= 60)
    let ids = Set(cases.map(\.id))
    #expect(ids.count == cases.count)
    for item in cases {
      #expect(!item.expectations.isEmpty, "\(item.id)")
      for other in item.expectations.compactMap(\.other) {
        #expect(other != item.id && ids.contains(other), "\(item.id): \(other)")
      }
    }
  }

  /// A case marked as known must fail; when it no longer does, take the mark away
  /// (`Evaluation/regressions --mark`).
  @Test(arguments: Regressions.all)
  func `what users saw fail elsewhere holds here`(item: RegressionCase) throws {
    let regressions = try Regressions.asked.get()
    if item.isKnown {
      withKnownIssue { expect(item, regressions) }
    } else {
      expect(item, regressions)
    }
  }

  private func expect(_ item: RegressionCase, _ regressions: Regressions) {
    let own = regressions.answers[item.id]
    // A party that is not shown weighs less than any that is.
    func weight(_ answer: Regressions.Answer?) -> Int { answer?.weight ?? -10_000 }
    for expectation in item.expectations {
      let comment: Comment = "\(item.thread): weighs \(own.map { "\($0.weight)" } ?? "nothing")"
      switch expectation {
      case .hit: #expect(own?.isHit == true, comment)
      case .noHit: #expect(own?.isHit != true, comment)
      case .shown: #expect(own != nil, comment)
      case .above(let other): #expect(weight(own) > weight(regressions.answers[other]), comment)
      case .below(let other): #expect(weight(own) < weight(regressions.answers[other]), comment)
      }
    }
    if let name = item.matchedName { #expect(own?.matchedName == name, "\(item.thread)") }
  }
}
