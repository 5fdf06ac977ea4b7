import Decisions
import FileFormats
import Foundation
import SQLiteStore
import Testing
import TradeModel

@testable import WebService

/// Pages: whole in both languages, and all of the work without a script.
struct PageTests {
  @Test func `every text that a template names exists, and every text is used`() throws {
    var used: Set<String> = []
    for (name, template) in Pages.templates {
      for part in template.components(separatedBy: "{{t.").dropFirst() {
        let key = String(part.prefix { $0 != "}" })
        #expect(PageWords.all[key] != nil, "\(name): t.\(key)")
        used.insert(key)
      }
    }
    for (key, text) in PageWords.all {
      #expect(!text.en.isEmpty && !text.fr.isEmpty, "\(key)")
    }
    #expect(used.count > 80)
  }

  @Test func `French texts keep their spaces before double signs`() {
    for (key, text) in PageWords.all {
      for sign in [":", ";", "!", "?"] {
        for place in text.fr.components(separatedBy: sign).dropLast() {
          #expect(
            place.isEmpty || place.last == " " || place.last == "\u{00A0}"
              || place.last == "\u{202F}",
            "\(key): \(text.fr)")
        }
      }
    }
  }

  /// A browser that keeps cookies and sends the token of the page back.
  final class Browser {
    let service: RunningService
    private var cookies: [String: String] = [:]
    private(set) var page = ""
    private(set) var status = 0
    var language = "en"

    init(_ service: RunningService) { self.service = service }

    func open(_ target: String) { send("GET", target, "") }

    func submit(
      _ target: String, _ fields: KeyValuePairs<String, String>, token stated: String? = nil
    ) {
      let token =
        stated
        ?? page.range(of: "name=\"form_token\" value=\"").map {
          String(page[$0.upperBound...].prefix { $0 != "\"" })
        } ?? ""
      let pairs = [("form_token", token)] + fields.map { ($0.key, $0.value) }
      send(
        "POST", target,
        pairs.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&"))
    }

    static func encoded(_ text: String) -> String {
      text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func send(_ method: String, _ target: String, _ body: String) {
      var headers = [
        "accept-language": language,
        "cookie": cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
      ]
      if method == "POST" { headers["content-type"] = "application/x-www-form-urlencoded" }
      let answer = service.dispatcher.answer(
        WireRequest(method, target, headers: headers, body: Array(body.utf8)))
      for (name, value) in answer.headers where name == "set-cookie" {
        let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
        cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
      }
      page = answer.text
      status = answer.status
      if answer.status == 303, let to = answer.header("location") { open(to) }
    }
  }

  private func signedIn(_ service: RunningService, _ role: AccessRole) -> Browser {
    let browser = Browser(service)
    browser.open("/")
    #expect(browser.page.contains("name=\"key\""))
    browser.submit("/sign-in", ["key": service.secret(role), "back": "/"])
    #expect(browser.status == 200)
    return browser
  }

  @Test
  func
    `an officer screens, concludes and proposes; a second person approves; the dossier is printed`()
    throws
  {
    let service = try RunningService()
    let officer = signedIn(service, .analyst)
    officer.open("/deals/new")
    officer.submit("/deals", ["json": RunningService.example()])
    #expect(officer.status == 200 && officer.page.contains("2026-0417"))
    let id = "C1"
    let findings = try service.state.store.case(try #require(CaseID(id))).findings
    #expect(!findings.isEmpty)
    for (finding, _) in findings {
      officer.open("/alerts/\(id)/\(finding.id)")
      #expect(officer.status == 200, "\(finding.id)")
      let code = try #require(
        officer.page.range(of: "value=\"explained\"") != nil
          ? "explained" : "insufficient-information")
      officer.submit(
        "/deals/\(id)/act",
        [
          "act": "dispose", "finding": finding.id, "reason": code,
          "rationale": "Answered by the customer in writing",
        ])
      #expect(officer.status == 200, "\(finding.id): \(officer.page.prefix(0))")
    }
    officer.submit(
      "/deals/\(id)/act",
      ["act": "propose", "decision": "refuse", "rationale": "The end user is not known"])
    #expect(officer.page.contains("Waiting for a second person"))
    // Who proposed may not approve: neither by role nor, with a higher one, by person.
    officer.submit("/deals/\(id)/act", ["act": "approve"])
    #expect(try service.state.store.case(try #require(CaseID(id))).state == .proposed)
    let second = signedIn(service, .approver)
    second.open("/deals/\(id)")
    second.submit("/deals/\(id)/act", ["act": "approve"])
    #expect(try service.state.store.case(try #require(CaseID(id))).state == .decided)
    #expect(second.page.contains("The end user is not known"))
    second.open("/deals/\(id)/dossier")
    #expect(second.status == 200 && second.page.contains("2026-0417"))
  }

  @Test func `a form that another site sends is refused`() throws {
    let service = try RunningService.shared.get()
    let browser = signedIn(service, .analyst)
    browser.open("/deals/new")
    browser.submit("/deals", ["json": RunningService.example()], token: "")
    #expect(browser.status == 403)
    browser.submit("/deals", ["json": RunningService.example()], token: "qv_guessed")
    #expect(browser.status == 403)
  }

  @Test func `pages answer in French to a browser that asks for it, and as chosen`() throws {
    let service = try RunningService.shared.get()
    let browser = signedIn(service, .viewer)
    browser.language = "fr-FR,fr;q=0.9,en;q=0.5"
    browser.open("/")
    #expect(browser.page.contains("<html lang=\"fr\"") && browser.page.contains("File de travail"))
    browser.submit("/view", ["language": "en", "back": "/"])
    #expect(browser.page.contains("<html lang=\"en\"") && browser.page.contains("Work queue"))
  }

  @Test func `every page that needs no case answers, and shows nothing as markup that was stated`()
    throws
  {
    let service = try RunningService.shared.get()
    let browser = signedIn(service, .administrator)
    for operation in service.state.operations
    where operation.style == .page && operation.method == .get && operation.pathNames.isEmpty {
      browser.open(operation.path)
      #expect(browser.status == 200, "\(operation.path)")
    }
    browser.open("/parties?q=%3Cscript%3Ealert(1)%3C/script%3E")
    #expect(browser.status == 200 && !browser.page.contains("<script>alert"))
  }

  @Test func `signing in leads to pages of this host only`() {
    #expect(PageOperations.local("/deals/C1") == "/deals/C1")
    #expect(PageOperations.local("https://elsewhere.example") == "/")
    #expect(PageOperations.local("//elsewhere.example") == "/")
    #expect(PageOperations.local("/\\elsewhere.example") == "/")
  }

  @Test func `letters in common are marked on both sides`() {
    let (a, b) = DealPage.common("Yusuf", "Youssef")
    func marked(_ runs: [[String: Any]]) -> String {
      runs.filter { $0["isSame"] as? Bool == true }.compactMap { $0["text"] as? String }.joined()
    }
    #expect(marked(a) == "Yusf" && marked(b) == "Yusf")
  }
}
