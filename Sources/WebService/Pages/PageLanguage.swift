import TradeModel

/// In which language a page speaks: as chosen, then as the browser asks, then English.
enum PageLanguage {
  static let cookie = "quivive_language"

  static func of(
    _ headers: [String: String], _ query: [(name: String, value: String)]
  ) -> Language {
    if let chosen = query.last(where: { $0.name == "lang" }).flatMap({
      Language(rawValue: $0.value)
    }) {
      return chosen
    }
    for pair in (headers["cookie"] ?? "").split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      if parts.count == 2, parts[0] == cookie, let chosen = Language(rawValue: parts[1]) {
        return chosen
      }
    }
    var best: (language: Language, weight: Double)?
    for range in (headers["accept-language"] ?? "").split(separator: ",") {
      let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
      let weight = parts.dropFirst().first.flatMap { Double($0.dropFirst(2)) } ?? 1
      guard let tag = parts.first?.lowercased().prefix(2),
        let language = Language(rawValue: String(tag)), weight > best?.weight ?? 0
      else { continue }
      best = (language, weight)
    }
    return best?.language ?? .en
  }
}
