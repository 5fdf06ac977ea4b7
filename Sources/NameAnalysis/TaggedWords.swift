import TradeModel

/// The tagged words of all kinds of party: folded letters without blanks to tags.
///
/// A word means much the same for most kinds, so it is kept once, with the number of a row that has its
/// tag for each kind; there are far fewer such rows than words.
struct TaggedWords: Sendable {
  /// The kinds that tables of words tell apart.
  enum Kind: Int, CaseIterable, Sendable {
    case person, organisation, vessel, unknown

    init(_ kind: PartyKind) {
      switch kind {
      case .person: self = .person
      case .organisation: self = .organisation
      case .vessel, .aircraft: self = .vessel
      case .unknown: self = .unknown
      }
    }
  }

  /// The tags of a word, one for each kind, by their numbers; 0 where it has none.
  private struct Row: Hashable, Sendable {
    private var person: UInt32 = 0
    private var organisation: UInt32 = 0
    private var vessel: UInt32 = 0
    private var unknown: UInt32 = 0

    subscript(_ kind: Kind) -> UInt32 {
      get {
        switch kind {
        case .person: person
        case .organisation: organisation
        case .vessel: vessel
        case .unknown: unknown
        }
      }
      set {
        switch kind {
        case .person: person = newValue
        case .organisation: organisation = newValue
        case .vessel: vessel = newValue
        case .unknown: unknown = newValue
        }
      }
    }
  }

  private var words = ByteTable(minimumCapacity: 1 << 14)
  private var rows = Distinct<Row>()
  private var tags = Distinct<Tag>()
  private var longest = [Int](repeating: 0, count: Kind.allCases.count)

  /// The longest word of a kind, in bytes.
  func longestKey(for kind: Kind) -> Int { longest[kind.rawValue] }

  /// Adds a word for the kinds that do not have it yet: what is added first wins.
  mutating func add(_ key: [UInt8], _ tag: Tag, for kinds: [Kind]) {
    let old = words.value(of: key, key.indices, hash: ByteTable.hash(key))
    let before = old.map { rows.values[Int($0)] } ?? Row()
    var row = before
    for kind in kinds where row[kind] == 0 {
      row[kind] = tags.number(of: tag) + 1
      longest[kind.rawValue] = max(longest[kind.rawValue], key.count)
    }
    if old == nil || row != before { words.set(key, rows.number(of: row)) }
  }

  func tag(_ text: [UInt8], _ range: Range<Int>, hash: UInt64, for kind: Kind) -> Tag? {
    guard let row = words.value(of: text, range, hash: hash) else { return nil }
    let number = rows.values[Int(row)][kind]
    return number == 0 ? nil : tags.values[Int(number) - 1]
  }

  func tag(_ text: [UInt8], for kind: Kind) -> Tag? {
    guard text.count <= longestKey(for: kind) else { return nil }
    return tag(text, text.indices, hash: ByteTable.hash(text), for: kind)
  }

  /// Lets go of what only adding needs.
  mutating func close() {
    words.close()
    rows.close()
    tags.close()
  }
}

/// Values by number, equal ones under one number.
private struct Distinct<Value: Hashable & Sendable>: Sendable {
  private(set) var values: [Value] = []
  /// Empty after ``close()``.
  private var numbers: [Value: UInt32] = [:]

  mutating func number(of value: Value) -> UInt32 {
    if let number = numbers[value] { return number }
    let number = UInt32(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }

  mutating func close() {
    values = values.exact
    numbers = [:]
  }
}
