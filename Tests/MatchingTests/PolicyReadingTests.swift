import FileFormats
import Testing
import TradeModel

@testable import Matching

struct PolicyReadingTests {
  static func policy(_ text: String) throws -> MatchPolicy {
    try MatchPolicy(json: JSONParser.parse(text))
  }

  @Test(arguments: MatchPolicy.presets)
  func `a policy is read back as it was written`(_ policy: MatchPolicy) throws {
    let read = try MatchPolicy(json: policy.json)
    #expect(read == policy)
    #expect(read.digest == policy.digest)
  }

  /// Each value by itself: none may be written under the name of another one.
  @Test func `every weight is read into its own place`() throws {
    for value in NameWeights.values {
      let read = try Self.policy(#"{"base":"balanced","names":{"\#(value.name)":4321}}"#)
      var expected = NameWeights()
      expected[keyPath: value.path] = 4321
      #expect(read.names == expected)
      #expect(expected != NameWeights(), "\(value.name)")
    }
    for value in FactWeights.values {
      let read = try Self.policy(#"{"base":"balanced","facts":{"\#(value.name)":-4321}}"#)
      var expected = FactWeights()
      expected[keyPath: value.path] = -4321
      #expect(read.facts == expected)
      #expect(expected != FactWeights(), "\(value.name)")
    }
  }

  @Test func `names of weights are those of their properties`() {
    let names = Mirror(reflecting: NameWeights()).children.compactMap(\.label)
    #expect(Set(NameWeights.values.map(\.name)) == Set(names))
    let facts = Mirror(reflecting: FactWeights()).children.compactMap(\.label)
    #expect(Set(FactWeights.values.map(\.name)) == Set(facts))
  }

  @Test func `what a base does not change stays`() throws {
    let policy = try Self.policy(#"{"base":"strict","name":"ours","threshold":650,"prior":160}"#)
    #expect(policy.name == "ours")
    #expect(policy.threshold == Score(650))
    #expect(policy.prior == Weight(tenthsOfBit: 160))
    #expect(policy.floor == MatchPolicy.strict.floor)
    #expect(policy.names == MatchPolicy.strict.names)
    #expect(policy.digest != MatchPolicy.strict.digest)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let json: String
    let says: String
    var help = ""
    var testDescription: String { json }
  }

  @Test(arguments: [
    Refused(json: "[]", says: "not an array"),
    Refused(json: #"{"base":"balanced","treshold":5}"#, says: "`treshold`", help: "`threshold`"),
    Refused(
      json: #"{"base":"balanced","facts":{"sameDya":5}}"#, says: "`facts` has no field `sameDya`",
      help: "`sameDay`"),
    Refused(json: #"{"base":"lenient"}"#, says: "`base`", help: "balanced"),
    Refused(json: #"{"name":"ours","prior":150}"#, says: "no `names`", help: "`base`"),
    Refused(json: #"{"base":"balanced","prior":"high"}"#, says: "`prior` is a whole number"),
    Refused(json: #"{"base":"balanced","scale":0}"#, says: "`scale` is a whole number from 1"),
    Refused(json: #"{"base":"balanced","threshold":1001}"#, says: "`threshold`"),
    Refused(json: #"{"base":"balanced","names":{"variantLoss":1.5}}"#, says: "`names.variantLoss`"),
    Refused(json: #"{"base":"balanced","floor":600}"#, says: "`floor` is above"),
    Refused(
      json: #"{"base":"balanced","name":"strict","threshold":501}"#, says: "`strict`",
      help: "of its own"),
    Refused(json: #"{"base":"balanced","algorithm":"soundex"}"#, says: "`algorithm`", help: "ofac"),
  ])
  func `what cannot be taken is named`(_ refused: Refused) throws {
    let error = #expect(throws: PolicyError.self) { try Self.policy(refused.json) }
    #expect(error?.description.contains(refused.says) == true, "\(error?.description ?? "")")
    let help = error?.help ?? ""
    #expect(refused.help.isEmpty || help.contains(refused.help), "\(help)")
  }

  @Test func `a whole policy must state every weight`() throws {
    for object in ["names", "facts"] {
      let members = try #require(MatchPolicy.balanced.json.object).map { member in
        member.name == object
          ? JSONValue.Member(object, .object(Array((member.value.object ?? []).dropLast())))
          : member
      }
      let error = #expect(throws: PolicyError.self) { try MatchPolicy(json: .object(members)) }
      #expect(error?.description.contains("no `\(object).") == true)
    }
  }
}
