import Glibc
public import Listings

/// Where the tests find files.
public enum TestFiles {
  /// The package's root folder.
  public static let root: String = {
    // Tests/QuiviveTestKit/Files.swift
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// `Tests/Fixtures/` and `path`.
  public static func fixture(_ path: String) -> String { "\(root)/Tests/Fixtures/\(path)" }

  /// The bytes of a file; `nil` when it cannot be read.
  public static func bytes(at path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: chunk[0..<count])
    }
    return ferror(file) == 0 ? bytes : nil
  }

  /// Whether the file was written whole.
  public static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
  }

  public static func remove(_ path: String) { unlink(path) }

  public static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// The folder `../shared` beside the package, with the real list files. A fresh clone has none:
/// tests over it say that they were skipped.
public enum SharedData {
  public static let root: String = {
    var parts = TestFiles.root.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast()
    return parts.joined(separator: "/") + "/shared"
  }()

  public static func path(_ path: String) -> String { "\(root)/\(path)" }

  /// Whether the file or folder is there; for `.enabled(if:)`.
  public static func has(_ path: String) -> Bool { TestFiles.exists(self.path(path)) }

  public static let hasLists = has("data/lists/manifest.json")
}

extension ListFile {
  /// A file of `Tests/Fixtures`, under its last path component.
  ///
  /// A fixture that is missing is a mistake in the tests and stops them.
  public static func fixture(_ path: String) -> ListFile {
    guard let bytes = TestFiles.bytes(at: TestFiles.fixture(path)) else {
      preconditionFailure("there is no fixture `\(path)`")
    }
    return ListFile(name: String(path.split(separator: "/").last ?? ""), bytes: bytes)
  }
}
