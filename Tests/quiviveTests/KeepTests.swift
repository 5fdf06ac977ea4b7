import FileFormats
import Foundation
import QuiviveTestKit
import Testing

/// Kept dossiers are run again from the home folder alone.
struct KeepTests {
  private static let buyer = "Zagros Namuneh Sanat Company"

  private func digest(_ result: Program.Result) -> String {
    String(describing: SHA256.digest(of: result.output))
  }

  /// Screens with rules, a table of ownership and a knowledge folder of their own, keeps the dossier,
  /// and takes all three away.
  private func keep(_ home: KnownHome, _ more: String...) throws -> Program.Result {
    let knowledge = home.file("Knowledge")
    try FileManager.default.copyItem(atPath: "\(TestFiles.root)/Knowledge", toPath: knowledge)
    let sources = try #require(TestFiles.bytes(at: "\(knowledge)/sources.csv"))
    #expect(TestFiles.write(sources + [0x0A], to: "\(knowledge)/sources.csv"))
    let rules = home.file("Rules")
    try FileManager.default.copyItem(atPath: "\(TestFiles.root)/Examples/Rules", toPath: rules)
    let table = try home.write(
      "owner,owned,share from,share to,kind,source,date\n"
        + "\(Self.buyer),Werkzeug Muster KG,60,60,shaers,invented,2025-01-01\n", to: "owners.csv")
    let result = try home.program.run(
      [
        "screen", "-", "--quiet", "--format", "json", "--keep", "--knowledge", knowledge, "--rules",
        rules, "--ownership", table,
      ] + more, input: KnownHome.transaction(Self.buyer))
    #expect(result.status == 10, "\(result.errors)")
    for path in [knowledge, rules, table] { try FileManager.default.removeItem(atPath: path) }
    return result
  }

  @Test func `a kept dossier is replayed by its digest, with nothing else at hand`() throws {
    let home = try KnownHome()
    let stored = try keep(home)
    let dossier = try JSONParser.parse(stored.output)
    #expect(dossier["digests"]?["rules"] != nil && dossier["digests"]?["ownership"] != nil)
    let name = digest(stored)
    for argument in [name, String(name.prefix(12))] {
      let replayed = try home.program.run("replay", argument)
      #expect(replayed.status == 0, "\(replayed.text)\(replayed.errors)")
      #expect(replayed.text == "same bytes: \(name)\n")
    }
    // The file is found again by its digest.
    let file = try home.program.run("replay", "-", input: stored.output)
    #expect(file.status == 0, "\(file.errors)")
    let shown = try home.program.run("dossier", name, "--format", "json")
    #expect(shown.output == stored.output)
  }

  @Test func `as known on an earlier day it is replayed too, after later updates`() throws {
    let home = try KnownHome()
    let stored = try keep(home, "--as-known-on", "2025-04-30")
    #expect(
      try JSONParser.parse(stored.output)["request"]?["asKnownOn"]?.string == "2025-04-30")
    for (number, day) in ["2025-07-01", "2025-08-01", "2025-09-01"].enumerated() {
      try home.take("own.gate", ["Neuer Muster Name \(number) GmbH"], on: day)
      _ = try home.program.run("lists", "compile")
    }
    let replayed = try home.program.run("replay", digest(stored))
    #expect(replayed.status == 0, "\(replayed.text)\(replayed.errors)")
  }

  @Test func `a watchlist that is gone is compiled again from the kept lists`() throws {
    let home = try KnownHome()
    let stored = try keep(home)
    for path in try home.watchlists() { try FileManager.default.removeItem(atPath: path) }
    let replayed = try home.program.run("replay", digest(stored))
    #expect(replayed.status == 0, "\(replayed.text)\(replayed.errors)")
    #expect(replayed.errors.contains("Compiling the watchlist of the dossier again"))
    #expect(replayed.text == "same bytes: \(digest(stored))\n")
  }

  @Test func `where a snapshot is gone too, the replay says what is missing`() throws {
    let home = try KnownHome()
    let stored = try keep(home)
    for path in try home.watchlists() { try FileManager.default.removeItem(atPath: path) }
    try FileManager.default.removeItem(atPath: "\(home.path)/lists/own.later/snapshots")
    let replayed = try home.program.run("replay", digest(stored))
    #expect(replayed.status == 65)
    #expect(replayed.errors.contains("of `own.later` is not held any more"))
  }

  @Test func `lines are kept each under its digest`() throws {
    let home = try KnownHome()
    let lines = try (0..<5).map { number in
      try JSONParser.parse(KnownHome.transaction("Muster Kunde \(number) GmbH")).compact
    }
    let result = try home.program.run(
      ["screen", "-", "--lines", "--brief", "--quiet", "--keep"],
      input: Array(lines.joined(separator: [0x0A])))
    let digests = try result.text.split(separator: "\n").map {
      try #require(try JSONParser.parse(String($0))["summary"]?["sha256"]?.string)
    }
    #expect(Set(digests).count == 5)
    for digest in digests {
      #expect(TestFiles.exists("\(home.path)/dossiers/\(digest).json"))
    }
    #expect(try home.program.run("replay", digests[3]).status == 0)
  }

  @Test func `a dossier of another version is told to be one`() throws {
    let home = try KnownHome()
    let stored = try keep(home)
    let engine = try #require(try JSONParser.parse(stored.output)["digests"]?["engine"]?.string)
    let older = stored.text.replacing(engine, with: "quivive 0.0.1")
    let file = try home.write(older, to: "older.json")
    let table = try home.write(
      "owner,owned,share from,share to,kind,source,date\n"
        + "\(Self.buyer),Werkzeug Muster KG,60,60,shaers,invented,2025-01-01\n", to: "owners.csv")
    let replayed = try home.program.run("replay", file, "--ownership", table)
    #expect(replayed.status == 10, "\(replayed.errors)")
    #expect(
      replayed.text.contains("the dossier was made by quivive 0.0.1, and this is \(engine)"))
    #expect(replayed.text.contains("but for the version, it is the same"))
  }

  @Test func `what is not kept is asked for by name`() throws {
    let home = try KnownHome()
    let unknown = String(repeating: "0", count: 64)
    let replayed = try home.program.run("replay", unknown)
    #expect(replayed.status == 66)
    #expect(replayed.errors.contains("no dossier `\(unknown)` is kept"))
  }

  @Test func `verify proves kept dossiers too`() throws {
    let home = try KnownHome()
    let stored = try keep(home)
    #expect(try home.program.run("lists", "verify").status == 0)
    let file = "\(home.path)/dossiers/\(digest(stored)).json"
    let bytes = try #require(TestFiles.bytes(at: file))
    #expect(TestFiles.write(bytes.dropLast(3), to: file))
    let damaged = try home.program.run("lists", "verify")
    #expect(damaged.status == 65)
    #expect(damaged.errors.contains(digest(stored)))
  }
}
