public import FileFormats
import TradeModel

/// A canonical JSON document with the signature of whoever answers for it.
///
/// The member `signature` holds the public key and the Ed25519 signature over the canonical form of
/// all other members.
public struct SignedDocument: Hashable, Sendable {
  /// With the member `signature`.
  public let json: JSONValue

  /// Signs `members`.
  public init(_ members: JSONValue, key: Ed25519.PrivateKey) {
    let bytes = key.signature(of: members.canonical)
    json = .object(
      (members.object ?? []) + [
        .init(
          "signature",
          .members([
            "algorithm": "Ed25519", "key": .string(key.publicKey.hex),
            "value": .string(Hexadecimal.text(of: bytes)),
          ]))
      ])
  }

  /// Takes a document as it was received. Nothing is verified yet.
  ///
  /// - Throws: ``ExchangeError`` when the bytes are no JSON object with a `schema` of `schemas`.
  public init(reading bytes: [UInt8], schemas: [String]) throws(ExchangeError) {
    do {
      json = try JSONParser.parse(bytes)
    } catch {
      throw ExchangeError("the document is not JSON: \(error.description)")
    }
    guard let schema = json["schema"]?.string, schemas.contains(schema) else {
      throw ExchangeError(
        "the document is none of \(schemas.map { "`\($0)`" }.joined(separator: ", "))")
    }
  }

  /// Canonical JSON and a line feed.
  public var bytes: [UInt8] { json.canonical + [0x0A] }

  /// The name and version of the document's form.
  public var schema: String { json["schema"]?.string ?? "" }

  /// Whose key is stated; `nil` when there is no readable one.
  public var key: Ed25519.PublicKey? {
    json["signature"]?["key"]?.string.flatMap { Ed25519.PublicKey(hex: $0) }
  }

  /// Whether the stated key signed all other members as they are here.
  public var isSigned: Bool {
    guard let key, json["signature"]?["algorithm"]?.string == "Ed25519",
      let value = json["signature"]?["value"]?.string.flatMap({ Hexadecimal.bytes(of: $0) })
    else { return false }
    let members = JSONValue.object((json.object ?? []).filter { $0.name != "signature" })
    return key.verifies(value, of: members.canonical)
  }
}

/// Why a document cannot be taken or made for exchange.
public struct ExchangeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Lower case, no period, input in backticks.
  public let description: String

  public init(_ description: String) { self.description = description }
}
