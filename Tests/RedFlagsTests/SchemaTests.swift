import FileFormats
import KnowledgeBase
import QuiviveTestKit
import Testing

@testable import RedFlags

/// The published schema, the reader and the rule files say the same.
struct SchemaTests {
  static let path = TestFiles.root + "/Schemas/red-flag.schema.json"

  private func schema() throws -> JSONValue {
    try JSONParser.parse(try #require(TestFiles.bytes(at: Self.path)))
  }

  @Test func `the reader knows exactly the keys of the schema`() throws {
    let schema = try schema()
    let notes = RuleNotes(file: "rule.yaml")
    let reader = RuleReader(vocabulary: try RuleSamples.vocabulary(), notes: notes)
    for text in [
      RuleSamples.rule(more: "for-each: party"),
      RuleSamples.judgement("examples: [{name: a, answer: no, raises: false}]"),
    ] {
      _ = reader.rule(try LocatedYAML(reading: Array(text.utf8), file: "rule.yaml"))
    }
    #expect(notes.errors.isEmpty, "\(notes.errors)")
    func keys(_ shape: JSONValue?) -> Set<String> {
      Set((shape?["properties"]?.object ?? []).map(\.name))
    }
    let definitions = schema["$defs"]
    #expect(
      notes.inventory == [
        "rule": keys(schema), "when": keys(definitions?["when"]),
        "text": keys(definitions?["text"]), "example": keys(definitions?["example"]),
      ])
  }

  @Test func `the words of the schema are those of the engine`() throws {
    let properties = try #require(try schema()["properties"])
    func words(_ key: String) -> [String]? {
      properties[key]?["enum"]?.array?.compactMap(\.string)
    }
    #expect(words("severity") == RedFlagRule.Severity.allCases.map(\.rawValue))
    #expect(
      words("for-each")
        == FactDeclaration.Scope.allCases.map(\.rawValue).filter { $0 != "transaction" })
    let pattern = try schema()["$defs"]?["tests"]?["propertyNames"]?["pattern"]?.string
    for modifier in PredicateBuilder.modifiers { #expect(pattern?.contains(modifier) == true) }
  }

  @Test func `every property has a title and a description`() throws {
    var properties = 0
    func walk(_ value: JSONValue, _ path: String) {
      for property in value["properties"]?.object ?? [] where !path.contains(".if") {
        properties += 1
        #expect(
          property.value["title"] != nil && property.value["description"] != nil,
          "\(path).\(property.name)")
      }
      for member in value.object ?? [] { walk(member.value, "\(path).\(member.name)") }
    }
    walk(try schema(), "")
    #expect(properties > 15)
  }

  // MARK: An independent validator

  /// A YAML value as JSON; truth values as an editor reads them.
  private static func json(_ value: LocatedYAML) -> JSONValue {
    switch value.content {
    case .text(let text): Bool(text).map { .bool($0) } ?? .string(text)
    case .list(let values): .array(values.map(json))
    case .map(let members): .object(members.map { JSONValue.Member($0.key, json($0.value)) })
    }
  }

  /// Whether the validator takes each document.
  private static func verdicts(_ texts: [(name: String, bytes: [UInt8])]) throws -> [String: Bool] {
    let documents = JSONValue.object(
      try texts.map {
        JSONValue.Member($0.name, json(try LocatedYAML(reading: $0.bytes, file: $0.name)))
      })
    let folder = try TemporaryFolder()
    let path = try folder.write(String(decoding: documents.compact, as: UTF8.self), to: "all.json")
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      documents = json.load(open(sys.argv[2]))
      print(json.dumps({name: validator.is_valid(value) for name, value in documents.items()}))
      """
    let run = try #require(Python.run(["-c", script, Self.path, path]))
    #expect(run.status == 0, "\(run.output)")
    let answers = try JSONParser.parse(Array(run.output.utf8)).object ?? []
    return Dictionary(uniqueKeysWithValues: answers.map { ($0.name, $0.value.bool ?? false) })
  }

  static let bundled = Result {
    try KnowledgeFolder(reading: TestFiles.root + "/Knowledge").files(in: RedFlagRules.folder)
  }

  @Test(.enabled(if: Python.hasJSONSchema, "python3-jsonschema is not installed"))
  func `an independent validator takes every bundled rule`() throws {
    let files = try Self.bundled.get().map { ($0.path, $0.bytes) }
    let samples = [
      ("sample", Array(RuleSamples.rule().utf8)), ("judged", Array(RuleSamples.judgement().utf8)),
    ]
    for (name, isValid) in try Self.verdicts(files + samples) { #expect(isValid, "\(name)") }
  }

  @Test(.enabled(if: Python.hasJSONSchema, "python3-jsonschema is not installed"))
  func `an independent validator refuses what the reader refuses for its form`() throws {
    let faulty = [
      "unknown key": RuleSamples.rule(more: "titel: x"),
      "severity": RuleSamples.rule().replacing("severity: high", with: "severity: grave"),
      "one language": RuleSamples.rule().replacing("{en: Who?, fr: Qui ?}", with: "{en: Who?}"),
      "no source": RuleSamples.rule().replacing("[law]", with: "[]"),
      "modifier": RuleSamples.rule(when: "a: {statement|like: x}\ncondition: a"),
      "no condition": RuleSamples.rule(when: "a: {statement: x}"),
      "judgement with a condition": RuleSamples.judgement("when: {a: {stops: 1}, condition: a}"),
      "raises": RuleSamples.rule(examples: "- {name: a, facts: {}, raises: perhaps}"),
      "no facts": RuleSamples.rule(examples: "- {name: a, raises: true}"),
    ]
    let verdicts = try Self.verdicts(faulty.map { ($0.key, Array($0.value.utf8)) })
    #expect(verdicts.count == faulty.count)
    for (name, text) in faulty {
      #expect(verdicts[name] == false, "\(name)")
      #expect(throws: KnowledgeErrors.self, "\(name)") {
        try RuleSamples.rules(["rule.yaml": text])
      }
    }
  }
}
