import Decisions
import FileFormats
import Screening
import Testing
import TradeModel

struct DossierTests {
  @Test func `the same screening gives the same bytes`() {
    #expect(SampleDossier.dossier().bytes == SampleDossier.dossier().bytes)
  }

  @Test func `the document is canonical, integers only`() throws {
    let dossier = SampleDossier.dossier()
    let again = try JSONParser.parse(dossier.bytes)
    #expect(again.canonical + [0x0A] == dossier.bytes)
    func numbers(_ value: JSONValue) -> [String] {
      switch value {
      case .number(let text): [text]
      case .array(let elements): elements.flatMap(numbers)
      case .object(let members): members.flatMap { numbers($0.value) }
      default: []
      }
    }
    let all = numbers(again)
    #expect(!all.isEmpty)
    #expect(all.allSatisfy { Int($0) != nil })
  }

  @Test func `the outcome is that of the strictest finding, the others stay visible`() {
    let dossier = SampleDossier.dossier()
    #expect(dossier["outcome"]?.string == "hold")
    let outcomes = (dossier["outcomes"]?.array ?? []).compactMap { $0["outcome"]?.string }
    #expect(outcomes == ["hold", "incomplete"])
  }

  @Test func `it holds its input verbatim and the digest of it`() {
    let dossier = SampleDossier.dossier()
    #expect(dossier["input"]?.string == SampleDossier.input)
    #expect(dossier["digests", "input"]?.string == SHA256.digest(of: SampleDossier.input).hex)
  }

  @Test func `it reads back to what a replay needs`() throws {
    let stored = try Dossier(reading: SampleDossier.dossier().bytes)
    let request = try #require(stored.request)
    #expect(request.input == SampleDossier.input)
    #expect(request.on == SampleDossier.day("2026-11-23"))
    #expect(request.policy == "balanced")
    #expect(request.notices.map(\.en) == ["starter list only"])
  }

  @Test(arguments: ["", "{", "[]", "{\"schema\":\"quivive.dossier/99\"}", "{}"])
  func `what is no dossier is refused with help`(_ text: String) {
    let error = #expect(throws: DossierError.self) { try Dossier(reading: Array(text.utf8)) }
    #expect(error?.help.isEmpty == false)
  }

  @Test func `no finding is no licence requirement, never a clearance`() {
    let result = ScreeningResult(findings: [], checked: [], notChecked: [], wouldChange: [])
    #expect(result.outcome == .noLicenceRequired)
    #expect(result.outcome.title.en == "No licence requirement found")
  }
}

struct ReplayTests {
  let stored = SampleDossier.dossier()

  @Test func `the same bytes are the same`() {
    #expect(
      Replay(stored: stored, storedBytes: stored.bytes, again: SampleDossier.dossier()) == .same)
    #expect(
      Replay(stored: stored, storedBytes: stored.bytes.dropLast(), again: SampleDossier.dossier())
        == .same)
  }

  @Test func `another watchlist is named with both digests`() {
    let again = SampleDossier.dossier(watchlist: "other")
    guard
      case .differentData(let differences) = Replay(
        stored: stored, storedBytes: stored.bytes, again: again)
    else {
      Issue.record("a difference was expected")
      return
    }
    #expect(differences.map(\.name) == ["watchlist"])
    #expect(differences.first?.stated == SHA256.digest(of: "watchlist").hex)
    #expect(differences.first?.now == SHA256.digest(of: "other").hex)
  }

  @Test func `another engine is named, with what else differs`() {
    let again = SampleDossier.dossier(engine: "0.2.0")
    let replay = Replay(stored: stored, storedBytes: stored.bytes, again: again)
    #expect(
      replay == .otherEngine(stated: "quivive 0.1.0", now: "quivive 0.2.0", members: []))
    let renamed = SampleDossier.dossier(name: "Nordwerk Optic", engine: "0.2.0")
    #expect(
      Replay(stored: stored, storedBytes: stored.bytes, again: renamed)
        == .otherEngine(stated: "quivive 0.1.0", now: "quivive 0.2.0", members: ["findings"]))
  }

  @Test func `an altered finding is found though every digest agrees`() throws {
    let text = String(decoding: stored.bytes, as: UTF8.self)
    let altered = Array(
      text.replacing("\"outcome\":\"hold\"", with: "\"outcome\":\"incomplete\"").utf8)
    #expect(altered != stored.bytes)
    let replay = Replay(
      stored: try Dossier(reading: altered), storedBytes: altered, again: SampleDossier.dossier())
    guard case .differentBytes(let members) = replay else {
      Issue.record("different bytes were expected, not \(replay)")
      return
    }
    #expect(members.contains("findings"))
  }

  @Test func `every single flipped byte of a dossier is noticed`() throws {
    let bytes = stored.bytes
    var noticed = 0
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var flipped = bytes
      flipped[index] ^= 0x01
      guard let read = try? Dossier(reading: flipped) else {
        noticed += 1
        continue
      }
      let replay = Replay(stored: read, storedBytes: flipped, again: SampleDossier.dossier())
      #expect(replay != .same, "byte \(index)")
      if replay != .same { noticed += 1 }
    }
    #expect(noticed == (bytes.count + 6) / 7)
  }
}
