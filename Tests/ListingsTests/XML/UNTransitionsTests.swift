import FileFormats
import Listings
import QuiviveTestKit
import Testing
import TradeModel

/// The real Security Council files in date order give exactly the keys added and removed that an
/// independent count found.
@Suite(.enabled(if: SharedData.hasLists, "skipped: ../shared/data/lists is not there"))
struct UNTransitionsTests {
  @Test func `consecutive files differ by the keys added and removed`() throws {
    let bytes = try #require(
      TestFiles.bytes(at: SharedData.path("data/lists/transitions/un.sc.json")))
    let steps = try #require(try JSONParser.parse(bytes)["steps"]?.array)
    #expect(steps.count >= 20)
    var known: [String: Set<String>] = [:]
    func keys(_ path: String) throws -> Set<String> {
      if let keys = known[path] { return keys }
      let reading = try XMLReading(try Manifest.snapshot(path: path, list: "un.sc"))
      // `6908911#2` is the second record of that key.
      let keys = Set(
        reading.designations.map { String($0.id.key.split(separator: "#").first ?? "") })
      known[path] = keys
      return keys
    }
    for step in steps {
      let before = try keys(try #require(step["from"]?["path"]?.string))
      let after = try keys(try #require(step["to"]?["path"]?.string))
      func ids(_ name: String) -> [String] {
        (step[name]?.array ?? []).compactMap { $0.string ?? $0.int.map(String.init) }.sorted()
      }
      #expect(
        after.subtracting(before).sorted() == ids("added"), "\(step["to"]?["path"]?.string ?? "")")
      #expect(
        before.subtracting(after).sorted() == ids("removed"), "\(step["to"]?["path"]?.string ?? "")"
      )
    }
  }
}
