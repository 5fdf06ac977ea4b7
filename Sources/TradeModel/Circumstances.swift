/// What the writer says of a party, item, ship or of the conduct of the deal, in fixed words: each yes,
/// no, or not stated.
///
/// Not stated is unknown; it never counts as no.
public struct Circumstances<Word: CircumstanceWord>: Hashable, Sendable {
  private let stated: [Word: Bool]

  public init(_ stated: [Word: Bool] = [:]) { self.stated = stated }

  /// What is stated; `nil` when nothing is.
  public subscript(word: Word) -> Bool? { stated[word] }
}

/// A fixed word for a circumstance; its raw value is the member of the input.
public protocol CircumstanceWord:
  RawRepresentable<String>, Hashable, Sendable, CaseIterable
{}

/// What is stated of a party. Source: the fields of `Knowledge/RedFlags/fields.csv`.
public enum PartyCircumstance: String, CircumstanceWord {
  case newCustomer, identityChecked, registered, publicTrace, website, ownMail
  case residential, addressFound, contactMoved, priorViolations, securityLicence, armsLicence
  case military, stateCorporation, ownersWithheld, suppliesRussia, checkFailed
}

/// What is stated of an item.
public enum ItemCircumstance: String, CircumstanceWord {
  case quantityUnusual, marksRemoved, configurationFits, bulk, codeFits
}

/// What is stated of the ship of a leg.
public enum VesselCircumstance: String, CircumstanceWord {
  case falsePosition, identityMismatch, numberPaintedOver, falseFlag, ownerOpaque, unexplainedCall
}

/// What is stated of how the deal came about and of what was asked for.
public enum DealCircumstance: String, CircumstanceWord {
  case statementRefused, servicesRefused, reexportEvaded, siteWithheld
  case remoteDelivery, deliveryDateOpen, unusualMarks, sealRefused, termsRefused, buyerCollects
  case carrierByBuyer, carrierNew, urgentWithoutReason, securedTermsBefore
  case catchAllKnown, catchAllSuspected, inquiryAvoided
}
