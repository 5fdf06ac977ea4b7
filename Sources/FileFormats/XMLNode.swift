/// An element of an XML document with everything below it, by local names.
public struct XMLNode: Hashable, Sendable {
  /// Without namespace prefix.
  public let name: String
  /// In document order, by local name.
  public let attributes: [(name: String, value: String)]
  /// Elements only, in the order of the document.
  public let children: [XMLNode]
  /// The character data directly in this element, joined, as written; white space alone between or
  /// before child elements is left out.
  public let text: String
  /// The line on which the start tag ends, counted from 1.
  public let line: Int
  /// For a record handed out by ``XMLRecordReader``: from somewhere in its start tag to its end, in
  /// bytes of the document.
  let range: Range<Int>?

  public init(
    name: String, attributes: [(name: String, value: String)] = [], children: [XMLNode] = [],
    text: String = "", line: Int = 0
  ) {
    self.init(
      name: name, attributes: attributes, children: children, text: text, line: line, range: nil)
  }

  init(
    name: String, attributes: [(name: String, value: String)], children: [XMLNode], text: String,
    line: Int, range: Range<Int>?
  ) {
    self.range = range
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

  /// The attribute's trimmed value; `nil` when absent or empty.
  public func filled(_ name: String) -> String? {
    guard let value = self[attribute: name]?.trimmingWhitespace(), !value.isEmpty else {
      return nil
    }
    return value
  }

  /// The trimmed texts of the children of that name that have any, in document order.
  public func values(_ name: String) -> [String] {
    children.compactMap { $0.name == name ? $0.trimmed : nil }
  }

  /// The trimmed texts of `list/item`, in document order, without empty ones.
  public func values(_ list: String, _ item: String) -> [String] {
    all(list).flatMap { $0.values(item) }
  }

  /// The element written as XML.
  ///
  /// The content is what was read; quotes, references and the white space between elements may stand
  /// otherwise in the document.
  public var markup: String {
    var out = ""
    write(into: &out)
    return out
  }

  private func write(into out: inout String) {
    out += "<\(name)"
    for (name, value) in attributes { out += " \(name)=\"\(Self.escaped(value))\"" }
    if text.isEmpty, children.isEmpty {
      out += "/>"
      return
    }
    out += ">" + Self.escaped(text)
    for child in children { child.write(into: &out) }
    out += "</\(name)>"
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

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
