/// An address in the form in which it is compared with others: house numbers with the names of their
/// streets, post boxes, and the names of places.
public struct AddressForm: Hashable, Sendable {
  /// A house number with the name of the street beside it: `77` and `kingsway`.
  struct House: Hashable {
    let number: String
    /// The words of the street's name, in their order.
    let street: [String]

    var key: String { "\(number) \(street.joined())" }
  }

  let houses: Set<House>
  /// All numbers of houses, with or without a street's name beside them.
  let numbers: Set<String>
  let boxes: Set<String>
  /// Of rooms, floors, blocks, districts.
  let units: Set<String>
  let postalCodes: Set<String>
  /// Names of streets, places and buildings.
  let names: Set<String>
  /// As the last part of the address says.
  let country: String?

  /// Reads an address.
  ///
  /// - Parameter country: the code of a country by its name or code, for the last part of the text.
  /// - Complexity: O(*n*) in the text.
  public init(_ text: String, words: AddressWords, country: (String) -> String?) {
    var reader = AddressReader(text, words: words, country: country)
    reader.read()
    houses = reader.houses
    numbers = reader.numbers
    boxes = reader.boxes
    units = reader.units
    postalCodes = reader.postalCodes
    names = reader.names
    self.country = reader.country
  }

  /// Whether there is enough to tell one address from another: a street with a number, or a post box. A
  /// whole town or country never is.
  public var isComparable: Bool { !houses.isEmpty || !boxes.isEmpty }

  /// What the address is looked up by; two that are the same share one.
  var hashes: Set<UInt32> {
    Set(
      (houses.map(\.key) + boxes.map { "box \($0)" }).map { key in
        let hash = AddressKey.hash(of: key)
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
      })
  }

  /// Whether both name one street and house, or one post box, in one town, and nothing that both state
  /// differs: number, room, postal code, country.
  public func isSame(as other: AddressForm) -> Bool {
    if let country, let theirs = other.country, country != theirs { return false }
    let differ = [(units, other.units), (postalCodes, other.postalCodes)].contains {
      !$0.0.isEmpty && !$0.1.isEmpty && $0.0.isDisjoint(with: $0.1)
    }
    guard !differ else { return false }
    if !boxes.isDisjoint(with: other.boxes), sharesPlace(with: other, besides: []) { return true }
    let (fewer, more) =
      numbers.count < other.numbers.count
      ? (numbers, other.numbers) : (other.numbers, numbers)
    guard fewer.isSubset(of: more) else { return false }
    let theirs = Set(other.houses.map(\.key))
    return houses.contains {
      theirs.contains($0.key) && sharesPlace(with: other, besides: $0.street)
    }
  }

  /// Whether a name besides the street's is shared, or a postal code, or the country is a town.
  private func sharesPlace(with other: AddressForm, besides street: [String]) -> Bool {
    if !postalCodes.isDisjoint(with: other.postalCodes) { return true }
    if let country, country == other.country, Self.towns.contains(country) { return true }
    let shared = names.intersection(other.names).subtracting(street)
    // A character of a script without blanks is less than a word.
    return shared.reduce(0) { $0 + min($1.count, Self.shortestPlace) } >= Self.shortestPlace
  }

  /// The letters of the shortest name of a town that counts.
  private static let shortestPlace = 2
  /// Countries that are one town.
  private static let towns: Set<String> = ["SG", "HK", "MO", "MC", "GI", "VA", "SM"]
}
