import Decisions
import FileFormats
import Foundation
import GoodsControls
import KnowledgeBase
import ListArchive
import Listings
import SQLiteStore
import Screening
import TradeModel
import Workplace

/// The pages.
enum PageOperations {
  private static func page(
    _ id: String, _ path: String, _ permission: Permission? = .consult, _ summary: String,
    readsPersonalData: Bool = false, _ handler: @escaping Operation.Handler
  ) -> Operation {
    Operation(id, .get, path, permission, .page, summary, handler: handler).with {
      $0.readsPersonalData = readsPersonalData
      $0.responseType = "text/html"
    }
  }

  private static func form(
    _ id: String, _ path: String, _ permission: Permission?, _ summary: String,
    limit: Int = 1 << 20, _ handler: @escaping Operation.Handler
  ) -> Operation {
    Operation(id, .post, path, permission, .page, summary, handler: handler).with {
      $0.requestType = "application/x-www-form-urlencoded"
      $0.successStatus = 303
      $0.bodyLimit = limit
    }
  }

  private static func word(_ key: String, _ call: Call) -> String {
    PageWords.all[key]?[call.language] ?? key
  }

  private static func plain(
    _ id: String, _ path: String, _ template: String, _ title: String, _ summary: String
  ) -> Operation {
    page(id, path, .consult, summary) { call in
      Pages.render(template, call, title: word(title, call))
    }
  }

  static let all: [Operation] = [
    page("styleSheet", "/static/style.css", nil, "The style sheet.") {
      StaticFiles.file(StaticFiles.style, "text/css; charset=utf-8", $0)
    },
    page("script", "/static/script.js", nil, "The script; everything works without it.") {
      StaticFiles.file(StaticFiles.script, "text/javascript; charset=utf-8", $0)
    },
    page("signInPage", "/sign-in", nil, "Where people sign in.") { call in
      Pages.render(
        "signIn", call, title: word("signIn", call), ["back": call.text("back") ?? "/"])
    },
    form("signIn", "/sign-in", nil, "Signs in with a key.", signIn),
    form("signOut", "/sign-out", .consult, "Ends the session.") { call in
      if let token = KeyRing.cookie(call.headers) { call.service.sessions.end(token) }
      return .seeOther("/sign-in").with(
        "set-cookie", "\(PageSessions.cookie)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict")
    },
    form("setView", "/view", nil, "Sets language, theme and day.", setView),
    page("queue", "/", .read, "The work queue.", queue),
    page("newDeal", "/deals/new", .work, "The form of a transaction.") { call in
      DealForm.page(call, Form([]), failure: nil)
    },
    form(
      "createDeal", "/deals", .work, "Screens a transaction and opens a case on it.",
      limit: 16 << 20, DealForm.create),
    page(
      "deal", "/deals/{case}", .read, "A case: dossier, conclusions, decision.",
      readsPersonalData: true
    ) {
      call in try DealPage.show(call, failure: nil)
    },
    page(
      "dealDossier", "/deals/{case}/dossier", .read, "The printable dossier.",
      readsPersonalData: true, DealPage.dossier),
    form("dealAct", "/deals/{case}/act", .work, "Records an act on a case.", DealPage.act),
    page(
      "alert", "/alerts/{case}/{finding}", .read, "A finding, compared in full.",
      readsPersonalData: true, DealPage.finding),
    page("parties", "/parties", .consult, "Search of listed parties.", PartyPages.search),
    page("partiesFound", "/parties/found", .consult, "The same as JSON, while typing.") { call in
      .json(
        .members([
          "results": .array(
            PartyPages.find(call.text("q") ?? "", call, most: 8).map { entity in
              .members([
                "id": .string(entity.id), "caption": .string(entity.caption),
                "datasets": .array(entity.datasets.map(JSONValue.string)),
              ])
            })
        ]))
    }.with { $0.responseType = "application/json" },
    page(
      "party", "/parties/{entity}", .consult, "A listed party, its lists, links and history.",
      PartyPages.entity),
    page("listsPage", "/lists", .consult, "Every list with its age.", ListPages.lists),
    page("listPage", "/lists/{list}", .consult, "The kept states of a list.", ListPages.list),
    page("goodsPage", "/goods", .consult, "Search of the control lists.") { call in
      let text = call.text("text") ?? ""
      var report = ""
      if !text.allSatisfy(\.isWhitespace) {
        let catalogue = try call.data.catalogue()
        report = GoodsReport(
          text: String(text.prefix(2000)), limit: 10,
          suggestions: catalogue.suggestions(
            for: String(text.prefix(2000)), code: call.text("hs").flatMap(CommodityCode.init),
            languages: Language.allCases)
        ).lines(in: call.language).joined(separator: "\n")
      }
      return Pages.render(
        "goodsPage", call, title: word("goods", call),
        ["text": text, "hs": call.text("hs") ?? "", "report": report])
    },
    page("goodsEntry", "/goods/{code}", .consult, "What is known of a control code.") { call in
      let catalogue = try call.data.catalogue()
      let answer = catalogue.entries(for: call.parameter("code"))
      guard !answer.entries.isEmpty || !answer.hints.isEmpty else {
        throw Problem(
          404, "unknown", "no list here has the control code `\(call.parameter("code"))`")
      }
      let codes =
        answer.entries.map(\.code) + answer.hints.flatMap { $0.mtcrItems + $0.controlCodes }
      let report = EntryReport(answer: answer, related: catalogue.goods.families(with: codes))
      return Pages.render(
        "goodsPage", call, title: call.parameter("code"),
        ["text": "", "hs": "", "report": report.lines(in: call.language).joined(separator: "\n")])
    },
    page(
      "guidance", "/guidance", .consult, "Red flags that authorities publish.", ListPages.guidance),
    plain("evidence", "/evidence", "evidencePage", "evidence", "Where reports will be read."),
    plain("quality", "/quality", "qualityPage", "quality", "Where measured figures stand."),
    plain("asOf", "/as-of", "asOfPage", "asOf", "The day as of which deals are shown."),
    plain("help", "/help", "helpPage", "help", "Help."),
    page("helpKeyboard", "/help/keyboard", .consult, "The keyboard map.") { call in
      Pages.render(
        "keyboardPage", call, title: word("keyboard", call),
        [
          "keys": PageWords.keyboard.map {
            ["key": $0.key, "does": $0.value[call.language]]
          }
        ])
    },
  ]

  private static func signIn(_ call: Call) throws -> Answer {
    let form = Form(call.body)
    let now = Timestamp.now
    let back = local(form["back"])
    guard let secret = form["key"]?.trimmingCharacters(in: .whitespaces), !secret.isEmpty,
      let key = try call.service.store.key(withSecret: secret), key.isValid(at: now)
    else {
      var answer = Pages.render(
        "signIn", call, title: word("signIn", call),
        [
          "back": back,
          "failure": call.language == .fr
            ? "Cette clé n’ouvre rien : inconnue, expirée ou retirée."
            : "This key opens nothing: it is unknown, has expired or was taken back.",
        ])
      answer.status = 401
      return answer
    }
    let token = call.service.sessions.begin(key, at: now)
    let secure =
      call.service.settings.certificate != nil
      || call.service.settings.publicAddress?.hasPrefix("https:") == true
    return .seeOther(back).with(
      "set-cookie",
      "\(PageSessions.cookie)=\(token); Path=/; Max-Age=\(PageSessions.length); HttpOnly; SameSite=Strict\(secure ? "; Secure" : "")"
    )
  }

  /// A path of this service; never another host.
  static func local(_ address: String?) -> String {
    guard let address, address.hasPrefix("/"), !address.hasPrefix("//"), !address.contains("\\"),
      !address.unicodeScalars.contains(where: { $0.value < 0x20 })
    else { return "/" }
    return address
  }

  private static func setView(_ call: Call) throws -> Answer {
    let form = Form(call.body)
    var answer = Answer.seeOther(local(form["back"]))
    func set(_ name: String, _ value: String) {
      answer.headers.append(
        ("set-cookie", "\(name)=\(value); Path=/; Max-Age=31536000; SameSite=Lax"))
    }
    if let text = form["language"], let language = Language(rawValue: text) {
      set(PageLanguage.cookie, language.rawValue)
    }
    if form["theme"] != nil {
      set("quivive_theme", PageView(call).theme == "dark" ? "light" : "dark")
    }
    if let text = form["as_of"] { set("quivive_as_of", Day(iso: text)?.iso ?? "") }
    return answer
  }

  private static func queue(_ call: Call) throws -> Answer {
    let all = try Problem.fromCases { try call.service.store.cases(CaseFilter()) }
    let today = Day.today
    func isOverdue(_ summary: CaseSummary) -> Bool {
      summary.state != .decided && summary.due.map { $0 < today } ?? false
    }
    let filters: [(key: String, label: String, takes: (CaseSummary) -> Bool)] = [
      ("open", word("open", call), { $0.state != .decided }),
      ("mine", word("mine", call), { $0.assignee == call.caller.actor && $0.state != .decided }),
      ("proposed", word("fourEyes", call), { $0.state == .proposed }),
      ("overdue", word("overdue", call), isOverdue),
      ("all", word("all", call), { _ in true }),
    ]
    let chosen = call.text("show") ?? "open"
    let shown = all.filter(filters.first { $0.key == chosen }?.takes ?? { _ in true })
      .sorted {
        ($0.due?.iso ?? "9999", $1.openFindings, $0.id.description)
          < ($1.due?.iso ?? "9999", $0.openFindings, $1.id.description)
      }
    let ages = all.filter { $0.state != .decided }.map {
      today.daysSince1970 - $0.opened.day.daysSince1970
    }
    let buckets = [(0, 0), (1, 2), (3, 6), (7, 13), (14, 29), (30, Int.max)]
    let labels = ["0", "1–2", "3–6", "7–13", "14–29", "30+"]
    return Pages.render(
      "queue", call, title: word("queue", call),
      [
        "filters": filters.map { filter -> [String: Any] in
          [
            "address": "/?show=\(filter.key)", "label": filter.label,
            "count": "\(all.count(where: filter.takes))", "isHere": filter.key == chosen,
          ]
        },
        "hasRows": !shown.isEmpty,
        "rows": shown.prefix(500).map { summary -> [String: Any] in
          var row: [String: Any] = [
            "id": summary.id.description, "reference": summary.reference ?? "–",
            "state": summary.state.title(call.language), "open": "\(summary.openFindings)",
            "findings": "\(summary.findings)", "assignee": summary.assignee?.name ?? "–",
            "opened": summary.opened.day.iso, "overdue": isOverdue(summary),
          ]
          row["due"] = summary.due?.iso
          return row
        },
        "ageing": Pictures.bars(
          zip(labels, buckets).map { label, range in
            (label, ages.count { $0 >= range.0 && $0 <= range.1 })
          }, title: word("ageing", call),
          headings: [call.language == .fr ? "Jours" : "Days", word("deals", call)]),
      ])
  }
}
