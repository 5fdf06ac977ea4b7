public import TradeModel

/// What publishers' labels for numbers and codes mean.
///
/// Lists print in one place what belongs in three: numbers an issuer gave, plain attributes (gender,
/// equity ticker), and measures (secondary sanctions risk). A label that no table knows is an
/// identifier of kind `other`, so nothing is lost.
public enum IdentifierLabels {
  /// What a labelled value is.
  public enum Meaning: Hashable, Sendable {
    case identifier(Identifier.Kind)
    case attribute
    case measure
  }

  /// The meaning of an OFAC `idType`, with or without its closing `:` or `-`.
  public static func meaning(ofac label: String) -> Meaning {
    ofacMeanings[normalised(label)] ?? .identifier(.other)
  }

  /// Whether OFAC has an `idType` of that text.
  static func isOFACLabel(_ label: String) -> Bool { ofacMeanings[normalised(label)] != nil }

  /// The longest OFAC `idType` that `item` equals or begins with before a blank; `nil` when none.
  ///
  /// - Complexity: O(*w*) look-ups in the words of `item`, at most 13.
  public static func ofacLabel(beginning item: String) -> String? {
    var ends: [String.Index] = []
    var index = item.startIndex
    while ends.count < longestOFACLabel, let blank = item[index...].firstIndex(of: " ") {
      ends.append(blank)
      index = item.index(after: blank)
    }
    if ends.count < longestOFACLabel { ends.append(item.endIndex) }
    for end in ends.reversed() where ofacLabels.contains(String(item[..<end])) {
      return String(item[..<end])
    }
    return nil
  }

  /// The kind of an EU `identificationTypeCode`.
  public static func kind(eu code: String) -> Identifier.Kind {
    switch code.lowercased() {
    case "passport": .passport
    case "id", "ssn", "unssn", "birthcert", "nationcert", "electionid", "residentperm",
      "travelcardid", "drivinglicence":
      .nationalID
    case "regnumber", "tradelic": .registration
    case "fiscalcode", "taxid": .tax
    case "imo": .imo
    case "swiftbic": .bic
    case "euvat": .euVAT
    default: .other
    }
  }

  /// The kind of any publisher's label in English, French or Spanish, by its words: UN document types,
  /// UK and French labels, column headings.
  ///
  /// A label longer than a phrase is judged by the first phrase of the table it holds.
  public static func kind(of label: String) -> Identifier.Kind {
    let folded = normalised(label)
    let bytes = Array(folded.utf8)
    for (phrase, kind) in phrases where holds(bytes, phrase) { return kind }
    return words[folded] ?? .other
  }

  private static func holds(_ bytes: [UInt8], _ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, phrase.count <= bytes.count else { return false }
    for start in 0...(bytes.count - phrase.count)
    where bytes[start] == first && bytes[start...].starts(with: phrase) {
      return true
    }
    return false
  }

  /// Folded white space, lower case, no closing `:`, `-`, `.` or blank.
  static func normalised(_ label: String) -> String {
    var scalars = String.UnicodeScalarView()
    var pending = false
    for scalar in label.lowercased().unicodeScalars {
      if scalar.properties.isWhitespace {
        pending = !scalars.isEmpty
      } else {
        if pending { scalars.append(" ") }
        pending = false
        scalars.append(scalar == "’" ? "'" : scalar)
      }
    }
    while let last = scalars.last, [":", "-", ".", " "].contains(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// In order: a phrase stands before the shorter one it holds.
  private static let phrases: [([UInt8], Identifier.Kind)] = phraseTable.map {
    (Array($0.utf8), $1)
  }

  private static let phraseTable: [(String, Identifier.Kind)] = [
    ("passport", .passport), ("passeport", .passport), ("pasaporte", .passport),
    ("旅券", .passport),
    ("legal entity identifier", .lei),
    ("company imo", .imoCompany), ("owner imo", .imoCompany), ("imo number", .imo),
    ("numéro omi", .imo), ("numero_omi", .imo), ("imo no", .imo),
    ("mmsi", .mmsi), ("call sign", .callSign), ("indicatif d'appel", .callSign),
    ("swift", .bic), ("iban", .iban), ("d-u-n-s", .duns), ("duns", .duns),
    ("unified social credit", .uscc), ("ogrn", .ogrn), ("огрн", .ogrn), ("инн", .inn),
    ("v.a.t.", .euVAT), ("vat number", .tax),
    ("fiscal", .tax), ("tax", .tax), ("tributari", .tax),
    ("business reg", .registration), ("registration", .registration),
    ("company number", .registration), ("enterprise number", .registration),
    ("immatriculation", .registration), ("registre", .registration), ("siren", .registration),
    ("registro", .registration), ("license", .registration), ("licence", .registration),
    ("national identi", .nationalID), ("national id", .nationalID), ("identity", .nationalID),
    ("identité", .nationalID), ("identidad", .nationalID), ("identification number", .nationalID),
    ("identification no", .nationalID), ("identification card", .nationalID),
    ("national number", .nationalID), ("national identification", .nationalID),
    ("social security", .nationalID), ("sécurité sociale", .nationalID), ("tazkira", .nationalID),
    ("birth certificate", .nationalID), ("certificate of nationality", .nationalID),
    ("iraqi nationality", .nationalID), ("ration card", .nationalID),
    ("driver", .nationalID), ("driving", .nationalID), ("residen", .nationalID),
    ("voter id", .nationalID), ("student id", .nationalID), ("fardc id", .nationalID),
    ("military id", .nationalID), ("身分登録", .nationalID), ("personal id", .nationalID),
    ("tail number", .aircraftTail), ("serial number", .aircraftSerial),
    ("digital currency", .cryptoWallet),
    ("phone", .phone), ("téléphone", .phone), ("email", .email), ("e-mail", .email),
    ("courriel", .email), ("website", .website), ("web site", .website),
    ("site internet", .website),
    ("un ref", .listReference), ("reference number", .listReference),
  ]

  /// Short labels that must be the whole label.
  private static let words: [String: Identifier.Kind] = [
    "imo": .imo, "lei": .lei, "bic": .bic, "inn": .inn, "ssn": .nationalID, "id": .nationalID,
    "id no": .nationalID, "other id": .nationalID, "tel": .phone, "fax": .phone, "web": .website,
    "isin": .isin, "tin": .tax, "bpa": .nationalID, "national identification": .nationalID,
  ]
}
