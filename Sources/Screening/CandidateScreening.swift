import GoodsControls
import TradeModel

/// Looks for entries that nobody stated: by the words of the description and, unverified, by the
/// commodity code.
///
/// What it finds is a lead for a person and never a classification. Lists that are written in commodity
/// codes speak for themselves, in ``GoodsScreening``.
struct CandidateScreening {
  let catalogue: ControlCatalogue

  /// More candidates than this are counted and not named.
  private static let named = 3

  func suggestions(on item: Item) -> GoodsSuggestions {
    catalogue.suggestions(
      for: item.description, code: item.commodityCode.flatMap(CommodityCode.init), kind: item.kind)
  }

  /// At most one finding of candidates, and one for a commodity code that contradicts a stated code.
  func findings(
    on item: Item, path: String, _ suggestions: GoodsSuggestions
  ) -> [Finding] {
    let code = item.commodityCode.flatMap(CommodityCode.init)
    let stated = item.controlCodes.map(\.code)
    let consistency = catalogue.consistency(ofStated: stated, code: code, with: suggestions)
    let line = Line(item: item, path: path, suggestions: suggestions)
    return candidates(line, consistency) + contradiction(line, consistency) + unread(line)
  }

  /// One item with what is suggested for it.
  private struct Line {
    let item: Item
    let path: String
    let suggestions: GoodsSuggestions

    var name: String { item.description ?? item.commodityCode ?? path }
    var codeFacts: [String] { item.controlCodes.indices.map { "\(path).controlCodes[\($0)]" } }
    var statedCodes: String {
      item.controlCodes.map { "“\($0.code)”" }.joined(separator: ", ")
    }
    var statedCodesInFrench: String {
      item.controlCodes.map { "« \($0.code) »" }.joined(separator: ", ")
    }
  }

  private func candidates(_ line: Line, _ consistency: StatedCodeConsistency) -> [Finding] {
    let found = line.suggestions.words.candidates
    guard !found.isEmpty else {
      return line.item.controlCodes.isEmpty && !line.suggestions.pointers.isEmpty
        ? [pointersOnly(line)] : []
    }
    guard consistency.words != .fit else { return [] }
    let top = found.prefix(Self.named)
    var explanation = top.map(sentence)
    if found.count > top.count {
      let count = found.count - top.count
      explanation.append(
        BilingualText(
          en: "The description shares words with \(count) further groups of entries.",
          fr: "La description partage des mots avec \(count) autres groupes de rubriques."))
    }
    explanation += stated(line, consistency)
    explanation += pointers(line) + denied(line)
    explanation.append(Self.notAClassification)
    return [
      Finding(
        kind: .candidateEntries, outcome: .hold, outcomeIfConfirmed: .licenceRequired,
        facts: ["\(line.path).description"]
          + (line.suggestions.pointers.isEmpty ? [] : ["\(line.path).commodityCode"])
          + line.codeFacts,
        title: BilingualText(
          en: "“\(line.name)” may fall under entries that are not stated",
          fr: "« \(line.name) » pourrait relever de rubriques qui ne sont pas indiquées"),
        explanation: explanation,
        citations: top.flatMap { candidate in
          candidate.family.entries.flatMap { $0.citations.screeningCitations(section: $0.code) }
        }.mergedBySource(),
        question: question(top.map(\.family)))
    ]
  }

  private static let notAClassification = BilingualText(
    en:
      "This is a lead from words and not a classification: the text of the entries and the measured values of the item decide.",
    fr:
      "C’est une piste tirée des mots et non un classement : le texte des rubriques et les valeurs mesurées du bien décident."
  )

  private func question(_ families: [GoodsFamily]) -> BilingualText {
    let codes = families.flatMap(\.codes).uniqued()
    let list = codes.prefix(8).joined(separator: ", ") + (codes.count > 8 ? " …" : "")
    return BilingualText(
      en:
        "Does the item fall under one of \(list), which measured values show it, and who has classified it?",
      fr:
        "Le bien relève-t-il de l’une de ces rubriques : \(list) ; quelles valeurs mesurées le montrent, et qui l’a classé ?"
    )
  }

  /// The entries of a candidate by list and date, and the words they rest on.
  private func sentence(_ candidate: GoodsCandidate) -> BilingualText {
    let family = candidate.family
    let words = candidate.reasons.filter { $0.points > 0 }.flatMap(\.words).uniqued()
    func entries(_ language: Language) -> String {
      let read = family.codesByList.map { list, codes in
        let dates = family.entries.filter { $0.list == list }.map(\.asOf).uniqued()
        return "\(list.title[language]) (\(dates.joined(separator: "/"))) "
          + codes.joined(separator: ", ")
      }
      let unread = family.unreadByList.map { list, codes in
        "\(list.title[language]) \(codes.joined(separator: ", "))"
      }
      let label = BilingualText(
        en: "to be looked up, not read here: ", fr: "à rechercher, non lues ici : ")
      let parts =
        read + (unread.isEmpty ? [] : [label[language] + unread.joined(separator: ", ")])
      return parts.joined(separator: language == .en ? "; " : " ; ")
    }
    let english = words.map { "“\($0)”" }.joined(separator: ", ")
    let french = words.map { "« \($0) »" }.joined(separator: ", ")
    let mark = family.hasFrench ? "" : " (en anglais)"
    return BilingualText(
      en: "The words \(english) lead to: \(family.title.en). Entries: \(entries(.en)).",
      fr:
        "Les mots \(french) mènent à : \(family.title.fr)\(mark). Rubriques : \(entries(.fr)).")
  }

  private func stated(_ line: Line, _ consistency: StatedCodeConsistency) -> [BilingualText] {
    guard !line.item.controlCodes.isEmpty else { return [] }
    switch consistency.words {
    case .fit: return []
    case .lowerControl:
      return [
        BilingualText(
          en:
            "The stated \(line.statedCodes) is an entry of the lowest control; stricter entries cover goods of this name from some values on.",
          fr:
            "Le code indiqué \(line.statedCodesInFrench) est une rubrique du contrôle le plus faible ; des rubriques plus strictes visent des biens de ce nom à partir de certaines valeurs."
        )
      ]
    case .elsewhere, .silent:
      return [
        BilingualText(
          en: "What is stated, \(line.statedCodes), is none of these entries.",
          fr: "Ce qui est indiqué, \(line.statedCodesInFrench), n’est aucune de ces rubriques.")
      ]
    }
  }

  private func pointers(_ line: Line) -> [BilingualText] {
    let codes = line.suggestions.pointers.flatMap { $0.mtcrItems + $0.controlCodes }.uniqued()
    guard !codes.isEmpty, let code = line.item.commodityCode else { return [] }
    let list = codes.prefix(8).joined(separator: ", ") + (codes.count > 8 ? " …" : "")
    return [
      BilingualText(
        en:
          "A note of the project that nobody checked has for the commodity code \(code) these codes to look at: \(list). It supports nothing.",
        fr:
          "Une note du projet que personne n’a vérifiée donne pour le code douanier \(code) ces codes à examiner : \(list). Elle n’étaye rien."
      )
    ]
  }

  private func denied(_ line: Line) -> [BilingualText] {
    let words = line.suggestions.words.denied
    guard !words.isEmpty else { return [] }
    let text = words.joined(separator: " ")
    return [
      BilingualText(
        en: "The description denies “\(text)”; these words were not compared.",
        fr: "La description nie « \(text) » ; ces mots n’ont pas été comparés.")
    ]
  }

  /// Nothing but an unverified note leads to entries: that no classification is stated carries the
  /// finding, and the note only says where to look.
  private func pointersOnly(_ line: Line) -> Finding {
    Finding(
      kind: .candidateEntries, outcome: .incomplete,
      facts: ["\(line.path).commodityCode"],
      title: BilingualText(
        en: "Where to look for a classification of “\(line.name)”",
        fr: "Où chercher un classement de « \(line.name) »"),
      explanation: [
        BilingualText(
          en: "No control classification is stated, and the words of the item lead to no entry.",
          fr:
            "Aucun classement de contrôle n’est indiqué, et les mots du bien ne mènent à aucune rubrique."
        )
      ] + pointers(line) + denied(line),
      question: BilingualText(
        en: "Was the item compared with these entries, and by whom?",
        fr: "Le bien a-t-il été comparé à ces rubriques, et par qui ?"))
  }

  private func unread(_ line: Line) -> [Finding] {
    let count = line.suggestions.words.unread
    guard count > 0 else { return [] }
    return [
      Finding(
        kind: .openQuestion, outcome: .incomplete, facts: ["\(line.path).description"],
        title: BilingualText(
          en: "The description is too long to be compared whole",
          fr: "La description est trop longue pour être comparée en entier"),
        explanation: [
          BilingualText(
            en: "Its last \(count) words were not searched for control-list entries.",
            fr:
              "Ses \(count) derniers mots n’ont pas été comparés aux rubriques des listes de contrôle."
          )
        ],
        question: BilingualText(
          en: "What is the item, in a few lines?", fr: "Qu’est-ce que ce bien, en quelques lignes ?"
        ))
    ]
  }

  private func contradiction(
    _ line: Line, _ consistency: StatedCodeConsistency
  ) -> [Finding] {
    guard !consistency.expectedSorts.isEmpty, let code = line.item.commodityCode else { return [] }
    let english = consistency.expectedSorts.map(\.name.en).joined(separator: ", ")
    let french = consistency.expectedSorts.map(\.name.fr).joined(separator: ", ")
    return [
      Finding(
        kind: .openQuestion, outcome: .hold,
        facts: ["\(line.path).commodityCode"] + line.codeFacts,
        title: BilingualText(
          en: "The commodity code \(code) does not go with the stated \(line.statedCodes)",
          fr: "Le code douanier \(code) ne va pas avec l’indication \(line.statedCodesInFrench)"),
        explanation: [
          BilingualText(
            en:
              "By a note of the project that nobody checked, goods of the stated entries are declared as \(english); the commodity code is of another sort.",
            fr:
              "Selon une note du projet que personne n’a vérifiée, les biens des rubriques indiquées se déclarent comme \(french) ; le code douanier est d’une autre sorte."
          )
        ],
        question: BilingualText(
          en: "Which of the two is right: what are the goods, and how are they declared?",
          fr: "Lequel des deux est exact : que sont les biens, et comment sont-ils déclarés ?"))
    ]
  }
}

extension GoodsSort {
  /// For sentences.
  fileprivate var name: BilingualText {
    switch self {
    case .chemicals:
      BilingualText(en: "minerals or chemicals", fr: "minéraux ou produits chimiques")
    case .materials:
      BilingualText(en: "textiles, stone or metals", fr: "textiles, pierres ou métaux")
    case .machines:
      BilingualText(
        en: "machines, vehicles, instruments or arms",
        fr: "machines, véhicules, instruments ou armes")
    case .others: BilingualText(en: "other goods", fr: "autres biens")
    }
  }
}
