import RedFlags
import TradeModel

/// What the papers of the deal say, and where they differ.
///
/// A paper that does not stand in the list, and an entry that is not stated, say nothing, unless the
/// list is said to be complete.
struct DocumentFacts {
  let transaction: Transaction
  let parties: [PartyOfDeal]
  let knowledge: FactKnowledge

  private var documents: [Placed<TradeDocument>] {
    (transaction.conduct.documents?.list ?? []).enumerated().map {
      ($0.element, "documents.list[\($0.offset)]")
    }
  }
  private var isComplete: Bool { transaction.conduct.documents?.isComplete == true }

  func state(on sheet: inout FactSheet) {
    guard transaction.conduct.documents != nil else { return }
    endUser(on: &sheet)
    mismatch(on: &sheet)
    numbers(on: &sheet)
    statements(on: &sheet)
    credit(on: &sheet)
    bill(on: &sheet)
    guard isComplete else { return }
    let kinds = documents.compactMap(\.value.kind)
    // A paper of an unknown kind could be the missing one.
    guard kinds.count == documents.count else { return }
    let missing =
      (kinds.contains(.order) || kinds.contains(.contract) ? [] : ["order-or-contract"])
      + (kinds.contains(.invoice) ? [] : ["invoice"])
    sheet.words(
      "documents.missing", missing.map { ($0, "documents.complete") }, from: ["documents.complete"])
  }

  private func endUser(on sheet: inout FactSheet) {
    let naming = documents.compactMap { document in
      document.value.entries[.endUser].map { Placed<String>($0, "\(document.path).endUser") }
    }
    if !naming.isEmpty || (isComplete && !documents.isEmpty) {
      sheet.flag(
        "documents.name-end-user", !naming.isEmpty,
        naming.isEmpty ? ["documents.complete"] : naming.map(\.path))
    }
    let users = parties.filter(\.isEndUser)
    guard !naming.isEmpty, !users.isEmpty else { return }
    let strangers = naming.filter { name in !users.contains { $0.isNamed(name.value) } }
    sheet.flag(
      "documents.end-user-is-party", strangers.isEmpty,
      (strangers.isEmpty ? naming : strangers).map(\.path))
  }

  private func mismatch(on sheet: inout FactSheet) {
    var differing: [Placed<String>] = []
    var compared: [String] = []
    // What only one paper states may be otherwise on the papers that do not state it.
    var isSure = true
    for entry in TradeDocument.Entry.allCases {
      let stated = documents.compactMap { document in
        document.value.entries[entry].map { text in
          Placed<String>(key(of: text, entry), "\(document.path).\(entry.rawValue)")
        }
      }
      guard stated.count > 1 else {
        if !stated.isEmpty { isSure = false }
        continue
      }
      compared += stated.map(\.path)
      if Set(stated.map(\.value)).count > 1 {
        differing += stated.map { (Self.word(entry), $0.path) }
      }
    }
    sheet.words("documents.mismatch", differing, from: compared, isComplete: isSure)
  }

  /// The text in the form in which two papers' writings of one thing are equal.
  private func key(of text: String, _ entry: TradeDocument.Entry) -> String {
    switch entry {
    case .destination: knowledge.territory(text)?.code ?? FoldedText(text).key
    case .commodityCode: text.filter { $0.isNumber }
    default: FoldedText(text).key
    }
  }

  private static func word(_ entry: TradeDocument.Entry) -> String {
    switch entry {
    case .endUser: "end-user"
    case .commodityCode: "commodity-code"
    default: entry.rawValue
    }
  }

  private func numbers(on sheet: inout FactSheet) {
    let numbered = documents.filter {
      $0.value.kind == .certificateOfOrigin || $0.value.kind == .licence
        || $0.value.kind == .endUserStatement
    }
    guard !numbered.isEmpty else { return }
    var found: [Placed<String>] = []
    for (index, document) in numbered.enumerated() {
      if let number = document.value.number {
        let isRepeated = numbered.enumerated().contains {
          $0.offset != index && $0.element.value.kind == document.value.kind
            && $0.element.value.number.map { FoldedText($0).key } == FoldedText(number).key
        }
        if isRepeated { found.append(("repeated", "\(document.path).number")) }
      } else if isComplete, document.value.kind != .endUserStatement {
        found.append(("missing", document.path))
      }
    }
    sheet.words("documents.numbers", found, from: numbered.map(\.path))
  }

  private func statements(on sheet: inout FactSheet) {
    for (fact, member, value) in [
      ("signature-doubtful", "signatureDoubtful", \TradeDocument.signatureDoubtful),
      ("licence-number-wrong", "licenceNumberWrong", \TradeDocument.licenceNumberWrong),
      ("declares-no-licence", "declaresNoLicence", \TradeDocument.declaresNoLicence),
    ] {
      let stated = documents.filter { $0.value[keyPath: value] != nil }
      let yes = stated.filter { $0.value[keyPath: value] == true }
      guard !stated.isEmpty else { continue }
      sheet.flag(
        "documents.\(fact)", !yes.isEmpty,
        (yes.isEmpty ? stated : yes).map { "\($0.path).\(member)" })
    }
  }

  private func credit(on sheet: inout FactSheet) {
    let credits = documents.filter { $0.value.kind == .letterOfCredit }
    if let most = credits.compactMap(\.value.amendments).max() {
      sheet.number("credit.amendments", most, credits.map { "\($0.path).amendments" })
    }
    let consigned = credits.compactMap { credit in
      credit.value.entries[.consignee].map { Placed<String>($0, "\(credit.path).consignee") }
    }
    let bank = transaction.payment?.bank.map { FoldedText($0).key }
    let banks = parties.filter { $0.has([.bank]) }
    guard !consigned.isEmpty, bank != nil || !banks.isEmpty else { return }
    let toBank = consigned.filter { name in
      FoldedText(name.value).key == bank || banks.contains { $0.isNamed(name.value) }
    }
    sheet.flag(
      "credit.consigned-to-bank", !toBank.isEmpty, (toBank.isEmpty ? consigned : toBank).map(\.path)
    )
  }

  private func bill(on sheet: inout FactSheet) {
    let bills = documents.filter { $0.value.kind == .billOfLading }
    guard !bills.isEmpty else { return }
    let ports = bills.flatMap { bill -> [Placed<String?>] in
      [
        (bill.value.loadPort, "\(bill.path).loadPort"),
        (bill.value.dischargePort, "\(bill.path).dischargePort"),
      ]
    }.filter { isComplete || $0.value != nil }
    sheet.words(
      "bill.ports",
      ports.map { port in
        guard let name = port.value else { return ("missing", port.path) }
        return (knowledge.lexicon.classes("port", in: name).isEmpty ? "named" : "vague", port.path)
      }, from: ports.map(\.path))
    let ships = Set(
      (transaction.route?.legs ?? []).compactMap(\.vessel).flatMap(\.identifiers)
        .filter { $0.kind == .imo }.map(\.normalised))
    let numbers = bills.filter { isComplete || $0.value.shipNumber != nil }
    sheet.words(
      "bill.ship-number",
      numbers.map { bill in
        let path = "\(bill.path).shipNumber"
        guard let text = bill.value.shipNumber else { return ("missing", path) }
        let number = Identifier(kind: .imo, value: text)
        if number.verdict != .valid { return ("wrong", path) }
        return (ships.isEmpty || ships.contains(number.normalised) ? "sound" : "other-ship", path)
      }, from: numbers.map { "\($0.path).shipNumber" })
    let way = (transaction.route?.places ?? []).map { Set(FoldedText($0).words) }
    let loading = bills.compactMap { bill in
      bill.value.loadPort.map { Placed<String>($0, "\(bill.path).loadPort") }
    }.filter { knowledge.lexicon.classes("port", in: $0.value).isEmpty }
    guard !way.isEmpty, !loading.isEmpty else { return }
    let strange = loading.filter { port in
      let words = FoldedText(port.value).words.filter { $0.count > 2 }
      return !way.contains { place in words.contains { place.contains($0) } }
    }
    sheet.flag(
      "bill.load-port-on-route", strange.isEmpty, (strange.isEmpty ? loading : strange).map(\.path))
  }
}
