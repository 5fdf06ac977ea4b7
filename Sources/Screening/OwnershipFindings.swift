import Ownership
import TradeModel
import Watchlist

/// Turns a picture of owners into findings: one for each party and test that is met, one for each that
/// a missing fact leaves open, one for what stays below every test.
struct OwnershipFindings {
  let picture: OwnershipPicture
  let rules: OwnershipRules
  let parties: PartyScreening
  let day: Day?
  private let merged: MergedStatements
  private let tests: OwnershipTests
  /// For each test the parties of the picture that it speaks of, and whether it speaks of all parties of
  /// their lists.
  private let listed: [OwnershipRule.Test: [Int: Bool]]
  /// Listed parties on lists without a test here.
  private let untested: Set<Int>

  init(picture: OwnershipPicture, rules: OwnershipRules, parties: PartyScreening, day: Day?) {
    self.picture = picture
    self.rules = rules
    self.parties = parties
    self.day = day
    merged = MergedStatements(picture.statements)
    tests = OwnershipTests(
      graph: OwnershipGraph(partyCount: picture.members.count, links: merged.links))
    var listed: [OwnershipRule.Test: [Int: Bool]] = [:]
    var untested: Set<Int> = []
    for (number, member) in picture.members.enumerated() {
      let covered = member.listings.flatMap {
        parties.designations(ofParty: $0.number, caption: $0.caption).flatMap {
          rules.tests(list: $0.list, parts: $0.parts)
        }
      }
      if covered.isEmpty, !member.listings.isEmpty { untested.insert(number) }
      for coverage in covered {
        let isWhole = listed[coverage.test]?[number] ?? false
        listed[coverage.test, default: [:]][number] = isWhole || coverage.isWhole
      }
    }
    self.listed = listed
    self.untested = untested
  }

  /// In the order of the transaction, then of the tests.
  var findings: [Finding] {
    picture.asked.flatMap { asked -> [Finding] in
      let cases = OwnershipRule.Test.allCases.compactMap { self.case($0, of: asked) }
      return cases.compactMap(finding) + below(cases.filter { $0.answer.result == .notMet }, asked)
        + mentions(of: asked)
    }
  }

  // MARK: - Asking

  /// One test's answer for one party.
  private struct Case {
    let party: Int
    let rule: OwnershipRule
    let answer: OwnershipAnswer
    let listed: Set<Int>
    /// Whether every listed owner is one that the test certainly speaks of.
    let isWhole: Bool
    /// Whether the test had a row for the day.
    let hasRow: Bool
  }

  private func `case`(_ test: OwnershipRule.Test, of party: Int) -> Case? {
    guard let owners = listed[test] else { return nil }
    let newest = rules.rules.last { $0.test == test }
    let row = day.map { rules.rule(test, on: $0) } ?? newest
    guard let rule = row ?? newest else { return nil }
    let all = Set(owners.keys)
    let answer = tests.answer(party, listed: all, under: rule)
    guard answer.result != .noListedOwner else { return nil }
    let certain = Set(owners.filter(\.value).keys)
    let isWhole =
      certain == all
      || tests.answer(party, listed: certain, under: rule).result == answer.result
    return Case(
      party: party, rule: rule, answer: answer, listed: all, isWhole: isWhole, hasRow: row != nil)
  }

  private func finding(_ given: Case) -> Finding? {
    let (rule, answer) = (given.rule, given.answer)
    let name = picture.label(given.party)
    let outcome = Outcome(rawValue: rule.outcome) ?? .hold
    let takesEffect = given.hasRow && rule.status != .suspended
    switch answer.result {
    case .met:
      return Finding(
        kind: .ownership, outcome: .hold,
        outcomeIfConfirmed: takesEffect && outcome > .hold ? outcome : nil, facts: facts([given]),
        title: metTitle(given, name), explanation: explanation(given),
        citations: citations([given]), question: metQuestion(given, name))
    case .open:
      return Finding(
        kind: .openQuestion, outcome: .incomplete, facts: facts([given]),
        title: BilingualText(
          en: "Whether listed parties own or control “\(name)” is open: \(rule.title.en)",
          fr:
            "La détention ou le contrôle de « \(name) » par des parties listées reste à établir : \(rule.title.fr)"
        ), explanation: explanation(given), citations: citations([given]),
        question: openQuestion(given, name))
    case .notMet, .noListedOwner: return nil
    }
  }

  /// What is held by listed parties and meets no test, or stands on lists without one.
  private func below(_ cases: [Case], _ party: Int) -> [Finding] {
    let others = untested.subtracting([party])
    let links = tests.contributing(to: party, from: others)
    let owners = Set(links.map { merged.links[$0].owner }).intersection(others)
    guard !cases.isEmpty || !owners.isEmpty else { return [] }
    let name = picture.label(party)
    var sentences = cases.first.map { [path($0.answer.links)] } ?? []
    for given in cases { sentences += [held(given), rule(given)] }
    if !owners.isEmpty {
      if cases.isEmpty { sentences.append(path(links)) }
      let names = owners.sorted().map { "“\(picture.label($0))”" }
      sentences.append(
        BilingualText(
          en:
            "No test of ownership is described here for the lists of \(names.joined(separator: ", ")); that says nothing of whether there is one.",
          fr:
            "Aucun critère de détention n’est décrit ici pour les listes de \(names.map(Self.french).joined(separator: ", ")) ; cela ne dit pas s’il en existe un."
        ))
    }
    sentences += listings(
      (cases.first?.answer.links ?? []) + links, owners.union(cases.first?.listed ?? []))
    return [
      Finding(
        kind: .ownership, outcome: .hold,
        facts: (facts(cases) + facts(links, party)).uniqued(),
        title: BilingualText(
          en: "Listed parties stand above “\(name)” without meeting a test of ownership here",
          fr:
            "Des parties listées se trouvent au-dessus de « \(name) » sans remplir ici de critère de détention"
        ), explanation: sentences.uniqued(), citations: citations(cases),
        question: BilingualText(
          en:
            "Who else owns or controls “\(name)”, and does a listed party sign, pay or act in this transaction?",
          fr:
            "Qui d’autre détient ou contrôle « \(name) », et une partie listée signe-t-elle, paie-t-elle ou agit-elle dans cette opération ?"
        ))
    ]
  }

  /// The records of listed parties that name the party as their owner, parent or link.
  private func mentions(of party: Int) -> [Finding] {
    let found = picture.mentions.filter { $0.member == party }
    guard !found.isEmpty else { return [] }
    let name = picture.label(party)
    return [
      Finding(
        kind: .ownership, outcome: .hold, facts: [place(of: party)],
        title: BilingualText(
          en: "“\(name)” is named in the record of a listed party",
          fr: "« \(name) » est citée dans la fiche d’une partie listée"),
        explanation: found.prefix(Self.mostShown).map { mention in
          let number = parties.watchlist.party(ofDesignation: mention.designation)
          let caption = parties.watchlist.caption(ofParty: number)
          let id = parties.watchlist.id(ofDesignation: mention.designation)
          let words = OwnershipStatement.words(mention.quote)
          return BilingualText(
            en:
              "The record of “\(caption)” (\(id)\(words.en)) names a party of this name under “\(mention.word)”. That it is the same one is for a person to check.",
            fr:
              "La fiche de « \(caption) » (\(id)\(words.fr)) cite une partie de ce nom sous « \(mention.word) ». Une personne doit vérifier qu’il s’agit de la même."
          )
        } + more(found.count),
        question: BilingualText(
          en: "What has “\(name)” to do with the listed party, and what shows it?",
          fr: "Quel est le lien de « \(name) » avec la partie listée, et qu’est-ce qui l’établit ?")
      )
    ]
  }

  // MARK: - Words

  /// How many links, owners or records a finding spells out; the rest is counted.
  private static let mostShown = 12

  private func metTitle(_ given: Case, _ name: String) -> BilingualText {
    if given.answer.isByControl {
      return BilingualText(
        en:
          "Listed parties own or control “\(name)”, if the match is confirmed: \(given.rule.title.en)",
        fr:
          "Des parties listées détiennent ou contrôlent « \(name) », si la correspondance est confirmée : \(given.rule.title.fr)"
      )
    }
    return BilingualText(
      en:
        "Listed parties hold \(given.answer.held.text.en) of “\(name)”, if the match is confirmed: \(given.rule.title.en)",
      fr:
        "Des parties listées détiennent \(given.answer.held.text.fr) de « \(name) », si la correspondance est confirmée : \(given.rule.title.fr)"
    )
  }

  private func explanation(_ given: Case) -> [BilingualText] {
    var sentences = [path(given.answer.links), held(given)]
    sentences += listings(given.answer.links, given.listed, of: given.rule.test)
    sentences.append(rule(given))
    if !given.isWhole {
      sentences.append(
        BilingualText(
          en:
            "The test speaks of some parties of the list only, and the list does not tell which: a person must look it up.",
          fr:
            "Le critère ne vise que certaines parties de la liste, et la liste ne dit pas lesquelles : une personne doit le vérifier."
        ))
    }
    return sentences + [reach(given.rule)] + warnings(given.answer.links)
  }

  /// `“A” holds 30–40 % of “B”; “B” holds 100 % of “C”.`
  private func path(_ links: [Int]) -> BilingualText {
    let clauses = links.prefix(Self.mostShown).flatMap { number in
      merged.statements[number].map {
        $0.clause(owner: picture.label($0.owner), owned: picture.label($0.owned))
      }
    }
    let left = links.count - min(links.count, Self.mostShown)
    let rest =
      left == 0
      ? BilingualText(en: "", fr: "")
      : BilingualText(en: "; and \(left) more links", fr: " ; et \(left) autres liens")
    return BilingualText(
      en: clauses.map(\.en).joined(separator: "; ") + rest.en + ".",
      fr: clauses.map(\.fr).joined(separator: " ; ") + rest.fr + ".")
  }

  private func held(_ given: Case) -> BilingualText {
    let direct = tests.graph.direct(in: given.party, by: given.listed).text
    let product = tests.graph.product(from: given.listed.subtracting([given.party]))[given.party]
      .text
    let counted = given.answer.held.text
    let single = given.rule.summing == .eachOwner
    return BilingualText(
      en:
        "Held by listed parties: directly \(direct.en); as the test counts\(single ? ", by the largest holder" : "") \(counted.en); multiplied along the chains \(product.en).",
      fr:
        "Détenu par des parties listées : directement \(direct.fr) ; selon le décompte du critère\(single ? ", par le plus grand détenteur" : "") \(counted.fr) ; multiplié le long des chaînes \(product.fr)."
    )
  }

  /// Why the owners of these links are held to be listed.
  ///
  /// - Parameter test: only listings that it speaks of; `nil` for all.
  private func listings(
    _ links: [Int], _ listed: Set<Int>, of test: OwnershipRule.Test? = nil
  ) -> [BilingualText] {
    let owners = links.map { merged.links[$0].owner }.uniqued().filter { listed.contains($0) }
    let sentences = owners.flatMap { owner in
      picture.members[owner].listings.compactMap { listing -> BilingualText? in
        let designations = parties.designations(
          ofParty: listing.number, caption: listing.caption
        ).filter { designation in
          test == nil
            || rules.tests(list: designation.list, parts: designation.parts)
              .contains { $0.test == test }
        }
        guard !designations.isEmpty else { return nil }
        let ids = designations.map(\.shown.id).joined(separator: ", ")
        let name = picture.label(owner)
        guard let word = listing.word else {
          return BilingualText(
            en:
              "“\(name)” looks like the listed party “\(listing.caption)” (\(ids)): a resemblance until a person has settled it.",
            fr:
              "« \(name) » ressemble à la partie listée « \(listing.caption) » (\(ids)) : une ressemblance, tant qu’une personne ne l’a pas tranchée."
          )
        }
        return BilingualText(
          en:
            "The record of “\(listing.caption)” (\(ids)) names the party below it under “\(word)”: that the same one is meant is for a person to check.",
          fr:
            "La fiche de « \(listing.caption) » (\(ids)) cite la partie qu’elle détient sous « \(word) » : une personne doit vérifier qu’il s’agit de la même."
        )
      }
    }
    return Array(sentences.prefix(Self.mostShown)) + more(sentences.count)
  }

  private func more(_ count: Int) -> [BilingualText] {
    let left = count - min(count, Self.mostShown)
    return left == 0
      ? [] : [BilingualText(en: "And \(left) more.", fr: "Et \(left) de plus.")]
  }

  /// The rule, its version and what it was on the day.
  private func rule(_ given: Case) -> BilingualText {
    let rule = given.rule
    let on = day?.iso
    let status: BilingualText =
      switch (given.hasRow, rule.status) {
      case (false, _):
        BilingualText(
          en: "What held on \(on ?? "the day") is not described here",
          fr: "Ce qui valait le \(on ?? "jour dit") n’est pas décrit ici")
      case (true, .inForce):
        BilingualText(en: "In force from \(rule.from)", fr: "En vigueur depuis le \(rule.from)")
      case (true, .suspended):
        BilingualText(
          en: "Suspended on \(on ?? "the day")", fr: "Suspendue au \(on ?? "jour dit")")
      case (true, .undetermined):
        BilingualText(
          en: "Whether it is in force on \(on ?? "the day") is not determined",
          fr: "Son application au \(on ?? "jour dit") n’est pas déterminée")
      }
    return BilingualText(
      en:
        "\(rule.title.en) (\(rule.section); text of \(rule.asOf)): \(rule.text.en). \(status.en).",
      fr:
        "\(rule.title.fr.prefix(1).uppercased() + rule.title.fr.dropFirst()) (\(rule.section) ; texte du \(rule.asOf)) : \(rule.text.fr). \(status.fr)."
    )
  }

  /// Whether the rule's law reaches the transaction, as far as its facts tell.
  private func reach(_ rule: OwnershipRule) -> BilingualText {
    switch parties.links.reach(of: rule.jurisdiction) {
    case .reaches(let why):
      return BilingualText(
        en: "Its law reaches this transaction: \(why.en).",
        fr: "Son droit vise cette opération : \(why.fr).")
    case .open:
      let question = parties.links.question(on: rule.jurisdiction)
      return BilingualText(
        en: "Whether its law reaches this transaction is open: \(question.en)",
        fr: "La portée de son droit sur cette opération reste à établir : \(question.fr)")
    }
  }

  private func warnings(_ links: [Int]) -> [BilingualText] {
    let full = Set(tests.graph.overfull)
    let held = links.map { merged.links[$0].owned }.uniqued().filter { full.contains($0) }
    let apart = links.filter { merged.contradictory.contains($0) }
    return held.map {
      BilingualText(
        en:
          "The shares stated in “\(picture.label($0))” come to more than 100 %: the statements contradict each other.",
        fr:
          "Les parts indiquées dans « \(picture.label($0)) » dépassent 100 % : les indications se contredisent."
      )
    }
      + apart.map {
        let (owner, owned) = (
          picture.label(merged.links[$0].owner), picture.label(merged.links[$0].owned)
        )
        return BilingualText(
          en:
            "The sources do not agree on the share of “\(owner)” in “\(owned)”: the lowest and the highest bound are used.",
          fr:
            "Les sources divergent sur la part de « \(owner) » dans « \(owned) » : la borne la plus basse et la plus haute sont retenues."
        )
      }
  }

  private func metQuestion(_ given: Case, _ name: String) -> BilingualText {
    BilingualText(
      en:
        "Who holds which share of “\(name)” on the day of the transaction, and which register or deed shows it? Is the owner the listed party?",
      fr:
        "Qui détient quelle part de « \(name) » au jour de l’opération, et quel registre ou acte l’établit ? Le propriétaire est-il la partie listée ?"
    )
  }

  private func openQuestion(_ given: Case, _ name: String) -> BilingualText {
    let links = given.answer.links.map { merged.links[$0] }
    if given.rule.summing == .eachOwner, !given.answer.isByControl,
      links.allSatisfy({ $0.share.count == 1 })
    {
      return BilingualText(
        en: "Have the listed owners of “\(name)” agreed to use their shares jointly?",
        fr:
          "Les propriétaires listés de « \(name) » sont-ils convenus d’exercer leurs parts conjointement ?"
      )
    }
    let asked = links.filter { $0.share.count > 1 || $0.control == .possible }.prefix(3)
    let pairs = asked.map { (picture.label($0.owner), picture.label($0.owned)) }
    return BilingualText(
      en:
        "Which share, and which power to decide, has "
        + pairs.map { "“\($0.0)” in “\($0.1)”" }.joined(separator: ", and ") + "?",
      fr:
        "Quelle part et quel pouvoir de décision "
        + pairs.map { "« \($0.0) » a-t-elle dans « \($0.1) »" }.joined(separator: ", et ")
        + " ?")
  }

  private static func french(_ quoted: String) -> String {
    "« " + quoted.dropFirst().dropLast() + " »"
  }

  // MARK: - Facts and citations

  private func citations(_ cases: [Case]) -> [Citation] {
    cases.flatMap { $0.rule.citations.screeningCitations(section: $0.rule.section) }
      .mergedBySource()
  }

  private func facts(_ cases: [Case]) -> [String] {
    cases.flatMap { facts($0.answer.links, $0.party) }.uniqued()
  }

  private func facts(_ links: [Int], _ party: Int) -> [String] {
    let stated = links.flatMap { merged.statements[$0].map(\.place) }
    return ([place(of: party)] + stated).uniqued()
  }

  /// Where the transaction names the party, or has it without a name.
  private func place(of party: Int) -> String {
    picture.members[party].namePlace ?? picture.members[party].place
  }
}
