import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// Lists and rules as they could be known on an earlier day.
struct KnownOnTests {
  static let buyer = "Brückner Beispiel Maschinenbau GmbH"

  private func hits(_ result: Program.Result) throws -> [String] {
    try JSONParser.parse(result.output)["findings"]?.array?
      .compactMap { $0["hit"]?["party"]?.string } ?? []
  }

  @Test func `a name is hit from its listing to the day before its delisting`() throws {
    let home = try KnownHome()
    let input = KnownHome.transaction(Self.buyer)
    let serving = try home.program.run("lists", "verify", "--report", "json").text
    for (day, isHit) in [
      ("2025-03-01", true), ("2025-04-30", true), ("2025-05-01", false), ("2026-01-01", false),
    ] {
      let result = try home.screen(input, "--as-known-on", day)
      #expect(try hits(result).contains("own.gate/Brüc") == isHit, "\(day) \(result.errors)")
      let dossier = try JSONParser.parse(result.output)
      #expect(dossier["request"]?["asKnownOn"]?.string == day)
      #expect(dossier["request"]?["on"]?.string == day)
    }
    let now = try JSONParser.parse(home.screen(input).output)
    #expect(now["request"]?["asKnownOn"] == nil)
    // Asking for an earlier day leaves the serving watchlist as it is.
    let digest = { (text: String) in try JSONParser.parse(text)["watchlist"]?.string }
    let after = try home.program.run("lists", "verify", "--report", "json").text
    #expect(try digest(serving) == digest(after))
  }

  @Test func `the states of one set of snapshots are compiled once`() throws {
    let home = try KnownHome()
    let input = KnownHome.transaction(Self.buyer)
    let before = try home.watchlists().count
    let first = try home.program.run(["screen", "-", "--as-known-on", "2025-03-01"], input: input)
    #expect(first.errors.contains("Compiling the lists as known on 2025-03-01"))
    let second = try home.program.run(["screen", "-", "--as-known-on", "2025-03-31"], input: input)
    #expect(!second.errors.contains("Compiling"))
    #expect(try home.watchlists().count == before + 1)
    // The newest states are those of the serving watchlist.
    let last = try home.program.run(["screen", "-", "--as-known-on", "2025-12-01"], input: input)
    #expect(!last.errors.contains("Compiling"))
    #expect(try home.watchlists().count == before + 1)
  }

  @Test func `a list without a state of that day is shown as not screened`() throws {
    let home = try KnownHome()
    let input = KnownHome.transaction(Self.buyer)
    let dossier = try JSONParser.parse(home.screen(input, "--as-known-on", "2025-05-31").output)
    #expect(dossier["lists"]?.array?.compactMap { $0["id"]?.string } == ["own.gate"])
    let absent = try #require(dossier["listsNotScreened"]?.array)
    #expect(absent.compactMap { $0["id"]?.string } == ["own.later"])
    let why = "not screened: no state of that list is held for 2025-05-31"
    #expect(absent[0]["why"]?["en"]?.string?.hasPrefix(why) == true)
    #expect(
      dossier["notChecked"]?.array?.contains { $0["why"]?["en"]?.string?.hasPrefix(why) == true }
        == true)
    for (language, text) in [("en", why), ("fr", "non consultée : aucun état de cette liste")] {
      for format in ["text", "html"] {
        let view = try home.program.run(
          [
            "screen", "-", "--quiet", "--as-known-on", "2025-05-31", "--format", format,
            "--language", language,
          ], input: input)
        let words = view.text.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains(text), "\(format) \(language)")
      }
    }
    let status = try home.program.run("lists", "status", "--as-known-on", "2025-05-31")
    #expect(status.text.contains("own.gate: as known on 2025-05-31, of 2025-05-01, 30 days old"))
    #expect(status.text.contains("own.later: \(why)"))
  }

  @Test func `the rules are said to be today's where no earlier ones are held`() throws {
    let home = try KnownHome()
    let dossier = try JSONParser.parse(
      home.screen(KnownHome.transaction(Self.buyer), "--as-known-on", "2025-03-01").output)
    let notices = try #require(dossier["request"]?["notices"]?.array)
    #expect(
      notices.contains {
        $0["en"]?.string?.hasPrefix("The rules are today’s; those in force on 2025-03-01") == true
          && $0["fr"]?.string?.hasPrefix("Les règles sont celles d’aujourd’hui") == true
      })
  }

  @Test func `the rules are those held then where a kept dossier brought them`() throws {
    let home = try KnownHome()
    // Another state of the knowledge: the same tables with one blank line more.
    let knowledge = home.file("Knowledge")
    try FileManager.default.copyItem(atPath: "\(TestFiles.root)/Knowledge", toPath: knowledge)
    let sources = try #require(TestFiles.bytes(at: "\(knowledge)/sources.csv"))
    #expect(TestFiles.write(sources + [0x0A], to: "\(knowledge)/sources.csv"))
    let input = KnownHome.transaction(Self.buyer)
    let kept = try JSONParser.parse(
      home.screen(input, "--keep", "--knowledge", knowledge).output)
    // It came into use on an earlier day.
    let log = "\(home.path)/knowledge/log.tsv"
    let digest = try #require(kept["digests"]?["knowledge"]?.string)
    #expect(TestFiles.write(Array("2025-04-15T08:00:00Z\t\(digest)\n".utf8), to: log))
    for (day, isHeld) in [("2025-04-14", false), ("2025-04-15", true), ("2025-12-31", true)] {
      let dossier = try JSONParser.parse(home.screen(input, "--as-known-on", day).output)
      #expect((dossier["digests"]?["knowledge"]?.string == digest) == isHeld, "\(day)")
      let notices = dossier["request"]?["notices"]?.array ?? []
      let held = "The rules are those last kept here by \(day), in use since 2025-04-15."
      #expect(notices.contains { $0["en"]?.string == held } == isHeld)
    }
  }

  @Test func `a transaction that states the day is screened as of it`() throws {
    let home = try KnownHome()
    let stated = KnownHome.transaction(Self.buyer, knownOn: "2025-04-30")
    let bare = KnownHome.transaction(Self.buyer)
    let own = try JSONParser.parse(home.screen(stated).output)
    let asked = try JSONParser.parse(home.screen(bare, "--as-known-on", "2025-04-30").output)
    for member in ["request", "lists", "listsNotScreened"] {
      #expect(own[member]?.canonical == asked[member]?.canonical, "\(member)")
    }
    #expect(try hits(home.screen(stated)).contains("own.gate/Brüc"))
    // The command line goes first.
    let other = try home.screen(stated, "--as-known-on", "2025-05-01")
    #expect(try !hits(other).contains("own.gate/Brüc"))
    // The day in force is apart from the day of the lists.
    let later = try JSONParser.parse(home.screen(stated, "--on", "2026-02-01").output)
    #expect(later["request"]?["on"]?.string == "2026-02-01")
    #expect(later["request"]?["asKnownOn"]?.string == "2025-04-30")
  }

  @Test func `lines are screened each as of its own day`() throws {
    let home = try KnownHome()
    let days = ["2025-04-30", "2025-05-01", "2025-03-15", "2024-01-01", "2025-05-01"]
    let lines = try days.map { day in
      try JSONParser.parse(KnownHome.transaction(Self.buyer, knownOn: day)).compact
    }
    let result = try home.program.run(
      ["screen", "-", "--lines", "--quiet"], input: Array(lines.joined(separator: [0x0A])))
    #expect(result.status == 65)
    let answers = try result.text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
    let found = answers.map { answer in
      answer["dossier"]?["findings"]?.array?.contains {
        $0["hit"]?["party"]?.string == "own.gate/Brüc"
      }
    }
    #expect(found == [true, false, true, nil, false])
    #expect(answers[3]["error"]?.string == "no state of any list is held for 2024-01-01")
  }

  @Test func `a home with the starter list alone says that it could not go back`() throws {
    let program = Program(home: StarterHome.path)
    let input = KnownHome.transaction(Self.buyer, knownOn: "2024-02-01")
    let result = try program.run(["screen", "-", "--quiet", "--format", "json"], input: input)
    let dossier = try JSONParser.parse(result.output)
    #expect(dossier["request"]?["asKnownOn"] == nil)
    #expect(dossier["request"]?["on"]?.string == "2024-02-01")
    #expect(
      dossier["request"]?["notices"]?.array?.contains {
        $0["en"]?.string?.contains("no list of that day is held") == true
      } == true)
    // Asked for on the command line, it is an error.
    let asked = try program.run(["screen", "-", "--as-known-on", "2024-02-01"], input: input)
    #expect(asked.status == 65)
    #expect(asked.errors.contains("no state of any list is held for 2024-02-01"))
  }

  @Test(arguments: [
    ["screen", "-"], ["match", "--queries", "-"], ["explain", "Name", "own.gate/Brüc"],
    ["licence", "check", "--to", "IR"], ["ownership", "show", "Name"], ["lists", "status"],
    ["lists", "show", "own.gate"], ["lists", "diff", "own.gate", "2025-03-01"],
    ["rules", "facts", "-"],
  ])
  func `a day to come is an error of use`(_ command: [String]) throws {
    let program = Program(home: StarterHome.path)
    let result = try program.run(command + ["--as-known-on", "9998-01-01"])
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.errors.contains("nobody can know today what will be known on 9998-01-01"))
  }

  @Test func `a transaction's day to come is an error of the input`() throws {
    let home = try KnownHome()
    let result = try home.screen(KnownHome.transaction(Self.buyer, knownOn: "9998-01-01"))
    #expect(result.status == 65)
    #expect(result.errors.contains("nobody can know today"))
  }

  @Test func `match and explain ask the lists of the day`() throws {
    let home = try KnownHome()
    let query = Array(#"{"id":"1","name":"\#(Self.buyer)"}"#.utf8)
    for (day, count) in [("2025-04-30", 1), ("2025-05-01", 0)] {
      let match = try home.program.run(
        ["match", "--queries", "-", "--quiet", "--as-known-on", day], input: query)
      let results = try JSONParser.parse(match.output)["results"]?.array ?? []
      #expect(results.count { $0["id"]?.string == "own.gate/Brüc" } == count, "\(match.errors)")
      let explain = try home.program.run(
        "explain", Self.buyer, "own.gate/Brüc", "--as-known-on", day)
      #expect(explain.status == (count == 1 ? 0 : 65))
    }
  }

  @Test func `lists are shown and compared as of the day`() throws {
    let home = try KnownHome()
    let shown = try home.program.run(
      "lists", "show", "own.gate/Brüc", "--as-known-on", "2025-04-30")
    #expect(shown.text.contains("own.gate of 2025-04-01"))
    #expect(try home.program.run("lists", "show", "own.gate/Brüc").status == 65)
    let diff = try home.program.run(
      "lists", "diff", "own.gate", "2025-03-01", "--as-known-on", "2025-04-30")
    #expect(diff.text.contains("2025-03-01 → 2025-04-01: 1 added, 0 removed"))
    let early = try home.program.run("lists", "show", "own.later", "--as-known-on", "2025-04-30")
    #expect(early.status == 65)
    #expect(early.errors.contains("no state of `own.later` is held for 2025-04-30"))
  }

  @Test func `a life is told by field, with its gaps`() throws {
    let home = try KnownHome()
    let byName = try home.program.run("lists", "show", "brückner maschinenbau", "--history")
    #expect(byName.text.contains("2025-03-01  listed on that day or before as \(Self.buyer)"))
    #expect(byName.text.contains("2025-05-01  delisted after 2025-04-01"))
    #expect(byName.text.contains("2025-03-02 to 2025-03-31"))
    let json = try home.program.run(
      "lists", "show", "own.gate/Brüc", "--history", "--report", "json")
    let history = try JSONParser.parse(json.output)
    #expect(history["events"]?.array?.compactMap { $0["event"]?.string } == ["listed", "delisted"])
    #expect(history["gaps"]?.array?.first?["from"]?.string == "2025-03-02")
  }
}
