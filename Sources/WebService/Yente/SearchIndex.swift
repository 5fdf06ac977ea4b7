import FileFormats
import Foundation
import TradeModel
import Watchlist

/// Which parties have which words, in names and in everything else that is said of them.
package struct SearchIndex: Sendable {
  /// Ascending party numbers; a word of a name counts three times.
  private let postings: [String: [Posting]]
  private let vocabulary: [String]
  /// The entities, by party.
  package let entities: [WireEntity]

  private struct Posting: Sendable {
    let party: UInt32
    let weight: UInt8
  }

  package init(_ data: ServingData) {
    var postings: [String: [Posting]] = [:]
    var entities: [WireEntity] = []
    entities.reserveCapacity(data.watchlist.partyCount)
    for party in 0..<data.watchlist.partyCount {
      let entity = WireEntity(party, in: data)
      var weights: [String: UInt8] = [:]
      let types = data.vocabulary[entity.schema]?.properties ?? [:]
      for (name, values) in entity.properties {
        let isName = types[name]?.type == "name"
        for value in values {
          for word in Self.words(value) { weights[word] = isName ? 3 : max(1, weights[word] ?? 0) }
        }
      }
      for id in [entity.id] + entity.referents { weights[id.lowercased()] = 3 }
      for (word, weight) in weights {
        postings[word, default: []].append(Posting(party: UInt32(party), weight: weight))
      }
      entities.append(entity)
    }
    self.postings = postings
    vocabulary = postings.keys.sorted()
    self.entities = entities
  }

  /// Words in lower case, without marks over letters.
  static func words(_ text: String) -> [String] {
    folded(text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.decomposed.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark })
    ).lowercased()
  }

  /// One term of a query and how it is to be met.
  struct Term: Sendable {
    var word: String
    var isPrefix = false
    /// Within one or two edits, by length.
    var isFuzzy = false
    var isExcluded = false
    /// Words that must stand together are looked for in the text as it is.
    var phrase: String?
  }

  /// The parties that have all the terms, by summed weight, the party's number last.
  func find(_ terms: [Term]) -> [(party: Int, score: Int)] {
    var scores: [UInt32: Int]?
    var excluded: Set<UInt32> = []
    for term in terms {
      var found: [UInt32: Int] = [:]
      for word in term.phrase.map(Self.words) ?? [term.word] {
        for matching in words(like: word, term) {
          for posting in postings[matching] ?? [] {
            found[posting.party] = max(found[posting.party] ?? 0, Int(posting.weight))
          }
        }
      }
      if let phrase = term.phrase {
        let folded = Self.folded(phrase)
        found = found.filter { party, _ in
          entities[Int(party)].properties.contains {
            $0.values.contains { Self.folded($0).contains(folded) }
          }
        }
      }
      if term.isExcluded {
        excluded.formUnion(found.keys)
      } else if let known = scores {
        scores = known.reduce(into: [:]) { kept, entry in
          if let more = found[entry.key] { kept[entry.key] = entry.value + more }
        }
      } else {
        scores = found
      }
    }
    let all =
      scores ?? Dictionary(uniqueKeysWithValues: entities.indices.map { (UInt32($0), 0) })
    return all.filter { !excluded.contains($0.key) }
      .map { (party: Int($0.key), score: $0.value) }
  }

  private func words(like word: String, _ term: Term) -> [String] {
    if term.isPrefix {
      var low = 0
      var high = vocabulary.count
      while low < high {
        let middle = (low + high) / 2
        if vocabulary[middle] < word { low = middle + 1 } else { high = middle }
      }
      return Array(vocabulary[low...].prefix { $0.hasPrefix(word) }.prefix(1000))
    }
    guard term.isFuzzy, word.count > 2 else { return [word] }
    let edits = word.count > 5 ? 2 : 1
    let letters = Array(word.unicodeScalars)
    return vocabulary.filter { other in
      abs(other.unicodeScalars.count - letters.count) <= edits
        && Self.isWithin(edits, letters, Array(other.unicodeScalars))
    }
  }

  private static func isWithin(
    _ most: Int, _ a: [Unicode.Scalar], _ b: [Unicode.Scalar]
  ) -> Bool {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var last = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let next = letter == other ? last : 1 + min(last, row[j], row[j + 1])
        last = row[j + 1]
        row[j + 1] = next
      }
      if (row.min() ?? 0) > most { return false }
    }
    return row[b.count] <= most
  }
}

extension String {
  /// Letters apart from the marks over them.
  fileprivate var decomposed: String { decomposedStringWithCompatibilityMapping }
}
