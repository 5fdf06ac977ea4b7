/// An element of an XML document with everything below it, by local names.
public struct XMLNode: Hashable, Sendable {
  /// Without namespace prefix.
  public let name: String
  /// In document order, by local name.
  public let attributes: [(name: String, value: String)]
  public let children: [XMLNode]
  /// The character data directly in this element, joined, as written.
  public let text: String
  /// The line of the start tag, counted from 1; 65535 at most (a limit of libxml2).
  public let line: Int

  public init(
    name: String, attributes: [(name: String, value: String)] = [], children: [XMLNode] = [],
    text: String = "", line: Int = 0
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.text = text
    self.line = line
  }

  /// The attribute's value; `nil` when absent. An empty attribute is `""`.
  public subscript(attribute name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The first child of that name.
  public func child(_ name: String) -> XMLNode? { children.first { $0.name == name } }

  /// The children of that name, in document order.
  public func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

  /// The children named `item` of all children named `list`: `akaList/aka`.
  public func all(_ list: String, _ item: String) -> [XMLNode] {
    all(list).flatMap { $0.all(item) }
  }

  /// The trimmed text of the first child of that name; `nil` when absent or empty.
  public func value(_ name: String) -> String? { child(name)?.trimmed }

  /// The text without white space at its ends; `nil` when nothing is left.
  public var trimmed: String? {
    let trimmed = text.trimmingWhitespace()
    return trimmed.isEmpty ? nil : trimmed
  }

  public static func == (lhs: XMLNode, rhs: XMLNode) -> Bool {
    lhs.name == rhs.name && lhs.text == rhs.text && lhs.children == rhs.children
      && lhs.attributes.count == rhs.attributes.count
      && zip(lhs.attributes, rhs.attributes).allSatisfy { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(text)
    hasher.combine(children)
  }
}

extension StringProtocol {
  /// The text without Unicode white space at its ends (no-break and ideographic blanks included).
  public func trimmingWhitespace() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? first
    var trimmed = String.UnicodeScalarView()
    trimmed.append(contentsOf: scalars[first...last])
    return String(trimmed)
  }

  /// The text trimmed, and each run of white space inside folded into one blank.
  public func foldingWhitespace() -> String {
    var out = String.UnicodeScalarView()
    var pending = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        pending = !out.isEmpty
      } else {
        if pending { out.append(" ") }
        pending = false
        out.append(scalar)
      }
    }
    return String(out)
  }
}
