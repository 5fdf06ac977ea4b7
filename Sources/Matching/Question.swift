import Listings
import NameAnalysis
import NameIndex
import TradeModel
import Watchlist

/// A subject made ready for comparing.
struct Question {
  struct Name {
    let verbatim: String
    let script: WritingScript
    let readings: [Reading]
  }

  struct Reading {
    let reading: NameReading
    let parts: [SubjectPart]
  }

  let kind: PartyKind
  let names: [Name]
  let facts: SubjectFacts

  init(_ subject: Subject, reader: NameReader) {
    kind = subject.kind
    facts = SubjectFacts(subject)
    names = subject.names.map { verbatim in
      let analysed = reader.analyse(verbatim, subject.kind)
      let rarest = reader.weightOfUnknown(analysed.kind)
      return Name(
        verbatim: verbatim, script: WritingScript(of: verbatim.unicodeScalars),
        readings: analysed.readings.map { reading in
          Reading(
            reading: reading,
            parts: reading.parts.map { part in
              SubjectPart(part, weight: reader.weight(part, analysed.kind), rarest: rarest)
            })
        })
    }
  }
}

/// What is known of a subject besides its names.
struct SubjectFacts {
  let kind: PartyKind
  let birthDates: [PartialDate]
  let foundingDates: [PartialDate]
  let countries: [TerritoryID]
  let gender: ListedFact.Gender?
  let genderText: String
  let addresses: [(text: String, words: PlaceWords)]
  let birthPlaces: [(text: String, words: PlaceWords)]
  let tonnages: [(kind: ListedFact.Tonnage, number: Int, text: String)]
  let identifiers: [(identifier: Identifier, key: IdentifierKey, hash: UInt64)]

  /// Nothing but the kind is known.
  var sayNothing: Bool {
    birthDates.isEmpty && foundingDates.isEmpty && countries.isEmpty && gender == nil
      && identifiers.isEmpty && birthPlaces.isEmpty && addresses.isEmpty && tonnages.isEmpty
  }

  init(_ subject: Subject) {
    kind = subject.kind
    birthDates = subject.birthDates
    foundingDates = subject.foundingDates
    countries = subject.countries.compactMap { TerritoryID(alpha2: $0) }
    genderText = subject.gender ?? ""
    gender = subject.gender.flatMap { ListedFact.Gender(written: $0) }
    addresses = subject.addresses.filter { $0.text != $0.country }
      .map { ($0.text, PlaceWords($0.text)) }
    birthPlaces = subject.birthPlaces.map { ($0, PlaceWords($0)) }
    let tonnages: [(ListedFact.Tonnage, String?)] = [
      (.deadweight, subject.tonnage), (.gross, subject.grossTonnage),
    ]
    self.tonnages = tonnages.compactMap { kind, text in
      text.flatMap { text in ListedFact.Tonnage.number(text).map { (kind, $0, text) } }
    }
    identifiers = subject.identifiers.compactMap { identifier in
      IdentifierKey(identifier).map { (identifier, $0, $0.hash) }
    }
  }
}
