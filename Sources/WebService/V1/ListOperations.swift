import FileFormats
import GoodsControls
import ListArchive
import Listings
import Parties
import TradeModel
import Watchlist
import Workplace

/// Lists with their history, and goods.
enum ListOperations {
  static let all: [Operation] = [
    Operation(
      "lists", .get, "/v1/lists", .consult, .v1, "Every list: age, counts, what was last refused.",
      handler: lists
    )
    .with {
      $0.parameters = [TransactionOperations.asKnownOn]
      $0.response = Schemas.object
      $0.refusals = [404]
    },
    Operation(
      "list", .get, "/v1/lists/{list}", .consult, .v1, "The kept states of a list.", handler: list
    )
    .with {
      $0.parameters = V1Operations.paging
      $0.response = V1Operations.pageSchema
      $0.refusals = [404]
    },
    Operation(
      "designation", .get, "/v1/designations/{list}/{key}", .consult, .v1,
      "A designation as listed.", handler: designation
    )
    .with {
      $0.parameters = [TransactionOperations.asKnownOn]
      $0.response = Schemas.object
      $0.refusals = [404]
    },
    Operation(
      "designationHistory", .get, "/v1/designations/{list}/{key}/history", .consult, .v1,
      "A designation's life over all kept states.", handler: history
    )
    .with {
      $0.parameters = [TransactionOperations.asKnownOn]
      $0.response = Schemas.object
      $0.refusals = [404]
    },
    Operation(
      "searchGoods", .get, "/v1/goods", .consult, .v1,
      "Entries of control lists that words and a commodity code lead to.", handler: search
    )
    .with {
      $0.parameters = [
        .init(
          name: "text", place: .query, schema: Schemas.text, summary: "What the goods are",
          isRequired: true),
        .init(name: "hs", place: .query, schema: Schemas.text, summary: "Their commodity code"),
        .init(name: "limit", place: .query, schema: Schemas.whole(1...100), summary: "Candidates"),
      ]
      $0.response = Schemas.object
    },
    Operation(
      "goods", .get, "/v1/goods/{code}", .consult, .v1, "What is known of a control code.",
      handler: goods
    )
    .with {
      $0.response = Schemas.object
      $0.refusals = [404]
    },
  ]

  private static func id(_ call: Call) throws -> ListID {
    guard let list = ListID(call.parameter("list")) else {
      throw Problem(404, "unknown", "there is no list `\(call.parameter("list"))`")
    }
    return list
  }

  private static func lists(_ call: Call) throws -> Answer {
    let archive = try call.place.archive()
    guard let day = try call.day("as_known_on") else {
      let statuses = try Failure.from { try archive.statuses(now: .now) }
      return call.tagged(.members(["items": .array(statuses.map(\.json))]))
    }
    let known = try Failure.from { try archive.lists(asKnownOn: day) }
    return call.tagged(
      .members([
        "as_known_on": .string(day.iso), "items": .array(known.snapshots.map(\.json)),
        "absent": .array(
          known.absent.map {
            .members([
              "list": .string($0.list.name), "earliest": .string($0.earliest.iso),
            ])
          }),
      ]))
  }

  private static func list(_ call: Call) throws -> Answer {
    let archive = try call.place.archive()
    let snapshots = try Failure.from { try archive.snapshots(of: try id(call)) }
    guard !snapshots.isEmpty else {
      throw Problem(404, "unknown", "no state of `\(call.parameter("list"))` is kept")
    }
    return call.tagged(try call.page(snapshots, \.json))
  }

  private static func designation(_ call: Call) throws -> Answer {
    let list = try id(call)
    let archive = try call.place.archive()
    let wanted = DesignationID(list: list, key: call.parameter("key"))
    let day = try call.day("as_known_on")
    return try Failure.from {
      guard let record = try archive.snapshot(of: list, asKnownOn: day) else {
        throw Problem(404, "unheld", "no state of `\(list)` is held for that day")
      }
      if day == nil, let number = call.data.watchlist.designation(wanted.description),
        let json = try? JSONParser.parse(call.data.watchlist.json(ofDesignation: number))
      {
        return call.tagged(
          .members([
            "snapshot": .string(record.name), "published": .string(record.published.iso),
            "designation": json,
          ]))
      }
      var found: Designation?
      try archive.read(record) { if $0.id == wanted { found = $0 } }
      guard let found else {
        throw Problem(404, "unknown", "`\(wanted)` is not on the list in that state")
      }
      return call.tagged(
        .members([
          "snapshot": .string(record.name), "published": .string(record.published.iso),
          "designation": found.json,
        ]))
    }
  }

  private static func history(_ call: Call) throws -> Answer {
    let wanted = DesignationID(list: try id(call), key: call.parameter("key"))
    let archive = try call.place.archive()
    let history = try Failure.from {
      try archive.history(of: wanted, asKnownOn: call.day("as_known_on")) { _, _ in }
    }
    guard !history.events.isEmpty else {
      throw Problem(404, "unknown", "`\(wanted)` is on no kept state of the list")
    }
    return call.tagged(history.json)
  }

  private static func search(_ call: Call) throws -> Answer {
    guard let text = call.text("text"), !text.allSatisfy(\.isWhitespace) else {
      throw Problem(422, "bad-parameter", "`text`, what the goods are, is missing")
    }
    guard text.utf8.count <= 10_000 else {
      throw Problem(422, "bad-parameter", "`text` has more than 10000 bytes")
    }
    var code: CommodityCode?
    if let hs = call.text("hs") {
      code = CommodityCode(hs)
      guard code != nil else {
        throw Problem(422, "bad-parameter", "`hs` is `\(hs)`; it takes two to ten digits")
      }
    }
    let catalogue = try call.data.catalogue()
    return call.tagged(
      GoodsReport(
        text: text, limit: try call.number("limit", 1...100, or: 10),
        suggestions: catalogue.suggestions(for: text, code: code, languages: Language.allCases)
      ).json)
  }

  private static func goods(_ call: Call) throws -> Answer {
    let catalogue = try call.data.catalogue()
    let answer = catalogue.entries(for: call.parameter("code"))
    guard !answer.entries.isEmpty || !answer.hints.isEmpty else {
      throw Problem(
        404, "unknown", "no list here has the control code `\(call.parameter("code"))`")
    }
    let codes =
      answer.entries.map(\.code) + answer.hints.flatMap { $0.mtcrItems + $0.controlCodes }
    return call.tagged(
      EntryReport(answer: answer, related: catalogue.goods.families(with: codes)).json)
  }
}
