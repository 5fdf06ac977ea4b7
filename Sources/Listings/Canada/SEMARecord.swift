import FileFormats

/// One `record` of Canada's consolidated list, in the publisher's words; the element names are those
/// of 2022 and of 2025.
struct SEMARecord {
  let node: XMLNode

  /// The regulation, in English and French; not a nationality.
  var country: String? { folded("Country") }
  var lastName: String? { folded("LastName") }
  var givenName: String? { folded("GivenName") }
  var entity: String? { folded("EntityOrShip") ?? folded("Entity") ?? folded("Ship") }
  /// The rank of a person, the type of a ship.
  var title: String? { folded("TitleOrShip") ?? folded("Title") }
  var date: String? { folded("DateOfBirthOrShipBuildDate") ?? folded("DateOfBirth") }
  var imoNumber: String? { folded("ShipIMONumber") }
  var aliases: String? { folded("Aliases") }
  var schedule: String? { folded("Schedule") }
  var item: String? { folded("Item") }
  var dateOfListing: String? { folded("DateOfListing") }

  var isPerson: Bool { lastName != nil || (givenName != nil && entity == nil) }

  var name: String? {
    let parts = isPerson ? [givenName, lastName] : [entity]
    let text = parts.compactMap(\.self).joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  /// The list has no key, and items are renumbered: regulation and name stand in, reduced to letters
  /// and digits. `russia:ivan-ivanovich-primerov`. Two records with one name get `#2`.
  var key: String? {
    guard let name else { return nil }
    // The French half of the regulation comes and goes.
    let regulation = (country ?? "").split(separator: "/").first.map(String.init) ?? ""
    return Self.reduced(regulation) + ":" + Self.reduced(name)
  }

  /// The parts of the alias cell. Names hold commas of their own: within brackets, and before a legal
  /// form (`Example Trading Co., Ltd.`); there the cell is not split.
  var aliasParts: [String] {
    guard let aliases else { return [] }
    var parts: [String] = []
    var part = ""
    var depth = 0
    var rest = Substring(aliases)
    func close() {
      let trimmed = part.trimmingWhitespace()
      if !trimmed.isEmpty { parts.append(trimmed) }
      part = ""
    }
    while let character = rest.popFirst() {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      default: break
      }
      let isSeparator = character == ";" || character == "," || character == "،"
      if isSeparator, depth == 0, character == ";" || !Self.beginsWithLegalForm(rest) {
        close()
      } else {
        part.append(character)
      }
    }
    close()
    return parts
  }

  private static func beginsWithLegalForm(_ text: Substring) -> Bool {
    let word = text.drop { $0 == " " }.prefix { $0 != "," && $0 != ";" && $0 != " " && $0 != ")" }
    return legalForms.contains(word.lowercased().filter { $0 != "." })
  }

  private static let legalForms: Set<String> = [
    "ltd", "limited", "llc", "inc", "corp", "co", "sa", "ag", "gmbh", "jsc", "plc", "lp", "llp",
    "jr", "sr",
  ]

  private static func reduced(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var pending = false
    for scalar in text.lowercased().unicodeScalars {
      let properties = scalar.properties
      // A combining mark belongs to its letter.
      if properties.isAlphabetic || properties.numericType != nil
        || properties.canonicalCombiningClass != .notReordered
      {
        if pending, !out.isEmpty { out.append("-") }
        pending = false
        out.append(scalar)
      } else {
        pending = true
      }
    }
    return String(out)
  }

  static let known: Set<String> = [
    "Country", "LastName", "GivenName", "EntityOrShip", "Entity", "Ship", "TitleOrShip", "Title",
    "DateOfBirthOrShipBuildDate", "DateOfBirth", "ShipIMONumber", "Aliases", "Schedule", "Item",
    "DateOfListing",
  ]

  private func folded(_ name: String) -> String? { node.value(name)?.foldingWhitespace() }
}
