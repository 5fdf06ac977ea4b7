import GoodsControls
import KnowledgeBase
import TradeModel

/// Export Administration Regulations: reasons for control against the destination.
///
/// Source: 15 CFR 738.4 and Part 738, Supplement No. 1; Part 774, Supplement No. 1.
extension LicenceRules {
  /// `NS 1` → `ns1`.
  static func chartKey(_ column: String) -> String {
    column.lowercased().filter { $0 != " " }
  }

  func unitedStates(_ item: LicenceCase, _ place: LicenceCase.Place) -> [LicenceStep] {
    let row = chartRow(place)
    var steps = entries(item, .unitedStates).flatMap { code, entry in
      pointer(entry, code) + reasons(entry, code, place, row) + footnotes(entry, code, place, row)
    }
    if let row, row.marks.isEmpty {
      steps.append(
        LicenceStep(
          .reason, .open(.hold, .authority),
          BilingualText(
            en:
              "The chart has no mark at all for \(place.territory.name.en), which is no permission: special rules take its place",
            fr:
              "Le tableau n’a aucune marque pour la destination (\(place.territory.name.fr)), ce qui ne vaut pas permission : des règles particulières le remplacent"
          ), rule: "15 CFR Part 738, Supp. No. 1", asOf: row.asOf, facts: place.paths,
          citations: [row.citations]))
    }
    return steps
  }

  /// The row of the place itself; for a region that of its state.
  private func chartRow(_ place: LicenceCase.Place) -> ChartRow? {
    chart[place.territory.id]
      ?? (place.territory.kind == .region ? place.territory.parent.flatMap { chart[$0] } : nil)
  }

  /// An entry that only points to the rules of another agency, or of which no reason is held.
  private func pointer(_ entry: ControlEntry, _ code: LicenceCase.Code) -> [LicenceStep] {
    func open(_ missing: BilingualText, _ text: BilingualText) -> [LicenceStep] {
      [
        LicenceStep(
          .entry, .open(.hold, .text(missing)), text, rule: entry.code, asOf: entry.asOf,
          facts: [code.path], citations: [entry.citations])
      ]
    }
    if let other = pointers[entry.code] {
      return open(
        BilingualText(en: "the rules of the \(other)", fr: "les règles (\(other))"),
        BilingualText(
          en:
            "\(entry.code) points to the rules of another agency (\(other)), which are not held here",
          fr: "\(entry.code) renvoie aux règles d’une autre autorité (\(other)), non détenues ici"))
    }
    guard entry.controls.isEmpty else { return [] }
    return open(
      BilingualText(
        en: "the reasons for control of \(entry.code)",
        fr: "les motifs de contrôle de \(entry.code)"),
      BilingualText(
        en: "No reason for control of \(entry.code) with its destinations is held here",
        fr: "Aucun motif de contrôle de \(entry.code) avec ses destinations n’est détenu ici"))
  }

  private func reasons(
    _ entry: ControlEntry, _ code: LicenceCase.Code, _ place: LicenceCase.Place, _ row: ChartRow?
  ) -> [LicenceStep] {
    entry.controls.map { control in
      let target = target(of: control, place, row)
      let scope = EntryScope(control.scope, code: entry.code)
      var part = scope.answer(paragraph: code.answer.paragraph)
      // Marked for both halves of the entry: whichever the item is in, the reason bites.
      let isBothHalves = entry.controls.contains { other in
        other.reason == control.reason && self.target(of: other, place, row).answer == .inside
          && EntryScope(other.scope, code: entry.code).completes(scope)
      }
      if part == .open, isBothHalves { part = .inside }
      let (effect, tail) = effect(target.answer, part, entry, isCertain: place.isCertain)
      let name = place.territory.name
      return LicenceStep(
        .reason, effect,
        BilingualText(
          en:
            "\(entry.code), \(control.reason.title.en), \(Self.words(control.scope).en): \(target.words.en) \(Self.verdict(target.answer, name).en)\(tail?.en ?? "")",
          fr:
            "\(entry.code), \(control.reason.title.fr), \(Self.words(control.scope).fr) : \(target.words.fr) \(Self.verdict(target.answer, name).fr)\(tail?.fr ?? "")"
        ),
        rule: [entry.code, control.reason.rawValue, control.chartColumn, control.reference]
          .compactMap(\.self).uniqued().joined(separator: ", "),
        asOf: entry.asOf, facts: [code.path] + place.paths,
        citations: [control.citations] + target.citations, reason: control.reason.rawValue)
    }
  }

  /// What a control names as its destinations, and whether the place is one.
  private func target(
    of control: ControlEntry.Control, _ place: LicenceCase.Place, _ row: ChartRow?
  ) -> (answer: DestinationScope.Answer, words: BilingualText, citations: [Citations]) {
    if let column = control.chartColumn {
      return (
        row.map { $0.marks.contains(Self.chartKey(column)) ? .inside : .outside } ?? .unknown,
        BilingualText(
          en: "column \(column) of the country chart",
          fr: "la colonne \(column) du tableau des pays"),
        row.map { [$0.citations] } ?? []
      )
    }
    let key = control.destinations ?? (control.reason == .unitedNations ? "UN arms embargo" : nil)
    guard let scope = key.flatMap({ scopes[$0] }) else {
      return (
        .unknown,
        BilingualText(
          en: "the destinations of this control", fr: "les destinations de ce contrôle"), []
      )
    }
    return (scope.answer(ids(of: place, .unitedStates)), scope.words, [scope.citations])
  }

  /// A reason asks for a licence when the place is a destination of it and the item in its part.
  private func effect(
    _ destination: DestinationScope.Answer, _ part: EntryScope.Answer, _ entry: ControlEntry,
    isCertain: Bool
  ) -> (LicenceStep.Effect, BilingualText?) {
    if part == .outside {
      return (
        .passes,
        BilingualText(
          en: "; the stated paragraph is outside that part",
          fr: " ; l’alinéa indiqué n’est pas dans cette partie")
      )
    }
    switch destination {
    case .outside: return (.passes, nil)
    case .unknown:
      return (
        .open(
          .hold,
          .text(
            BilingualText(
              en: "the destinations of a control of \(entry.code)",
              fr: "les destinations d’un contrôle de \(entry.code)"))), nil
      )
    case .inside where part == .open:
      return (
        .open(.hold, .paragraph(entry: entry.code)),
        BilingualText(
          en: "; whether the item is in that part is open",
          fr: " ; reste à savoir si le bien est dans cette partie")
      )
    case .inside where !isCertain: return (.open(.hold, .destination), nil)
    case .inside: return (.requires(.licenceRequired), nil)
    }
  }

  private static func verdict(
    _ answer: DestinationScope.Answer, _ name: BilingualText
  ) -> BilingualText {
    switch answer {
    case .inside: BilingualText(en: "covers \(name.en)", fr: "vise la destination (\(name.fr))")
    case .outside:
      BilingualText(en: "does not cover \(name.en)", fr: "ne vise pas la destination (\(name.fr))")
    case .unknown:
      BilingualText(
        en: "could not be held against \(name.en)",
        fr: "n’a pas pu être confrontée à la destination (\(name.fr))")
    }
  }

  private static func words(_ scope: String) -> BilingualText {
    if scope == "entire entry" { return BilingualText(en: "entire entry", fr: "rubrique entière") }
    let except = "entire entry except "
    if scope.hasPrefix(except) {
      return BilingualText(en: scope, fr: "rubrique entière sauf \(scope.dropFirst(except.count))")
    }
    let rest = scope.hasPrefix("part: ") ? String(scope.dropFirst("part: ".count)) : scope
    return BilingualText(
      en: "part of the entry (\(rest))", fr: "une partie de la rubrique (\(rest))")
  }

  /// Special rules of the chart for this entry there: they can ask for a licence where a cell is empty.
  private func footnotes(
    _ entry: ControlEntry, _ code: LicenceCase.Code, _ place: LicenceCase.Place, _ row: ChartRow?
  ) -> [LicenceStep] {
    guard let row else { return [] }
    return row.footnotes.filter { $0.entries.contains { entry.code.hasPrefix($0) } }.map { note in
      LicenceStep(
        .reason, .open(.hold, .paragraph(entry: entry.code)), note.meaning,
        rule: "15 CFR Part 738, Supp. No. 1, footnote \(note.id)", asOf: row.asOf,
        facts: [code.path] + place.paths, citations: [row.citations])
    }
  }
}
