import FileFormats
import GoodsControls
import KnowledgeBase
import QuiviveTestKit
import Testing

/// The descriptions of `Evaluation/goods`, asked as `Evaluation/goods/run` asks them.
struct GoodsDescriptionTests {
  private struct Description {
    let id: String
    let text: String
    let isTuned: Bool
    let entries: Set<String>
    let isFrench: Bool
  }

  private func descriptions() throws -> [Description] {
    let bytes = try #require(
      TestFiles.bytes(at: "\(TestFiles.root)/Evaluation/goods/descriptions.jsonl"))
    return try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      let value = try JSONParser.parse(String(line))
      return Description(
        id: try #require(value["id"]?.string), text: try #require(value["text"]?.string),
        isTuned: value["half"]?.string == "tuned",
        entries: Set(value["entries"]?.array?.compactMap(\.string) ?? []),
        isFrench: value["language"]?.string == "fr")
    }
  }

  @Test func `there are 120 of them, 60 in each language, at least 40 of ordinary goods`() throws {
    let all = try descriptions()
    #expect(all.count == 120)
    #expect(Set(all.map(\.id)).count == 120)
    #expect(all.count(where: \.isFrench) == 60)
    #expect(all.count(where: \.entries.isEmpty) >= 40)
    #expect(all.count(where: \.isTuned) == 60)
  }

  @Test func `nine in ten lead to their entries, and at most one in ten ordinary goods to any`()
    throws
  {
    let knowledge = try CheckedKnowledge(
      loading: KnowledgeFolder(reading: "\(TestFiles.root)/Knowledge"))
    let goods = try ControlCatalogue(loading: knowledge).goods
    // Every code that is expected is one that a list has: a typing error would be a free miss.
    let known = Set(goods.families.flatMap(\.codes))
    for isTuned in [true, false] {
      let half = try descriptions().filter { $0.isTuned == isTuned }
      let listed = half.filter { !$0.entries.isEmpty }
      let ordinary = half.filter(\.entries.isEmpty)
      for code in listed.flatMap(\.entries) { #expect(known.contains(code), "\(code)") }
      let missed = listed.filter { description in
        goods.candidates(for: description.text).candidates.prefix(5).allSatisfy {
          description.entries.isDisjoint(with: $0.family.codes)
        }
      }
      let wrong = ordinary.filter { !goods.candidates(for: $0.text).candidates.isEmpty }
      #expect(missed.count * 10 <= listed.count, "missed: \(missed.map(\.id))")
      #expect(wrong.count * 10 <= ordinary.count, "wrong: \(wrong.map(\.id))")
    }
  }
}
