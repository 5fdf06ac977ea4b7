package import FileFormats
package import GoodsControls
package import TradeModel

/// The suggestions for one description, as JSON or as lines for a person.
package struct GoodsReport {
  package let text: String
  package let limit: Int
  package let suggestions: GoodsSuggestions

  package init(text: String, limit: Int, suggestions: GoodsSuggestions) {
    self.text = text
    self.limit = limit
    self.suggestions = suggestions
  }

  private var candidates: [GoodsCandidate] { Array(suggestions.words.candidates.prefix(limit)) }

  package var json: JSONValue {
    let words = suggestions.words
    return .members([
      "text": .string(text),
      "candidates": .array(candidates.map(Self.json)),
      "further": .int(words.candidates.count - candidates.count),
      "below": .int(words.below),
      "denied": .strings(words.denied),
      "listed": .array(suggestions.listed.map(Self.json)),
      "unverifiedPointers": .array(suggestions.pointers.map(Self.json)),
    ])
  }

  private static func json(_ match: GoodsMatch) -> JSONValue {
    .members([
      "list": .string(match.rule.list.id.rawValue),
      "code": (match.rule.code?.description).map { .string($0) },
      "item": match.rule.item.json,
      "covered": .bool(match.precision == .covered && !match.rule.isPartial),
    ])
  }

  private static func json(_ pointer: GoodsHint) -> JSONValue {
    .members([
      "row": .string(pointer.id), "text": .string(pointer.text),
      "codes": .strings(pointer.mtcrItems + pointer.controlCodes),
    ])
  }

  private static func json(_ candidate: GoodsCandidate) -> JSONValue {
    let family = candidate.family
    return .members([
      "family": .string(family.id), "title": family.title.json,
      "score": .int(candidate.score),
      "entries": .array(family.entries.map(Self.json)),
      "unread": .strings(family.unread.flatMap { $0.mtcrItems + $0.controlCodes }),
      "reasons": .array(candidate.reasons.map(Self.json)),
    ])
  }

  private static func json(_ entry: ControlEntry) -> JSONValue {
    .members([
      "list": .string(entry.list.id.rawValue), "code": .string(entry.code),
      "title": entry.title.json, "asOf": .string(entry.asOf),
    ])
  }

  private static func json(_ reason: GoodsCandidate.Reason) -> JSONValue {
    .members([
      "field": .string(reason.field.rawValue), "phrase": .string(reason.phrase),
      "words": .strings(reason.words), "points": .int(reason.points),
    ])
  }

  package func lines(in language: Language) -> [String] {
    var lines: [String] = []
    func say(_ en: String, _ fr: String) { lines.append(BilingualText(en: en, fr: fr)[language]) }
    if !suggestions.listed.isEmpty {
      say("Lists written in commodity codes:", "Listes rédigées en codes douaniers :")
      lines += suggestions.listed.map {
        "  "
          + language.labelled(
            $0.rule.list.title[language],
            "\($0.rule.code?.description ?? "") \($0.rule.item[language])")
      }
    }
    if candidates.isEmpty {
      say(
        "No entry shares enough words with this description. That does not mean that none covers it.",
        "Aucune rubrique ne partage assez de mots avec cette description. Cela ne veut pas dire qu’aucune ne la vise."
      )
    } else {
      say(
        "Candidates by words (leads for a person, not a classification):",
        "Rubriques candidates par les mots (pistes pour une personne, non un classement) :")
    }
    for candidate in candidates {
      lines.append("  \(candidate.score)  \(candidate.family.title[language])")
      lines += candidate.family.codesByList(in: language).map { "       \($0)" }
      lines += candidate.reasons.map { reason in
        let words = language.quoted(reason.words.joined(separator: ", "))
        return "       \(reason.points > 0 ? "+" : "")\(reason.points)  \(words) · \(reason.phrase)"
      }
    }
    let further = suggestions.words.candidates.count - candidates.count
    if further > 0 { say("  \(further) further (--limit)", "  \(further) autres (--limit)") }
    if suggestions.words.below > 0 {
      say(
        "Below the floor: \(suggestions.words.below)",
        "Sous le plancher : \(suggestions.words.below)")
    }
    if !suggestions.words.denied.isEmpty {
      let denied = suggestions.words.denied.joined(separator: " ")
      say(
        "Denied by the description, so not compared: \(denied)",
        "Nié par la description, donc non comparé : \(denied)")
    }
    if !suggestions.pointers.isEmpty {
      say(
        "Pointers by commodity code (checked by nobody):",
        "Indications par code douanier (vérifiées par personne) :")
      lines += suggestions.pointers.map {
        "  \(($0.mtcrItems + $0.controlCodes).joined(separator: ", ")): \($0.text)"
      }
    }
    return lines
  }
}

extension GoodsFamily {
  /// `MTCR Annex: 3.A.1.a`, a line for each list, then what nobody read.
  package func codesByList(in language: Language) -> [String] {
    func line(_ listed: (list: ControlList, codes: [String])) -> String {
      language.labelled(listed.list.title[language], listed.codes.joined(separator: ", "))
    }
    let label = BilingualText(en: " (not read here)", fr: " (non lue ici)")
    return codesByList.map(line) + unreadByList.map { line($0) + label[language] }
  }
}

extension Language {
  /// `label: text`, with the space that French puts before the colon.
  package func labelled(_ label: String, _ text: String) -> String {
    self == .en ? "\(label): \(text)" : "\(label) : \(text)"
  }

  package func quoted(_ text: String) -> String { self == .en ? "“\(text)”" : "« \(text) »" }
}

extension BilingualText {
  package var json: JSONValue { .members(["en": .string(en), "fr": .string(fr)]) }
}

extension JSONValue {
  /// The canonical form as a line of text.
  package var line: String { String(decoding: canonical, as: UTF8.self) }
}
