import NameIndex
import Parties
import Watchlist

/// Looks for the weights of names that tell labelled subjects apart best.
///
/// Candidates are found once; every trial weighs them anew by the one path that matching uses. One
/// value at a time is moved and kept where the measure rises (coordinate ascent), with steps that
/// become smaller. Half of the questions are fitted, the other half only shows whether it held.
///
/// A class because it holds scratch memory as large as the index. One per thread.
public final class PolicyFitting {
  struct Candidate {
    let party: Int
    let name: Int
    let reading: Int
    let unit: Int
    let standing: NameStanding
    /// What the facts weigh; they are not fitted.
    let facts: Int
  }

  struct Trial {
    let question: Question
    let isExpected: Set<Int>
    let hasExpected: Bool
    let candidates: [Candidate]
    let half: Int
  }

  private let search: NameSearch
  private var scorer: NameScorer
  private var policy: MatchPolicy
  private var trials: [Trial] = []
  /// Candidates that weigh less under the first policy are left out, except right ones.
  private static let leastWeight = -40

  /// - Parameter halves: for each question 0 or 1, as many as questions.
  /// - Complexity: one question each.
  public init(_ matcher: PartyMatcher, _ questions: [LabelledQuestion], halves: [Int]) {
    policy = matcher.policy
    let watchlist = matcher.watchlist
    search = NameSearch(watchlist.index, model: matcher.reader.tokens)
    scorer = NameScorer(watchlist.index, search, weights: matcher.policy.names)
    var numbers: [String: Int] = [:]
    for party in 0..<watchlist.partyCount { numbers[watchlist.id(ofParty: party).text] = party }
    for (place, labelled) in questions.enumerated() {
      let question = Question(labelled.subject, reader: matcher.reader)
      let facts = FactComparison(question.facts, weights: policy.facts)
      let expected = Set(labelled.expected.compactMap { numbers[$0] })
      var candidates: [Candidate] = []
      var ofParty: [Int: Int] = [:]
      for (number, name) in question.names.enumerated() {
        for (readingNumber, reading) in name.readings.enumerated() {
          var units: [UInt32] = []
          search.appendUnits(meeting: reading.reading, to: &units)
          scorer.prepare(
            reading.parts, kind: question.kind, isCut: policy.names.fillsField(name.verbatim))
          for unit in units {
            let listedName = watchlist.unitNames[Int(unit)]
            let party = watchlist.party(ofName: listedName)
            if !expected.contains(party), scorer.weigh(against: Int(unit)) < Self.leastWeight {
              continue
            }
            let sum =
              ofParty[party]
              ?? {
                var sum = 0
                facts.each(of: party, in: watchlist) { sum += $0.weight }
                ofParty[party] = sum
                return sum
              }()
            candidates.append(
              Candidate(
                party: party, name: number, reading: readingNumber, unit: Int(unit),
                standing: NameStanding(
                  ofUnit: Int(unit), in: watchlist, asked: name.script,
                  reading: readingNumber),
                facts: sum))
          }
        }
      }
      candidates.sort {
        ($0.name, $0.reading, $0.party, $0.unit) < ($1.name, $1.reading, $1.party, $1.unit)
      }
      trials.append(
        Trial(
          question: question, isExpected: expected, hasExpected: !labelled.expected.isEmpty,
          candidates: candidates, half: halves[place]))
    }
  }

  /// How many candidates every trial of weights weighs.
  public var candidateCount: Int { trials.reduce(0) { $0 + $1.candidates.count } }

  /// What the weights reach on the questions of one half, or of both.
  public func figures(_ weights: NameWeights, half: Int?) -> FittingFigures {
    scorer.weights = weights
    var right: [(weight: Int, rank: Int)] = []
    var wrong: [Int] = []
    var asked = 0
    var best: [(party: Int, weight: Int)] = []
    for trial in trials where half == nil || trial.half == half {
      best.removeAll(keepingCapacity: true)
      var current = (name: -1, reading: -1)
      var places: [Int: Int] = [:]
      for candidate in trial.candidates {
        if (candidate.name, candidate.reading) != current {
          current = (candidate.name, candidate.reading)
          let name = trial.question.names[candidate.name]
          search.prepare(name.readings[candidate.reading].reading)
          scorer.prepare(
            name.readings[candidate.reading].parts, kind: trial.question.kind,
            isCut: policy.names.fillsField(name.verbatim))
        }
        let weight =
          scorer.weigh(against: candidate.unit) + candidate.facts
          + candidate.standing.weight(policy.facts)
        if let place = places[candidate.party] {
          best[place].weight = max(best[place].weight, weight)
        } else {
          places[candidate.party] = best.count
          best.append((candidate.party, weight))
        }
      }
      if trial.hasExpected {
        asked += 1
        let found = best.filter { trial.isExpected.contains($0.party) }.map(\.weight).max()
        guard let found else { continue }
        let rank = best.count { $0.weight > found && !trial.isExpected.contains($0.party) }
        right.append((found, rank))
      } else {
        wrong.append(best.map(\.weight).max() ?? Int.min / 2)
      }
    }
    return FittingFigures(asked: asked, right: right, wrong: wrong)
  }

  /// Moves one value after the other and keeps what raises ``FittingFigures/measure`` on half `half`.
  ///
  /// - Parameters:
  ///   - half: the half to fit on; both when `nil`.
  ///   - tell: hears of every sweep.
  public func fit(
    sweeps: Int, half: Int?, tell: (String) -> Void
  ) -> NameWeights {
    var weights = policy.names
    var best = figures(weights, half: half).measure
    tell("start: \(best)")
    var steps: [Double] = NameWeights.values.map { _ in 0.25 }
    for sweep in 1...max(1, sweeps) {
      for (place, field) in NameWeights.values.enumerated() where field.name != "fieldLength" {
        let value = weights[keyPath: field.path]
        let step = max(1, Int((Double(max(8, abs(value))) * steps[place]).rounded()))
        var moved = false
        for direction in [step, -step] {
          var trial = weights
          trial[keyPath: field.path] = value + direction
          guard NameWeights.isAllowed(field.name, value + direction) else { continue }
          let reached = figures(trial, half: half).measure
          if reached > best + 1e-7 {
            best = reached
            weights = trial
            moved = true
            break
          }
        }
        steps[place] *= moved ? 1.2 : 0.6
      }
      tell("sweep \(sweep): \(best)")
    }
    return weights
  }
}

extension NameWeights {
  /// Costs stay costs, agreements stay agreements, hundredths that are kept stay hundredths.
  static func isAllowed(_ field: String, _ value: Int) -> Bool {
    if field.hasPrefix("kept") || field.contains("Kept") || field.hasPrefix("raise")
      || field.hasSuffix("Tenths") || field.hasSuffix("Loss") || field == "mostDifference"
    {
      return (0...(field == "mostDifference" ? 40 : 100)).contains(value)
    }
    if field == "variantByDifference" { return (0...60).contains(value) }
    if field == "otherOrder" { return (-8 ... -1).contains(value) }
    let costs = [
      "different", "missing", "other", "subjectOnly", "listedOnly", "slip",
      "leastForContradiction",
    ]
    if field.hasSuffix("ByRarity") || field == "onlyByWorth" { return (0...200).contains(value) }
    if field == "initial" { return (0...40).contains(value) }
    if field == "affix" { return value <= 0 }
    return costs.contains(where: { field.hasPrefix($0) }) ? value <= 0 : value >= 0
  }
}

/// What weights reach on labelled questions.
public struct FittingFigures {
  /// How many questions have a listed party.
  public let asked: Int
  /// For each of them of which the party was found: its weight, and how many wrong ones lie above.
  let right: [(weight: Int, rank: Int)]
  /// For each question without one: the heaviest candidate.
  let wrong: [Int]

  /// The share of questions of which the party is among the first `count`.
  public func recall(first count: Int) -> Double {
    Double(right.count { $0.rank < count }) / Double(max(1, asked))
  }

  /// The weight above which that share of the questions without a listed party lie.
  public func threshold(atWrong share: Double) -> Int {
    let sorted = wrong.sorted(by: >)
    let place = Int(Double(sorted.count) * share)
    return place < sorted.count ? sorted[place] : Int.min / 2
  }

  /// The share of questions of which the party is among the first five above ``threshold(atWrong:)``.
  public func recall(atWrong share: Double) -> Double {
    let threshold = threshold(atWrong: share)
    return Double(right.count { $0.rank < 5 && $0.weight > threshold }) / Double(max(1, asked))
  }

  /// What fitting raises: recall over the whole range of shares of false hits that anyone would
  /// accept, so that no single false hit decides, and the order at the top.
  public var measure: Double {
    let shares = [0.003, 0.006, 0.01, 0.014, 0.02, 0.03, 0.05, 0.08]
    let recalls = shares.reduce(0) { $0 + recall(atWrong: $1) } / Double(shares.count)
    return recalls + 0.3 * recall(first: 1) + 0.2 * recall(first: 5)
  }

  /// The figures in one line.
  public var text: String {
    func percent(_ value: Double) -> String {
      let tenths = Int((value * 10_000).rounded())
      return "\(tenths / 100).\(tenths % 100 < 10 ? "0" : "")\(tenths % 100)"
    }
    return "R@1 \(percent(recall(first: 1))) R@5 \(percent(recall(first: 5))) "
      + "R@FPR0.5 \(percent(recall(atWrong: 0.005))) R@FPR1 \(percent(recall(atWrong: 0.01))) "
      + "R@FPR3 \(percent(recall(atWrong: 0.03))) R@FPR5 \(percent(recall(atWrong: 0.05))) "
      + "thresholds \(threshold(atWrong: 0.01)) \(threshold(atWrong: 0.03))"
  }
}
