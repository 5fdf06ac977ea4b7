/// Who will use the items for what, as stated.
public struct EndUse: Hashable, Sendable {
  /// The end-use statement in its own words.
  public let statement: String?
  /// `nil` when not stated or not understood: that is no civil use.
  public let nature: Nature?
  /// The word that was stated for ``nature``.
  public let natureText: String?
  /// Where the items will be used, as written.
  public let location: String?
  /// Whether onward delivery is stated: `true` intended, `false` ruled out, `nil` nothing said.
  public let reexportIntended: Bool?
  /// Whether a signed end-user statement is at hand; `nil` when nothing is said.
  public let hasSignedStatement: Bool?
  /// Replies to the questions of end-use rules, in the order of ``EndUseQuestion``. A question that is
  /// not here was not asked.
  public let answers: [EndUseAnswer]

  /// What the use is stated to be. A statement, not a finding.
  public enum Nature: String, Hashable, Sendable, CaseIterable {
    case civil, military, mixed
  }

  public init(
    statement: String? = nil, nature: Nature? = nil, natureText: String? = nil,
    location: String? = nil, reexportIntended: Bool? = nil, hasSignedStatement: Bool? = nil,
    answers: [EndUseAnswer] = []
  ) {
    self.statement = statement
    self.nature = nature
    self.natureText = natureText ?? nature?.rawValue
    self.location = location
    self.reexportIntended = reexportIntended
    self.hasSignedStatement = hasSignedStatement
    self.answers = answers
  }
}
