import TradeModel

extension IdentifierLabels {
  /// The most words of a label in the table, so that a look-up knows when to stop.
  static let longestOFACLabel = ofacLabels.reduce(0) {
    max($0, $1.utf8.reduce(1) { $1 == UInt8(ascii: " ") ? $0 + 1 : $0 })
  }

  /// The labels as OFAC writes them, closing marks included.
  static let ofacLabels: Set<String> = Set(ofacTable.map(\.label))

  static let ofacMeanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for (meaning, label) in ofacTable { meanings[normalised(label)] = meaning }
    return meanings
  }()

  private static let ofacTable: [(meaning: Meaning, label: String)] = {
    var table: [(Meaning, String)] = []
    for line in ofacText.split(separator: "\n") {
      guard let bar = line.firstIndex(of: "|") else { continue }
      let label = String(line[line.index(after: bar)...])
      switch line[..<bar] {
      case "attribute": table.append((.attribute, label))
      case "measure": table.append((.measure, label))
      case let kind:
        table.append((.identifier(Identifier.Kind(rawValue: String(kind)) ?? .other), label))
      }
    }
    return table
  }()

  /// Kind and label, one a line.
  ///
  /// Source: the `idType` values of OFAC's SDN and consolidated lists of 2019 to 2025.
  private static let ofacText = """
    measure|Additional Sanctions Information -
    registration|Afghan Money Service Provider License Number
    aircraftSerial|Aircraft Construction Number (also called L/N or S/N or F/N)
    attribute|Aircraft Manufacture Date
    aircraftSerial|Aircraft Manufacturer's Serial Number (MSN)
    other|Aircraft Mode S Transponder Code
    attribute|Aircraft Model
    attribute|Aircraft Operator
    aircraftSerial|Aircraft Serial Identification
    aircraftTail|Aircraft Tail Number
    other|BIK (RU)
    nationalID|Birth Certificate Number
    nationalID|Bosnian Personal ID No.
    registration|Branch Unit Number
    passport|British National Overseas Passport
    registration|Business Number
    registration|Business Registration Document #
    registration|Business Registration Number
    tax|C.I.F.
    registration|C.R. No.
    tax|C.U.I.
    nationalID|C.U.I.P.
    tax|C.U.I.T.
    nationalID|C.U.R.P.
    measure|CAATSA Section 235 Information:
    nationalID|CNP (Personal Numerical Code)
    nationalID|Cartilla de Servicio Militar Nacional
    nationalID|Cedula No.
    registration|Central Registration System Number
    registration|Certificate of Incorporation Number
    registration|Chamber of Commerce Number
    attribute|Chinese Commercial Code
    nationalID|Citizen's Card Number
    registration|Commercial Registry Number
    registration|Company Number
    nationalID|Credencial electoral
    duns|D-U-N-S Number
    nationalID|D.N.I.
    cryptoWallet|Digital Currency Address - BCH
    cryptoWallet|Digital Currency Address - BSV
    cryptoWallet|Digital Currency Address - BTG
    cryptoWallet|Digital Currency Address - DASH
    cryptoWallet|Digital Currency Address - ETC
    cryptoWallet|Digital Currency Address - ETH
    cryptoWallet|Digital Currency Address - LTC
    cryptoWallet|Digital Currency Address - USDT
    cryptoWallet|Digital Currency Address - XBT
    cryptoWallet|Digital Currency Address - XMR
    cryptoWallet|Digital Currency Address - XRP
    cryptoWallet|Digital Currency Address - XVG
    cryptoWallet|Digital Currency Address - ZEC
    passport|Diplomatic Passport
    attribute|Divestment Date (CCMC)
    nationalID|Driver's License No.
    registration|Dubai Chamber of Commerce Membership No.
    attribute|Effective Date (CCMC)
    attribute|Effective Date (CMIC)
    attribute|Effective Date (EO 14014 Directive 1):
    attribute|Effective Date (EO 14024 Directive 1a):
    attribute|Effective Date (EO 14024 Directive 2):
    attribute|Effective Date (EO 14024 Directive 3):
    nationalID|Electoral Registry No.
    email|Email Address
    registration|Enterprise Number
    attribute|Equity Ticker
    measure|Executive Order 13662 Directive Determination -
    measure|Executive Order 13846 information:
    measure|Executive Order 14014 Directive Information:
    measure|Executive Order 14024 Directive Information
    measure|Executive Order 14024 Directive Information -
    measure|Executive Order 14059 information:
    other|File Number
    tax|Fiscal Code
    registration|Folio Mercantil No.
    attribute|Former Vessel Flag
    attribute|Gender
    registration|Government Gazette Number
    nationalID|I.F.E.
    measure|IFCA Determination -
    isin|ISIN
    other|Identification Number
    nationalID|Immigration No.
    attribute|Issuer Name
    registration|Istanbul Chamber of Comm. No.
    tax|Italian Fiscal Code
    nationalID|Kenyan ID No.
    registration|LE Number
    registration|Legal Entity Number
    registration|License
    attribute|Listing Date (CCMC)
    attribute|Listing Date (CMIC)
    attribute|Listing Date (EO 14014 Directive 1):
    attribute|Listing Date (EO 14024 Directive 1a):
    attribute|Listing Date (EO 14024 Directive 2):
    attribute|Listing Date (EO 14024 Directive 3):
    other|MICEX Code
    mmsi|MMSI
    registration|MSB Registration Number
    registration|Matricula Mercantil No
    nationalID|Moroccan Personal ID No.
    nationalID|N.I.E.
    tax|NIT #
    nationalID|National Foreign ID Number
    nationalID|National ID No.
    attribute|Nationality of Registration
    tax|Numero Unico de Identificacao Tributaria (NUIT)
    nationalID|Numero de Identidad
    attribute|Organization Established Date
    attribute|Organization Type:
    callSign|Other Vessel Call Sign
    attribute|Other Vessel Flag
    attribute|Other Vessel Type
    measure|PEESA Information:
    tax|Paraguayan tax identification number
    passport|Passport
    nationalID|Personal ID Card
    phone|Phone Number
    other|Pilot License Number
    aircraftTail|Previous Aircraft Tail Number
    registration|Public Registration Number
    nationalID|Public Security and Immigration No.
    attribute|Purchase/Sales For Divestment Date (CMIC)
    tax|R.F.C.
    tax|RFC
    tax|RIF #
    tax|RSIN
    tax|RTN
    tax|RUC #
    nationalID|Refugee ID Card
    registration|Registered Charity No.
    attribute|Registration Country
    registration|Registration ID
    registration|Registration Number
    nationalID|Residency Number
    registration|Romanian C.R.
    nationalID|Romanian Permanent Resident
    tax|Romanian Tax Registration
    other|SRE Permit No.
    nationalID|SSN
    bic|SWIFT/BIC
    nationalID|Seafarer's Identification Document
    measure|Secondary sanctions risk:
    other|Serial No.
    nationalID|Stateless Person ID Card
    passport|Stateless Person Passport
    attribute|Target Type
    other|Tarjeta Profesional
    tax|Tax ID No.
    nationalID|Tazkira National ID Card
    registration|Tourism License No.
    registration|Trade License No.
    measure|Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:
    nationalID|Travel Document Number
    nationalID|Turkish Identification Number
    nationalID|UAE Identification
    registration|UK Company Number
    attribute|UN/LOCODE
    tax|US FEIN
    uscc|Unified Social Credit Code (USCC)
    uscc|United Social Credit Code Certificate (USCCC)
    tax|V.A.T. Number
    imo|Vessel Registration Identification
    nationalID|VisaNumberID
    website|Website
    """
}
