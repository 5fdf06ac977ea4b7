import FileFormats
import ListArchive
import Listings
import Parties
import TradeModel
import Watchlist
import Workplace

/// Search of listed parties, and one of them.
enum PartyPages {
  /// By names that resemble, then by words.
  static func find(_ text: String, _ call: Call, most: Int) -> [WireEntity] {
    let text = String(text.prefix(200))
    guard !text.allSatisfy(\.isWhitespace) else { return [] }
    let data = call.data
    let example = JSONValue.members([
      "schema": "Thing", "properties": .members(["name": .string(text)]),
    ])
    var found: [WireEntity] = []
    if let example = try? ExampleEntity(example, key: [], data: data),
      let filter = try? EntityFilter(call, dataset: Datasets.all),
      let algorithm = try? WireAlgorithm.named("best")
    {
      var settings = MatchOperation.Settings(limit: most, threshold: 0.7, algorithm: algorithm)
      settings.cutoff = 0.3
      let results = MatchOperation.answer(
        example, settings, MatchOperation.Options(), filter, data
      ).results
      found = results.compactMap { $0["id"]?.string }.compactMap { entity($0, data) }
    }
    if found.count < most {
      var terms = SearchIndex.words(text).map { SearchIndex.Term(word: $0) }
      if !terms.isEmpty { terms[terms.count - 1].isPrefix = true }
      let index = data.search()
      let more = index.find(terms).sorted { ($1.score, $0.party) < ($0.score, $1.party) }
      for (party, _) in more.prefix(most) where !found.contains(where: { $0.party == party }) {
        found.append(index.entities[party])
      }
    }
    return Array(found.prefix(most))
  }

  private static func entity(_ id: String, _ data: ServingData) -> WireEntity? {
    data.watchlist.designation(WireEntity.house(id)).map {
      WireEntity(data.watchlist.party(ofDesignation: $0), in: data)
    }
  }

  static func search(_ call: Call) throws -> Answer {
    let text = call.text("q") ?? ""
    let found = find(text, call, most: 50)
    let words = PageWords.texts(call.language)
    return Pages.render(
      "parties", call, title: words["partySearch"] ?? "",
      [
        "q": text, "asked": !text.isEmpty, "count": "\(found.count)",
        "results": found.map {
          [
            "id": $0.id, "caption": $0.caption, "schema": $0.schema,
            "datasets": $0.datasets.joined(separator: ", "),
            "countries": $0.countries(call.data.vocabulary).joined(separator: ", "),
          ]
        },
      ])
  }

  static func entity(_ call: Call) throws -> Answer {
    guard let entity = entity(call.parameter("entity"), call.data) else {
      throw Problem(404, "unknown", "no listed party has the id `\(call.parameter("entity"))`")
    }
    if entity.id != call.parameter("entity") { return .seeOther("/parties/\(entity.id)") }
    let data = call.data
    let language = call.language
    let properties = data.vocabulary[entity.schema]?.properties ?? [:]
    let words = PageWords.texts(language)
    var events: [[String: String]] = []
    let designations = data.watchlist.designations(ofParty: entity.party).map {
      number -> [String: String] in
      let id = data.watchlist.id(ofDesignation: number)
      let list = String(id.prefix { $0 != "/" })
      let dataset = data.datasets.dataset(ofList: list)
      let json = try? JSONParser.parse(data.watchlist.json(ofDesignation: number))
      if let designation = DesignationID(text: id),
        let archive = try? call.place.archive(),
        (try? archive.snapshots(of: designation.list).count) ?? 0 <= 12,
        let history = try? archive.history(
          of: designation, asKnownOn: PageView(call).asOf, progress: { _, _ in })
      {
        for event in history.json["events"]?.array ?? [] {
          events.append([
            "day": event["day"]?.string ?? event["published"]?.string ?? "",
            "what": "\(list): \(event["kind"]?.string ?? event["event"]?.string ?? "")",
          ])
        }
      }
      return [
        "list": dataset?.title ?? list, "id": id,
        "name": (json?["names"]?.array?.first?["text"]?.string) ?? entity.caption,
        "programmes": (json?["programmes"]?.array ?? []).compactMap(\.string).joined(
          separator: ", "),
        "published": dataset?.published?.iso ?? "–",
      ]
    }
    let below = data.watchlist.relations(ofParty: entity.party).map {
      relation -> (name: String, what: String) in
      switch relation.target {
      case .party(let other): (data.watchlist.caption(ofParty: other), share(relation))
      case .name(let name): (name, share(relation))
      }
    }
    let above = data.watchlist.relations(naming: entity.caption).map { relation in
      (
        name: data.watchlist.caption(
          ofParty: data.watchlist.party(ofDesignation: relation.designation)),
        what: share(relation)
      )
    }
    let lists = designations.map { "\($0["list"] ?? "") (\($0["published"] ?? ""))" }
    return Pages.render(
      "entity", call, title: entity.caption,
      [
        "caption": entity.caption, "schema": data.vocabulary[entity.schema]?.label ?? "",
        "statusLine": (language == .fr ? "Inscrite sur : " : "Listed by: ")
          + lists.joined(separator: "; "),
        "properties": entity.properties.filter { $0.name != "topics" }.map {
          ["label": properties[$0.name]?.label ?? $0.name, "values": $0.values] as [String: Any]
        },
        "designations": designations, "hasLinks": !(above.isEmpty && below.isEmpty),
        "graph": Pictures.layers(
          entity.caption, above: Array(above.prefix(12)), below: Array(below.prefix(12)),
          title: words["owners"] ?? "",
          headings: [words["who"] ?? "", words["what"] ?? "", words["who"] ?? ""]),
        "events": events,
      ])
  }

  private static func share(_ relation: CompiledRelation) -> String {
    relation.type + (relation.share.map { " \($0) %" } ?? "")
  }
}
