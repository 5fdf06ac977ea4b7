import FileFormats
import TradeModel
import Watchlist

/// Which listed parties a question is about.
struct EntityFilter: Sendable {
  /// By id of the list.
  var lists: Set<String>
  var excludedSchemata: Set<String> = []
  var topics: [String] = []
  /// `last_change` strictly after.
  var changedSince: String?
  var excludedIDs: Set<String> = []

  /// What the parameters of the address ask for, within the data set named in the path.
  init(_ call: Call, dataset: String) throws {
    guard var lists = call.data.datasets.lists(in: dataset) else {
      throw Problem(404, "unknown-dataset", "No such dataset.")
    }
    let included = call.texts("include_dataset")
    if !included.isEmpty {
      lists.formIntersection(
        included.reduce(into: Set<String>()) {
          $0.formUnion(call.data.datasets.lists(in: $1) ?? [])
        })
    }
    for name in call.texts("exclude_dataset") {
      lists.subtract(call.data.datasets.lists(in: name) ?? [])
    }
    self.lists = lists
    excludedSchemata = Set(call.texts("exclude_schema"))
    topics = call.texts("topics")
    if let since = call.text("changed_since") {
      guard Self.isMoment(since) else {
        throw Problem.parameter(
          "changed_since", "string_pattern_mismatch",
          "String should match pattern '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}(:\\d{2}(:\\d{2})?)?)?$'",
          since)
      }
      changedSince = since
    }
    let excluded = call.texts("exclude_entity_ids")
    guard excluded.count <= 50 else {
      throw Problem.parameter(
        "exclude_entity_ids", "too_long", "List should have at most 50 items after validation",
        "\(excluded.count)")
    }
    excludedIDs = Set(excluded)
  }

  static func isMoment(_ text: String) -> Bool {
    let pattern = Array("dddd-dd-ddTdd:dd:dd")
    guard [10, 13, 16, 19].contains(text.count) else { return false }
    return zip(text, pattern).allSatisfy { letter, wanted in
      wanted == "d" ? letter.isASCII && letter.isNumber : letter == wanted
    }
  }

  /// Whether one of the lists has the party; cheaper than the whole entity.
  func mayTake(_ party: Int, in watchlist: WatchlistFile) -> Bool {
    watchlist.designations(ofParty: party).contains { designation in
      lists.contains(String(watchlist.id(ofDesignation: designation).prefix { $0 != "/" }))
    }
  }

  func takes(_ entity: WireEntity) -> Bool {
    if excludedSchemata.contains(entity.schema) { return false }
    if !topics.isEmpty, !topics.contains(where: entity.values("topics").contains) { return false }
    if let changedSince {
      guard let change = entity.lastChange, change > changedSince else { return false }
    }
    if excludedIDs.contains(entity.id) || entity.referents.contains(where: excludedIDs.contains) {
      return false
    }
    return true
  }
}
