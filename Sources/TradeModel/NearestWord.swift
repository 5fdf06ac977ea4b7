/// Finds the word that somebody who misspelt it may have meant.
public enum NearestWord {
  /// The known word with the fewest edits; `nil` when even that one differs in more than a third of its
  /// letters. Of equals the first one.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    guard letters.count <= 200 else { return nil }
    var best: (word: String, edits: Int)?
    for candidate in known {
      let other = Array(candidate.lowercased().unicodeScalars)
      let edits = edits(letters, other)
      if edits <= max(1, max(letters.count, other.count) / 3), edits < best?.edits ?? Int.max {
        best = (candidate, edits)
      }
    }
    return best?.word
  }

  private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let cost = min(diagonal + (letter == other ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}
