import ArgumentParser
import FileFormats
import Foundation
import Matching
import TradeModel

/// The questions of a file: JSON lines as `quivive match` takes them.
struct QuestionsOption: ParsableArguments {
  @Option(help: "The questions, as JSON lines.")
  var queries: String

  @Option(help: "Only every n-th question.")
  var every = 1

  func subjects() throws -> [Subject] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: queries)))
    var subjects: [Subject] = []
    for (place, line) in JSONLines(bytes).enumerated() where place % max(1, every) == 0 {
      subjects.append(try Subject(question: JSONParser.parse(bytes, in: line.range)))
    }
    guard !subjects.isEmpty else { throw BenchmarkError("`\(queries)` holds no question") }
    return subjects
  }
}

extension Subject {
  /// The properties that cost time: names, dates, countries and the numbers that lists carry.
  init(question: JSONValue) throws {
    let kind: PartyKind =
      switch question["schema"]?.string {
      case "Person": .person
      case "Organization", "Company", "PublicBody": .organisation
      case "Vessel": .vessel
      case "Airplane": .aircraft
      default: .unknown
      }
    let names =
      question["name"]?.string.map { [$0] } ?? question["name"]?.array?.compactMap(\.string) ?? []
    guard !names.isEmpty else { throw BenchmarkError("a question has no `name`") }
    self.init(kind: kind, names: names)
    func texts(_ property: String) -> [String] {
      question["props"]?[property]?.array?.compactMap(\.string) ?? []
    }
    birthDates = texts("birthDate").map { text in
      let fields = text.split(separator: "-").compactMap { Int($0) }
      let point = fields.first.flatMap {
        PartialDate.Point(
          year: $0, month: fields.count > 1 ? fields[1] : nil,
          day: fields.count > 2 ? fields[2] : nil)
      }
      return PartialDate(text: text, start: point)
    }
    countries = texts("country") + texts("nationality") + texts("flag")
    for (property, number) in Self.numbers {
      identifiers += texts(property).map { Identifier(kind: number, value: $0, label: property) }
    }
  }

  private static let numbers: KeyValuePairs<String, Identifier.Kind> = [
    "imoNumber": .imo, "mmsi": .mmsi, "callSign": .callSign, "swiftBic": .bic,
    "passportNumber": .passport, "idNumber": .nationalID, "taxNumber": .tax,
    "registrationNumber": .registration,
  ]
}
