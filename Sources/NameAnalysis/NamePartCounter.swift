public import TradeModel

/// Counts in how many names each part stands: what `token-frequencies.tsv` is made with.
public struct NamePartCounter {
  private let analyser: NameAnalyser
  private var parts: [String: Count] = [:]
  private var groups: [UInt32: Count] = [:]
  private var names = Count()

  /// Names of persons, and of everybody else.
  private struct Count {
    var persons = 0
    var organisations = 0

    mutating func add(_ kind: PartyKind) {
      if kind == .person { persons += 1 } else { organisations += 1 }
    }
  }

  public init(_ analyser: NameAnalyser) { self.analyser = analyser }

  /// Counts the parts of the principal reading, each once; names without letters do not count.
  public mutating func add(_ name: String, kind: PartyKind) {
    guard let reading = analyser.analyse(name, kind: kind).readings.first else { return }
    names.add(kind)
    for text in Set(reading.parts.map(\.spelling)) { parts[text, default: Count()].add(kind) }
    let counted = reading.parts.filter { $0.role != .numeral && $0.group != 0 }
    for group in Set(counted.map(\.group)) { groups[group, default: Count()].add(kind) }
  }

  /// The rows of the table, in order: all names, groups of meanings, parts seen `least` times or more.
  ///
  /// Groups of spellings of persons' names are left out: they are as common as their spellings
  /// together, so that a new spelling counts at once.
  public func rows(least: Int) -> [String] {
    var rows = ["*\t\(names.persons)\t\(names.organisations)"]
    let model = analyser.model.tables
    let meanings = groups.compactMap { group, count -> (String, Count)? in
      guard let name = model.groupNames[group].map({ String(decoding: $0, as: UTF8.self) }),
        ["form:", "generic:", "place:"].contains(where: name.hasPrefix)
      else { return nil }
      return (name, count)
    }
    for (name, count) in meanings.sorted(by: { $0.0 < $1.0 }) {
      rows.append("\(name)\t\(count.persons)\t\(count.organisations)")
    }
    for (text, count) in parts.sorted(by: { $0.key < $1.key })
    where count.persons + count.organisations >= least {
      rows.append("\(text)\t\(count.persons)\t\(count.organisations)")
    }
    return rows
  }
}
