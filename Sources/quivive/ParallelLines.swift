import FileFormats
import Foundation
import Workplace

/// Answers JSON lines on several threads and hands the answers out in the order of the lines.
///
/// Lines are taken in small chunks as threads come free, and no thread runs further ahead of the output
/// than a fixed number of chunks, so memory does not grow with the input. A class with a lock because
/// the threads share it.
final class ParallelLines: @unchecked Sendable {
  typealias Answer = (LineReader.Line) throws -> JSONValue

  /// What came of all lines together.
  struct Tally {
    var lines = 0
    var failed = 0
  }

  /// Enough to make taking a chunk cheap, few enough to share out the end of a file.
  private static let chunk = 32
  /// Bytes after which a chunk is full.
  private static let chunkBytes = 1 << 18

  private struct Chunk {
    var output: [UInt8] = []
    var tally = Tally()
    var failure: (any Error)?
  }

  private let reader: LineReader
  private let threads: Int
  private let keepsGoing: Bool
  private let condition = NSCondition()
  private var taken = 0
  private var written = 0
  private var isOver = false
  private var waiting: [Int: Chunk] = [:]
  private var running = 0
  private var tally = Tally()
  private var failure: (any Error)?
  private var progress: Progress

  /// - Parameter keepsGoing: a line that fails is answered by its error; otherwise it ends the run,
  ///   after the answers before it.
  init(_ reader: LineReader, threads: Int, keepsGoing: Bool, progress: Progress) {
    self.reader = reader
    self.threads = max(1, threads)
    self.keepsGoing = keepsGoing
    self.progress = progress
  }

  /// Answers all lines to standard output.
  ///
  /// - Parameter worker: makes what answers lines on one thread; called once on each.
  func run(_ worker: @escaping @Sendable () throws -> Answer) throws -> Tally {
    condition.withLock {
      running = threads
      progress.begin()
    }
    for _ in 0..<threads {
      let thread = Thread { [self] in work(worker) }
      thread.stackSize = 8 << 20
      thread.start()
    }
    condition.lock()
    while running > 0 { condition.wait() }
    condition.unlock()
    progress.end(after: tally.lines)
    if let failure { throw failure }
    return tally
  }

  private func work(_ worker: () throws -> Answer) {
    defer {
      condition.withLock {
        running -= 1
        condition.broadcast()
      }
    }
    do {
      let answer = try worker()
      while let (number, lines) = try take() { give(number, chunk(lines, answer)) }
    } catch {
      condition.withLock {
        if failure == nil { failure = error }
        isOver = true
        condition.broadcast()
      }
    }
  }

  private func take() throws -> (number: Int, lines: [LineReader.Line])? {
    try condition.withLock {
      while !isOver, taken - written >= threads * 8 { condition.wait() }
      var lines: [LineReader.Line] = []
      var bytes = 0
      while !isOver, lines.count < Self.chunk, bytes < Self.chunkBytes {
        guard let line = try reader.next() else {
          isOver = true
          condition.broadcast()
          break
        }
        bytes += line.bytes.count
        lines.append(line)
      }
      if lines.isEmpty { return nil }
      taken += 1
      return (taken - 1, lines)
    }
  }

  private func chunk(_ lines: [LineReader.Line], _ answer: Answer) -> Chunk {
    var chunk = Chunk()
    for line in lines {
      do {
        if line.isTooLong {
          throw Failure(.badInput, "the line is longer than \(reader.limit) bytes")
        }
        chunk.output.append(contentsOf: try answer(line).compact)
      } catch {
        guard keepsGoing else {
          chunk.failure = Self.failure(error, at: line.number)
          return chunk
        }
        chunk.output.append(contentsOf: Self.json(error, line).compact)
        chunk.tally.failed += 1
      }
      chunk.output.append(0x0A)
      chunk.tally.lines += 1
    }
    return chunk
  }

  private func give(_ number: Int, _ chunk: Chunk) {
    condition.withLock {
      waiting[number] = chunk
      while let next = waiting.removeValue(forKey: written) {
        written += 1
        // What follows a failure is not told, whichever thread was faster.
        guard failure == nil else { continue }
        Console.write(next.output)
        tally.lines += next.tally.lines
        tally.failed += next.tally.failed
        if let failed = next.failure {
          failure = failed
          isOver = true
        }
      }
      progress.show(done: tally.lines, bytes: reader.bytesRead, of: reader.size)
      condition.broadcast()
    }
  }

  private static func failure(_ error: any Error, at line: Int) -> any Error {
    switch error {
    case let failure as Failure:
      Failure(failure.status, "line \(line): \(failure.description)", help: failure.help)
    case let error as FileFormatError: Failure(.badInput, "line \(line): \(error.message)")
    default: error
    }
  }

  private static func json(_ error: any Error, _ line: LineReader.Line) -> JSONValue {
    let text =
      switch error {
      case let failure as Failure: failure.description
      case let error as FileFormatError: error.message
      default: "\(error)"
      }
    // The line may be whole JSON that only asks wrongly: then its id leads back to it.
    let id = line.isTooLong ? nil : (try? JSONParser.parse(line.bytes))?["id"]?.string
    return .members([
      "id": id.map(JSONValue.string), "line": .int(line.number), "error": .string(text),
    ])
  }
}
