public import FileFormats
public import TradeModel

/// The printable whole of one screening: canonical JSON.
///
/// The document is the dossier; text and HTML are views of it. The same input on the same data gives
/// the same bytes: members are sorted, numbers are integers, and nothing in it comes from a clock.
public struct Dossier: Hashable, Sendable {
  /// The name and version of the document's form.
  public static let schema = "quivive.dossier/1"

  /// The whole dossier as a value; ``bytes`` is its canonical form.
  public let document: JSONValue

  init(document: JSONValue) { self.document = document }

  /// Reads a stored dossier.
  ///
  /// - Throws: ``DossierError`` when the bytes are not a dossier of a known form.
  public init(reading bytes: [UInt8]) throws(DossierError) {
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes)
    } catch {
      throw DossierError(
        "the dossier is not JSON: \(error.description)",
        help: "hand in the JSON that `quivive screen --format json` wrote")
    }
    guard value["schema"]?.string == Dossier.schema else {
      throw DossierError(
        "the document is no dossier: `schema` is not `\(Dossier.schema)`",
        help: "hand in the JSON that `quivive screen --format json` wrote")
    }
    document = value
  }

  /// The canonical JSON and a line feed.
  public var bytes: [UInt8] { document.canonical + [0x0A] }

  /// The SHA-256 of ``bytes``.
  public var digest: Digest { SHA256.digest(of: bytes) }

  /// The value at a path of member names.
  public subscript(path: String...) -> JSONValue? {
    path.reduce(document) { $0?[$1] }
  }
}

/// Why a document cannot be taken as a dossier.
public struct DossierError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong: lower case, no period, input in backticks.
  public let description: String
  /// What to do about it.
  public let help: String

  public init(_ description: String, help: String) {
    self.description = description
    self.help = help
  }
}
