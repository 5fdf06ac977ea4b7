public import FileFormats
import Parties
public import TradeModel

extension Alert {
  /// The document that is queued and delivered. Its `id` is a digest of the rest, so that whoever
  /// gets it twice can tell. It names the party by its owner's id alone.
  public func json(
    party: String, run: Int, at time: Timestamp, basis: ScreeningBasis, difference: JSONValue
  ) -> JSONValue {
    let hit = after ?? before
    let rest: [JSONValue.Member] = [
      .init("schema", .string("quivive.alert/1")),
      .init("kind", .string(kind.rawValue)),
      .init("cause", .string(cause.rawValue)),
      .init("at", .string(time.description)),
      .init("run", .int(run)),
      .init("party", .members(["id": .string(party)])),
      .init(
        "listed",
        .members(["id": .string(self.party.text), "caption": (hit?.caption).map(JSONValue.string)])),
      .init("before", before?.json ?? .null),
      .init("after", after?.json ?? .null),
      .init("difference", difference),
      .init(
        "basis",
        .members([
          "watchlist": .string(basis.watchlist.hex), "policy": .string(basis.policy.hex),
        ])),
    ]
    let digest = SHA256.digest(of: JSONValue.object(rest).canonical)
    return .object([.init("id", .string("alert_\(digest.hex.prefix(32))"))] + rest)
  }
}

extension PortfolioHit {
  /// As an alert and `quivive portfolio show` have it.
  public var json: JSONValue {
    .members([
      "listed": .string(party.text), "caption": .string(caption), "score": .int(score.value),
      "weight": .int(weight.tenthsOfBit), "evidence": .string(evidence.hex),
      "designations": .array(designations.map { .string($0) }),
    ])
  }
}
