import Foundation

/// Bytes of a file, for looking at what lies on the disk.
enum TestBytes {
  static func file(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }
}
