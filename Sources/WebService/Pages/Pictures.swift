/// Pictures as SVG, made on the server: the same data give the same bytes. Each stands above a table of
/// the same figures.
enum Pictures {
  static func escaped(_ text: String) -> String {
    var out = ""
    for letter in text {
      switch letter {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      default: out.append(letter)
      }
    }
    return out
  }

  private static func shortened(_ text: String, _ most: Int) -> String {
    text.count <= most ? text : text.prefix(most - 1) + "…"
  }

  private static func frame(
    _ width: Int, _ height: Int, _ title: String, _ description: String, _ body: String
  ) -> String {
    """
    <svg class="picture" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" role="img" aria-label="\(escaped(title)). \(escaped(description))"><title>\(escaped(title))</title><desc>\(escaped(description))</desc>\(body)</svg>
    """
  }

  private static func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> String {
    let head = heads.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr>" + row.map { "<td><bdi>\(escaped($0))</bdi></td>" }.joined() + "</tr>"
    }.joined()
    return
      "<div class=\"scroll\"><table><caption>\(escaped(caption))</caption><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>"
  }

  /// The legs of a way, from left to right.
  static func route(_ places: [String], title: String, tableTitle: String, headings: [String])
    -> String
  {
    guard places.count > 1 else { return "<p>\(escaped(places.first ?? "–"))</p>" }
    let step = 150
    let width = step * places.count
    var body = ""
    for (number, place) in places.enumerated() {
      let x = step / 2 + number * step
      if number > 0 {
        body +=
          "<line class=\"edge\" x1=\"\(x - step + 14)\" y1=\"34\" x2=\"\(x - 14)\" y2=\"34\"/><text class=\"small\" x=\"\(x - step / 2)\" y=\"26\">\(number)</text>"
      }
      body +=
        "<circle class=\"node\" cx=\"\(x)\" cy=\"34\" r=\"10\"/><text x=\"\(x)\" y=\"66\">\(escaped(shortened(place, 22)))</text>"
    }
    let legs = (1..<places.count).map { ["\($0)", places[$0 - 1], places[$0]] }
    return frame(width, 84, title, places.joined(separator: " → "), body)
      + table(tableTitle, headings, legs)
  }

  /// What a score is made of: a bar for each reason, to the right where it speaks for sameness.
  static func composition(
    _ parts: [(label: String, weight: Int)], title: String, headings: [String]
  ) -> String {
    let most = max(1, parts.map { abs($0.weight) }.max() ?? 1)
    let height = 24 * parts.count + 8
    var body = "<line class=\"axis\" x1=\"300\" y1=\"0\" x2=\"300\" y2=\"\(height)\"/>"
    for (number, part) in parts.enumerated() {
      let y = 4 + number * 24
      let length = abs(part.weight) * 240 / most
      let x = part.weight < 0 ? 300 - length : 300
      body +=
        "<rect class=\"\(part.weight < 0 ? "against" : "for")\" x=\"\(x)\" y=\"\(y)\" width=\"\(length)\" height=\"16\"/><text class=\"left\" x=\"4\" y=\"\(y + 13)\">\(escaped(part.label)) \(bits(part.weight))</text>"
    }
    return frame(
      600, height, title,
      parts.map { "\($0.label): \(bits($0.weight))" }.joined(separator: ", "), body)
      + table(title, headings, parts.map { [$0.label, bits($0.weight)] })
  }

  static func bits(_ tenths: Int) -> String {
    let sign = tenths < 0 ? "−" : "+"
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// Bars from left to right, with their figures below.
  static func bars(
    _ values: [(label: String, value: Int)], title: String, headings: [String]
  ) -> String {
    guard !values.isEmpty else { return "" }
    let most = max(1, values.map(\.value).max() ?? 1)
    let step = max(8, min(80, 900 / values.count))
    let width = step * values.count + 20
    var body = "<line class=\"axis\" x1=\"10\" y1=\"124\" x2=\"\(width - 10)\" y2=\"124\"/>"
    let every = max(1, values.count / 10)
    for (number, value) in values.enumerated() {
      let height = value.value * 100 / most
      let x = 10 + number * step
      body +=
        "<rect class=\"for\" x=\"\(x + 2)\" y=\"\(124 - height)\" width=\"\(step - 4)\" height=\"\(height)\"/>"
      if number % every == 0 {
        body +=
          "<text class=\"small\" x=\"\(x + step / 2)\" y=\"140\">\(escaped(shortened(value.label, 12)))</text>"
      }
    }
    return frame(
      width, 150, title, values.map { "\($0.label): \($0.value)" }.joined(separator: ", "), body)
      + table(title, headings, values.map { [$0.label, "\($0.value)"] })
  }

  /// Who holds or is linked to whom, in layers: those who act above, the party in the middle, those it
  /// acts on below.
  static func layers(
    _ middle: String, above: [(name: String, what: String)], below: [(name: String, what: String)],
    title: String, headings: [String]
  ) -> String {
    let widest = max(1, above.count, below.count)
    let width = max(320, widest * 220)
    let centre = width / 2
    var body = ""
    func row(_ nodes: [(name: String, what: String)], _ y: Int, _ end: Int) {
      for (number, node) in nodes.enumerated() {
        let x = width * (2 * number + 1) / (2 * nodes.count)
        body +=
          "<line class=\"edge\" x1=\"\(x)\" y1=\"\(y)\" x2=\"\(centre)\" y2=\"\(end)\"/><rect class=\"box\" x=\"\(x - 100)\" y=\"\(y - 14)\" width=\"200\" height=\"28\"/><text x=\"\(x)\" y=\"\(y + 5)\">\(escaped(shortened(node.name, 28)))</text><text class=\"small\" x=\"\((x + centre) / 2)\" y=\"\((y + end) / 2)\">\(escaped(shortened(node.what, 24)))</text>"
      }
    }
    row(above, 24, 110)
    row(below, 216, 130)
    body +=
      "<rect class=\"box middle\" x=\"\(centre - 130)\" y=\"104\" width=\"260\" height=\"32\"/><text x=\"\(centre)\" y=\"125\">\(escaped(shortened(middle, 36)))</text>"
    let rows = above.map { [$0.name, $0.what, middle] } + below.map { [middle, $0.what, $0.name] }
    return frame(
      width, 240, title, rows.map { $0.joined(separator: " – ") }.joined(separator: "; "), body)
      + table(title, headings, rows)
  }
}
