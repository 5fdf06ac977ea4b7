/// A table of names that could not be read: which file, which line, and what is wrong there.
public struct NameModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was found.
  public enum Reason: Hashable, Sendable {
    case missingFile
    case missingHeader
    case notUTF8
    case missingColumn(String)
    case wrongColumnCount(found: Int, expected: Int)
    case emptyCell(column: String)
    case badNumber(String)
    case unknownWord(column: String, found: String)
    case duplicate(String)
    case spellingOfTwo(String, first: String, second: String)
    case clash(first: String, second: String)
    case unreadableSpelling(String)
  }

  /// What is wrong with the tables.
  public let reason: Reason
  /// The file's name inside the folder of name tables.
  public let file: String
  /// Counted from 1; 0 where the fault is the whole file's.
  public let line: Int

  public init(_ reason: Reason, file: String, line: Int = 0) {
    self.reason = reason
    self.file = file
    self.line = line
  }

  public var description: String {
    let place = line == 0 ? file : "\(file):\(line)"
    return switch reason {
    case .missingFile: "\(place): table of names not found"
    case .missingHeader:
      "\(place): first line must read `# source: …; licence: …; version: …`"
    case .notUTF8: "\(place): not UTF-8"
    case .missingColumn(let column): "\(place): column `\(column)` not found"
    case .wrongColumnCount(let found, let expected):
      "\(place): \(found) columns where the header has \(expected)"
    case .emptyCell(let column): "\(place): column `\(column)` is empty"
    case .badNumber(let text): "\(place): `\(text)` is not a number in range"
    case .unknownWord(let column, let found): "\(place): unknown \(column) `\(found)`"
    case .duplicate(let text): "\(place): `\(text)` stands there twice"
    case .spellingOfTwo(let text, let first, let second):
      "\(place): `\(text)` is a spelling of both `\(first)` and `\(second)`"
    case .clash(let first, let second):
      "\(place): `\(first)` and `\(second)` get one number; rename one of them"
    case .unreadableSpelling(let text): "\(place): `\(text)` holds no letter and no digit"
    }
  }
}
