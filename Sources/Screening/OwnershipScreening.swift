import Matching
import Ownership
import TradeModel
import Watchlist

/// Follows who holds the parties of a transaction, and asks the tests of ownership.
struct OwnershipScreening {
  let rules: OwnershipRules
  let table: OwnershipTable?
  let parties: PartyScreening
  /// The day the tests are asked for; `nil` takes the newest row of each.
  let day: Day?

  /// What came of a whole transaction.
  struct Answer {
    var findings: [Finding] = []
    /// Matches of names of the table, at or above the floor and below the threshold.
    var belowThreshold = 0
    let checked: [Check]
    let notChecked: [NotChecked]
  }

  /// - Parameter hits: the hits on the transaction's own subjects, by path.
  func answer(
    on transaction: Transaction, subjects: [TransactionSubject], hits: [String: [Hit]],
    session: MatchingSession
  ) -> Answer {
    var picture = OwnershipPicture(transaction, subjects: subjects)
    for subject in subjects {
      guard let own = hits[subject.path], let number = picture.places[subject.path] else {
        continue
      }
      picture.note(listings(own), of: number)
    }
    picture.follow(table, parties.watchlist, rules, isTested: isTested)
    var findings: [Finding] = []
    var below = 0
    for (number, member) in picture.members.enumerated()
    where !member.isStated && member.listings.isEmpty {
      let found = parties.answer(
        on: TransactionSubject(
          path: member.place,
          label: member.isOfList
            ? BilingualText(
              en: "owner in the record of a listed party",
              fr: "propriétaire cité dans la fiche d’une partie listée")
            : BilingualText(en: "owner in the table", fr: "propriétaire du tableau"),
          subject: Subject(kind: .unknown, names: member.names), places: []), session: session)
      findings += found.findings
      below += found.belowThreshold
      picture.note(listings(found.findings.compactMap(\.hit)), of: number)
    }
    findings +=
      OwnershipFindings(
        picture: picture, rules: rules, parties: parties, day: day
      ).findings
    return Answer(
      findings: findings, belowThreshold: below, checked: checked(picture),
      notChecked: notChecked(picture))
  }

  /// Whether a test of ownership speaks of the listed party by itself.
  private func isTested(_ listing: OwnershipPicture.Listing) -> Bool {
    parties.designations(ofParty: listing.number, caption: listing.caption).contains {
      !rules.tests(list: $0.list, parts: $0.parts).isEmpty
    }
  }

  private func listings(_ hits: [Hit]) -> [OwnershipPicture.Listing] {
    hits.compactMap { hit in
      parties.watchlist.party(hit.match.party).map {
        OwnershipPicture.Listing(number: $0, caption: hit.match.caption, word: nil)
      }
    }
  }

  private func checked(_ picture: OwnershipPicture) -> [Check] {
    let stated = picture.statements.count - picture.fromTable - picture.fromLists
    return [
      Check(
        what: BilingualText(
          en:
            "Ownership and control of the parties, by statements of the transaction: \(stated), of the table of ownership: \(picture.fromTable), of the lists: \(picture.fromLists).",
          fr:
            "Détention et contrôle des parties, selon les indications de l’opération : \(stated), du tableau des propriétaires : \(picture.fromTable), des listes : \(picture.fromLists)."
        ))
    ]
  }

  private func notChecked(_ picture: OwnershipPicture) -> [NotChecked] {
    var left = (table?.problems ?? []).map { problem in
      NotChecked(
        what: BilingualText(
          en: "Part of \(problem.file):\(problem.line)",
          fr: "Une partie de \(problem.file):\(problem.line)"), why: problem.text)
    }
    if picture.isCut {
      left.append(
        NotChecked(
          what: BilingualText(
            en: "Owners beyond the first \(OwnershipPicture.mostMembers) parties",
            fr: "Les propriétaires au-delà des \(OwnershipPicture.mostMembers) premières parties"),
          why: BilingualText(
            en: "the table leads to more parties above this transaction than are followed",
            fr:
              "le tableau mène à plus de parties au-dessus de cette opération qu’il n’en est suivi")
        ))
    }
    return left
  }
}
