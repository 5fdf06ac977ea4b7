import GoodsControls
import KnowledgeBase
import QuiviveTestKit
import TradeModel

@testable import Licensing

/// This package's knowledge with its licence rules, loaded once; a failure to load fails every test
/// that asks.
enum LicensingKit {
  static let knowledge = Result {
    try CheckedKnowledge(loading: KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge"))
  }
  private static let catalogue = Result { try ControlCatalogue(loading: knowledge.get()) }
  private static let index = Result { try knowledge.get().territoryIndex }
  private static let loaded = Result {
    try LicenceRules(loading: knowledge.get(), catalogue: catalogue.get())
  }

  static func rules() throws -> LicenceRules { try loaded.get() }

  static func place(_ code: String, isCertain: Bool = true) throws -> LicenceCase.Place {
    guard let territory = try index.get()[TerritoryID(code)] else { throw NoTerritory(code: code) }
    return LicenceCase.Place(
      territory: territory, paths: ["destinationCountry"], isCertain: isCertain)
  }

  struct NoTerritory: Error { let code: String }

  /// Every question of end use answered with no.
  static let nothing = EndUse(
    statement: "baking of bread", nature: .civil,
    answers: EndUseQuestion.allCases.map { EndUseAnswer($0, .no) })

  /// A civil use with these replies, all other questions not asked.
  static func use(_ replies: [EndUseQuestion: EndUseReply]) -> EndUse {
    EndUse(
      statement: "a use", nature: .civil,
      answers: EndUseQuestion.allCases.compactMap { question in
        replies[question].map { EndUseAnswer(question, $0) }
      })
  }

  static func item(
    _ codes: [String], to places: [String], endUse: EndUse? = nothing, commodity: String? = nil,
    list: String? = nil, unsettled: [LicenceStep] = []
  ) throws -> LicenceCase {
    let catalogue = try catalogue.get()
    return LicenceCase(
      path: "items[0]",
      codes: codes.enumerated().map {
        LicenceCase.Code(
          path: "items[0].controlCodes[\($0.offset)]", answer: catalogue.entries(for: $0.element),
          list: list)
      },
      commodityMatches: commodity.flatMap(CommodityCode.init).map(catalogue.listedByCommodityCode)
        ?? [],
      places: try places.map { try place($0) }, endUse: endUse, unsettled: unsettled)
  }

  static func determination(
    _ codes: [String], to places: [String], under jurisdiction: LicenceJurisdiction = .unitedStates,
    endUse: EndUse? = nothing, commodity: String? = nil, list: String? = nil
  ) throws -> LicenceDetermination {
    try rules().determination(
      of: item(codes, to: places, endUse: endUse, commodity: commodity, list: list),
      under: jurisdiction)
  }

  /// The rows of a file of the knowledge, read apart from the program's own tables: by splitting lines
  /// at commas outside quotes.
  static func rows(_ path: String) throws -> [[String: String]] {
    let bytes = TestFiles.bytes(at: "\(TestFiles.root)/Knowledge/\(path)") ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(cells)
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

extension LicenceDetermination.Answer {
  var isNotRequired: Bool { if case .notRequired = self { true } else { false } }
  var isRequired: Bool { if case .required = self { true } else { false } }
  var missing: [LicenceGap] { if case .undetermined(let gaps) = self { gaps } else { [] } }
}
