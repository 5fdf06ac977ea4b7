import Listings
import QuiviveTestKit
import Testing
import TradeModel

struct AdvancedXMLImporterTests {
  static let file = ListFile.fixture("us.ofac.sdn/sdn_advanced.xml")

  static func snapshot(
    _ file: ListFile = file, list: String = "us.ofac.sdn", acceptsIncomplete: Bool = false
  ) throws -> ListSnapshot {
    ListSnapshot(
      list: try #require(ListID(list)), file: file, acceptsIncomplete: acceptsIncomplete)
  }

  private static func run(
    _ snapshot: ListSnapshot
  ) throws -> (report: ImportReport, designations: [Designation]) {
    var designations: [Designation] = []
    let report = try AdvancedXMLImporter().report(on: snapshot) { designations.append($0) }
    return (report, designations)
  }

  private static func edited(_ old: String, _ new: String) throws -> ListFile {
    let text = String(decoding: file.bytes, as: UTF8.self)
    let range = try #require(text.firstRange(of: old))
    let edited = text[..<range.lowerBound] + new + text[range.upperBound...]
    return ListFile(name: file.name, bytes: Array(edited.utf8))
  }

  private static func error(_ snapshot: ListSnapshot) -> ListFormatError? {
    do { _ = try run(snapshot) } catch { return error as? ListFormatError }
    return nil
  }

  @Test func `keeps the importer contract`() throws {
    ListImporterContract(AdvancedXMLImporter.self, on: try Self.snapshot()).expectKept()
  }

  @Test func `keeps every field of the fixture`() throws {
    expectGolden(
      try imported(AdvancedXMLImporter.self, Self.snapshot()),
      at: "us.ofac.sdn/sdn_advanced.xml.golden.json")
  }

  @Test func `reads the precision of a date from its four corners`() throws {
    let person = try #require(Self.run(Self.snapshot()).designations.first { $0.kind == .person })
    #expect(
      person.birthDates.map(\.text) == ["1962", "circa 1963-04-05", "1961-03", "1951 to 1953"])
    #expect(person.birthDates.map(\.isCirca) == [false, true, false, false])
    #expect(person.birthDates.map { $0.end?.iso } == [nil, nil, nil, "1953"])
  }

  @Test func `keeps a name's other scripts beside it`() throws {
    let first = try #require(Self.run(Self.snapshot()).designations.first)
    #expect(first.names.map(\.kind) == [.primary, .otherScript, .former, .alias])
    #expect(first.names.map(\.script) == ["Latin", "Arabic", "Latin", "Latin"])
    #expect(first.names.last?.strength == .weak)
  }

  @Test func `keeps the publisher's doubt about a value`() throws {
    let person = try #require(Self.run(Self.snapshot()).designations.first { $0.kind == .person })
    #expect(person.attributes.contains(Attribute("Citizenship Country", "Iran: held to be false")))
    let passport = try #require(person.identifiers.first { $0.kind == .passport })
    #expect(passport.note?.contains("Fraudulent") == true)
  }

  @Test func `reads the link of an individual to what it owns backwards`() throws {
    let designations = try Self.run(Self.snapshot()).designations
    let person = try #require(designations.first { $0.kind == .person })
    let vessel = try #require(designations.first { $0.kind == .vessel })
    #expect(person.relations.map(\.target) == [.key("301")])
    #expect(person.relations.first?.note?.contains("the individual is the owner") == true)
    #expect(vessel.relations.first?.note == "former; quality: High")
  }

  @Test func `takes meanings from the file and never from memory`() throws {
    let renamed = try Self.edited(">Owned or Controlled By<", ">Invented Link<")
    let vessel = try Self.run(Self.snapshot(renamed)).designations.first { $0.kind == .vessel }
    #expect(vessel?.relations.first?.type == "Invented Link")
    let swapped = try Self.edited("<PartyType ID=\"1\">Individual<", "<PartyType ID=\"1\">Entity<")
    #expect(try Self.run(Self.snapshot(swapped)).designations.allSatisfy { $0.kind != .person })
  }

  @Test(arguments: [
    ("<Script ID=\"160\">Arabic</Script>", "Script `160`"),
    ("<AliasType ID=\"1403\">Name</AliasType>", "AliasType `1403`"),
    ("<NamePartGroup ID=\"5\" NamePartTypeID=\"1520\" />", "NamePartGroup `5`"),
    ("<Location ID=\"3\"><LocationCountry CountryID=\"11\" /></Location>", "Location `3`"),
    ("<Country ID=\"11\" ISO2=\"IR\">Iran</Country>", "Country `11`"),
    ("<List ID=\"91512\">Consolidated List</List>", "List `91512`"),
  ])
  func `reports a reference that nothing resolves`(_ removed: String, _ named: String) throws {
    let file = try Self.edited(removed, "")
    let error = try #require(Self.error(Self.snapshot(file)))
    #expect(error.reason == .danglingReferences)
    #expect(error.message.contains(named), "\(error)")
    let accepted = try Self.run(Self.snapshot(file, acceptsIncomplete: true))
    #expect(accepted.report.acceptedProblems.map(\.reason) == [.danglingReferences])
    #expect(accepted.designations.count == 3)
  }

  @Test(arguments: ["To-ProfileID=\"301\"", "IdentityID=\"2\"", "ProfileID=\"303\" ListID"])
  func `reports a link to a party that is not there`(_ link: String) throws {
    let quote = try #require(link.firstIndex(of: "\""))
    let end = try #require(link[link.index(after: quote)...].firstIndex(of: "\""))
    let file = try Self.edited(link, link[..<quote] + "\"999" + link[end...])
    #expect(Self.error(try Self.snapshot(file))?.reason == .danglingReferences)
  }

  @Test func `refuses changes for a list and one list for another`() throws {
    let delta = try Self.edited("Version=\"3\"", "Version=\"3\" DeltaBaseVersion=\"2\"")
    #expect(Self.error(try Self.snapshot(delta))?.reason == .amendment)
    let other = try Self.edited(">SDN List<", ">Invented List<")
    #expect(Self.error(try Self.snapshot(other))?.reason == .notThisList)
    #expect(Self.error(try Self.snapshot(other, list: "us.ofac.cons")) == nil)
  }

  @Test func `keeps a party without a name or number as an issue`() throws {
    let numberless = try Self.run(
      Self.snapshot(Self.edited("<Profile ID=\"303\"", "<Profile"), acceptsIncomplete: true))
    #expect(numberless.report.issues.map(\.problem) == ["the profile has no number"])
    #expect(numberless.report.issues.first?.verbatim.contains("SEA INVENTION") == true)
    #expect(numberless.report.isBalanced)
    let nameless = try Self.run(
      Self.snapshot(Self.edited(">SEA INVENTION<", "><"), acceptsIncomplete: true))
    #expect(nameless.report.issues.map(\.problem) == ["the party has no name"])
  }
}
