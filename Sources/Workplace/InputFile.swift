import Foundation

/// Reads what the command line names.
package enum InputFile {
  /// The bytes of the file at `path`, or of standard input for `-`.
  ///
  /// - Throws: a ``Failure`` with status 66 when it cannot be read.
  package static func bytes(at path: String) throws -> [UInt8] {
    do {
      if path == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      let exists = FileManager.default.fileExists(atPath: path)
      throw Failure(
        .missingFile, exists ? "`\(path)` cannot be read" : "there is no file `\(path)`",
        help: "name a readable file, or `-` for standard input")
    }
  }

  /// Writes `bytes` to `path` in one step: aside, then renamed.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        .missingFile, "`\(path)` cannot be written",
        help: "name a file in a folder that exists and that you may write to")
    }
  }
}
