import FileFormats
import Matching
public import TradeModel

/// The party that was screened, as a decision on it is kept and found again.
public struct SubjectRecord: Hashable, Sendable {
  /// What finds decisions on the same customer: the customer's own number where one is stated (an
  /// identifier of the kind `other` with the label `customer`), else its main name without case, marks
  /// and order. Everything else is in ``digest``: a customer who moved is found, and told as changed.
  public let key: String
  /// The main name as stated.
  public let name: String
  /// Of everything that was compared: another address or one more name is another record.
  public let digest: Digest

  public init(key: String, name: String, digest: Digest) {
    self.key = key
    self.name = name
    self.digest = digest
  }

  /// - Parameter path: where the party stands, for one that states no name.
  init(_ subject: Subject, path: String) {
    name = subject.names.first ?? subject.identifiers.first?.value ?? path
    let customer = subject.identifiers.first {
      $0.kind == .other && $0.label?.foldedWords == ["customer"]
    }
    key =
      customer.map { "customer:\($0.normalised)" }
      ?? "name:\(name.foldedWords.sorted().joined(separator: " "))"
    func sorted(_ texts: [String]) -> JSONValue { .strings(texts.uniqued().sorted()) }
    digest = SHA256.digest(
      of: JSONValue.members([
        "kind": .string(subject.kind.rawValue), "names": sorted(subject.names),
        "birthDates": sorted(subject.birthDates.map(\.text)),
        "foundingDates": sorted(subject.foundingDates.map(\.text)),
        "countries": sorted(subject.countries), "gender": subject.gender.map(JSONValue.string),
        "identifiers": sorted(subject.identifiers.map { "\($0.kind.rawValue):\($0.normalised)" }),
        "addresses": sorted(subject.addresses.map(\.text)),
        "birthPlaces": sorted(subject.birthPlaces),
        "tonnage": subject.tonnage.map(JSONValue.string),
        "grossTonnage": subject.grossTonnage.map(JSONValue.string),
      ]).canonical)
  }
}
