import FileFormats
public import Screening
public import TradeModel

extension Dossier {
  /// The parts of the request that a replay needs.
  public struct Request: Hashable, Sendable {
    /// The transaction as it was handed in, verbatim.
    public let input: String
    /// The day screened for.
    public let on: Day
    /// The day as of which lists and rules were read; `nil` for the newest.
    public let asKnownOn: Day?
    /// The name of the matching policy.
    public let policy: String
    /// What a reader was told of the lists.
    public let notices: [BilingualText]
    /// Lists held in no state of ``asKnownOn``.
    public let unheld: [UnheldList]
  }

  /// What was asked; `nil` when the document does not state it.
  public var request: Request? {
    let request = document["request"]
    guard let input = document["input"]?.string,
      let on = request?["on"]?.string.flatMap({ Day(iso: $0) }),
      let policy = request?["policy"]?.string
    else { return nil }
    let known = request?["asKnownOn"]?.string.flatMap { Day(iso: $0) }
    return Request(
      input: input, on: on, asKnownOn: known, policy: policy,
      notices: (request?["notices"]?.array ?? []).compactMap(BilingualText.init(json:)),
      unheld: known.map { day in
        (document["listsNotScreened"]?.array ?? []).compactMap { UnheldList(json: $0, on: day) }
      } ?? [])
  }
}

extension UnheldList {
  var json: JSONValue {
    .members([
      "id": .string(id), "title": .string(title), "authority": .string(authority),
      "earliest": .string(earliest.iso), "why": why.json,
    ])
  }

  /// Reads what ``json`` wrote.
  init?(json: JSONValue, on day: Day) {
    guard let id = json["id"]?.string, let title = json["title"]?.string,
      let authority = json["authority"]?.string,
      let earliest = json["earliest"]?.string.flatMap({ Day(iso: $0) })
    else { return nil }
    self.init(id: id, title: title, authority: authority, day: day, earliest: earliest)
  }
}
