import FileFormats
import Matching
import TradeModel
import Watchlist

/// `POST /match/{dataset}`: which listed parties each of several examples could be.
enum MatchOperation {
  static let mostQueries = 100
  static let mostResults = 500

  static func match(_ call: Call) throws -> Answer {
    let settings = try Settings(call)
    let filter = try EntityFilter(call, dataset: call.parameter("dataset"))
    let body = try call.json()
    guard body.object != nil else {
      throw Problem.shape(
        "model_attributes_type", [], "Input should be a valid dictionary or object", body)
    }
    let options = try Options(body, settings.algorithm)
    guard let queries = body["queries"] else {
      throw Problem.shape("missing", ["queries"], "Field required", body)
    }
    guard let members = queries.object else {
      throw Problem.shape("dict_type", ["queries"], "Input should be a valid dictionary", queries)
    }
    guard !members.isEmpty else { throw Problem(400, "no-queries", "No queries provided.") }
    guard members.count <= mostQueries else {
      throw Problem(
        400, "too-many-queries", "Too many queries in one batch (limit: \(mostQueries))")
    }
    // Shapes first, then meaning: one bad question fails the batch.
    let examples = try members.map { member in
      (
        member.name,
        try ExampleEntity(member.value, key: ["queries", member.name], data: call.data)
      )
    }
    let responses = examples.map { key, example -> JSONValue.Member in
      let (results, total) = answer(example, settings, options, filter, call.data)
      return .init(
        key,
        .members([
          "status": 200, "results": .array(results),
          "total": .members(["value": .int(total), "relation": "eq"]), "query": example.json,
        ]))
    }
    return Answer.json(
      .members(["responses": .object(responses), "limit": .int(settings.limit)])
    ).with("x-batch-size", "\(examples.count)")
  }

  /// What the address asks for.
  struct Settings {
    var limit: Int
    var threshold: Double
    var cutoff: Double
    var algorithm: WireAlgorithm

    init(_ call: Call) throws {
      limit = try MatchOperation.limit(call, or: 5)
      threshold = try Self.fraction(call, "threshold") ?? 0.7
      cutoff = min(try Self.fraction(call, "cutoff") ?? 0.7, threshold)
      algorithm = try WireAlgorithm.named(call.text("algorithm") ?? "best")
    }

    init(limit: Int, threshold: Double, algorithm: WireAlgorithm) {
      self.limit = limit
      self.threshold = threshold
      cutoff = min(0.7, threshold)
      self.algorithm = algorithm
    }

    static func fraction(_ call: Call, _ name: String) throws -> Double? {
      guard let text = call.text(name) else { return nil }
      guard let number = Double(text), number.isFinite else {
        throw Problem.parameter(
          name, "float_parsing",
          "Input should be a valid number, unable to parse string as a number", text)
      }
      return number
    }
  }

  static func limit(_ call: Call, or standard: Int) throws -> Int {
    guard let text = call.text("limit") else { return standard }
    guard let number = Int(text) else {
      throw Problem.parameter(
        "limit", "int_parsing",
        "Input should be a valid integer, unable to parse string as an integer", text)
    }
    guard number <= mostResults else {
      throw Problem.parameter(
        "limit", "less_than_equal", "Input should be less than or equal to \(mostResults)", text)
    }
    guard number >= 0 else {
      throw Problem.parameter(
        "limit", "greater_than_equal", "Input should be greater than or equal to 0", text)
    }
    return number
  }

  /// What the body asks for besides the questions.
  struct Options {
    /// By feature; 1 where none is stated.
    var weights: [String: Double] = [:]

    init() {}

    init(_ body: JSONValue, _ algorithm: WireAlgorithm) throws {
      for member in body["weights"]?.object ?? [] {
        guard case .number(let text) = member.value, let weight = Double(text) else {
          throw Problem.shape(
            "float_type", ["weights", .string(member.name)], "Input should be a valid number",
            member.value)
        }
        weights[member.name] = weight
      }
      for member in body["config"]?.object ?? []
      where !WireAlgorithm.configuration.contains(where: { $0.key == member.name }) {
        throw Problem(
          400, "unknown-configuration",
          "Invalid configuration parameter: \(member.name) for algorithm \(algorithm.name)")
      }
    }
  }

  /// Results, best first, and how many matched before they were cut to the limit.
  static func answer(
    _ example: ExampleEntity, _ settings: Settings, _ options: Options, _ filter: EntityFilter,
    _ data: ServingData
  ) -> (results: [JSONValue], total: Int) {
    let subject = example.subject(data.vocabulary)
    let schemata = data.vocabulary.answering(example.schema)
    let policy = settings.algorithm.policy
    // As many candidates as yente would look at; filters may take some away.
    let most = min(9999, max(20, 10 * max(settings.limit, 1)))
    return data.matching(policy) { session in
      let ranking = session.ranking(for: subject)
      var found: [(score: Double, entity: WireEntity, match: ScoredMatch)] = []
      for place in 0..<min(ranking.count, most) {
        // Ranked by weight: behind the first that no longer reaches the cutoff none does, unless weights
        // were changed.
        if options.weights.isEmpty,
          settings.algorithm.wire(policy.score(of: ranking.weight(at: place))) <= settings.cutoff
        {
          break
        }
        guard let party = data.watchlist.party(session.party(ranking, at: place).id),
          filter.mayTake(party, in: data.watchlist),
          schemata.contains(WireEntity.schema(of: data.watchlist.kind(ofParty: party)))
        else { continue }
        let match = session.explained(ranking, at: place)
        let score = settings.algorithm.wire(policy.score(of: weight(match, options)))
        guard score > settings.cutoff else { continue }
        let entity = WireEntity(party, in: data)
        if filter.takes(entity) { found.append((score, entity, match)) }
      }
      if !options.weights.isEmpty { found.sort { $0.score > $1.score } }
      let total = found.count { $0.score >= settings.threshold }
      let results = found.prefix(settings.limit).map { score, entity, match in
        JSONValue.object(
          entity.members + [
            .init("score", .number("\(score)")), .init("match", .bool(score >= settings.threshold)),
            .init("explanations", explanations(match, score, settings.algorithm)),
          ])
      }
      return (Array(results), total)
    }
  }

  private static func weight(_ match: ScoredMatch, _ options: Options) -> Weight {
    if options.weights.isEmpty { return match.weight }
    return match.reasons.reduce(.zero) { sum, reason in
      let factor = options.weights[WireAlgorithm.feature(reason)] ?? 1
      let tenths = (Double(reason.weight.tenthsOfBit) * factor).rounded()
      return sum + Weight(tenthsOfBit: Int(max(-100_000, min(100_000, tenths))))
    }
  }

  /// Each feature with what it does to the score: that of the names as it is, any other as the step that
  /// it makes up or down.
  static func explanations(
    _ match: ScoredMatch, _ score: Double, _ algorithm: WireAlgorithm
  ) -> JSONValue {
    let policy = algorithm.policy
    var members: [(name: String, score: Double, reason: Reason)] = []
    for reason in match.reasons {
      let name = WireAlgorithm.feature(reason)
      if members.contains(where: { $0.name == name }) { continue }
      let value =
        name == "name_match"
        ? algorithm.wire(policy.score(of: match.nameWeight))
        : score
          - algorithm.wire(
            policy.score(
              of: Weight(tenthsOfBit: match.weight.tenthsOfBit - reason.weight.tenthsOfBit)))
      members.append((name, value, reason))
    }
    return .object(
      members.map { name, value, reason in
        .init(
          name,
          .members([
            "detail": .string(reason.sentence.en), "score": .number("\(value)"),
            "query": reason.subjectValue.isEmpty ? .null : .string(reason.subjectValue),
            "candidate": reason.listedValue.isEmpty ? .null : .string(reason.listedValue),
          ]))
      })
  }

  /// `POST /v2/match`: one example, no batch, filters in the body.
  static func matchV2(_ call: Call) throws -> Answer {
    let body = try call.json()
    guard let query = body["query"] else {
      throw Problem.shape("missing", ["query"], "Field required", body)
    }
    for name in (query["properties"]?.object ?? []).map(\.name) {
      if let schema = query["schema"]?.string.flatMap({ call.data.vocabulary[$0] }),
        schema.properties[name] == nil
      {
        throw Problem(400, "unknown-property", "Unknown property: \(schema.name):\(name)")
      }
    }
    func number(_ member: String, or standard: Double) throws -> Double {
      guard let value = body[member] else { return standard }
      guard case .number(let text) = value, let number = Double(text) else {
        throw Problem.shape(
          "float_type", [.string(member)], "Input should be a valid number", value)
      }
      return number
    }
    let limit = try number("limit", or: 5)
    guard limit >= 0, limit <= Double(mostResults), limit == limit.rounded() else {
      throw Problem.shape(
        "less_than_equal", ["limit"], "Input should be a whole number up to \(mostResults)",
        body["limit"] ?? .null)
    }
    let settings = Settings(
      limit: Int(limit), threshold: try number("threshold", or: 0.7),
      algorithm: try WireAlgorithm.named(body["algorithm"]?.string ?? "best"))
    let example = try ExampleEntity(query, key: ["query"], data: call.data)
    let dropped = (query["properties"]?.object ?? []).map(\.name).filter { name in
      !example.properties.contains { $0.name == name }
    }
    guard dropped.isEmpty else {
      throw Problem(
        400, "unreadable-property", "Cannot parse: \(dropped.joined(separator: ", "))")
    }
    var filter = try EntityFilter(call, dataset: Datasets.all)
    let filters = body["filters"]
    func texts(_ name: String) -> [String] {
      (filters?[name]?.array ?? []).compactMap(\.string)
    }
    if !texts("datasets").isEmpty {
      filter.lists = try texts("datasets").reduce(into: Set<String>()) { lists, name in
        guard let found = call.data.datasets.lists(in: name) else {
          throw Problem(404, "unknown-dataset", "No such dataset.")
        }
        lists.formUnion(found)
      }
    }
    filter.topics = texts("topics")
    filter.changedSince = filters?["changed_since"]?.string
    filter.excludedIDs = Set(texts("exclude_entities"))
    filter.excludedSchemata = Set(texts("exclude_schemata"))
    let (results, total) = answer(
      example, settings, try Options(body, settings.algorithm), filter, call.data)
    return .json(
      .members([
        "results": .array(results),
        "total": .members(["value": .int(total), "relation": "eq"]), "query": example.json,
        "limit": .int(settings.limit),
      ]))
  }
}
