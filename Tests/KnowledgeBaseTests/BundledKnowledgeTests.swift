import KnowledgeBase
import QuiviveTestKit
import Testing

/// The knowledge folder of this package.
struct BundledKnowledgeTests {
  private func folder() throws -> KnowledgeFolder {
    try KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge")
  }

  @Test func `loads without an error`() throws {
    let knowledge = try CheckedKnowledge(loading: folder())
    #expect(knowledge.rowCounts.map(\.path).sorted() == KnowledgeLayouts.all.map(\.path).sorted())
    #expect(knowledge.rowCounts.allSatisfy { $0.rows > 0 })
    #expect(knowledge.sources.count > 70)
  }

  @Test func `has the same digest each time`() throws {
    #expect(try folder().digest == folder().digest)
  }

  @Test func `no cited row leans on a source that was not read`() throws {
    let knowledge = try CheckedKnowledge(loading: folder())
    for layout in KnowledgeLayouts.all where layout.standing == .cited {
      for row in knowledge.citedRows(layout.path) {
        #expect(!row.citations.ids.contains { $0.name == "unverified" })
      }
    }
  }

  @Test func `hints and cited rows of one list share no key`() throws {
    let knowledge = try CheckedKnowledge(loading: folder())
    for (name, key) in [
      ("mtcr", "item"), ("us-ccl", "code"), ("eu-dual-use", "code"), ("iran-uav", "id"),
      ("end-use-controls", "id"), ("missile-goods", "id"),
    ] {
      let cited = Set(knowledge.citedRows("ControlLists/\(name).csv").map { $0.cells[key] })
      let hints = knowledge.hintRows("ControlLists/unverified/\(name).csv").map { $0.cells[key] }
      #expect(!hints.isEmpty)
      #expect(cited.isDisjoint(with: hints), "\(name)")
    }
  }

  @Test func `a hint moved into a cited table is refused`() throws {
    var files = Dictionary(
      uniqueKeysWithValues: try folder().files.map { ($0.path, $0.bytes) })
    let path = "ControlLists/chpl.csv"
    files[path, default: []] += Array(
      "X-1,0101.21,1,Tier,Niveau,Horses,Chevaux,,2024-02-23,unverified\n".utf8)
    let error = #expect(throws: KnowledgeErrors.self) {
      _ = try CheckedKnowledge(loading: KnowledgeFolder(location: "memory", files: files))
    }
    #expect(error?.errors.map(\.reason) == [.unknownSource("unverified")])
    #expect(error?.errors.first?.line == 52)
  }
}
