import FileFormats
import TradeModel

extension ObjectReader {
  /// What the transaction says beside parties, items, way, use and payment.
  func conduct() -> Conduct {
    var conduct = Conduct()
    conduct.circumstances = circumstances("dealCircumstances", DealCircumstance.self)
    conduct.changes = stated("changes") { name in
      objects(name, shape: "change", bare: "what", mayBeBare: true).map { $0.change() }
    }
    conduct.notices = stated("notices") { name in
      objects(name, shape: "notice", bare: "kind", mayBeBare: true).map { $0.notice() }
    }
    conduct.ipCountry = object("communication", shape: "communication", bare: "ipCountry")
      .flatMap { reader in
        defer { reader.finish() }
        return reader.text("ipCountry")
      }
    conduct.documents = object("documents", shape: "documents", bare: "complete")
      .map { $0.documents() }
    conduct.history = stated("history") { name in
      objects(name, shape: "pastDeal", bare: "buyer").map { $0.pastDeal() }
    }
    conduct.isHistoryComplete = flag("historyComplete")
    conduct.answers = answers()
    return conduct
  }

  /// The yes and no of fixed words, in the member `circumstances`.
  func circumstances<Word: CircumstanceWord>(
    _ shape: String, _ words: Word.Type
  ) -> Circumstances<Word> {
    guard let reader = object("circumstances", shape: shape, bare: "note") else {
      return Circumstances()
    }
    let stated = Word.allCases.compactMap { word in reader.flag(word.rawValue).map { (word, $0) } }
    reader.finish()
    return Circumstances(Dictionary(stated, uniquingKeysWith: { first, _ in first }))
  }

  /// The list of a member, or `nil` when the member is not there: an empty list is a statement.
  func stated<Element>(_ name: String, _ read: (String) -> [Element]) -> [Element]? {
    value(name) == nil ? nil : read(name)
  }

  /// A whole number, not negative.
  func count(_ name: String) -> Int? {
    guard let text = amount(name) else { return nil }
    if let count = Int(text), count >= 0 { return count }
    notes.warn(.unreadableNumber, at: place(name), .string(text))
    return nil
  }

  private func change() -> DealChange {
    let change = DealChange(subject: word("what", DealChange.Subject.self).word, date: date("date"))
    _ = text("note")
    finish()
    return change
  }

  private func notice() -> NoticeKind? {
    let kind = word("kind", NoticeKind.self).word
    _ = date("date")
    _ = text("note")
    finish()
    return kind
  }

  private func documents() -> TradeDocuments {
    let documents = TradeDocuments(
      isComplete: flag("complete"),
      list: objects("list", shape: "document", bare: "kind", mayBeBare: true)
        .map { $0.document() })
    finish()
    return documents
  }

  private func document() -> TradeDocument {
    var document = TradeDocument(kind: word("kind", TradeDocument.Kind.self).word)
    document.number = amount("number")
    document.date = date("date")
    for entry in TradeDocument.Entry.allCases {
      if let text = amount(entry.rawValue) { document.entries[entry] = text }
    }
    document.loadPort = text("loadPort")
    document.dischargePort = text("dischargePort")
    document.shipNumber = amount("shipNumber")
    document.amendments = count("amendments")
    document.signatureDoubtful = flag("signatureDoubtful")
    document.licenceNumberWrong = flag("licenceNumberWrong")
    document.declaresNoLicence = flag("declaresNoLicence")
    finish()
    return document
  }

  private func pastDeal() -> PastDeal {
    var deal = PastDeal(
      buyer: object("buyer", shape: "party", bare: "name", mayBeBare: true)?.party()
        ?? Party(names: []))
    deal.seller = text("seller")
    deal.date = date("date")
    (deal.status, deal.statusText) = word("status", PastDeal.Status.self)
    deal.commodityCode = amount("commodityCode")
    deal.quantity = quantity("quantity")
    deal.value = money("value")
    deal.payer = text("payer")
    deal.destination = text("destination")
    finish()
    return deal
  }

  /// Answers by the id of the flag: a word, or an object with who and when.
  private func answers() -> [FlagAnswer] {
    guard let value = value("answers") else { return [] }
    guard case .object(let members) = value else {
      notes.warn(.wrongType, at: place("answers"), value, expected: "{…}")
      return []
    }
    return members.compactMap { member in
      let path = "\(place("answers")).\(member.name)"
      let own: [JSONValue.Member]
      switch member.value {
      case .object(let members): own = members
      case .null: return nil
      case .bool(let flag): own = [JSONValue.Member("answer", .string(flag ? "yes" : "no"))]
      default: own = [JSONValue.Member("answer", member.value)]
      }
      let reader = ObjectReader(shape: "answer", path: path, members: own, notes: notes)
      let word = reader.word(
        "answer", AnswerWord.self, synonyms: ["oui": .yes, "non": .no, "inconnu": .unknown])
      let answer = FlagAnswer(
        flag: member.name, isYes: word.word == .yes ? true : word.word == .no ? false : nil,
        by: reader.text("by"), on: reader.text("on"))
      _ = reader.text("note")
      reader.finish()
      return answer
    }
  }

  private enum AnswerWord: String, CaseIterable { case yes, no, unknown }
}
