import FileFormats
import ListArchive
import Listings
import Testing
import TradeModel

struct SnapshotDifferenceTests {
  private func person(
    _ key: String, _ names: String..., remarks: [String] = [], line: Int = 1
  ) -> Designation {
    var designation = Designation(
      id: DesignationID(list: OwnList.id, key: key), kind: .person,
      names: names.enumerated().map { ListedName($0.offset == 0 ? .primary : .alias, $0.element) },
      place: RecordPlace(file: "own", line: line))
    designation.remarks = remarks
    return designation
  }

  @Test func `says what was added, removed and changed, by field`() {
    let difference = SnapshotDifference(
      from: [
        person("10", "A", "B", "C"), person("9", "Gone"), person("8", "Same", remarks: ["x  y"]),
      ],
      to: [
        person("8", "Same", remarks: ["x y"], line: 7), person("11", "New"),
        person("10", "A", "C", "D", line: 9),
      ])
    #expect(difference.added.map(\.key) == ["11"])
    #expect(difference.removed.map(\.name) == ["Gone"])
    #expect(difference.changed.map(\.key) == ["10"])
    let fields = difference.changed[0].fields
    #expect(fields.map(\.field) == ["names"])
    #expect(fields[0].removed.map { $0["text"]?.string } == ["B"])
    #expect(fields[0].added.map { $0["text"]?.string } == ["D"])
  }

  @Test func `the order of records and values is no change`() {
    let difference = SnapshotDifference(
      from: [person("1", "A", "B", "C"), person("2", "Z")],
      to: [person("2", "Z"), person("1", "A", "C", "B", line: 3)])
    #expect(difference.added.isEmpty && difference.removed.isEmpty && difference.changed.isEmpty)
  }

  @Test func `a second record under one key is a change, not a listing`() {
    let difference = SnapshotDifference(
      from: [person("1", "A")], to: [person("1", "B"), person("1", "A", line: 4)])
    #expect(difference.added.isEmpty)
    #expect(difference.changed.flatMap(\.fields).map(\.field) == ["record"])
    #expect(difference.changed.flatMap(\.fields).flatMap(\.added).count == 1)
  }
}
