import Foundation
import TradeModel

/// Invented names with the word statistics of the name model's frequency table.
///
/// Words of the table are drawn as often as the table says, persons and organisations apart. What the
/// table leaves out (words seen once or twice) is drawn from an endless vocabulary, the head of one
/// word of the table with the tail of another, whose ranks continue the table's: the dictionary grows
/// with the list as the dictionary of real names does (exponent ``rareExponent``).
struct SyntheticNames {
  private struct Words {
    var texts: [String] = []
    var counts: [Int] = []
    /// Running sums of the counts of ``texts``.
    var sums: [Int] = []

    var total: Int { sums.last ?? 0 }

    mutating func add(_ text: String, _ count: Int) {
      guard count > 0 else { return }
      texts.append(text)
      counts.append(count)
      sums.append(total + count)
    }

    func draw(_ generator: inout SplitMix) -> (text: String, count: Int) {
      let place = generator.next(below: total)
      var (low, high) = (0, sums.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] <= place { low = middle + 1 } else { high = middle }
      }
      return (texts[low], counts[low])
    }
  }

  /// How likely names have so many words, in hundredths from one word on: names of official lists, a
  /// legal form counted as one word.
  private static let lengths: [PartyKind: [Int]] = [
    .person: [1, 24, 59, 11, 5], .organisation: [3, 16, 28, 24, 14, 8, 4, 2, 1],
  ]
  /// How likely a word is one that the table leaves out, in hundredths: a third of the names of
  /// official lists have one.
  private static let rareShares: [PartyKind: Int] = [.person: 12, .organisation: 11]
  /// Names of common words alone are rarer than chance makes them. A name whose rarest word stands in
  /// so many names of the table is kept with so many hundredths.
  private static let commonNames = [(count: 500, kept: 10), (count: 100, kept: 35)]
  /// New words grow with the names to the power of about 1 / this. 1.54: 0.65.
  private static let rareExponent = 1.54
  /// Ranks behind the table's last are about equally frequent up to here.
  private static let rareStart = 20_000.0

  private var words: [PartyKind: Words] = [:]
  private let stems: [[UInt8]]
  private var generator: SplitMix

  /// - Parameter table: the text of `Knowledge/Names/token-frequencies.tsv`.
  init(table: String, seed: UInt64) throws {
    generator = SplitMix(seed: seed)
    var persons = Words()
    var organisations = Words()
    var stems: [[UInt8]] = []
    for line in table.split(separator: "\n").dropFirst(2) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 3, let person = Int(cells[1]), let organisation = Int(cells[2]) else {
        throw BenchmarkError("the frequency table has a row of another form: `\(line)`")
      }
      if cells[0] == "*" {
        continue
      }
      // `generic:trade` counts all words of that meaning: the word that names it stands for them.
      let text = cells[0].split(separator: ":").last.map { String($0) } ?? ""
      persons.add(text, person)
      organisations.add(text, organisation)
      let isWord = text.utf8.allSatisfy { $0 >= 0x61 }
      if isWord, (4...10).contains(text.utf8.count) { stems.append(Array(text.utf8)) }
    }
    guard persons.total > 0, organisations.total > 0, !stems.isEmpty else {
      throw BenchmarkError("the frequency table is empty")
    }
    words = [.person: persons, .organisation: organisations]
    self.stems = stems
  }

  /// The next name: of three fifths persons, two fifths organisations.
  mutating func next() -> (kind: PartyKind, name: String) {
    while true {
      let kind: PartyKind = generator.next(below: 5) < 3 ? .person : .organisation
      let (words, rarest) = draw(kind)
      let kept = Self.commonNames.first { rarest >= $0.count }?.kept ?? 100
      if generator.next(below: 100) < kept {
        return (kind, words.map(\.capitalized).joined(separator: " "))
      }
    }
  }

  /// Words, and in how many names of the table the rarest of them stands.
  private mutating func draw(_ kind: PartyKind) -> (words: [String], rarest: Int) {
    guard let table = words[kind], let lengths = Self.lengths[kind],
      let rareShare = Self.rareShares[kind]
    else { return ([], 0) }
    var length = 1
    var place = generator.next(below: lengths.reduce(0, +))
    for share in lengths {
      if place < share { break }
      place -= share
      length += 1
    }
    var drawn: [String] = []
    var rarest = Int.max
    while drawn.count < length {
      if generator.next(below: 100) < rareShare {
        drawn.append(rareWord())
        rarest = 0
      } else {
        let (text, count) = table.draw(&generator)
        guard !drawn.contains(text) else { continue }
        drawn.append(text)
        rarest = min(rarest, count)
      }
    }
    return (drawn, rarest)
  }

  /// A word of the endless vocabulary; a rank always gives the same word.
  private mutating func rareWord() -> String {
    let tail = pow(generator.fraction(), -1 / (Self.rareExponent - 1)) - 1
    let rank = UInt64(min(Self.rareStart * tail, 1e12))
    let mixed = SplitMix.mix(rank &+ 0x51ab)
    let head = stems[Int(mixed % UInt64(stems.count))]
    let end = stems[Int((mixed >> 32) % UInt64(stems.count))]
    let text = head.prefix((head.count + 1) / 2 + 1) + end.suffix(end.count / 2 + 1)
    return String(decoding: text, as: UTF8.self)
  }

  /// The name with one letter left out, doubled, or exchanged with its neighbour.
  mutating func slip(in name: String) -> String {
    var letters = Array(name)
    guard letters.count > 3 else { return name }
    let place = 1 + generator.next(below: letters.count - 2)
    switch generator.next(below: 3) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    default: letters.swapAt(place, place - 1)
    }
    return String(letters)
  }
}
