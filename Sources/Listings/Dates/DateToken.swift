/// A piece of a written date: a number, a word or a mark.
enum DateToken: Hashable {
  /// The value and how many digits were written.
  case number(Int, Int)
  /// In lower case; Japanese signs one by one.
  case word(String)
  case mark(Unicode.Scalar)

  var isRangeMark: Bool {
    switch self {
    case .word(let word): ["to", "and", "until", "et", "a", "à", "au", "か"].contains(word)
    case .mark(let mark): ["-", "–", "—", "~", "～", "〜", "－", "/"].contains(mark)
    case .number: false
    }
  }

  /// A word that only opens a range.
  var isRangeOpening: Bool {
    guard case .word(let word) = self else { return false }
    return ["between", "from", "entre", "de"].contains(word)
  }

  /// Full-width digits count as digits; white space only separates.
  static func tokens(of text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var word = ""
    var number = 0
    var digits = 0
    func close(_ tokens: inout [DateToken]) {
      if digits > 0 { tokens.append(.number(number, digits)) }
      if !word.isEmpty { tokens.append(.word(word.lowercased())) }
      word = ""
      number = 0
      digits = 0
    }
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        if !word.isEmpty { close(&tokens) }
        // Beyond nine digits it is no date, and the value must not overflow.
        number = digits < 9 ? number * 10 + digit : number
        digits += 1
      } else if isIdeographic(scalar) {
        close(&tokens)
        tokens.append(.word(String(scalar)))
      } else if scalar.properties.isAlphabetic {
        if digits > 0 { close(&tokens) }
        word.unicodeScalars.append(scalar)
      } else if scalar.properties.isWhitespace || scalar == "," || scalar == "." || scalar == ":" {
        // A full stop between digits separates as a slash does: `15.12.1955`.
        let separates = digits > 0 && (scalar == ".")
        close(&tokens)
        if separates { tokens.append(.mark(".")) }
      } else {
        close(&tokens)
        tokens.append(.mark(scalar))
      }
    }
    close(&tokens)
    return tokens
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    (0x3040...0x30FF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
  }
}

/// The words of dates in the languages of the lists.
enum DateWords {
  /// "About". `early`, `mid` and `late` leave the year or decade that follows.
  static let circa: Set<String> = [
    "circa", "c", "ca", "about", "approximately", "approx", "approximatively", "around", "vers",
    "environ", "early", "mid", "late", "頃", "約", "estimated", "probably", "possibly", "alrededor",
  ]
  static let islamic: Set<String> = ["hijri", "islamic", "ah", "qamari", "hegira"]
  static let ignored: Set<String> = [
    "dob", "born", "in", "on", "of", "the", "year", "st", "nd", "rd", "th", "er",
    "ご", "ろ", "生", "ま", "れ", "ら", "で", "の", "間", "改", "訂", "削", "除",
  ]

  /// 1…12 by name or abbreviation; English, French, Spanish, German.
  static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return months[word]
  }

  private static let months: [String: Int] = {
    let table = [
      ["january", "jan", "janvier", "janv", "enero", "ene", "januar"],
      ["february", "feb", "février", "fevrier", "févr", "fevr", "febrero", "februar"],
      ["march", "mar", "mars", "marzo", "märz", "mrz"],
      ["april", "apr", "avril", "avr", "abril", "abr"],
      ["may", "mai", "mayo"],
      ["june", "jun", "juin", "junio", "juni"],
      ["july", "jul", "juillet", "juil", "julio", "juli"],
      ["august", "aug", "août", "aout", "agosto", "ago"],
      ["september", "sep", "sept", "septembre", "septiembre"],
      ["october", "oct", "octobre", "octubre", "oktober", "okt"],
      ["november", "nov", "novembre", "noviembre"],
      ["december", "dec", "décembre", "decembre", "déc", "diciembre", "dic", "dezember", "dez"],
    ]
    var months: [String: Int] = [:]
    for (index, names) in table.enumerated() {
      for name in names { months[name] = index + 1 }
    }
    return months
  }()

  /// The year before the first of a Japanese era.
  static let eras: [String: Int] = [
    "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
  ]
}
