import FileFormats
import Foundation
import QuiviveTestKit
import Testing
import TradeModel

@testable import TransactionIntake

/// The published schema, the reader and the examples say the same.
struct SchemaTests {
  static let path = TestFiles.root + "/Schemas/transaction.schema.json"

  private func schema() throws -> JSONValue {
    try JSONParser.parse(try #require(TestFiles.bytes(at: Self.path)))
  }

  /// The members of each shape by the schema.
  private func schemaMembers() throws -> [String: Set<String>] {
    let schema = try schema()
    var shapes = ["transaction": Set(try #require(schema["properties"]?.object).map(\.name))]
    for definition in try #require(schema["$defs"]?.object) {
      var objects = [definition.value]
      objects += definition.value["oneOf"]?.array ?? []
      for object in objects {
        if let properties = object["properties"]?.object {
          shapes[definition.name] = Set(properties.map(\.name))
        }
      }
    }
    return shapes
  }

  @Test func `the reader knows exactly the members of the schema`() throws {
    let text = """
      {"parties": [{"addresses": [{"city": "x"}], "identifiers": [{"value": "1"}],
        "circumstances": {},
        "owners": [{}], "officers": [{}]}],
       "items": [{"circumstances": {}, "controlCodes": ["x"], "parameters": [{}], "quantity": 1, "value": 1}],
       "route": {"legs": [{"vessel": {"circumstances": {}}}]}, "endUse": {"answers": {}}, "dates": {},
       "payment": {}, "circumstances": {}, "changes": ["terms"], "notices": ["red-flag"],
       "communication": {}, "documents": {"list": [{}]}, "history": [{}],
       "answers": {"RF-EU-01": {}}}
      """
    let members = try #require(try JSONParser.parse(text).object)
    let notes = IntakeNotes()
    _ = TransactionReader.transaction(
      ObjectReader(shape: "transaction", path: "", members: members, notes: notes))
    let schema = try schemaMembers()
    #expect(schema.count == 29)
    #expect(Set(notes.inventory.keys) == Set(schema.keys))
    for (shape, known) in notes.inventory {
      #expect(known == schema[shape], "\(shape)")
    }
  }

  @Test func `the words of the schema are those of the model`() throws {
    let schema = try schema()
    func words(_ shape: String?, _ member: String) -> [String]? {
      let object = shape.map { schema["$defs"]?[$0] } ?? schema
      let property = object?["properties"]?[member]
      return (property?["enum"] ?? property?["items"]?["enum"])?.array?.compactMap(\.string)
    }
    #expect(words(nil, "supply") == SupplyKind.allCases.map(\.rawValue))
    #expect(words("party", "roles") == PartyRole.allCases.map(\.rawValue))
    #expect(words("party", "kind") == PartyKind.allCases.map(\.rawValue))
    #expect(words("owner", "kind") == PartyKind.allCases.map(\.rawValue))
    #expect(words("identifier", "kind") == Identifier.Kind.allCases.map(\.rawValue))
    #expect(words("item", "spares") == Spares.allCases.map(\.rawValue))
    #expect(words("change", "what") == DealChange.Subject.allCases.map(\.rawValue))
    #expect(words("notice", "kind") == NoticeKind.allCases.map(\.rawValue))
    #expect(words("document", "kind") == TradeDocument.Kind.allCases.map(\.rawValue))
    #expect(words("pastDeal", "status") == PastDeal.Status.allCases.map(\.rawValue))
    #expect(words("item", "kind") == ItemKind.allCases.map(\.rawValue))
    #expect(words("endUse", "nature") == EndUse.Nature.allCases.map(\.rawValue))
    for question in EndUseQuestion.allCases {
      #expect(words("endUseAnswers", question.rawValue) == EndUseReply.allCases.map(\.rawValue))
    }
  }

  @Test func `every property has a title and a description, every reference a target`() throws {
    let schema = try schema()
    #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    var properties = 0
    func walk(_ value: JSONValue, _ path: String) {
      if let target = value["$ref"]?.string {
        let name = String(target.dropFirst("#/$defs/".count))
        #expect(target.hasPrefix("#/$defs/") && schema["$defs"]?[name] != nil, "\(path)")
      }
      for property in value["properties"]?.object ?? [] {
        properties += 1
        let own = property.value
        let target = own["$ref"]?.string.map { String($0.dropFirst("#/$defs/".count)) }
        let described =
          own["description"] != nil
          || target.map {
            schema["$defs"]?[$0]?["description"] != nil
          } == true
        let titled =
          own["title"] != nil
          || target.map {
            schema["$defs"]?[$0]?["title"] != nil
          } == true
        if path.contains("anyOf") { continue }
        #expect(described && titled, "\(path).\(property.name)")
      }
      switch value {
      case .object(let members):
        for member in members where member.name != "examples" {
          walk(member.value, "\(path).\(member.name)")
        }
      case .array(let elements):
        for (index, element) in elements.enumerated() { walk(element, "\(path)[\(index)]") }
      default: break
      }
    }
    walk(schema, "")
    #expect(properties > 100)
  }

  static let examples: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: TestFiles.root + "/Examples")) ?? [])
    .filter { $0.hasSuffix(".json") }.sorted()

  @Test func `there are at least nine examples, and the README names each`() throws {
    #expect(Self.examples.count >= 9)
    let readme = String(
      decoding: try #require(TestFiles.bytes(at: TestFiles.root + "/Examples/README.md")),
      as: UTF8.self)
    for example in Self.examples { #expect(readme.contains("`\(example)`")) }
  }

  @Test(arguments: examples)
  func `reads every example, and only the messy one with warnings`(example: String) throws {
    let bytes = try #require(TestFiles.bytes(at: TestFiles.root + "/Examples/" + example))
    let intake = try TransactionReader().read(bytes)
    #expect(intake.transaction.note?.isEmpty == false)
    #expect(intake.warnings.isEmpty == !example.contains("messy"), "\(intake.warnings)")
    #expect(intake.transaction.note?.contains("\n") == false)
    if example.contains("messy") {
      let problems = Set(intake.warnings.map(\.problem))
      #expect(
        problems.isSuperset(of: [
          .unknownMember, .wrongType, .emptyText, .unreadableDate, .dayFirstAssumed,
          .unreadableNumber, .unknownUnit, .unknownRole, .unknownIdentifierKind, .wrongCheckDigit,
          .unreadableShare, .unreadableCommodityCode, .unreadableCurrency, .partyWithoutName,
        ]))
      #expect(intake.transaction.endUse == nil)
    }
  }

  @Test(.enabled(if: Python.hasJSONSchema, "python3-jsonschema is not installed"))
  func `an independent validator takes the schema and every example but the messy one`() throws {
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for path in sys.argv[2:]:
          errors = [e.message for e in validator.iter_errors(json.load(open(path)))]
          print("bad" if errors else "good", path.rsplit("/", 1)[1], errors[:2])
      """
    let paths = Self.examples.map { TestFiles.root + "/Examples/" + $0 }
    let run = try #require(Python.run(["-c", script, Self.path] + paths))
    #expect(run.status == 0, "\(run.output)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == Self.examples.count, "\(run.output)")
    for line in lines { #expect(line.hasPrefix("bad") == line.contains("messy"), "\(line)") }
  }
}
