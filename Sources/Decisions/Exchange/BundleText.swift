public import FileFormats
public import TradeModel

/// What a received bundle or statement says, in lines for people.
public enum BundleText {
  /// The lines of a bundle between its marks.
  public static func lines(
    of json: JSONValue, _ verification: BundleVerification, language: Language
  ) -> [String] {
    var lines: [String] = []
    if let mark = verification.mark {
      lines.append("\(mark.rawValue): \(mark.words[language])")
    } else {
      lines.append(
        BilingualText(
          en: "The mark cannot be read: treat the bundle as TLP:RED.",
          fr: "La marque est illisible : traitez l’envoi comme TLP:RED.")[language])
    }
    lines += head(json, language: language)
    if let record = json["case"] {
      let decision = record["decision"]?["decision"]?["decision"]?.string
      lines.append(
        BilingualText(
          en: "Case \(text(record["id"])): \(text(record["state"]))"
            + (decision.map { ", decision: \($0)" } ?? ""),
          fr: "Dossier \(text(record["id"])) : \(text(record["state"]))"
            + (decision.map { ", décision : \($0)" } ?? ""))[language])
    }
    lines.append("")
    lines += findings(json["dossier"], language: language)
    lines.append("")
    lines.append(contentLine(verification.dossier, language: language))
    for item in verification.evidence {
      let words: BilingualText =
        switch item.content {
        case .same: BilingualText(en: "as its digest says", fr: "conforme à son empreinte")
        case .other:
          BilingualText(en: "NOT what its digest says", fr: "NON conforme à son empreinte")
        case .withheld: BilingualText(en: "withheld", fr: "retirée")
        }
      lines.append(
        BilingualText(
          en: "Attachment \(item.name): \(words.en)", fr: "Pièce \(item.name) : \(words.fr)")[
            language])
    }
    if verification.withheld.isEmpty {
      lines.append(
        BilingualText(en: "Nothing was left out.", fr: "Rien n’a été retiré.")[language])
    } else {
      lines.append(
        BilingualText(en: "Left out by the sender:", fr: "Retiré par l’expéditeur :")[language])
      for item in verification.withheld {
        lines.append("  \(item.rule)  \(item.what[language]) (\(item.count))")
      }
    }
    return lines
  }

  /// The lines of a statement that nothing was found.
  public static func lines(ofStatement json: JSONValue, language: Language) -> [String] {
    var lines = head(json, language: language)
    if let statement = BilingualText(json: json["statement"]) { lines.append(statement[language]) }
    for list in json["lists"]?.array ?? [] {
      lines.append(
        "  \(text(list["id"]))  \(text(list["published"]))  SHA-256 \(text(list["sha256"]))")
    }
    for item in json["notChecked"]?.array ?? [] {
      guard let what = BilingualText(json: item["what"]), let why = BilingualText(json: item["why"])
      else { continue }
      lines.append(
        BilingualText(
          en: "  not checked: \(what.en): \(why.en)", fr: "  non vérifié : \(what.fr) : \(why.fr)")[
            language])
    }
    for limit in json["limits"]?.array ?? [] {
      if let limit = BilingualText(json: limit) { lines.append(limit[language]) }
    }
    return lines
  }

  private static func head(_ json: JSONValue, language: Language) -> [String] {
    let to = json["to"].map { text($0) }
    return [
      BilingualText(
        en: "From \(text(json["from"]))\(to.map { " to \($0)" } ?? ""), \(text(json["created"]))",
        fr: "De \(text(json["from"]))\(to.map { " à \($0)" } ?? ""), \(text(json["created"]))")[
          language]
    ]
  }

  private static func findings(_ dossier: JSONValue?, language: Language) -> [String] {
    let findings = dossier?["findings"]?.array ?? []
    var lines = [
      BilingualText(
        en: "Outcome: \(text(dossier?["outcome"])); findings: \(findings.count)",
        fr: "Résultat : \(text(dossier?["outcome"])) ; constats : \(findings.count)")[language]
    ]
    for finding in findings {
      let title =
        BilingualText(json: finding["title"])?[language]
        ?? BilingualText(en: "(title withheld)", fr: "(intitulé retiré)")[language]
      lines.append("  \(text(finding["id"]))  \(text(finding["outcome"]))  \(title)")
    }
    return lines
  }

  private static func contentLine(
    _ content: BundleVerification.Content, language: Language
  ) -> String {
    let words: BilingualText =
      switch content {
      case .same:
        BilingualText(
          en: "The dossier is what its digest says.",
          fr: "Le dossier est conforme à son empreinte.")
      case .other:
        BilingualText(
          en: "The dossier is NOT what its digest says.",
          fr: "Le dossier N’EST PAS conforme à son empreinte.")
      case .withheld:
        BilingualText(
          en: "Parts of the dossier were left out, so its digest cannot be tried.",
          fr: "Des parties du dossier ont été retirées ; son empreinte ne peut être vérifiée.")
      }
    return words[language]
  }

  private static func text(_ value: JSONValue?) -> String {
    value?.string ?? RedactionRules.ruleWithholding(value).map { "[\($0)]" } ?? "–"
  }
}
