import FileFormats
import TradeModel

extension DossierView {
  /// Reads what is to be shown from the dossier's document.
  init(_ dossier: Dossier, language: Language) {
    let document = dossier.document
    let wording = Wording(language: language)
    let words = Words(language)
    func text(_ value: JSONValue?) -> String { BilingualText(json: value)?[language] ?? "" }
    func texts(_ value: JSONValue?) -> [String] { (value?.array ?? []).map(text) }
    func strings(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }

    self.language = language.rawValue
    self.words = words
    reference = document["transaction"]?["reference"]?.string ?? "–"
    let known = document["request"]?["asKnownOn"]?.string.map { ", \(words.asKnownOn) \($0)" }
    day = (document["request"]?["on"]?.string ?? "") + (known ?? "")
    let outcomeCode = document["outcome"]?.string
    outcomeClass = outcomeCode ?? ""
    outcome = wording.outcome(outcomeCode)
    outcomeMeaning = wording.meaning(outcomeCode)
    otherOutcomes = (document["outcomes"]?.array ?? [])
      .filter { $0["outcome"]?.string != outcomeCode }
      .map {
        Row(
          label: wording.outcome($0["outcome"]?.string),
          value: strings($0["findings"]).joined(separator: ", "))
      }
    notices = texts(document["request"]?["notices"])
    quieted = text(document["quieted"]?["sentence"])
    parties = (document["transaction"]?["parties"]?.array ?? []).map {
      Party(
        name: strings($0["names"]).joined(separator: " · "), roles: text($0["roles"]),
        details: text($0["details"]))
    }
    items = (document["transaction"]?["items"]?.array ?? []).enumerated().map { index, item in
      Item(
        number: index + 1, description: item["description"]?.string ?? "–",
        details: text(item["details"]))
    }
    facts = (document["transaction"]?["facts"]?.array ?? []).map {
      Row(label: text($0["label"]), value: text($0["value"]))
    }
    let findings = (document["findings"]?.array ?? []).enumerated().map {
      Finding($0.element, number: $0.offset + 1, wording: wording)
    }
    self.findings = findings
    licences = (document["licences"]?.array ?? []).map { Licence($0, wording: wording) }
    hasLicences = !licences.isEmpty
    warnings = (document["warnings"]?.array ?? []).map {
      Row(label: $0["path"]?.string ?? "", value: text($0["text"]))
    }
    hasWarnings = !warnings.isEmpty
    questions = findings.filter { !$0.question.isEmpty }.map {
      Question(text: $0.question, finding: "F\($0.number)")
    }
    wouldChange = texts(document["wouldChange"])
    checked = texts(document["checked"])
    notChecked = (document["notChecked"]?.array ?? []).map {
      Row(label: text($0["what"]), value: text($0["why"]))
    }
    lists =
      (document["lists"]?.array ?? []).map { list in
        let count = wording.count(list["designations"]?.int ?? 0)
        let designations = language == .fr ? "\(count) inscriptions" : "\(count) designations"
        let age = wording.age(list["ageInDays"]?.int)
        return Row(
          label: "\(list["title"]?.string ?? "") (\(list["authority"]?.string ?? ""))",
          value:
            "\(list["id"]?.string ?? ""), \(list["published"]?.string ?? "–"), \(age), \(designations), "
            + "sha256 \(list["sha256"]?.string?.prefix(12) ?? "")")
      }
      + (document["listsNotScreened"]?.array ?? []).map { list in
        Row(
          label: "\(list["title"]?.string ?? "") (\(list["authority"]?.string ?? ""))",
          value: "\(list["id"]?.string ?? ""), \(text(list["why"]))")
      }
    digests = (document["digests"]?.object ?? []).map {
      Row(label: Self.digestLabel($0.name, language), value: $0.value.string ?? "")
    }
    limits = texts(document["limits"])
    dossierDigest = dossier.digest.hex
  }

  private static func digestLabel(_ name: String, _ language: Language) -> String {
    let text: BilingualText =
      switch name {
      case "engine": BilingualText(en: "Program", fr: "Programme")
      case "goodGuys": BilingualText(en: "Good-guy decisions", fr: "Décisions « good guy »")
      case "input": BilingualText(en: "Input", fr: "Entrée")
      case "knowledge": BilingualText(en: "Knowledge", fr: "Connaissances")
      case "nameModel": BilingualText(en: "Name model", fr: "Modèle de noms")
      case "policy": BilingualText(en: "Matching policy", fr: "Politique de comparaison")
      case "rules": BilingualText(en: "Your own rules", fr: "Vos propres règles")
      case "watchlist": BilingualText(en: "Watchlist", fr: "Liste compilée")
      default: BilingualText(en: name, fr: name)
      }
    return text[language]
  }
}

extension DossierView.Licence {
  init(_ licence: JSONValue, wording: Wording) {
    func text(_ value: JSONValue?) -> String {
      BilingualText(json: value)?[wording.language] ?? ""
    }
    let steps = licence["steps"]?.array ?? []
    let passing = steps.filter { $0["effect"]?.string == "passes" }
    let others = steps.filter { $0["effect"]?.string != "passes" }
    let name = licence["name"]?.string ?? ""
    title = "\(text(licence["law"])) · \(name) (\(licence["item"]?.string ?? ""))"
    outcomeClass = licence["outcome"]?.string ?? ""
    answer = text(licence["sentence"])
    reach = text(licence["reachBecause"])
    sentences = (others + passing + (licence["permissions"]?.array ?? [])).map {
      text($0["sentence"])
    }
  }
}

extension DossierView.Finding {
  init(_ finding: JSONValue, number: Int, wording: Wording) {
    func text(_ value: JSONValue?) -> String {
      BilingualText(json: value)?[wording.language] ?? ""
    }
    func strings(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }
    self.number = number
    outcomeClass = finding["outcome"]?.string ?? ""
    outcome =
      finding["quieted"]?.bool == true
      ? Words(wording.language).quieted : wording.outcome(finding["outcome"]?.string)
    ifConfirmed = finding["outcomeIfConfirmed"].map { wording.outcome($0.string) } ?? ""
    title = text(finding["title"])
    facts = strings(finding["facts"]).joined(separator: ", ")
    sentences = (finding["explanation"]?.array ?? []).map(text)
    let hit = finding["hit"]
    hasHit = hit != nil
    score = hit?["score"]?.int.map { "\($0) / 1000" } ?? ""
    caption = hit?["caption"]?.string ?? ""
    reasons = (hit?["reasons"]?.array ?? []).map { reason in
      DossierView.Reason(
        sentence: text(reason["sentence"]), weight: wording.weight(reason["weight"]?.int ?? 0),
        parts: (reason["alignment"]?.array ?? []).map { part in
          DossierView.Part(
            subject: part["subject"]?.string ?? "", listed: part["listed"]?.string ?? "",
            operation: wording.operation(part["operation"]?.string),
            weight: wording.weight(part["weight"]?.int ?? 0))
        })
    }
    listings = (hit?["designations"]?.array ?? []).map { listing in
      let parts = [
        listing["name"]?.string ?? "", listing["list"]?.string ?? "",
        strings(listing["programmes"]).joined(separator: ", "),
        strings(listing["measures"]).joined(separator: "; "),
        strings(listing["listedOn"]).joined(separator: ", "),
      ]
      return DossierView.Listing(
        id: listing["id"]?.string ?? "",
        text: parts.filter { !$0.isEmpty }.joined(separator: " · "))
    }
    citations = (finding["citations"]?.array ?? []).map { citation in
      let parts = ["issuer", "title", "section", "date"].compactMap { citation[$0]?.string }
      let address = citation["address"]?.string ?? ""
      return DossierView.Citation(
        text: parts.filter { !$0.isEmpty }.joined(separator: ", "), address: address,
        hasAddress: !address.isEmpty)
    }
    question = text(finding["question"])
    decisions = (finding["decisions"]?.array ?? []).map { text($0["text"]) }
  }
}
