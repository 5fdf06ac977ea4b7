/// A document behind rows of the knowledge folder: one row of `sources.csv`.
public struct KnowledgeSource: Hashable, Sendable, Identifiable {
  /// The short name by which rows refer to it: `ear-746`.
  public struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// As it stands in the column `id`.
    public let name: String
    public init(_ name: String) { self.name = name }
    public var description: String { name }
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.name < rhs.name }
  }

  /// How far ``address`` can be relied on.
  public enum AddressStatus: String, Hashable, Sendable, CaseIterable {
    /// Taken from the document or its publisher.
    case seen
    /// Built by the publisher's known pattern.
    case pattern
    /// From memory: to be checked.
    case recalled
    case none
  }

  /// By which rows refer to it.
  public let id: ID
  /// The title of the document.
  public let title: String
  /// Who issued it.
  public let issuer: String
  /// As stated: a year, a month or a day, perhaps with a word. `nil` when not known.
  public let date: String?
  /// The part that was used.
  public let section: String?
  /// Where to open it; `nil` when no address is known.
  public let address: String?
  /// How far ``address`` can be relied on.
  public let addressStatus: AddressStatus
  /// How much of the document was read, and through what.
  public let seen: String?
  /// The terms under which the facts were taken.
  public let licence: String?
  /// What a reader must know of the source.
  public let note: String?
}

/// The documents that stand behind a statement. Never empty.
///
/// It can only be made by reading a cited table, where every id was found in `sources.csv` and the
/// word `unverified` is refused. So whatever carries citations was read somewhere; what was not is a
/// ``HintRow`` and cannot become one.
public struct Citations: Hashable, Sendable {
  /// In the order the row names them. Not empty; one array, so that rows of one source share it.
  public let sources: [KnowledgeSource]

  /// The source the row names first.
  public var first: KnowledgeSource { sources[0] }
  /// Of ``sources``, in their order.
  public var ids: [KnowledgeSource.ID] { sources.map(\.id) }

  init?(_ sources: [KnowledgeSource]) {
    guard !sources.isEmpty else { return nil }
    self.sources = sources
  }
}
