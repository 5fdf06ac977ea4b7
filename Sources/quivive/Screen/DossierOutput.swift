import Decisions
import Foundation
import TradeModel
import Workplace

/// Turns a dossier into the bytes of a view.
struct DossierOutput {
  let format: ScreenCommand.Format
  let language: Language
  /// Whether the bytes go to a file rather than to a terminal or a pipe.
  let isFile: Bool

  func bytes(of dossier: Dossier) throws -> [UInt8] {
    switch format {
    case .json: return dossier.bytes
    case .html: return Array(try DossierPage.render(dossier, language: language).utf8)
    case .text:
      let environment = ProcessInfo.processInfo.environment
      let text = DossierText.render(
        dossier, language: language, width: isFile ? 100 : min(Console.width, 120),
        usesColour: !isFile && Console.usesColour(environment: environment))
      return Array(text.utf8)
    }
  }
}

/// Where results go: standard output, or a file that appears whole or not at all.
final class OutputSink {
  private let path: String?
  private var handle: FileHandle?
  private var temporary: String?

  init(path: String?) throws {
    self.path = path
    guard let path, path != "-" else { return }
    let temporary = path + ".part"
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else {
      throw Failure(
        .missingFile, "`\(path)` cannot be written",
        help: "name a file in a folder that exists and that you may write to")
    }
    self.temporary = temporary
    self.handle = handle
  }

  func write(_ bytes: [UInt8]) throws {
    if let handle {
      do {
        try handle.write(contentsOf: Data(bytes))
      } catch {
        throw Failure(
          .tryAgain, "`\(path ?? "-")` cannot be written: \(String(cString: strerror(errno)))",
          help: "make room or name another file with --output; nothing was put in its place")
      }
    } else {
      Console.write(bytes)
    }
  }

  /// Puts the finished file in place.
  func close() throws {
    guard let handle, let temporary, let path else { return }
    try handle.synchronize()
    try handle.close()
    guard rename(temporary, path) == 0 else {
      throw Failure(.missingFile, "`\(path)` cannot be written", help: "is it a folder?")
    }
    self.handle = nil
  }

  deinit { if handle != nil, let temporary { unlink(temporary) } }
}
