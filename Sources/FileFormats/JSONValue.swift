/// A JSON value (RFC 8259) that keeps what the text said: numbers as written, members in order.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As written: `1.50` stays `1.50`.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// In the order of the text. Duplicate names are refused by the parser.
  case object([Member])

  /// One name and its value; an object keeps its members in order, repeats included.
  public struct Member: Hashable, Sendable {
    /// Without escapes.
    public let name: String
    /// May be `null`, which is not the same as a member that is missing.
    public let value: JSONValue
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// A whole number, written in decimal digits.
  public static func int(_ value: Int) -> JSONValue { .number(String(value)) }

  /// An object of the members whose value is not `nil`.
  public static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// The member of that name, when this is an object that has it.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, or `nil` for any other kind of value.
  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The elements, or `nil` for any other kind of value.
  public var array: [JSONValue]? {
    guard case .array(let value) = self else { return nil }
    return value
  }

  /// The members in their order, or `nil` for any other kind of value.
  public var object: [Member]? {
    guard case .object(let value) = self else { return nil }
    return value
  }

  /// The truth value, or `nil` for any other kind of value.
  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The number, when it is written as an integer that fits.
  public var int: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text)
  }

  /// The kind of value, for messages.
  public var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a text"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSONValue {
  /// An array of texts.
  package static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string($0) })
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
}
