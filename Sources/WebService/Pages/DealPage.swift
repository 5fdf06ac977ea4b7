import Decisions
import FileFormats
import Foundation
import ListArchive
import Matching
import SQLiteStore
import Screening
import TradeModel
import Workplace

/// A case as a page, its findings, and what may be done.
enum DealPage {
  static func text(_ value: JSONValue?, _ language: Language) -> String {
    value?[language.rawValue]?.string ?? value?["en"]?.string ?? value?.string ?? ""
  }

  private static func style(_ outcome: Outcome?) -> String {
    switch outcome {
    case .prohibited?, .licenceRequiredDenialLikely?, .licenceRequired?: "stop"
    case .noLicenceRequired?: "ok"
    default: "warn"
    }
  }

  private static func load(_ call: Call) throws -> (seen: Case, dossier: Dossier) {
    let cases = try call.openCases()
    let seen = try Problem.fromCases {
      let found = try cases.store.case(call.caseID())
      return try PageView(call).asOf.map { try found.asKnown(on: $0) } ?? found
    }
    guard let digest = seen.dossier?.digest else {
      throw Problem(410, "erased", "what was recorded of \(seen.id) was erased")
    }
    return (seen, try cases.dossier(digest))
  }

  private static func standing(
    _ standing: Case.FindingStanding, _ language: Language
  ) -> (text: String, by: String?, isOpen: Bool) {
    let open = language == .fr ? "à trancher" : "to settle"
    let again = language == .fr ? "à revoir" : "to be reviewed again"
    let recorded = standing.disposition
    let conclusion = recorded?.value.reason.conclusion.title[language]
    if case .reviewAgain = standing {
      return ("\(again): \(conclusion ?? "")", recorded?.actor.name, true)
    }
    guard let recorded else { return (open, nil, true) }
    return (
      "\(conclusion ?? "") · \(recorded.value.reason.label[language])", recorded.actor.name, false
    )
  }

  static func show(_ call: Call, failure: String?) throws -> Answer {
    let (seen, dossier) = try load(call)
    let language = call.language
    let outcome = dossier["outcome"]?.string.flatMap(Outcome.init(rawValue:))
    let reasons = try CaseWork.reasons(call.data.knowledge)
    let standings = Dictionary(
      seen.findings.map { ($0.finding.id, $0.standing) }, uniquingKeysWith: { $1 })
    let transaction = dossier["transaction"]
    var values: [String: Any] = [
      "id": seen.id.description, "deal": seen.id.description,
      "outcome": outcome?.title[language] ?? "", "meaning": outcome?.meaning[language] ?? "",
      "outcomeClass": style(outcome), "state": seen.state.title(language),
      "open": "\(seen.openCount)", "count": "\(seen.findings.count)",
      "day": dossier["request", "on"]?.string ?? "",
      "notices": (dossier["request", "notices"]?.array ?? []).map { text($0, language) },
      "parties": (transaction?["parties"]?.array ?? []).map { party in
        [
          "roles": text(party["roles"], language),
          "name": (party["names"]?.array ?? []).compactMap(\.string).joined(separator: " / "),
          "details": text(party["details"], language),
        ]
      },
      "items": (transaction?["items"]?.array ?? []).map {
        [
          "description": $0["description"]?.string ?? "",
          "details": text($0["details"], language),
        ]
      },
      "facts": (transaction?["facts"]?.array ?? []).map {
        ["label": text($0["label"], language), "value": text($0["value"], language)]
      },
      "routePicture": route(dossier, call),
      "findings": (dossier["findings"]?.array ?? []).map { finding -> [String: Any] in
        let id = finding["id"]?.string ?? ""
        let mine = finding["outcome"]?.string.flatMap(Outcome.init(rawValue:))
        let (said, by, isOpen) = standings[id].map { standing($0, language) } ?? ("", nil, false)
        var row: [String: Any] = [
          "id": id, "title": text(finding["title"], language),
          "outcome": mine?.title[language] ?? "", "outcomeClass": style(mine), "standing": said,
          "isOpen": isOpen && seen.state != .decided,
          "reasons": reasons.filter { $0.applies(to: finding["kind"]?.string ?? "") }.map {
            ["code": $0.code, "key": $0.key, "label": $0.label[language]]
          },
        ]
        row["by"] = by
        row["score"] = finding["hit"]?["score"]?.int.map(String.init)
        let question = text(finding["question"], language)
        row["question"] = question.isEmpty ? nil : question
        return row
      },
      "questions": seen.questions.map { question -> [String: Any] in
        var row: [String: Any] = ["id": question.id, "text": question.text]
        row["answer"] = question.answer
        return row
      },
      "assignee": seen.assignee?.name ?? "", "due": seen.due?.iso ?? "",
      "isUndecided": seen.state == .open,
      "wouldChange": (dossier["wouldChange"]?.array ?? []).map { text($0, language) },
      "notChecked": (dossier["notChecked"]?.array ?? []).map {
        ["what": text($0["what"], language), "why": text($0["why"], language)]
      },
      "history": seen.history.reversed().map {
        ["at": $0.time.description, "by": $0.actor.name, "kind": $0.text(language)]
      },
    ]
    values["reference"] = seen.reference
    values["failure"] = failure
    if seen.state == .decided, let decision = seen.decision {
      var row: [String: Any] = [
        "kind": decision.value.kind.title[language], "rationale": decision.value.rationale,
        "by": decision.actor.name, "at": decision.time.description,
      ]
      row["proposedBy"] = seen.proposedBy?.name
      values["decided"] = row
    }
    if seen.state == .proposed, let proposal = seen.proposal {
      values["proposal"] = [
        "kind": proposal.value.kind.title[language], "rationale": proposal.value.rationale,
        "by": proposal.actor.name, "at": proposal.time.description,
      ]
    }
    var answer = Pages.render(
      "deal", call, title: "\(seen.id) \(seen.reference ?? "")", values)
    if failure != nil { answer.status = 409 }
    return answer
  }

  private static func route(_ dossier: Dossier, _ call: Call) -> String {
    let input = (dossier.request?.input).flatMap { try? JSONParser.parse($0) }
    var places: [String] = []
    func add(_ place: String?) {
      if let place, places.last != place { places.append(place) }
    }
    for leg in input?["route"]?["legs"]?.array ?? [] {
      add(leg["from"]?.string)
      for via in leg["via"]?.array ?? [] { add(via.string) }
      add(leg["to"]?.string)
    }
    if places.isEmpty {
      add(input?["exportCountry"]?.string)
      add(input?["destinationCountry"]?.string)
    }
    let words = PageWords.texts(call.language)
    return Pictures.route(
      places, title: words["route"] ?? "", tableTitle: words["table"] ?? "",
      headings: ["№", words["from"] ?? "", words["to"] ?? ""])
  }

  /// The dossier's own page, with its style sheet inside: allowed by its digest.
  static func dossier(_ call: Call) throws -> Answer {
    let (_, dossier) = try load(call)
    return try allowingStyle(DossierPage.render(dossier, language: call.language))
  }

  static func allowingStyle(_ page: String) throws -> Answer {
    var answer = Answer.html(page)
    if let start = page.range(of: "<style>"), let end = page.range(of: "</style>") {
      let digest = SHA256.digest(of: Array(page[start.upperBound..<end.lowerBound].utf8))
      let hash = Data(digest.bytes).base64EncodedString()
      answer.headers.append(
        (
          "content-security-policy",
          "default-src 'none'; style-src 'sha256-\(hash)'; frame-ancestors 'none'; base-uri 'none'"
        ))
    }
    return answer
  }

  static func finding(_ call: Call) throws -> Answer {
    let (seen, dossier) = try load(call)
    let language = call.language
    let id = call.parameter("finding").uppercased()
    guard let finding = dossier["findings"]?.array?.first(where: { $0["id"]?.string == id }) else {
      throw Problem(404, "unknown", "\(seen.id) has no finding `\(id)`")
    }
    let outcome = finding["outcome"]?.string.flatMap(Outcome.init(rawValue:))
    let found = seen.findings.first { $0.finding.id == id }?.standing
    let (said, _, isOpen) = found.map { standing($0, language) } ?? ("", nil, false)
    let kind = finding["kind"]?.string ?? ""
    let words = PageWords.texts(language)
    var values: [String: Any] = [
      "deal": seen.id.description, "id": id,
      "findingTitle": text(finding["title"], language),
      "outcome": outcome?.title[language] ?? "", "outcomeClass": style(outcome),
      "standing": said, "isOpen": isOpen && seen.state != .decided,
      "sentences": (finding["explanation"]?.array ?? []).map { text($0, language) },
      "reasonCodes": try CaseWork.reasons(call.data.knowledge).filter { $0.applies(to: kind) }.map {
        ["code": $0.code, "key": $0.key, "label": $0.label[language]]
      },
      "citations": (finding["citations"]?.array ?? []).map { citation -> [String: Any] in
        var row: [String: Any] = [
          "title": citation["title"]?.string ?? "", "issuer": citation["issuer"]?.string ?? "",
          "date": citation["date"]?.string ?? "–",
        ]
        row["section"] = citation["section"]?.string
        return row
      },
    ]
    let question = text(finding["question"], language)
    values["question"] = question.isEmpty ? nil : question
    if let hit = finding["hit"] {
      let reasons = hit["reasons"]?.array ?? []
      values["hasHit"] = true
      values["score"] = hit["score"]?.int.map(String.init)
      values["reasons"] = reasons.map { reason in
        let weight = reason["weight"]?.int ?? 0
        let name = reason["feature"]?.string ?? ""
        // How a name is written or what kind of alias it is neither agrees nor differs.
        let isRemark = ["reading", "alias", "weak-alias"].contains(name)
        let status =
          isRemark ? "note" : weight > 0 ? "matched" : weight < 0 ? "differs" : "unknown"
        return [
          "feature": feature(reason["feature"]?.string ?? "", language),
          "subject": reason["subject"]?.string ?? "", "listed": reason["listed"]?.string ?? "",
          "sentence": text(reason["sentence"], language),
          "weight": Pictures.bits(weight), "status": words[status] ?? "",
          "statusClass": isRemark ? "" : weight > 0 ? "yes" : weight < 0 ? "no" : "open",
        ]
      }
      values["parts"] = reasons.flatMap { $0["alignment"]?.array ?? [] }.map {
        part -> [String: Any] in
        let subject = part["subject"]?.string ?? ""
        let listed = part["listed"]?.string ?? ""
        let operation = part["operation"]?.string.flatMap(AlignedPart.Operation.init(rawValue:))
        let (a, b) = common(subject, listed)
        return [
          "subject": a, "listed": b, "operation": operation?.title[language] ?? "",
          "weight": Pictures.bits(part["weight"]?.int ?? 0),
        ]
      }
      values["bar"] = Pictures.composition(
        reasons.map {
          (feature($0["feature"]?.string ?? "", language), $0["weight"]?.int ?? 0)
        }, title: words["scoreBar"] ?? "",
        headings: [words["what"] ?? "", "\(words["weight"] ?? "") (bits)"])
      values["designations"] = (hit["designations"]?.array ?? []).map {
        [
          "id": $0["id"]?.string ?? "", "wire": WireEntity.wire($0["id"]?.string ?? ""),
          "name": $0["name"]?.string ?? "", "list": $0["list"]?.string ?? "",
          "programmes": ($0["programmes"]?.array ?? []).compactMap(\.string)
            .joined(separator: ", "),
        ]
      }
    }
    return Pages.render("finding", call, title: "\(seen.id) \(id)", values)
  }

  /// Both texts in runs, with the letters that they share marked: the longest common subsequence.
  static func common(
    _ a: String, _ b: String
  ) -> (a: [[String: Any]], b: [[String: Any]]) {
    let (x, y) = (Array(a.prefix(80)), Array(b.prefix(80)))
    let (fx, fy) = (x.map { $0.lowercased() }, y.map { $0.lowercased() })
    var longest = Array(repeating: Array(repeating: 0, count: y.count + 1), count: x.count + 1)
    for i in stride(from: x.count - 1, through: 0, by: -1) {
      for j in stride(from: y.count - 1, through: 0, by: -1) {
        longest[i][j] =
          fx[i] == fy[j]
          ? longest[i + 1][j + 1] + 1 : max(longest[i + 1][j], longest[i][j + 1])
      }
    }
    var (inX, inY) = (Set<Int>(), Set<Int>())
    var (i, j) = (0, 0)
    while i < x.count, j < y.count {
      if fx[i] == fy[j] {
        inX.insert(i)
        inY.insert(j)
        (i, j) = (i + 1, j + 1)
      } else if longest[i + 1][j] >= longest[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    func runs(_ letters: [Character], _ same: Set<Int>) -> [[String: Any]] {
      var found: [(text: String, isSame: Bool)] = []
      for (place, letter) in letters.enumerated() {
        let isSame = same.contains(place)
        if found.last?.isSame == isSame {
          found[found.count - 1].text.append(letter)
        } else {
          found.append((String(letter), isSame))
        }
      }
      return found.map { ["text": $0.text, "isSame": $0.isSame] }
    }
    return (runs(x, inX), runs(y, inY))
  }

  private static func feature(_ name: String, _ language: Language) -> String {
    let titles: [String: BilingualText] = [
      "name": BilingualText(en: "Name", fr: "Nom"),
      "weak-alias": BilingualText(en: "Weak alias", fr: "Alias faible"),
      "alias": BilingualText(en: "Alias", fr: "Alias"),
      "reading": BilingualText(en: "Reading", fr: "Lecture"),
      "identifier": BilingualText(en: "Identifier", fr: "Identifiant"),
      "birth-date": BilingualText(en: "Birth date", fr: "Date de naissance"),
      "founding-date": BilingualText(en: "Founding date", fr: "Date de fondation"),
      "country": BilingualText(en: "Country", fr: "Pays"),
      "kind": BilingualText(en: "Kind", fr: "Type"),
      "gender": BilingualText(en: "Gender", fr: "Sexe"),
      "address": BilingualText(en: "Address", fr: "Adresse"),
      "birth-place": BilingualText(en: "Birth place", fr: "Lieu de naissance"),
      "tonnage": BilingualText(en: "Tonnage", fr: "Tonnage"),
    ]
    return titles[name]?[language] ?? name
  }

  /// Records an act of the page; a rule that refuses it shows on the page.
  static func act(_ call: Call) throws -> Answer {
    let form = Form(call.body)
    let id = try call.caseID()
    let cases = try call.openCases()
    let actor = call.caller.actor
    func filled(_ name: String) -> String {
      form[name]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }
    do {
      try Problem.fromCases {
        let seen = try cases.store.case(id)
        func record(_ event: CaseEvent) throws {
          _ = try cases.store.record(event, in: id, by: actor, at: .now)
        }
        switch form["act"] {
        case "dispose":
          let reason = try CaseWork.reason(filled("reason"), call.data.knowledge)
          guard let dossier = seen.dossier,
            let found = dossier.finding(filled("finding").uppercased())
          else { throw seen.unknownFinding(filled("finding")) }
          try record(
            .disposed(
              Disposition(
                of: found, in: dossier, reason: reason, rationale: filled("rationale"))))
        case "ask":
          try record(.asked(id: "Q\(seen.questions.count + 1)", text: filled("text"), finding: nil))
        case "answer": try record(.answered(id: filled("question"), text: filled("text")))
        case "note": try record(.noted(filled("text")))
        case "assign":
          let name = filled("text")
          try record(.assigned(name.isEmpty ? nil : Actor(name)))
        case "due": try record(.due(Day(iso: filled("text"))))
        case "propose", "decide":
          guard let kind = CaseDecision.Kind(rawValue: filled("decision")) else {
            throw CaseError(.badValue, "`\(filled("decision"))` is no decision")
          }
          let decision = try CaseDecision(kind, rationale: filled("rationale"), on: seen)
          try record(form["act"] == "propose" ? .proposed(decision) : .decided(decision))
        case "approve":
          guard call.caller.may(.approve) else {
            throw Problem(403, "not-allowed", "this role may not approve")
          }
          guard let proposal = seen.proposal else {
            throw CaseError(.wrongState, "no decision on \(id) is proposed")
          }
          try record(.approved(proposal.value))
        case "decline": try record(.declined(rationale: filled("rationale")))
        case "reopen": try record(.reopened(reason: filled("text")))
        case "rescreen":
          guard let last = seen.dossier else {
            throw CaseError(.erased, "what was recorded of \(id) was erased")
          }
          let session = try call.session()
          let input = Array((try cases.dossier(last.digest).request?.input ?? "").utf8)
          _ = try CaseWork(cases, home: call.service.home).rescreen(
            id, with: try session.screen(input), by: session, actor: actor)
        default: throw Problem(422, "bad-member", "the form names no act")
        }
      }
      return .seeOther("/deals/\(id)")
    } catch let problem as Problem where [409, 422, 403].contains(problem.status) {
      return try show(call, failure: problem.detail + (problem.help.map { ": \($0)" } ?? ""))
    }
  }
}
