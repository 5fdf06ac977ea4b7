import Matching
import Screening
import TradeModel

/// How values of the dossier's JSON read in a language.
struct Wording {
  let language: Language

  func outcome(_ code: String?) -> String {
    code.flatMap(Outcome.init(rawValue:))?.title[language] ?? code ?? ""
  }

  func meaning(_ code: String?) -> String {
    code.flatMap(Outcome.init(rawValue:))?.meaning[language] ?? ""
  }

  func operation(_ code: String?) -> String {
    guard let code, let operation = AlignedPart.Operation(rawValue: code) else { return code ?? "" }
    return operation.title[language]
  }

  /// Tenths of a bit as signed bits with one decimal: `+12.3`, in French `+12,3`.
  func weight(_ tenths: Int) -> String {
    let sign = tenths < 0 ? "−" : "+"
    let point = language == .fr ? "," : "."
    return "\(sign)\(abs(tenths) / 10)\(point)\(abs(tenths) % 10)"
  }

  /// Groups digits by three: `12,345`, in French with narrow no-break blanks.
  func count(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += language == .fr ? "\u{202F}" : "," }
      out.append(digit)
    }
    return (number < 0 ? "−" : "") + out
  }

  /// The age of a list in words.
  func age(_ days: Int?) -> String {
    guard let days else { return language == .fr ? "date non indiquée" : "date not stated" }
    return switch (days, language) {
    case (..<0, .en): "newer than that day"
    case (..<0, .fr): "postérieure à ce jour"
    case (0, .en): "of that day"
    case (0, .fr): "du jour"
    case (1, .en): "1 day old"
    case (1, .fr): "1 jour"
    case (_, .en): "\(count(days)) days old"
    case (_, .fr): "\(count(days)) jours"
    }
  }
}
