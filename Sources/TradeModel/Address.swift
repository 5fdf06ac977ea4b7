/// A postal address or a part of one. A country alone is an address.
public struct Address: Hashable, Sendable {
  /// The whole as published when the publisher gives one text, otherwise the parts joined by ", ".
  public let text: String
  /// Street, building, post box; in the order published.
  public let lines: [String]
  /// As written.
  public let city: String?
  /// As written: state, province.
  public let region: String?
  /// As written.
  public let postalCode: String?
  /// The country as written: a name in any language, or a code.
  public let country: String?
  /// What else was stated of the address.
  public let note: String?

  public init(
    lines: [String] = [], city: String? = nil, region: String? = nil, postalCode: String? = nil,
    country: String? = nil, note: String? = nil, text: String? = nil
  ) {
    self.lines = lines
    self.city = city
    self.region = region
    self.postalCode = postalCode
    self.country = country
    self.note = note
    self.text =
      text
      ?? (lines + [city, region, postalCode, country].compactMap(\.self)).joined(separator: ", ")
  }
}
