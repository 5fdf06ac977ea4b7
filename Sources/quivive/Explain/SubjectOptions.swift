public import ArgumentParser
import FileFormats
import Foundation
import Matching
public import TradeModel
import Workplace

/// Who is asked for, as the command line says it.
struct SubjectOptions: ParsableArguments {
  @Option(help: "The kind of party: \(PartyKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: PartyKind = .unknown

  @Option(
    help: ArgumentHelp(
      "A further name of the subject. May be repeated.", valueName: "name"))
  var alias: [String] = []

  @Option(
    help: ArgumentHelp(
      "1961-07-02, 1961, `circa 1961`, `1960-1963`. May be repeated.", valueName: "date"))
  var birthDate: [String] = []

  @Option(
    help: ArgumentHelp(
      "Founding date of an organisation, building date of a vessel or aircraft.",
      valueName: "date"))
  var foundingDate: [String] = []

  @Option(
    help: ArgumentHelp(
      "Nationality, seat or flag: two letters of ISO 3166. May be repeated.", valueName: "code"))
  var country: [String] = []

  @Option(help: ArgumentHelp("An address, in one line. May be repeated.", valueName: "text"))
  var address: [String] = []

  @Option(help: ArgumentHelp("A place of birth. May be repeated.", valueName: "text"))
  var birthPlace: [String] = []

  @Option(help: "male or female.")
  var gender: String?

  @Option(
    help: ArgumentHelp(
      "A number, with its kind: imo=9074729, passport=…. May be repeated.",
      valueName: "kind=value"))
  var identifier: [StatedIdentifier] = []

  /// The subject of that name, or of that JSON: a question as `quivive match` takes it, itself or in a
  /// file.
  func subject(_ text: String) throws -> Subject {
    if text.hasPrefix("{") { return try subject(json: Array(text.utf8), "the subject") }
    if text.hasSuffix(".json") || text.hasSuffix(".jsonl") || text == "-" {
      return try subject(json: InputFile.bytes(at: text), "`\(text)`")
    }
    var subject = Subject(kind: kind, names: [text] + alias)
    add(to: &subject)
    return subject
  }

  private func subject(json bytes: [UInt8], _ place: String) throws -> Subject {
    do {
      let value = try JSONParser.parse(bytes)
      guard let names = MatchQuery.names(value) else {
        throw Failure(.badInput, "\(place) has no `name`")
      }
      var subject = Subject(
        schema: value["schema"]?.string ?? "LegalEntity", names: names + alias,
        properties: value["props"] ?? value["properties"] ?? .object([]))
      if kind != .unknown { subject.kind = kind }
      add(to: &subject)
      return subject
    } catch let error as FileFormatError {
      throw Failure(
        .badInput, "\(place): \(error.description)",
        help: "give one question as `quivive match` takes it: {\"name\", \"schema\", \"props\"}")
    }
  }

  private func add(to subject: inout Subject) {
    subject.birthDates += birthDate.map(PartialDate.init(reading:))
    subject.foundingDates += foundingDate.map(PartialDate.init(reading:))
    subject.countries += country
    subject.addresses += address.map { Address(lines: [$0], text: $0) }
    subject.birthPlaces += birthPlace
    if let gender { subject.gender = gender }
    subject.identifiers += identifier.map(\.identifier)
  }
}

/// `kind=value`.
struct StatedIdentifier: ExpressibleByArgument {
  let identifier: Identifier

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    let word = argument[..<sign].lowercased()
    let value = argument[argument.index(after: sign)...]
    guard let kind = Identifier.Kind.allCases.first(where: { $0.rawValue.lowercased() == word }),
      !value.isEmpty
    else { return nil }
    identifier = Identifier(kind: kind, value: String(value))
  }

  static var allValueStrings: [String] { Identifier.Kind.allCases.map { "\($0.rawValue)=…" } }
}

extension PartyKind: ExpressibleByArgument {}
