import Foundation

/// One home with the starter list, compiled once for all tests that only read it; removed when the
/// tests end.
enum StarterHome {
  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("quivive-starter-\(getpid())")

  static let path: String = {
    atexit { try? FileManager.default.removeItem(at: StarterHome.folder) }
    let home = folder.appendingPathComponent("home").path
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let result = try? Program(home: home).run("lists", "starter")
    return result?.status == 0 ? home : ""
  }()
}
