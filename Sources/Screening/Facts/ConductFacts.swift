import RedFlags
import TradeModel

/// How the deal came about: the end use, what was asked for or refused, changes, letters, answers.
struct ConductFacts {
  let transaction: Transaction
  let parties: [PartyOfDeal]
  let knowledge: FactKnowledge

  /// The days of a year: a day of delivery that leaves so many open is none.
  private static let year = 365

  func state(on sheet: inout FactSheet) {
    let conduct = transaction.conduct
    sheet.circumstances(conduct.circumstances, as: "conduct", at: "")
    endUse(on: &sheet)
    changes(on: &sheet)
    if let notices = conduct.notices {
      sheet.words(
        "notice.kinds",
        notices.enumerated().compactMap { index, kind in
          kind.map { ($0.rawValue, "notices[\(index)].kind") }
        }, from: ["notices"], isComplete: !notices.contains(nil))
    }
    if let delivery = transaction.dates.delivery {
      let isVague = delivery.isCirca || delivery.days.map { $0.count >= Self.year } ?? true
      sheet.word("delivery.date", isVague ? "vague" : "stated", ["dates.delivery"])
    }
    let customers = parties.filter { $0.side == "customer" }.flatMap { $0.territories }
    if let network = knowledge.territory(conduct.ipCountry), !customers.isEmpty {
      sheet.flag(
        "contact.ip-elsewhere", !customers.contains(network), ["communication.ipCountry"])
    }
    for answer in conduct.answers {
      sheet.answer(
        answer.flag,
        FactSheet.Judgement(
          isYes: answer.isYes, by: answer.by, on: answer.on, path: "answers.\(answer.flag)"))
    }
  }

  private func endUse(on sheet: inout FactSheet) {
    guard let use = transaction.endUse else { return }
    sheet.word("end-use.nature", use.nature?.rawValue, ["endUse.nature"])
    sheet.flag("end-use.signed-statement", use.hasSignedStatement, ["endUse.hasSignedStatement"])
    if let statement = use.statement {
      sheet.words(
        "end-use.words",
        knowledge.lexicon.classes("end-use", in: statement, heedingNegation: true)
          .map { ($0, "endUse.statement") }, from: ["endUse.statement"])
    }
  }

  /// Changes after the order. One without a day, or without an order to compare with, leaves open
  /// whether there were others.
  private func changes(on sheet: inout FactSheet) {
    guard let changes = transaction.conduct.changes else { return }
    let ordered = transaction.dates.ordered?.days
    let late = changes.enumerated().map {
      index, change -> (late: Bool?, word: String?, path: String) in
      let days = change.date?.days
      let isLate: Bool? =
        if let ordered, let days {
          days.lowerBound > ordered.upperBound
            ? true : days.upperBound <= ordered.lowerBound ? false : nil
        } else {
          nil
        }
      return (isLate, change.subject?.rawValue, "changes[\(index)]")
    }
    sheet.words(
      "change.after-order",
      late.compactMap { change in
        change.late == true ? change.word.map { ($0, change.path) } : nil
      }, from: ["changes"], isComplete: late.allSatisfy { $0.late != nil && $0.word != nil })
  }
}
