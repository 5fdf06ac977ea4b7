import TradeModel

/// The words of addresses that are no names: `street`, `room`, `p.o. box`, `district`.
///
/// Whoever looks an address up must use the words with which the watchlist was compiled; the file says
/// which they were.
public struct AddressWords: Hashable, Sendable {
  /// What a word does in an address.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// A kind of street; the name stands beside it: `street`, `rue`, `prospekt`.
    case street
    /// A part of a house or town whose number stands behind: `room 5`, `block 4`, `district 6`.
    case unit
    /// A part of a house whose number stands before or behind: `7th floor`, `7/F`.
    case floor
    /// The number behind it is that of the house: `no.`, `house`, `d.`.
    case house
    /// The number behind it is that of a post box.
    case box
    /// Left out wherever it stands: `the`, `de la`.
    case particle
    /// Says what a name is, and tells nothing apart: `city`, `province`, `building`.
    case kind
  }

  private let roles: [String: Role]
  /// Tells tables apart; empty where there are no words.
  public let version: String

  /// No words: every word is a name, and nothing can be looked up.
  public static let none = AddressWords([])

  /// Takes pairs of a word, in any case and with or without marks, and its role.
  public init(_ words: [(word: String, role: Role)]) {
    var roles: [String: Role] = [:]
    for (word, role) in words {
      for token in word.foldedWords { roles[token] = role }
    }
    self.roles = roles
    let text = roles.map { "\($0.key)\t\($0.value.rawValue)" }.sorted().joined(separator: "\n")
    version = roles.isEmpty ? "" : String(AddressKey.hash(of: text), radix: 16)
  }

  func role(of word: String) -> Role? { roles[word] }
}

/// The form in which a part of an address is looked up.
enum AddressKey {
  /// FNV-1a, 64 bits.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, The FNV Non-Cryptographic Hash Algorithm.
  static func hash(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
