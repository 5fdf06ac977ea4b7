import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

@testable import RedFlags

/// What a rule file says, and where it stands when it says something wrong.
struct RuleReadingTests {
  @Test func `reads a rule whole`() throws {
    let (rule, rules) = try RuleSamples.one(
      RuleSamples.rule(
        when: """
          forwarder: {consignee.business: [forwarding, banking], stops|gte: 2}
          far: [{leg.detour|gt: 1500 km}, {destination: NO}]
          words: {statement|contains|all: [rocket, motor]}
          condition: forwarder and 1 of far or words
          """, more: "for-each: leg\nstatement: {en: Because., fr: Parce que.}"))
    #expect(rule.id == "RF-RT-04")
    #expect(rule.title == BilingualText(en: "A title", fr: "Un titre"))
    #expect(rule.severity == .high)
    #expect(rule.sources.map(\.id.name) == ["law"])
    #expect(rule.forEach == .leg)
    #expect(rule.statement?.fr == "Parce que.")
    #expect(rule.ask.en == "Who?")
    #expect(rule.examples.map(\.raises) == [true, false])
    let condition = try #require(rule.condition)
    #expect(condition.selections.map(\.name) == ["forwarder", "far", "words"])
    func leaf(_ fact: String, _ predicate: FactAtom.Predicate) -> Logic<FactAtom> {
      .leaf(FactAtom(fact: fact, predicate: predicate))
    }
    #expect(
      condition.selections.map(\.logic) == [
        .all([
          .any([
            leaf("consignee.business", .equals(.word("forwarding"))),
            leaf("consignee.business", .equals(.word("banking"))),
          ]), leaf("stops", .atLeast(.number(2))),
        ]),
        .any([
          leaf("leg.detour", .greater(.number(1500))),
          // YAML 1.1 reads a bare NO as a truth value; here it is Norway.
          leaf("destination", .equals(.country(TerritoryID("NO")))),
        ]),
        .all([leaf("statement", .contains("rocket")), leaf("statement", .contains("motor"))]),
      ])
    #expect(
      condition.facts == ["consignee.business", "stops", "leg.detour", "destination", "statement"])
    #expect(rules.bundledCount == 1)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let message: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ message: String) {
      self.name = name
      self.text = text
      self.message = message
    }

    /// A fault on the first line of `when`, which is line 9.
    static func when(_ name: String, _ selection: String, _ message: String) -> Fault {
      Fault(
        name, RuleSamples.rule(when: "a: \(selection)\ncondition: a"), "rule.yaml:9: \(message)")
    }
  }

  static let faults = [
    Fault("no YAML", "id: [", "rule.yaml:2: no YAML: did not find expected node content"),
    Fault("empty", "", "rule.yaml: the file is empty"),
    Fault("list", "- a\n", "rule.yaml:1: `the file` is no map of keys and values"),
    Fault(
      "key twice", "id: a\nid: b\n", "rule.yaml:1: the key `id` stands twice in one map"),
    Fault(
      "unknown key", RuleSamples.rule(more: "tittle: x"),
      "rule.yaml:7: `tittle` is no key here; perhaps `title`"),
    Fault(
      "severity", RuleSamples.rule().replacing("severity: high", with: "severity: grave"),
      "rule.yaml:4: `grave` is no value of `severity`; use high, medium, low"),
    Fault(
      "one language", RuleSamples.rule().replacing("{en: Who?, fr: Qui ?}", with: "{en: Who?}"),
      "rule.yaml:6: `fr` is missing"),
    Fault(
      "source", RuleSamples.rule().replacing("[law]", with: "[laws]"),
      "rule.yaml:5: unknown source `laws`; perhaps `law`"),
    Fault(
      "no source", RuleSamples.rule().replacing("[law]", with: "[]"),
      "rule.yaml:5: `sources` names no source"),
    Fault(
      "for each", RuleSamples.rule(more: "for-each: ship"),
      "rule.yaml:7: `ship` is no value of `for-each`; use party, item, leg"),
    Fault(
      "condition", RuleSamples.rule(when: "a: {user.stated: true}\ncondition: a and"),
      "rule.yaml:10: the condition ends too soon"),
    Fault(
      "selection called and",
      RuleSamples.rule(when: "and: {user.stated: true}\ncondition: 1 of them"),
      "rule.yaml:9: `and` is no name of a selection; use letters, digits, `-` and `_`, and none of the words of conditions"
    ),
    .when("no map", "true", "the selection `a` is no map of facts, nor a list of such"),
    .when("empty list", "[]", "the selection `a` is empty"),
    .when(
      "unknown fact", "{user.state: true}", "unknown fact `user.state`; perhaps `user.stated`"),
    .when("no value", "{stops: []}", "`stops` has no value"),
    .when(
      "flag", "{user.stated: yes}",
      "`yes` is no flag that `user.stated` can be; `true` or `false`"),
    .when(
      "word", "{consignee.business: bankin}",
      "`bankin` is no word that `consignee.business` can be; perhaps `banking`"),
    .when(
      "unit", "{leg.detour|gt: 5 nmi}",
      "`5 nmi` is no number that `leg.detour` can be; a number, in km"),
    .when(
      "currency", "{value|gt: 500}",
      "`500` is no money that `value` can be; an amount and a currency: `50000 EUR`"),
    .when(
      "day", "{ordered|before: 2022}", "`2022` is no day; write `YYYY-MM-DD`"),
    .when("date", "{ordered: 2022-02-24}", "`ordered` is a date; ask with `|before` or `|after`"),
    .when(
      "territory", "{destination: XX}",
      "unknown territory `XX`; use a code of Territories/territories.csv"),
    .when(
      "group", "{destination|in: GULFS}",
      "unknown group of territories `GULFS`; perhaps `GULF`"),
    .when(
      "modifier", "{statement|contain: x}", "`contain` is no modifier; perhaps `contains`"),
    .when(
      "modifier of another type", "{stops|contains: x}",
      "`contains` cannot be asked of `stops`, which is a number"),
    .when(
      "two modifiers", "{stops|gt|lt: 4}",
      "`stops|gt|lt` has more than one modifier; only `all` can follow another one"),
    Fault(
      "judgement with a condition", RuleSamples.judgement("when: {condition: a}"),
      "rule.yaml:8: a judgement has no `when`"),
    Fault(
      "judgement of each", RuleSamples.judgement("for-each: party"),
      "rule.yaml:1: a judgement is of the whole: it has no `for-each`"),
    Fault(
      "example without answer",
      RuleSamples.rule(examples: "- {name: a, facts: {}, raises: perhaps}"),
      "rule.yaml:12: `perhaps` is no value of `raises`; use true, false, unknown"),
    Fault(
      "list for one value",
      RuleSamples.rule(examples: "- {name: a, facts: {stops: [1, 2]}, raises: true}"),
      "rule.yaml:12: `stops` has one value, not a list; declare it with `many: true` if it can have several"
    ),
  ]

  @Test(arguments: faults)
  func `says file, line and what is wrong`(fault: Fault) {
    #expect(
      RuleSamples.faults(fault.text).contains(fault.message), "\(RuleSamples.faults(fault.text))")
  }

  @Test func `one file reports all its faults`() {
    let text = RuleSamples.rule(
      when: "a: {user.state: true, stops: many}\ncondition: a", more: "hint: x")
    #expect(RuleSamples.faults(text).count == 3)
  }

  @Test func `a few lines of aliases cannot stand for millions of values`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let names = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(names)]\n"
    }
    #expect(
      RuleSamples.faults(text) == [
        "rule.yaml: the file holds too many values, or a key that is no text"
      ])
  }

  @Test func `a file of other bytes is an error, not the end`() throws {
    let rules = { (bytes: [UInt8]) in
      try RedFlagRules(
        bundled: KnowledgeFolder(location: "memory", files: ["rule.yaml": bytes]).files,
        vocabulary: RuleSamples.vocabulary())
    }
    #expect(throws: KnowledgeErrors.self) { try rules([0xFF, 0xFE, 0x00]) }
    #expect(throws: KnowledgeErrors.self) { try rules(Array(repeating: 0x5B, count: 100_000)) }
    #expect(throws: KnowledgeErrors.self) { try rules([0x00]) }
  }

  @Test func `a byte order mark and the line ends of Windows do not matter`() throws {
    let text = RuleSamples.rule()
    let windows = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    #expect(try RuleSamples.one(windows).rule == RuleSamples.one(text).rule)
  }

  @Test func `no damage to a file stops the process`() throws {
    let seed: UInt64 = 11
    var generator = SeededGenerator(seed: seed)
    let vocabulary = try RuleSamples.vocabulary()
    let texts = [
      RuleSamples.rule(
        when:
          "a: [{statement|contains|all: [x, y]}, {stops|gt: 5}]\nb: {destination|in: GULF}\ncondition: 1 of them and not (a or b)",
        more: "for-each: party"), RuleSamples.judgement(),
    ].map { Array($0.utf8) }
    let marks = Array("{}[]:,|&*!#-?'\"%@`\n\t \\()~<>\u{0}\u{85}\u{FEFF}".utf8)
    var sound = 0
    for round in 0..<3000 {
      var bytes = texts[round % 2]
      for _ in 0...generator.next(below: 4) {
        let place = generator.next(below: bytes.count)
        switch generator.next(below: 4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(marks[generator.next(below: marks.count)], at: place)
        case 2: bytes[place] = UInt8(generator.next(below: 256))
        default: bytes.removeSubrange(place..<min(place + 20, bytes.count))
        }
      }
      let file = KnowledgeFolder(location: "memory", files: ["rule.yaml": bytes]).files
      do {
        let rules = try RedFlagRules(bundled: file, vocabulary: vocabulary)
        sound += 1
        _ = rules.faults
        _ = rules.trials
      } catch {
        #expect(error.errors.allSatisfy { $0.file == "rule.yaml" }, "seed \(seed), round \(round)")
      }
    }
    #expect(sound > 100 && sound < 2900, "\(sound)")
  }

  @Test func `own rules stand after the bundled ones, and their ids must differ`() throws {
    let bundled = ["rule.yaml": RuleSamples.rule()]
    let rules = try RuleSamples.rules(bundled, own: ["own.yaml": RuleSamples.rule(id: "AA-1")])
    #expect(rules.rules.map(\.id) == ["RF-RT-04", "AA-1"])
    #expect(rules.rules.map { rules.isOwn($0) } == [false, true])
    #expect(
      rules.ownDigest == RuleSamples.folder(["own.yaml": RuleSamples.rule(id: "AA-1")]).digest)
    #expect(rules.faults.isEmpty)
    #expect(try RuleSamples.rules(bundled).ownDigest == nil)
    #expect(
      RuleSamples.faults(RuleSamples.rule(), own: ["own.yaml": RuleSamples.rule()]) == [
        "memory/own.yaml:1: the rule `RF-RT-04` stands in `rule.yaml` too"
      ])
    #expect(
      RuleSamples.faults(RuleSamples.rule(), own: [:]) == [
        "memory: the folder holds no rule; put files that end in .yaml into it"
      ])
    #expect(
      RuleSamples.faults(RuleSamples.rule(), own: ["notes.csv": "a"]).first
        == "memory/notes.csv: no rule: the file does not end in .yaml")
  }

  @Test func `own rules can cite documents of their own`() throws {
    let own = [
      "own.yaml": RuleSamples.rule(id: "AA-1").replacing("[law]", with: "[law, manual]"),
      "sources.csv": """
      id,title,issuer,date,section,address,address_status,seen,licence,note
      manual,Our manual,Us,2026,,,none,yes,,

      """,
    ]
    let rules = try RuleSamples.rules(["rule.yaml": RuleSamples.rule()], own: own)
    #expect(rules["AA-1"]?.sources.map(\.title) == ["The law", "Our manual"])
    #expect(
      RuleSamples.faults(RuleSamples.rule().replacing("[law]", with: "[manual]"), own: own)
        .contains { $0.contains("unknown source `manual`") }, "not for the bundled ones")
    let broken = own.merging(["sources.csv": "id\n"]) { $1 }
    #expect(
      RuleSamples.faults(RuleSamples.rule(), own: broken).first?.hasPrefix("memory/sources.csv:1: ")
        == true)
  }

  static let badFacts = [
    "- a": "RedFlags/facts.yaml:1: the file is no map of facts by name",
    "a: {type: texts, origin: input}":
      "RedFlags/facts.yaml:1: `texts` is no value of `type`; use text, word, number, money, date, flag, country",
    "a: {type: text}": "RedFlags/facts.yaml:1: `origin` is missing",
    "a: {type: text, origin: derived}": "RedFlags/facts.yaml:1: `how` is missing",
    "a b: {type: text, origin: input}":
      "RedFlags/facts.yaml:1: `a b` is no name of a fact; use letters, digits, `-`, and `.` between parts",
    "party.a: {type: text, origin: input, scope: leg}":
      "RedFlags/facts.yaml:1: `party.a` is by its name a fact of a party, not of a leg; only names with `party.`, `item.` or `leg.` in front are of those",
    "a: {type: text, origin: input, unit: km}":
      "RedFlags/facts.yaml:1: only a number has a `unit`",
    "a: {type: flag, origin: input, values: [x]}":
      "RedFlags/facts.yaml:1: only a word has `values`",
    "a: {type: text, origin: input, many: yes}":
      "RedFlags/facts.yaml:1: `many` is neither `true` nor `false`",
  ]

  @Test(arguments: badFacts.sorted { $0.key < $1.key })
  func `says what is wrong with a declared fact`(text: String, message: String) throws {
    let errors = #expect(throws: KnowledgeErrors.self) { try RuleSamples.vocabulary(facts: text) }
    #expect(errors?.errors.map(\.description) == [message])
  }
}
