import Listings
import QuiviveTestKit
import Testing
import TradeModel

@testable import Matching

/// What is cut off early because it cannot reach the floor.
struct ReachTests {
  /// Names that agree in every way there is: other spellings, joined and divided words, first letters,
  /// initials, numbers, cut ends, several slips in one word, fathers, generic words on one side.
  static let written = [
    "Mohammad Karomin Ali", "Muhammad Karomin", "Mohammad Ali", "Ali Muhammad Seldu", "Ali Ali",
    "Ali",
    "Khodzhaev Ivan", "Hojaev Ivan", "Chodschajew", "Abdulrahman Horzan", "Abd al Rahman Horzan",
    "Abdul Rahman", "Abu Zar Moqadam", "Abuzar Moqadam", "G Moqadam Abuzar", "Maria Al",
    "Marial Nawfal",
    "Rowhani Ivan", "Ruhani Ivan", "Tekhnoexport Trading", "Techno Export Trading Company",
    "Tekhnoeksport", "Peluga 12 Ltd", "Peluga 13 Ltd", "12 Peluga", "PTC", "Peluga Trading Company",
    "Peluga Trading", "Bank Peluga Trading Company", "BPTC Ltd", "T3sharo Works", "Tesharo Works",
    "A Tesharo", "A B", "A C Ltd", "Ltd", "Trading Company", "International Trading Company",
    "General Trading International", "Shevchenkov Ivan Ivanovich", "Schewtschenkow Ivan Petrovich",
    "Shevchenko Ivanovich", "Shandong Yulong Petrochemical", "Yu Long", "Krasnoyarsk Metallurgical",
    "Krasnoiarskii Metalurgikal", "Yekaterinburgskaya Trading", "Iekaterinbourgskaia Trading",
    "International Bearing and Machine Tool", "International Bearing and Machine Tool Works Peluga",
  ]

  @Test(arguments: [PartyKind.person, .organisation, .vessel, .unknown], [UInt64(91), 92])
  func `what reaches the floor is found whatever is cut off early`(
    kind: PartyKind, seed: UInt64
  ) throws {
    var invented = InventedNames(seed: seed)
    var names = Self.written + (0..<30).map { _ in invented.name() }
    names += names.map { invented.slip(in: $0) }
    let designations = try names.enumerated().map { number, name in
      try PartyMatcherTests.designation(
        "\(number)", number % 3 == 0 ? .person : .organisation,
        [ListedName(.primary, name), ListedName(.alias, names[(number + 7) % names.count])])
    }
    let matcher = try PartyMatcherTests.matcher(designations)
    let (open, floored) = (matcher.session(floor: Score(0)), matcher.session())
    let least = matcher.policy.least(scoring: matcher.policy.floor)
    var (found, below) = (0, 0)
    for name in names {
      let subject = Subject(kind: kind, names: [name])
      let all = open.matches(for: subject)
      let expected = all.filter {
        max($0.weight.tenthsOfBit, $0.nameWeight.tenthsOfBit) >= least
      }
      #expect(floored.matches(for: subject) == expected, "seed \(seed), \(kind): \(name)")
      found += expected.count
      below += all.count - expected.count
    }
    #expect(found > names.count && below > names.count)
  }
}
