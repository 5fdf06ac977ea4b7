import Foundation
import NameAnalysis
import Testing

/// The tables that ship with the project.
enum ProjectTables {
  static let files: [String: [UInt8]] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Knowledge/Names")
    var files: [String: [UInt8]] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasSuffix(".tsv") {
      if let data = try? Data(contentsOf: folder.appending(path: name)) {
        files[name] = [UInt8](data)
      }
    }
    return files
  }()

  private static let loaded = Result { try NameModel(files) }

  static func model() throws -> NameModel { try loaded.get() }

  static func analyser() throws -> NameAnalyser { NameAnalyser(model: try model()) }
}
