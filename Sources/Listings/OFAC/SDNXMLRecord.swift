import FileFormats
import TradeModel

/// An `sdnEntry` of OFAC's XML, elements as published.
struct SDNXMLRecord {
  let uid: String
  let firstName: String?
  let lastName: String?
  let title: String?
  let type: String
  let remarks: String?
  let programmes: [String]
  let ids: [XMLNode]
  let aliases: [XMLNode]
  let addresses: [XMLNode]
  let countries: [Country]
  let birthDates: [XMLNode]
  let birthPlaces: [XMLNode]
  let vessel: XMLNode?
  let line: Int

  /// A nationality or citizenship.
  struct Country: Hashable {
    let isCitizenship: Bool
    let name: String
  }

  /// `nil` when the element has no `uid`.
  init?(_ entry: XMLNode) {
    guard let uid = entry.value("uid") else { return nil }
    self.uid = uid
    firstName = entry.value("firstName")
    lastName = entry.value("lastName")
    title = entry.value("title")
    type = entry.value("sdnType") ?? ""
    remarks = entry.value("remarks")
    programmes = entry.all("programList", "program").compactMap(\.trimmed)
    ids = entry.all("idList", "id")
    aliases = entry.all("akaList", "aka")
    addresses = entry.all("addressList", "address")
    countries =
      entry.all("nationalityList", "nationality").compactMap { $0.value("country") }
      .map { Country(isCitizenship: false, name: $0) }
      + entry.all("citizenshipList", "citizenship").compactMap { $0.value("country") }
      .map { Country(isCitizenship: true, name: $0) }
    birthDates = entry.all("dateOfBirthList", "dateOfBirthItem")
    birthPlaces = entry.all("placeOfBirthList", "placeOfBirthItem")
    vessel = entry.child("vesselInfo")
    line = entry.line
  }
}
