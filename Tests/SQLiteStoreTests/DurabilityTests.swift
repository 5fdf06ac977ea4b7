import Decisions
import FileFormats
import Foundation
import QuiviveTestKit
import SQLiteStore
import Testing
import TradeModel

/// A process that writes is killed, meets a full disk, a file it may not write, another writer.
struct DurabilityTests {
  /// Decisions and kills: fewer in the ordinary run; `QUIVIVE_KILLS=200` for the whole count.
  private static let kills =
    ProcessInfo.processInfo.environment["QUIVIVE_KILLS"].flatMap { Int($0) } ?? 40
  private static let decisions = 10 * kills

  /// The program beside the running test bundle.
  private static let writer: URL = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent()
      .appendingPathComponent("StoreWriter")
  }()

  @Test func `no acknowledged decision is lost when the process is killed`() throws {
    let file = try TemporaryStore()
    var random = SeededGenerator(seed: 20_261_124)
    var acknowledged: Set<Int> = []
    var next = 1
    var kills = 0
    while kills < Self.kills || next <= Self.decisions {
      // The start takes some milliseconds and each decision less: a kill falls anywhere in them.
      let isToBeKilled = kills < Self.kills
      let (said, wasKilled) = try Self.write(
        [file.path, "\(next)", "\(isToBeKilled ? next + 1_000_000 : Self.decisions)"],
        killAfter: isToBeKilled ? 0.002 + Double(random.next(below: 1000)) / 20_000 : nil)
      if wasKilled { kills += 1 }
      acknowledged.formUnion(said.compactMap { Int($0) })
      // What was written but not acknowledged may be there; it is not written twice.
      next = (try Self.recorded(file).max() ?? 0) + 1
    }
    let recorded = try Self.recorded(file)
    #expect(kills >= Self.kills)
    #expect(acknowledged.isSubset(of: recorded), "lost, seed 20261124")
    #expect(recorded.count >= Self.decisions)
    #expect(recorded == Set(1...recorded.count))
    let report = try file.open().verification()
    #expect(report.fault == nil)
    #expect(report.entries == recorded.count)
    if Self.kills >= 200 {
      print(
        "\(kills) kills, \(recorded.count) decisions, \(acknowledged.count) acknowledged before a kill, 0 lost"
      )
    }
  }

  @Test func `a full disk is said and leaves nothing half-written`() throws {
    let file = try TemporaryStore()
    let (said, _) = try Self.write([file.path, "1", "4000", "limit=300000"], killAfter: nil)
    let last = try #require(said.last)
    #expect(last.hasPrefix("error disk: "), "\(last)")
    let acknowledged = Set(said.compactMap { Int($0) })
    #expect(!acknowledged.isEmpty)
    let report = try file.open().verification()
    #expect(report.fault == nil)
    #expect(try Self.recorded(file) == acknowledged)
  }

  @Test func `a file that may only be read is said`() throws {
    let file = try TemporaryStore()
    try file.record(3, in: file.open())
    try file.open().close()
    for name in try FileManager.default.contentsOfDirectory(atPath: file.folder.path) {
      chmod(file.folder.appendingPathComponent(name).path, 0o444)
    }
    chmod(file.folder.path, 0o555)
    defer { chmod(file.folder.path, 0o755) }
    let (said, _) = try Self.write([file.path, "1", "1", "nobody"], killAfter: nil)
    let last = try #require(said.last)
    #expect(last.hasPrefix("error disk: "), "\(last)")
    chmod(file.folder.path, 0o755)
    for name in try FileManager.default.contentsOfDirectory(atPath: file.folder.path) {
      chmod(file.folder.appendingPathComponent(name).path, 0o644)
    }
    #expect(try file.open().verification().entries == 3)
  }

  @Test func `a second writer waits, and then says who is in the way`() throws {
    let file = try TemporaryStore()
    let store = try file.open(patience: 0.2)
    try file.record(1, in: store)
    try file.holding {
      let error = #expect(throws: StoreError.self) { try file.record(1, in: store) }
      #expect(error?.reason == .busy)
    }
    try file.record(1, in: store)
    #expect(try store.verification().entries == 2)
  }

  private static func recorded(_ file: TemporaryStore) throws -> Set<Int> {
    var numbers: Set<Int> = []
    try file.open().walkAudit { stored in
      if let number = stored.body?.value?["number"]?.int { numbers.insert(number) }
    }
    return numbers
  }

  /// - Returns: the lines the writer said, and whether it ran until it was killed.
  private static func write(
    _ arguments: [String], killAfter seconds: Double?
  ) throws -> (said: [String], wasKilled: Bool) {
    let process = Process()
    process.executableURL = writer
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, SIGKILL)
    }
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    return (lines, process.terminationReason == .uncaughtSignal)
  }
}
