import Decisions
import FileFormats
import Foundation
import ListArchive
import Screening
import TradeModel
import Workplace

/// Screens JSON lines: one transaction a line, one result a line, in the order of the input, on all
/// cores. A bad line becomes an error result and never stops the rest.
struct LinesScreening: Sendable {
  /// What came of all lines together.
  struct Tally: Sendable {
    var lines = 0
    var failed = 0
    var strictest: Outcome = .noLicenceRequired
  }

  let session: ScreeningSession
  let isBrief: Bool
  let isQuiet: Bool
  /// Where each dossier is kept; `nil` when none is.
  var home: ArchiveHome?

  /// Lines in hand at once: enough to keep every core busy, few enough to stay small.
  private static let batch = 256

  func run(_ reader: LineReader, write: ([UInt8]) throws -> Void) throws -> Tally {
    var tally = Tally()
    var progress = Progress("screening", isQuiet: isQuiet)
    defer { progress.end() }
    while true {
      var lines: [LineReader.Line] = []
      while lines.count < Self.batch, let line = try reader.next() { lines.append(line) }
      if lines.isEmpty { return tally }
      for result in screen(lines) {
        tally.lines += 1
        if let screened = result.screened {
          // Kept before it is told: what a reader sees can be run again.
          if let home { try session.keep(screened, in: home) }
          tally.strictest = max(tally.strictest, screened.outcome)
        } else {
          tally.failed += 1
        }
        try write(result.json.canonical + [0x0A])
      }
      progress.show("\(tally.lines) transactions, \(tally.failed) unreadable")
    }
  }

  private struct Result: Sendable {
    let json: JSONValue
    /// `nil` when the line could not be screened.
    let screened: ScreeningSession.Screened?
  }

  private func screen(_ lines: [LineReader.Line]) -> [Result] {
    let slots = ResultSlots(count: lines.count)
    DispatchQueue.concurrentPerform(iterations: lines.count) { index in
      slots.set(screen(lines[index]), at: index)
    }
    return slots.results
  }

  private func screen(_ line: LineReader.Line) -> Result {
    func failure(_ text: String, _ help: String?) -> Result {
      Result(
        json: .members([
          "line": .int(line.number), "error": .string(text), "help": help.map(JSONValue.string),
        ]), screened: nil)
    }
    if line.isTooLong {
      return failure(
        "the line is longer than \(LineReader.limit) bytes", "put one transaction on each line")
    }
    do {
      let screened = try session.screen(line.bytes)
      return Result(
        json: .members([
          "line": .int(line.number), "outcome": .string(screened.outcome.rawValue),
          "summary": isBrief ? screened.summary : nil,
          "dossier": isBrief ? nil : screened.dossier.document,
        ]), screened: screened)
    } catch let failed as Failure {
      return failure(failed.description, failed.help)
    } catch {
      return failure("\(error)", nil)
    }
  }

  /// Places for results that several threads fill, each its own.
  ///
  /// A class with a lock because the threads share it.
  private final class ResultSlots: @unchecked Sendable {
    private let lock = NSLock()
    private var slots: [Result?]

    init(count: Int) { slots = Array(repeating: nil, count: count) }

    func set(_ result: Result, at index: Int) {
      lock.withLock { slots[index] = result }
    }

    var results: [Result] { lock.withLock { slots.compactMap(\.self) } }
  }
}
