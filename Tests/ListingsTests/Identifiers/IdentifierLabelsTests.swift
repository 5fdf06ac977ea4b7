import Listings
import Testing
import TradeModel

struct IdentifierLabelsTests {
  @Test(
    arguments: [
      ("Passport", .identifier(.passport)),
      ("Vessel Registration Identification", .identifier(.imo)),
      ("Tax ID No.", .identifier(.tax)), ("Gender", .attribute),
      ("Secondary sanctions risk:", .measure), ("Secondary sanctions risk", .measure),
      ("Executive Order 14024 Directive Information -", .measure),
      ("Digital Currency Address - XBT", .identifier(.cryptoWallet)),
      ("Listing Date (CMIC)", .attribute), ("A new label", .identifier(.other)),
    ] as [(String, IdentifierLabels.Meaning)])
  func `sorts OFAC's labels into numbers, attributes and measures`(
    _ label: String, _ meaning: IdentifierLabels.Meaning
  ) {
    #expect(IdentifierLabels.meaning(ofac: label) == meaning)
  }

  @Test(
    arguments: [
      ("Passport A1234567 (Iran)", "Passport"), ("Gender Male", "Gender"),
      ("Registration Number 1", "Registration Number"),
      ("Registration Number", "Registration Number"),
      (
        "Aircraft Construction Number (also called L/N or S/N or F/N) 12",
        "Aircraft Construction Number (also called L/N or S/N or F/N)"
      ),
      ("Secondary sanctions risk: section 1(b)", "Secondary sanctions risk:"),
      (
        "Executive Order 14024 Directive Information - Directive 1",
        "Executive Order 14024 Directive Information -"
      ),
      ("Passports were lost", nil), ("Linked To: X", nil), ("", nil), ("DOB 1950", nil),
      (
        "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions: a b",
        "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:"
      ),
    ] as [(String, String?)])
  func `finds the longest label that opens a remark`(_ item: String, _ label: String?) {
    #expect(IdentifierLabels.ofacLabel(beginning: item) == label)
  }

  @Test(
    arguments: [
      ("Passport", .passport), ("Numéro de passeport ", .passport),
      ("Número de\n pasaporte", .passport),
      ("National Identification Number", .nationalID), ("Italian Fiscal Code:", .tax),
      ("Afghan national identification card (tazkira) number", .nationalID),
      ("Other ID", .nationalID),
      ("Business Reg No", .registration), ("IMO number", .imo), ("Phone number", .phone),
      ("UN Ref", .listReference), ("", .other), ("number: ", .other),
    ] as [(String, Identifier.Kind)])
  func `reads labels in English, French and Spanish`(_ label: String, _ kind: Identifier.Kind) {
    #expect(IdentifierLabels.kind(of: label) == kind)
  }

  @Test func `reads the codes of the EU`() {
    #expect(IdentifierLabels.kind(eu: "imo") == .imo)
    #expect(IdentifierLabels.kind(eu: "euvat") == .euVAT)
    #expect(IdentifierLabels.kind(eu: "") == .other)
  }

  @Test(
    arguments: [
      ("Vessel, IMO Number: 9999990, built 1999", [("imo", "9999990")]),
      ("IMO 9999990; MMSI 123456789", [("imo", "9999990"), ("mmsi", "123456789")]),
      (
        "Passport no. A1234567 (Iran), tel. +98 21 555 0100",
        [
          ("passport", "A1234567"), ("phone", "+98 21 555 0100"),
        ]
      ),
      ("Taxpayer identification number: 7700000000 (Russia)", [("tax", "7700000000")]),
      ("INN 7700000000, OGRN 1027700000000", [("inn", "7700000000"), ("ogrn", "1027700000000")]),
      (
        "Email address: office@example.org; website: www.example.org",
        [
          ("email", "office@example.org"), ("website", "www.example.org"),
        ]
      ),
      ("Registration Number 12345/A. Registration Number 12345/A", [("registration", "12345/A")]),
      ("House 12345, Maximov Street", []), ("IMO 123", []), ("passport unknown", []),
      ("Taxi 12345678", []), ("", []), ("IMO", []), ("passport №", []),
    ] as [(String, [(String, String)])])
  func `takes labelled numbers out of free text`(_ text: String, _ expected: [(String, String)]) {
    let found = FreeTextIdentifiers.identifiers(in: text)
    #expect(found.map(\.kind.rawValue) == expected.map(\.0))
    #expect(found.map(\.value) == expected.map(\.1))
  }

  @Test func `keeps label and issuer of a number in free text`() throws {
    let found = try #require(
      FreeTextIdentifiers.identifiers(in: "has Passport No. A1234567 (Iran) since").first)
    #expect(found.label == "Passport")
    #expect(found.issuer == "Iran")
  }
}
