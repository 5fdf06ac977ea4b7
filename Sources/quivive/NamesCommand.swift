import ArgumentParser
import FileFormats
import NameAnalysis
import TradeModel
import Workplace

/// `quivive names`: how a name is read and taken apart.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Show how a name is read: its readings, parts, roles and groups.",
    discussion: """
      A name that is `-` stands for standard input, one name a line. A group is a number that \
      spellings of one name, forms of one class and words of one meaning share.
      """)

  @Argument(help: "The names.")
  var names: [String]

  @Option(help: "What the names are of: person, organisation, vessel, aircraft or unknown.")
  var kind = "unknown"

  @Flag(help: "One JSON object for each name.")
  var json = false

  @OptionGroup var knowledge: KnowledgeOptions

  private static let kinds: [String: PartyKind] = [
    "person": .person, "organisation": .organisation, "vessel": .vessel, "aircraft": .aircraft,
    "unknown": .unknown,
  ]

  func validate() throws {
    guard Self.kinds[kind] != nil else { throw ValidationError("there is no kind `\(kind)`") }
    guard !names.isEmpty else { throw ValidationError("give a name") }
  }

  func run() throws {
    let model = try NameModel(loading: knowledge)
    let analyser = NameAnalyser(model: model)
    let kind = Self.kinds[kind] ?? .unknown
    for name in names {
      guard name == "-" else {
        show(analyser.analyse(name, kind: kind), model)
        continue
      }
      for line in try InputFile.bytes(at: "-").split(separator: 0x0A) {
        show(analyser.analyse(String(decoding: line, as: UTF8.self), kind: kind), model)
      }
    }
  }

  private func show(_ name: AnalysedName, _ model: NameModel) {
    if json {
      Console.write(Self.object(name, model).compact + [0x0A])
      return
    }
    Console.print(name.verbatim)
    for reading in name.readings {
      let parts = reading.parts.map { part in
        let worth = model.rarity(of: part, kind: name.kind).tenthsOfBit
        let group = part.group == 0 ? "" : " #" + String(part.group, radix: 16)
        return "\(part.spelling) [\(part.role.word) \(worth)\(group)]"
      }
      Console.print("  \(reading.method.word): " + parts.joined(separator: " "))
    }
  }

  private static func object(_ name: AnalysedName, _ model: NameModel) -> JSONValue {
    let readings = name.readings.map { reading in
      JSONValue.members([
        "method": .string(reading.method.word),
        "parts": .array(reading.parts.map { Self.object($0, name.kind, model) }),
      ])
    }
    return .members(["name": .string(name.verbatim), "readings": .array(readings)])
  }

  private static func object(
    _ part: NamePart, _ kind: PartyKind, _ model: NameModel
  ) -> JSONValue {
    .members([
      "text": .string(part.spelling), "role": .string(part.role.word),
      "group": part.group == 0 ? nil : .int(Int(part.group)),
      "tenthsOfBit": .int(model.rarity(of: part, kind: kind).tenthsOfBit),
      "from": .int(part.source.lowerBound), "to": .int(part.source.upperBound),
    ])
  }
}

extension NamePart.Role {
  /// The word for this role in output.
  fileprivate var word: String {
    switch self {
    case .word: "word"
    case .given: "given"
    case .family: "family"
    case .patronymic: "patronymic"
    case .particle: "particle"
    case .honorific: "title"
    case .initial: "initial"
    case .legalForm: "form"
    case .generic: "generic"
    case .place: "place"
    case .numeral: "numeral"
    }
  }
}
