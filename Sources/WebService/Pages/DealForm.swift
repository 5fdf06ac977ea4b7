import Decisions
import FileFormats
import TradeModel
import Workplace

/// The form of a transaction.
enum DealForm {
  private static let partyCount = 4
  private static let itemCount = 3
  private static let roles: KeyValuePairs<String, BilingualText> = [
    "exporter": BilingualText(en: "exporter", fr: "exportateur"),
    "purchaser": BilingualText(en: "purchaser", fr: "acheteur"),
    "ultimate-consignee": BilingualText(en: "ultimate consignee", fr: "destinataire final"),
    "end-user": BilingualText(en: "end user", fr: "utilisateur final"),
    "intermediate-consignee": BilingualText(
      en: "intermediate consignee", fr: "destinataire intermédiaire"),
    "forwarder": BilingualText(en: "forwarder", fr: "transitaire"),
  ]
  private static let kinds: KeyValuePairs<String, BilingualText> = [
    "organisation": BilingualText(en: "organisation", fr: "organisation"),
    "person": BilingualText(en: "person", fr: "personne"),
    "unknown": BilingualText(en: "unknown", fr: "inconnu"),
  ]

  static func page(_ call: Call, _ form: Form, failure: String?) -> Answer {
    func options(
      _ pairs: KeyValuePairs<String, BilingualText>, _ chosen: String?, _ standard: String
    ) -> [[String: Any]] {
      pairs.map {
        [
          "value": $0.key, "label": $0.value[call.language],
          "isChosen": $0.key == (chosen ?? standard),
        ]
      }
    }
    let defaults = ["exporter", "purchaser", "end-user", "forwarder"]
    var values: [String: Any] = [
      "reference": form["reference"] ?? "", "from": form["from"] ?? "", "to": form["to"] ?? "",
      "route": form["route"] ?? "", "use": form["use"] ?? "", "json": form["json"] ?? "",
      "parties": (1...partyCount).map { number -> [String: Any] in
        [
          "number": "\(number)", "name": form["party\(number)_name"] ?? "",
          "country": form["party\(number)_country"] ?? "",
          "address": form["party\(number)_address"] ?? "",
          "roles": options(roles, form["party\(number)_role"], defaults[number - 1]),
          "kinds": options(kinds, form["party\(number)_kind"], "organisation"),
        ]
      },
      "items": (1...itemCount).map { number -> [String: Any] in
        [
          "number": "\(number)", "description": form["item\(number)_description"] ?? "",
          "commodity": form["item\(number)_commodity"] ?? "",
          "control": form["item\(number)_control"] ?? "",
          "origin": form["item\(number)_origin"] ?? "",
        ]
      },
    ]
    values["failure"] = failure
    return Pages.render(
      "newDeal", call, title: PageWords.all["newDeal"]?[call.language] ?? "", values)
  }

  /// Screens what was filled in and opens a case; a form that cannot be taken comes back filled in.
  static func create(_ call: Call) throws -> Answer {
    let form = Form(call.body)
    do {
      let session = try call.session()
      let screened = try session.screen(transaction(form))
      let work = CaseWork(try call.openCases(), home: call.service.home)
      let (opened, _) = try Problem.fromCases {
        try work.open(screened, by: session, reference: nil, actor: call.caller.actor)
      }
      return .seeOther("/deals/\(opened.id)")
    } catch let error as Failure {
      var answer = page(
        call, form, failure: error.description + (error.help.map { ": \($0)" } ?? ""))
      answer.status = 422
      return answer
    }
  }

  private static func transaction(_ form: Form) -> [UInt8] {
    func filled(_ name: String) -> String? {
      form[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    if let json = filled("json") { return Array(json.utf8) }
    func list(_ text: String?) -> JSONValue? { text.map { .array([.string($0)]) } }
    let parties = (1...partyCount).compactMap { number -> JSONValue? in
      guard let name = filled("party\(number)_name") else { return nil }
      return .members([
        "name": .string(name), "kind": .string(form["party\(number)_kind"] ?? "unknown"),
        "roles": list(form["party\(number)_role"]),
        "countries": list(filled("party\(number)_country")),
        "addresses": list(filled("party\(number)_address")),
      ])
    }
    let items = (1...itemCount).compactMap { number -> JSONValue? in
      guard let text = filled("item\(number)_description") else { return nil }
      return .members([
        "description": .string(text), "kind": "goods",
        "commodityCode": filled("item\(number)_commodity").map(JSONValue.string),
        "controlCodes": filled("item\(number)_control").map {
          .array([.members(["code": .string($0)])])
        },
        "origin": filled("item\(number)_origin").map(JSONValue.string),
      ])
    }
    let places = (filled("route") ?? "").split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
    let legs = zip(places, places.dropFirst()).map { from, to in
      JSONValue.members(["from": .string(from), "to": .string(to)])
    }
    return JSONValue.members([
      "reference": filled("reference").map(JSONValue.string),
      "parties": .array(parties), "items": .array(items),
      "route": legs.isEmpty ? nil : .members(["legs": .array(legs)]),
      "exportCountry": filled("from").map(JSONValue.string),
      "destinationCountry": filled("to").map(JSONValue.string),
      "endUse": filled("use").map { .members(["statement": .string($0)]) },
    ]).compact
  }
}
