import FileFormats
import Foundation
import Glibc
import ListArchive
import Listings
import QuiviveTestKit
import Testing
import TradeModel

/// Imports by the program itself, killed at random moments.
struct KilledImportTests {
  /// The program beside the tests, built together with them.
  static let program: URL? = {
    guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let folders = [
      URL(fileURLWithPath: path).deletingLastPathComponent(),
      URL(fileURLWithPath: TestFiles.root).appendingPathComponent(".build/debug"),
    ]
    return folders.map { $0.appendingPathComponent("quivive") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  @Test(.enabled(if: program != nil, "the program was not built"))
  func `an import killed at any moment leaves the old state or the new one, whole`() throws {
    let kills = ProcessInfo.processInfo.environment["QUIVIVE_KILLS"].flatMap { Int($0) } ?? 30
    let home = try TemporaryHome()
    let folder = try TemporaryHome()
    // Two states of different size under growing dates; half of the imports also compile.
    let sizes = [600, 620]
    for size in sizes {
      let lines = (0..<size).map { OwnList.line($0) }.joined()
      try Data(lines.utf8).write(to: folder.url.appendingPathComponent("\(size).ftm.json"))
    }
    func arguments(_ number: Int) throws -> [String] {
      let day = try #require(Day(daysSince1970: 20_000 + number))
      let file = folder.url.appendingPathComponent("\(sizes[number % 2]).ftm.json").path
      return [
        "lists", "import", file, "--list", "own.test", "--published", day.iso, "--home",
        home.url.path,
      ] + (number % 4 < 2 ? [] : ["--no-compile"])
    }
    /// How long an import takes that nobody kills, in microseconds.
    func span(of number: Int) throws -> Int {
      let started = ContinuousClock.now
      #expect(try run(arguments(number), killAfter: nil) == 0)
      let parts = (ContinuousClock.now - started).components
      return Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000)
    }
    _ = try span(of: 0)
    let spans = [try span(of: 1), try span(of: 2)]
    var random = SystemRandomNumberGenerator()
    var finished = 0
    var killed = 0
    var last = 2
    // Until so many were really killed: a moment after the end kills nothing.
    while killed < kills, finished < 4 * kills {
      let number = last + 1
      let before = try #require(try home.archive.current(of: OwnList.id))
      let delay = Int.random(in: 0...spans[number % 4 < 2 ? 0 : 1], using: &random)
      let status = try run(arguments(number), killAfter: delay)
      if status == 0 { finished += 1 } else { killed += 1 }
      let now = try #require(try home.archive.current(of: OwnList.id))
      let expected = try #require(Day(daysSince1970: 20_000 + number))
      #expect(now == before || now.published == expected, "killed after \(delay) µs")
      if status == 0 { #expect(now.published == expected) }
      var count = 0
      try home.archive.read(now) { _ in count += 1 }
      #expect(count == now.designations, "killed after \(delay) µs")
      for kept in try home.archive.snapshots(of: OwnList.id) {
        #expect(sizes.contains(kept.designations))
      }
      _ = try home.archive.watchlist()
      last = number
    }
    #expect(killed == kills, "only \(killed) of \(killed + finished) imports were killed in time")
    // The next run finds everything in order and clears up.
    #expect(try run(arguments(last + 1), killAfter: nil) == 0)
    #expect(!home.state.keys.contains { $0.contains(".unfinished-") })
    print("\(killed) imports killed, \(finished) came to their end first")
  }

  /// The exit status, or minus the signal.
  private func run(_ arguments: [String], killAfter microseconds: Int?) throws -> Int32 {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let microseconds {
      usleep(UInt32(microseconds))
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
  }
}
