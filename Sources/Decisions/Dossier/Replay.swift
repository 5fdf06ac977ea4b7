import FileFormats

/// What running a dossier again showed.
public enum Replay: Hashable, Sendable {
  /// The same bytes.
  case same
  /// Another version of the program made it, on the same data: the members that differ but for the
  /// version; none when all else is the same.
  case otherEngine(stated: String, now: String, members: [String])
  /// Other data were used; each with what the dossier states and what is here now.
  case differentData([Difference])
  /// The same data, and yet other bytes: the members of the document that differ.
  case differentBytes(members: [String])

  /// A digest or version that is not what the dossier states.
  public struct Difference: Hashable, Sendable {
    /// `watchlist`, `knowledge`, `engine` …
    public let name: String
    /// The dossier's value; a dash where it states none.
    public let stated: String
    /// The value of the data that are here.
    public let now: String
  }

  /// Compares a stored dossier with the one just made from its request.
  ///
  /// - Parameter bytes: the stored bytes. A missing or extra last line feed is not a difference.
  public init(stored: Dossier, storedBytes bytes: [UInt8], again: Dossier) {
    let now = Dictionary(uniqueKeysWithValues: again.digests.map { ($0.name, $0.value) })
    var names = stored.digests.map(\.name)
    names += again.digests.map(\.name).filter { !names.contains($0) }
    let stated = Dictionary(
      stored.digests.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let differences = names.sorted().filter { stated[$0] != now[$0] }.map {
      Difference(name: $0, stated: stated[$0] ?? "–", now: now[$0] ?? "–")
    }
    if differences.count == 1, let engine = differences.first, engine.name == "engine" {
      self = .otherEngine(
        stated: engine.stated, now: engine.now,
        members: Self.differing(stored.document, again.document).filter { $0 != "digests" })
    } else if !differences.isEmpty {
      self = .differentData(differences)
    } else if Self.withoutLineEnd(bytes) == Self.withoutLineEnd(again.bytes) {
      self = .same
    } else {
      let differing = Self.differing(stored.document, again.document)
      self = .differentBytes(members: differing.isEmpty ? ["(layout)"] : differing)
    }
  }

  /// The names of the members that are not the same in both, sorted.
  private static func differing(_ stored: JSONValue, _ again: JSONValue) -> [String] {
    let members = (again.object ?? []).map(\.name)
    let other = (stored.object ?? []).map(\.name).filter { !members.contains($0) }
    return (members + other).filter { stored[$0]?.canonical != again[$0]?.canonical }.sorted()
  }

  private static func withoutLineEnd(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.last == 0x0A ? bytes.dropLast() : bytes[...]
  }
}
