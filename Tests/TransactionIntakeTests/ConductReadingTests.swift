import FileFormats
import Testing
import TradeModel

@testable import TransactionIntake

/// Papers, changes, letters, earlier deals, answers and circumstances.
struct ConductReadingTests {
  private func read(_ members: String) throws -> Intake {
    try TransactionReader().read(
      JSONParser.parse(#"{"items": [{"description": "x"}], \#(members)}"#))
  }

  @Test func `an empty list is a statement, a missing one is none`() throws {
    let stated = try read(#""changes": [], "notices": [], "history": []"#).transaction.conduct
    #expect(stated.changes == [] && stated.notices == [] && stated.history == [])
    let silent = try read(#""reference": "1""#).transaction.conduct
    #expect(silent.changes == nil && silent.notices == nil && silent.history == nil)
    #expect(silent.documents == nil && silent == Conduct())
  }

  @Test func `circumstances are yes, no or not stated`() throws {
    let intake = try read(#""circumstances": {"sealRefused": true, "termsRefused": false}"#)
    let circumstances = intake.transaction.conduct.circumstances
    #expect(circumstances[.sealRefused] == true)
    #expect(circumstances[.termsRefused] == false)
    #expect(circumstances[.buyerCollects] == nil)
    #expect(intake.warnings.isEmpty)
  }

  struct Case: CustomTestStringConvertible {
    let members: String
    let path: String
    let problem: IntakeWarning.Problem
    var testDescription: String { members }
  }

  static let odd = [
    Case(
      members: #""circumstances": {"sealsRefused": true}"#, path: "circumstances.sealsRefused",
      problem: .unknownMember),
    Case(
      members: #""circumstances": {"sealRefused": "perhaps"}"#, path: "circumstances.sealRefused",
      problem: .wrongType),
    Case(
      members: #""changes": [{"what": "mood"}]"#, path: "changes[0].what", problem: .unknownWord),
    Case(
      members: #""notices": ["postcard"]"#, path: "notices[0].kind", problem: .unknownWord),
    Case(
      members: #""documents": {"list": [{"kind": "napkin"}]}"#, path: "documents.list[0].kind",
      problem: .unknownWord),
    Case(
      members: #""documents": {"list": [{"amendments": "many"}]}"#,
      path: "documents.list[0].amendments", problem: .unreadableNumber),
    Case(
      members: #""history": [{"buyer": "A", "status": "lost"}]"#, path: "history[0].status",
      problem: .unknownWord),
    Case(
      members: #""answers": {"RF-EU-01": "maybe"}"#, path: "answers.RF-EU-01.answer",
      problem: .unknownWord),
    Case(members: #""answers": "yes""#, path: "answers", problem: .wrongType),
  ]

  @Test(arguments: odd) func `what cannot be read is said, and is not taken for no`(_ odd: Case)
    throws
  {
    let intake = try read(odd.members)
    #expect(intake.warnings.map(\.path) == [odd.path], "\(intake.warnings)")
    #expect(intake.warnings.map(\.problem) == [odd.problem])
    let conduct = intake.transaction.conduct
    #expect(conduct.circumstances[.sealRefused] == nil)
    #expect(conduct.changes?.allSatisfy { $0.subject == nil } ?? true)
    #expect(conduct.notices?.allSatisfy { $0 == nil } ?? true)
    #expect(conduct.answers.allSatisfy { $0.isYes == nil })
    #expect(conduct.history?.allSatisfy { !$0.isCompleted } ?? true)
  }

  @Test func `an answer is a word, a truth value, or says who and when`() throws {
    let answers = try read(
      #""answers": {"A": "oui", "B": false, "C": {"answer": "no", "by": "X", "on": "2026"}, "D": null}"#
    ).transaction.conduct.answers
    #expect(
      answers == [
        FlagAnswer(flag: "A", isYes: true), FlagAnswer(flag: "B", isYes: false),
        FlagAnswer(flag: "C", isYes: false, by: "X", on: "2026"),
      ])
  }

  @Test func `a buyer of an earlier deal is a name or a whole party`() throws {
    let history = try read(
      #""history": [{"buyer": "A"}, {"buyer": {"name": "B", "phones": ["1"], "owners": [{"name": "C"}]}, "quantity": "5 kg", "value": "7 EUR"}]"#
    ).transaction.conduct.history
    #expect(history?.map(\.buyer.names) == [["A"], ["B"]])
    #expect(history?.last?.buyer.owners.first?.party.names == ["C"])
    #expect(history?.last?.quantity?.unit == Unit(reading: "kg"))
    #expect(history?.last?.value?.currency == "EUR")
  }
}
