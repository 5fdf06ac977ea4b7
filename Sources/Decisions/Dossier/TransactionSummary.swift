import FileFormats
import Screening
import TradeModel

/// What a dossier shows of the transaction, in reading order. The input itself stands verbatim beside
/// it.
struct TransactionSummary {
  let transaction: Transaction

  var json: JSONValue {
    .members([
      "reference": transaction.reference.map(JSONValue.string),
      "parties": .array(transaction.parties.map(Self.party)),
      "items": .array(transaction.items.map(Self.item)),
      "facts": .array(facts.map { .members(["label": $0.json, "value": $1.json]) }),
    ])
  }

  private static func party(_ party: Party) -> JSONValue {
    var english: [String] = []
    var french: [String] = []
    func add(_ text: String) {
      english.append(text)
      french.append(text)
    }
    party.countries.forEach(add)
    party.addresses.map(\.text).forEach(add)
    for identifier in party.identifiers {
      let label = identifier.label ?? identifier.kind.shortName
      add(
        identifier.value.hasPrefix(label) ? identifier.value : "\(label) \(identifier.value)")
    }
    for owner in party.owners {
      let name = owner.party.displayName ?? "?"
      let share = owner.share?.text
      english.append("owned by \(name) (\(share ?? "share not stated"))")
      french.append("détenue par \(name) (\(share ?? "part non indiquée"))")
    }
    for officer in party.officers {
      add("\(officer.position ?? PartyRole.officer.rawValue): \(officer.party.displayName ?? "?")")
    }
    return .members([
      "names": .array(
        party.names.isEmpty ? [.string("?")] : party.names.map(JSONValue.string)),
      "roles": Transaction.roleLabel(party.roles).json,
      "details": BilingualText(
        en: english.joined(separator: " · "), fr: french.joined(separator: " · ")
      ).json,
    ])
  }

  private static func item(_ item: Item) -> JSONValue {
    let codes = item.controlCodes.map { code in
      [code.code, code.list.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    }
    let parameters = item.parameters.map { "\($0.name) \($0.value.description)" }
    func details(_ commodity: String, _ control: String, _ origin: String, _ unknown: String)
      -> String
    {
      [
        item.quantity?.description,
        item.value?.description,
        [item.maker, item.model].compactMap(\.self).joined(separator: " "),
        item.origin.map { "\(origin) \($0)" },
        "\(commodity) \(item.commodityCode ?? unknown)",
        "\(control) \(codes.isEmpty ? unknown : codes.joined(separator: ", "))",
        parameters.joined(separator: ", "),
      ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    }
    return .members([
      "description": item.description.map(JSONValue.string),
      "details": BilingualText(
        en: details("commodity code", "control code", "origin", "not stated"),
        fr: details("code douanier", "code de contrôle", "origine", "non indiqué")
      ).json,
    ])
  }

  private var facts: [(BilingualText, BilingualText)] {
    func fact(_ en: String, _ fr: String, _ value: String?) -> (BilingualText, BilingualText)? {
      value.map { (BilingualText(en: en, fr: fr), BilingualText(en: $0, fr: $0)) }
    }
    func needed(_ en: String, _ fr: String, _ value: String?) -> (BilingualText, BilingualText) {
      fact(en, fr, value)
        ?? (
          BilingualText(en: en, fr: fr), BilingualText(en: "not stated", fr: "non indiqué")
        )
    }
    let places = transaction.route?.places ?? []
    return [
      needed("From", "Au départ de", transaction.exportCountry),
      needed("Destination", "Destination", transaction.destinationCountry),
      needed("Route", "Trajet", places.isEmpty ? nil : places.joined(separator: " → ")),
      fact("Terms", "Conditions", transaction.route?.terms),
      endUse ?? needed("End use", "Utilisation finale", nil),
      fact("Place of use", "Lieu d’utilisation", transaction.endUse?.location),
      supply,
      fact("Value", "Valeur", transaction.value?.description),
    ].compactMap(\.self)
  }

  private var endUse: (BilingualText, BilingualText)? {
    let statement = transaction.endUse?.statement
    let text = transaction.endUse?.natureText
    guard statement != nil || text != nil else { return nil }
    let nature = transaction.endUse?.nature?.words
    func join(_ nature: String?) -> String {
      [statement, nature ?? text].compactMap(\.self).joined(separator: " · ")
    }
    return (
      BilingualText(en: "End use", fr: "Utilisation finale"),
      BilingualText(en: join(nature?.en), fr: join(nature?.fr))
    )
  }

  private var supply: (BilingualText, BilingualText)? {
    let words =
      transaction.supply?.words
      ?? transaction.supplyText.map { BilingualText(en: $0, fr: $0) }
    return words.map { (BilingualText(en: "Kind of supply", fr: "Type de fourniture"), $0) }
  }
}
