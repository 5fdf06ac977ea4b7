import TradeModel
import Watchlist

/// One comparison of a fact: what it weighs and what was compared.
struct ComparedFact {
  enum Finding {
    case same, other, swapped, partly
  }

  /// What the sentence needs besides the values.
  enum Detail {
    case none
    case identifier(Identifier.Kind)
    case date(PartialDate.Agreement)
    case kinds(PartyKind, PartyKind)
  }

  let feature: Feature
  let finding: Finding
  let weight: Int
  let subjectValue: String
  /// As published; the kind's word when it is the kind of the party.
  let listedValue: String
  /// `nil` for the kind, which belongs to the party.
  let designation: Int?
  let party: Int
  var detail = Detail.none
}
