/// A question that a rule on end use, or on the reach of a law, asks of the exporter.
///
/// Its words stand in `Knowledge/ControlLists/end-use-questions.csv`. Nobody but the writer of the
/// transaction answers it: a missing reply is never guessed from other words.
///
/// Source: 15 CFR 734.9, 744.2 to 744.23; Regulation (EU) 2021/821, Articles 4 and 5; the end-use
/// questions of the UK licensing form.
public enum EndUseQuestion: String, Hashable, Sendable, CaseIterable {
  case missileUse = "missile-use"
  case missileRange300km = "missile-range-300-km"
  case massDestructionDelivery = "wmd-delivery"
  case nuclearUse = "nuclear-use"
  case chemicalBiologicalUse = "chemical-biological-use"
  case militaryUse = "military-use"
  case militaryIntelligenceUse = "military-intelligence-use"
  case advancedComputingUse = "advanced-computing-use"
  case repressionUse = "repression-use"
  case unauthorisedMilitaryParts = "unauthorised-military-parts"
  case usPersonSupport = "us-person-support"
  case awareOfSuchUse = "aware-of-such-use"
  case suspectsSuchUse = "suspects-such-use"
  case informedByBIS = "informed-by-bis"
  case informedByUnionAuthority = "informed-by-eu-authority"
  case toldOfUKMilitaryControl = "told-uk-military-control"
  case informedOfUKMassDestructionUse = "informed-uk-wmd-use"
  case usContent = "us-content"
  case usDirectProduct = "us-direct-product"
}

/// What was found when a question was asked.
public enum EndUseReply: String, Hashable, Sendable, CaseIterable {
  case yes, no
  /// Somebody asked and could not find it out: another thing than a question that nobody asked.
  case cannotBeFoundOut = "cannot-be-found-out"
}

/// The reply to one question, as stated.
public struct EndUseAnswer: Hashable, Sendable {
  /// What was asked.
  public let question: EndUseQuestion
  /// `nil` when the stated word could not be read: then the question counts as not asked.
  public let reply: EndUseReply?
  /// As written.
  public let text: String

  /// - Parameter text: as written; the reply's own word where it is left out.
  public init(_ question: EndUseQuestion, _ reply: EndUseReply?, text: String? = nil) {
    self.question = question
    self.reply = reply
    self.text = text ?? reply?.rawValue ?? ""
  }
}

extension EndUse {
  /// The reply to `question`; `nil` when it was not asked.
  ///
  /// A use stated to be military or mixed is a reply to ``EndUseQuestion/militaryUse`` that no other
  /// reply takes back. A use stated to be civil is a statement and no reply.
  public func reply(to question: EndUseQuestion) -> EndUseReply? {
    if question == .militaryUse, let nature, nature != .civil { return .yes }
    return answers.first { $0.question == question }?.reply
  }

  /// Where the reply to `question` stands in a transaction.
  public func path(of question: EndUseQuestion) -> String {
    if question == .militaryUse, let nature, nature != .civil { return "endUse.nature" }
    return "endUse.answers.\(question.rawValue)"
  }
}
