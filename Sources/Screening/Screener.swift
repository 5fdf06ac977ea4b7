import GoodsControls
public import KnowledgeBase
import Licensing
public import Matching
public import NameIndex
public import Ownership
public import RedFlags
public import TradeModel
public import Watchlist

/// Screens transactions: what must a person look at?
///
/// Built once from the knowledge and the watchlist, then asked for each transaction. It holds no
/// state, so threads share it.
public struct Screener: Sendable {
  private let catalogue: ControlCatalogue
  private let licenceRules: LicenceRules
  private let territories: TerritoryIndex
  private let effects: ListEffects
  private let matcher: PartyMatcher
  private let lists: [ScreenedList]
  private let missingLists: [(id: String, title: String)]
  private let unheldLists: [UnheldList]
  private let coalition: Set<TerritoryID>
  private let union: Set<TerritoryID>
  private let endUseCitations: [String: [Citation]]
  private let ownershipRules: OwnershipRules
  private let ownershipTable: OwnershipTable?
  private let rules: RedFlagRules
  private let factKnowledge: FactKnowledge

  /// - Parameters:
  ///   - lists: the states of lists that the watchlist was compiled from.
  ///   - missingLists: official lists of which no state is held; the dossier names them.
  ///   - unheldLists: lists held in no state of the day as of which lists are read.
  ///   - ownership: who holds whom, besides what transactions and lists state.
  ///   - ownRules: a folder of the user's own red-flag rules, beside those of the knowledge.
  /// - Throws: ``KnowledgeErrors`` when the control lists do not hang together, or a rule is unsound.
  public init(
    knowledge: CheckedKnowledge, watchlist: WatchlistFile, reader: NameReader, policy: MatchPolicy,
    lists: [ScreenedList], missingLists: [(id: String, title: String)],
    unheldLists: [UnheldList] = [], ownership: OwnershipTable? = nil,
    ownRules: KnowledgeFolder? = nil
  ) throws(KnowledgeErrors) {
    ownershipRules = try OwnershipRules(loading: knowledge)
    ownershipTable = ownership
    catalogue = try ControlCatalogue(loading: knowledge)
    licenceRules = try LicenceRules(loading: knowledge, catalogue: catalogue)
    rules = try RedFlagRules(loading: knowledge, own: ownRules)
    factKnowledge = FactKnowledge(knowledge)
    // Built once: it is a tenth of the time to start.
    territories = factKnowledge.territories
    effects = ListEffects(knowledge)
    matcher = PartyMatcher(watchlist: watchlist, reader: reader, policy: policy)
    self.lists = lists
    self.missingLists = missingLists
    self.unheldLists = unheldLists
    coalition = knowledge.members(ofGroup: "GECC")
    union = knowledge.members(ofGroup: "EU27")
    endUseCitations = Dictionary(
      knowledge.citedRows("ControlLists/end-use-controls.csv").map {
        ($0.cells["id"], $0.citations.screeningCitations(section: $0.cells["citation"]))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Screens one transaction.
  ///
  /// - Parameter day: on which rules are asked for; the transaction's own where it is `nil`, and the
  ///   newest state of each rule where that states none either.
  /// - Parameter settling: gives each hit back with the decisions that concern it. A quieted hit stays
  ///   a finding; a red flag that only quieted hits raise is quieted with them.
  public func screen(
    _ transaction: Transaction, on day: Day? = nil, settling: (Finding) -> Finding = { $0 }
  ) -> ScreeningResult {
    let union = union
    let coalition = coalition
    let isMember: (TerritoryID) -> Bool = { union.contains($0) }
    let subjects = transaction.subjects
    let places = PlacesOfTransaction(transaction, subjects: subjects, index: territories)
    let links = JurisdictionLinks(transaction, places: places, isUnionMember: isMember)
    let embargoes = EmbargoScreening(
      catalogue: catalogue, links: links, transaction: transaction)
    let goods = GoodsScreening(
      catalogue: catalogue, links: links, places: places, isCoalition: { coalition.contains($0) })
    let candidates = CandidateScreening(catalogue: catalogue)
    let reaches = LicenceReaches(
      transaction: transaction, places: places, index: territories, isUnionMember: isMember)
    let codes = ControlCodeScreening(catalogue: catalogue, reaches: reaches)
    let licensing = LicenceScreening(
      rules: licenceRules, catalogue: catalogue, transaction: transaction, places: places,
      reaches: reaches, links: links)

    let parameters = ParameterScreening(catalogue: catalogue, places: places)
    let values = ItemValues.all(of: transaction, in: catalogue)

    var findings: [Finding] = []
    var unlisted: [(path: String, code: String)] = []
    let hits = partyFindings(
      subjects, of: transaction, on: day ?? transaction.knownOn, links: links)
    let settled = hits.findings.map { $0.kind == .listHit ? settling($0) : $0 }
    findings += settled
    for (index, item) in transaction.items.enumerated() {
      let path = "items[\(index)]"
      let stated = codes.answer(on: item, path: path)
      findings += stated.findings
      unlisted += stated.statedAsUnlisted.map { (path, $0) }
      findings += goods.findings(on: item, path: path)
      let suggestions = candidates.suggestions(on: item)
      findings += candidates.findings(on: item, path: path, suggestions)
      findings += parameters.findings(
        on: item, path: path, values[index],
        candidates: suggestions.words.candidates.flatMap(\.family.entries))
    }
    findings += embargoes.findings(on: places)
    findings +=
      EndUseScreening(transaction: transaction, citations: endUseCitations).findings
    let flags = RedFlagScreening(rules: rules)
      .report(on: facts(of: transaction, hits: hits.findings, values))
    findings += flags.findings(settled) { loud in
      RedFlagScreening(rules: rules).report(on: facts(of: transaction, hits: loud, values)).findings
    }
    findings += places.findings
    findings += OpenQuestions(transaction: transaction).findings
    let licences = licensing.answers(beside: findings)
    findings += licensing.findings(on: licences)
    let ordered = Self.ordered(findings)
    return ScreeningResult(
      findings: ordered, licences: licences,
      checked: CheckedHere(
        transaction: transaction, subjects: subjects, places: places, lists: lists,
        below: hits.below
      ).checks + hits.checked + flags.checks,
      notChecked: hits.notChecked + NotCheckedHere.statedAsUnlisted(unlisted)
        + NotCheckedHere.lists(missingLists)
        + NotCheckedHere.unheld(unheldLists) + NotCheckedHere.unnamed(transaction)
        + NotCheckedHere.otherLaws(places.exporting, isMember) + flags.notChecked
        + (rules.rules.isEmpty ? [NotCheckedHere.withoutRules] : []) + NotCheckedHere.always,
      wouldChange: WouldChange(findings: ordered).sentences)
  }

  /// The facts that red-flag rules may ask for.
  public var factDeclarations: FactDeclarations { rules.facts }

  /// What red-flag rules are asked on: every fact of the transaction that is known.
  public func facts(of transaction: Transaction) -> FactSheet {
    let subjects = transaction.subjects
    let places = PlacesOfTransaction(transaction, subjects: subjects, index: territories)
    let links = JurisdictionLinks(
      transaction, places: places, isUnionMember: { union.contains($0) })
    let hits = partyFindings(subjects, of: transaction, on: transaction.knownOn, links: links)
    return facts(of: transaction, hits: hits.findings)
  }

  /// What red-flag rules are asked on.
  ///
  /// - Parameters:
  ///   - hits: the findings of the screening of parties.
  ///   - values: of each item, where they were read already.
  func facts(
    of transaction: Transaction, hits: [Finding], _ values: [ItemValues]? = nil
  ) -> FactSheet {
    TransactionFacts(
      transaction: transaction, knowledge: factKnowledge, catalogue: catalogue,
      watchlist: matcher.watchlist,
      values: values ?? ItemValues.all(of: transaction, in: catalogue), findings: hits
    ).sheet
  }

  private func partyFindings(
    _ subjects: [TransactionSubject], of transaction: Transaction, on day: Day?,
    links: JurisdictionLinks
  ) -> (findings: [Finding], below: Int, checked: [Check], notChecked: [NotChecked]) {
    let titles = Dictionary(
      lists.map { ($0.id, ($0.title, $0.published?.iso ?? "")) },
      uniquingKeysWith: { first, _ in first })
    let parties = PartyScreening(
      watchlist: matcher.watchlist, policy: matcher.policy, effects: effects, links: links,
      lists: titles)
    let session = matcher.session()
    var findings: [Finding] = []
    var below = 0
    var hits: [String: [Hit]] = [:]
    for subject in subjects where subject.isComparable {
      let answer = parties.answer(on: subject.located(by: territories), session: session)
      findings += answer.findings
      below += answer.belowThreshold
      hits[subject.path] = answer.findings.compactMap(\.hit)
    }
    let ownership = OwnershipScreening(
      rules: ownershipRules, table: ownershipTable, parties: parties, day: day
    ).answer(on: transaction, subjects: subjects, hits: hits, session: session)
    return (
      findings + ownership.findings, below + ownership.belowThreshold, ownership.checked,
      ownership.notChecked
    )
  }

  /// By strictness; findings of one strictness keep their order.
  static func ordered(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted {
      ($1.element.outcome.strictness, $0.offset) < ($0.element.outcome.strictness, $1.offset)
    }.map(\.element)
  }
}

extension TransactionSubject {
  /// The subject with the ISO codes of its places.
  func located(by index: TerritoryIndex) -> TransactionSubject {
    var subject = subject
    for place in places {
      let finding = index.find(place)
      guard let territory = finding?.territory else { continue }
      let code =
        (territory.parent.map { territory.kind == .region ? $0 : territory.id })?.code
        ?? territory.id.code
      if !subject.countries.contains(code) { subject.countries.append(code) }
    }
    return TransactionSubject(
      path: path, otherPaths: otherPaths, label: label, subject: subject, places: places)
  }
}
