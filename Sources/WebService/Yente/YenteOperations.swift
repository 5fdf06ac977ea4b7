import FileFormats
import SQLiteStore
import TradeModel

extension Operations {
  private static func query(
    _ name: String, _ schema: JSONValue, _ summary: String
  ) -> Operation.Parameter {
    Operation.Parameter(name: name, place: .query, schema: schema, summary: summary)
  }

  private static let entity = Schemas.object(
    [
      "id": Schemas.text, "caption": Schemas.text, "schema": Schemas.text,
      "properties": Schemas.map(Schemas.list(Schemas.anything)),
      "datasets": Schemas.list(Schemas.text), "referents": Schemas.list(Schemas.text),
      "target": Schemas.flag, "first_seen": Schemas.orNull(Schemas.text),
      "last_seen": Schemas.orNull(Schemas.text), "last_change": Schemas.orNull(Schemas.text),
    ], required: ["id", "caption", "schema", "properties", "datasets", "referents", "target"])

  private static let total = Schemas.object(
    ["value": Schemas.whole(), "relation": Schemas.one(of: ["eq", "gte"])],
    required: ["value", "relation"])

  private static let filters = [
    query("include_dataset", Schemas.list(Schemas.text), "Only these data sets"),
    query("exclude_dataset", Schemas.list(Schemas.text), "Not these data sets"),
    query("exclude_schema", Schemas.list(Schemas.text), "Not these schemata"),
    query("changed_since", Schemas.text, "Changed after this moment"),
    query("topics", Schemas.list(Schemas.text), "With any of these topics"),
  ]

  private static let example = Schemas.object(
    [
      "id": Schemas.orNull(Schemas.text), "schema": Schemas.text,
      "properties": Schemas.map(Schemas.anything),
    ], required: ["schema", "properties"])

  static let yente: [Operation] = [
    Operation(
      "match", .post, "/match/{dataset}", .match, .yente,
      "Which listed parties each of several examples could be.", handler: MatchOperation.match
    ).with {
      $0.parameters =
        [
          query("limit", Schemas.whole(0...500), "Results for each question"),
          query("threshold", Schemas.number, "From which score on it is a match"),
          query("cutoff", Schemas.number, "Scores up to this are left out"),
          query("algorithm", Schemas.text, "By which algorithm; see /algorithms"),
          query("exclude_entity_ids", Schemas.list(Schemas.text), "Not these entities"),
        ] + filters
      $0.requestBody = Schemas.object(
        [
          "queries": Schemas.map(example), "weights": Schemas.map(Schemas.number),
          "config": Schemas.map(Schemas.anything),
        ], required: ["queries"])
      $0.response = Schemas.object(
        [
          "responses": Schemas.map(
            Schemas.object(
              [
                "status": Schemas.whole(), "results": Schemas.list(entity), "total": total,
                "query": example,
              ], required: ["status", "results", "total", "query"])), "limit": Schemas.whole(),
        ], required: ["responses", "limit"])
      $0.refusals = [404]
      $0.bodyLimit = 4 << 20
    },
    Operation(
      "matchOne", .post, "/v2/match", .match, .yente,
      "Which listed parties one example could be.", handler: MatchOperation.matchV2
    ).with {
      $0.requestBody = Schemas.object(
        [
          "query": example, "filters": Schemas.object, "algorithm": Schemas.text,
          "threshold": Schemas.number, "limit": Schemas.whole(0...500),
          "weights": Schemas.map(Schemas.number), "config": Schemas.map(Schemas.anything),
        ], required: ["query"])
      $0.response = Schemas.object(
        [
          "results": Schemas.list(entity), "total": total, "query": example,
          "limit": Schemas.whole(),
        ], required: ["results", "total", "query", "limit"])
      $0.refusals = [404]
    },
    Operation(
      "search", .get, "/search/{dataset}", .consult, .yente,
      "Listed parties with these words, in names and in what is said of them.",
      handler: SearchOperation.search
    ).with {
      $0.parameters =
        [
          query("q", Schemas.text, "Words; all must be there"),
          query("limit", Schemas.whole(0...500), "Results"),
          query("offset", Schemas.whole(0...9499), "Results passed over"),
          query("schema", Schemas.text, "Of this schema"),
          query("countries", Schemas.list(Schemas.text), "Of these countries"),
          query("datasets", Schemas.list(Schemas.text), "On these lists"),
          query("filter", Schemas.list(Schemas.text), "field:value"),
          query("filter_op", Schemas.one(of: ["AND", "OR"]), "How values of one field combine"),
          query("sort", Schemas.list(Schemas.text), "field:asc or field:desc"),
          query("facets", Schemas.list(Schemas.text), "Which values to count"),
          query("fuzzy", Schemas.flag, "Words a letter or two away too"),
          query("simple", Schemas.flag, "Take any query"),
        ] + filters
      $0.response = Schemas.object(
        [
          "limit": Schemas.whole(), "offset": Schemas.whole(), "total": total,
          "results": Schemas.list(entity), "facets": Schemas.object,
        ], required: ["limit", "offset", "total", "results", "facets"])
      $0.refusals = [404]
    },
    Operation(
      "entity", .get, "/entities/{entity}", .consult, .yente,
      "A listed party, with what stands around it.", handler: EntityOperations.entity
    ).with {
      $0.parameters = [query("nested", Schemas.flag, "With the entities one step away")]
      $0.response = entity
      $0.refusals = [308, 404]
    },
    Operation(
      "adjacent", .get, "/entities/{entity}/adjacent", .consult, .yente,
      "What stands around a listed party.", handler: EntityOperations.adjacent
    ).with {
      $0.parameters = pages
      $0.response = Schemas.object(
        ["entity": entity, "adjacent": Schemas.object], required: ["entity", "adjacent"])
      $0.refusals = [308, 404]
    },
    Operation(
      "adjacentProperty", .get, "/entities/{entity}/adjacent/{property}", .consult, .yente,
      "What stands around a listed party, by one property.",
      handler: EntityOperations.adjacentProperty
    ).with {
      $0.parameters = pages
      $0.response = Schemas.object(
        ["results": Schemas.list(entity), "total": total], required: ["results", "total"])
      $0.refusals = [308, 404]
    },
    catalogue("catalog", "/catalog"), catalogue("manifest", "/manifest"),
    Operation(
      "algorithms", .get, "/algorithms", nil, .yente, "The algorithms that may be asked for."
    ) { _ in
      .json(
        .members([
          "algorithms": .array(WireAlgorithm.all.map(\.json)), "default": "best",
          "best": .string(WireAlgorithm.best),
        ]))
    }.with { $0.response = Schemas.object },
    Operation(
      "reconcileManifest", .get, "/reconcile/{dataset}", .match, .yente,
      "The reconciliation service, version 0.2.", handler: Reconciliation.manifest
    ).with {
      $0.parameters = [
        query("queries", Schemas.text, "Questions, as JSON"),
        query("extend", Schemas.text, "Properties to fetch, as JSON"),
      ]
      $0.response = Schemas.object
      $0.refusals = [404]
    },
    Operation(
      "reconcile", .post, "/reconcile/{dataset}", .match, .yente,
      "Questions of the reconciliation service.", handler: Reconciliation.post
    ).with {
      $0.requestBody = Schemas.object(["queries": Schemas.text, "extend": Schemas.text])
      $0.requestType = "application/x-www-form-urlencoded"
      $0.response = Schemas.object
      $0.refusals = [404]
    },
    Operation(
      "reconcileSuggest", .get, "/reconcile/{dataset}/suggest/{kind}", .match, .yente,
      "Entities, properties or types that begin so.", handler: Reconciliation.suggest
    ).with {
      $0.parameters = [
        query("prefix", Schemas.text, "The beginning"),
        query("limit", Schemas.whole(0...500), "Results"),
      ]
      $0.response = Schemas.object
      $0.refusals = [404]
    },
    Operation(
      "reconcileProperties", .get, "/reconcile/{dataset}/extend/property", .match, .yente,
      "Properties that may be fetched of a type.", handler: Reconciliation.proposeProperties
    ).with {
      $0.parameters = [
        query("type", Schemas.text, "The type"), query("limit", Schemas.whole(0...500), "Results"),
      ]
      $0.response = Schemas.object
      $0.refusals = [404]
    },
  ]

  private static let pages = [
    query("limit", Schemas.whole(0...500), "Results"),
    query("offset", Schemas.whole(0...9499), "Results passed over"),
    query("sort", Schemas.list(Schemas.text), "field:asc or field:desc"),
  ]

  private static func catalogue(_ id: String, _ path: String) -> Operation {
    Operation(id, .get, path, nil, .yente, "The lists in service, as data sets.") { call in
      let body = call.data.datasets.catalogue(call.data.watchlist).compact
      let tag = "\"\(SHA256.digest(of: body).hex.prefix(32))\""
      let wanted = (call.headers["if-none-match"] ?? "").split(separator: ",")
        .map { $0.filter { $0 != " " } }
      var answer =
        wanted.contains(tag) || wanted.contains("*") || wanted.contains("W/\(tag)")
        ? Answer(304, type: "application/json", []) : Answer(type: "application/json", body)
      answer.headers = [("etag", tag), ("cache-control", "public, max-age=300")]
      return answer
    }.with { $0.response = Schemas.object }
  }
}
