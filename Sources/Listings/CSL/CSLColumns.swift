import FileFormats

/// The 29 cells of a screening-list record by the names of their columns.
struct CSLColumns {
  enum Column: Int {
    case id, source, entityNumber, type, programmes, name, title, addresses, notice, startDate,
      endDate, standardOrder, requirement, policy, callSign, vesselType, grossTonnage,
      grossRegisteredTonnage, vesselFlag, vesselOwner, remarks, sourceListAddress, aliases,
      citizenships, birthDates, nationalities, birthPlaces, sourceInformationAddress, ids
  }

  static let header = [
    "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses",
    "federal_register_notice", "start_date", "end_date", "standard_order", "license_requirement",
    "license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage",
    "vessel_flag", "vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships",
    "dates_of_birth", "nationalities", "places_of_birth", "source_information_url", "ids",
  ]

  private let fields: [String]

  /// - Parameter fields: as many as the header has.
  init(_ fields: [String]) { self.fields = fields }

  /// The cell without blanks at its ends; `nil` when empty.
  subscript(_ column: Column) -> String? {
    let value = fields[column.rawValue].trimmingWhitespace()
    return value.isEmpty ? nil : value
  }
}
