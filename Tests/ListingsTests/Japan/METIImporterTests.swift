import Listings
import QuiviveTestKit
import Testing

struct METIImporterTests {
  @Test func `keeps the importer contract`() {
    let fixture = ListSnapshot.tabular("jp.meti/end-user-list.xlsx", as: "jp.meti")
    ListImporterContract(METIImporter.self, on: fixture).expectKept()
  }

  @Test func `gives what a person has read`() throws {
    let imported = try Imported(METIImporter(), "jp.meti/end-user-list.xlsx", as: "jp.meti")
    expectGolden(imported.json, at: "jp.meti/end-user-list.golden.json")
  }

  @Test func `says with every record that it is no sanction`() throws {
    let imported = try Imported(METIImporter(), "jp.meti/end-user-list.xlsx", as: "jp.meti")
    #expect(imported.designations.count == 3)
    #expect(
      imported.designations.allSatisfy { $0.measures.contains { $0.contains("not a sanction") } })
  }

  @Test func `keys by country and name, whatever the number`() throws {
    let imported = try Imported(METIImporter(), "jp.meti/end-user-list.xlsx", as: "jp.meti")
    #expect(
      imported.designations.map(\.id.key) == [
        "republic of atlantis/sample rotor works", "ruritania/invented optics ltd.",
        "ruritania/invented optics institute",
      ])
  }

  @Test func `reads concern codes in full width and without a break`() throws {
    let imported = try Imported(METIImporter(), "jp.meti/end-user-list.xlsx", as: "jp.meti")
    #expect(
      imported.designations.map(\.programmes) == [["B", "C", "M", "N", "CW"], ["M", "N"], ["M"]])
  }
}

/// The key survives the renumbering of an edition, tried on two real ones.
@Suite(.enabled(if: SharedData.hasLists, "skipped: ../shared/data/lists is not there"))
struct METIEditionTests {
  @Test func `most keys of one edition stand in the next`() throws {
    var editions: [Set<String>] = []
    for name in ["end-user-list-2025-01-31.csv.gz", "end-user-list-2025-09-29.xlsx"] {
      var keys: Set<String> = []
      let snapshot = try Manifest.snapshot(path: "jp-meti/\(name)", list: "jp.meti")
      _ = try METIImporter().report(on: snapshot) { keys.insert($0.id.key) }
      editions.append(keys)
    }
    let kept = editions[0].intersection(editions[1]).count
    #expect(kept * 100 >= editions[0].count * 90, "\(kept) of \(editions[0].count)")
  }
}
