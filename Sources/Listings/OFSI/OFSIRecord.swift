import FileFormats

/// The columns of the OFSI consolidated list, by their titles in both layouts.
enum OFSIColumn: String, Hashable, CaseIterable {
  case name6 = "Name 6"
  case name1 = "Name 1"
  case name2 = "Name 2"
  case name3 = "Name 3"
  case name4 = "Name 4"
  case name5 = "Name 5"
  case title = "Title"
  case nonLatinName = "Name Non-Latin Script"
  case nonLatinScript = "Non-Latin Script Type"
  case nonLatinLanguage = "Non-Latin Script Language"
  case birthDate = "DOB"
  case birthTown = "Town of Birth"
  case birthCountry = "Country of Birth"
  case nationality = "Nationality"
  case passportNumber = "Passport Number"
  case passportDetails = "Passport Details"
  case nationalNumber = "National Identification Number"
  case nationalDetails = "National Identification Details"
  /// The layout before 2022.
  case niNumber = "NI Number"
  case position = "Position"
  case address1 = "Address 1"
  case address2 = "Address 2"
  case address3 = "Address 3"
  case address4 = "Address 4"
  case address5 = "Address 5"
  case address6 = "Address 6"
  case postCode = "Post/Zip Code"
  case country = "Country"
  case otherInformation = "Other Information"
  case groupType = "Group Type"
  case aliasType = "Alias Type"
  case aliasQuality = "Alias Quality"
  case regime = "Regime"
  case listedOn = "Listed On"
  case designatedOn = "UK Sanctions List Date Designated"
  case lastUpdated = "Last Updated"
  case groupID = "Group ID"
}

/// All rows of one Group ID: the cross product of a party's names, birth dates and addresses.
struct OFSIGroup {
  let id: String
  let columns: TableColumns<OFSIColumn>
  private(set) var rows: [PublishedTable.Row]

  init(id: String, columns: TableColumns<OFSIColumn>, first: PublishedTable.Row) {
    self.id = id
    self.columns = columns
    rows = [first]
  }

  mutating func append(_ row: PublishedTable.Row) { rows.append(row) }

  /// The distinct values of one column, in the order of the rows, without empty ones.
  func values(_ column: OFSIColumn) -> [String] {
    var seen: Set<String> = []
    return rows.compactMap { row in
      let value = columns.cell(column, of: row)
      return !value.isEmpty && seen.insert(value).inserted ? value : nil
    }
  }

  /// The distinct combinations of several columns, in the order of the rows, without those that are
  /// empty throughout.
  func combinations(_ columns: [OFSIColumn]) -> [[String]] {
    var seen: Set<[String]> = []
    return rows.compactMap { row in
      let values = columns.map { self.columns.cell($0, of: row).foldingWhitespace() }
      return values.contains { !$0.isEmpty } && seen.insert(values).inserted ? values : nil
    }
  }
}
