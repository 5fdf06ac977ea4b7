import FileFormats
import Matching
import TradeModel

/// One subject held against one listed party.
struct Comparison {
  let subject: Subject
  let match: ScoredMatch
  let listedKind: PartyKind
  /// Whether asking for the subject finds the party.
  let isFound: Bool
  let policy: MatchPolicy
  /// Otherwise the other side is a name that was given, too.
  let isListed: Bool

  var json: JSONValue {
    .members([
      "subject": .members([
        "names": .array(subject.names.map(JSONValue.string)),
        "kind": .string(subject.kind.rawValue),
      ]),
      "listed": .members(["kind": .string(listedKind.rawValue)]),
      "found": .bool(isFound),
      "policy": .members([
        "name": .string(policy.name), "algorithm": .string(policy.algorithm.rawValue),
        "prior": .int(policy.prior.tenthsOfBit), "scale": .int(policy.scale),
        "floor": .int(policy.floor.value), "threshold": .int(policy.threshold.value),
        "digest": .string(policy.digest.hex),
      ]),
      "result": match.json(under: policy, withReasons: true),
    ])
  }
}
