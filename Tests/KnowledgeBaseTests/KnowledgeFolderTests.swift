import KnowledgeBase
import QuiviveTestKit
import Testing
import TradeModel

struct KnowledgeFolderTests {
  private let files: [String: [UInt8]] = [
    "sources.csv": Array("id\n".utf8), "Names/a.tsv": Array("x\ty\n".utf8),
    "Names/b/c.tsv": Array("z".utf8), "ControlLists/chpl.csv": [],
  ]

  private func folder(_ files: [String: [UInt8]]) -> KnowledgeFolder {
    KnowledgeFolder(location: "memory", files: files)
  }

  @Test func `the digest is over path and file digest of each file in order`() {
    // printf of the three lines below through sha256sum.
    let folder = folder([
      "b.csv": Array("two".utf8), "a/x.tsv": Array("one".utf8), "é.yaml": [],
    ])
    #expect(folder.files.map(\.path) == ["a/x.tsv", "b.csv", "é.yaml"])
    #expect(folder.digest.hex == "cbe67914bbb100361cf05855e4bf30f692594c2cc50e32e2aed4ce64d5ca038e")
  }

  @Test func `the digest changes with any byte of any file`() {
    let whole = folder(files).digest
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      for index in bytes.indices {
        var changed = files
        changed[path]?[index] ^= 1
        #expect(folder(changed).digest != whole, "\(path) byte \(index)")
      }
      var longer = files
      longer[path]?.append(0)
      #expect(folder(longer).digest != whole)
    }
  }

  @Test func `the digest changes when a file is renamed, added or removed`() {
    let whole = folder(files).digest
    var renamed = files
    renamed["Names/A.tsv"] = renamed.removeValue(forKey: "Names/a.tsv")
    var added = files
    added["z.csv"] = []
    var removed = files
    removed["ControlLists/chpl.csv"] = nil
    #expect(
      Set([whole, folder(renamed).digest, folder(added).digest, folder(removed).digest]).count == 4)
  }

  @Test func `what is on disk reads as what is in memory`() throws {
    let disk = try TemporaryFolder()
    for (path, bytes) in files { try disk.write(String(decoding: bytes, as: UTF8.self), to: path) }
    try disk.write("not knowledge", to: "README.md")
    try disk.write("hidden", to: ".hidden.csv")
    let read = try KnowledgeFolder(reading: disk.path)
    #expect(read.files == folder(files).files)
    #expect(read.digest == folder(files).digest)
  }

  @Test func `a subfolder read alone has the bytes that the whole folder has of it`() throws {
    let disk = try TemporaryFolder()
    for (path, bytes) in files { try disk.write(String(decoding: bytes, as: UTF8.self), to: path) }
    let large = String(repeating: "row\n", count: 100_000)
    try disk.write(large, to: "Names/large.tsv")
    let names = try KnowledgeFolder.contents(of: "Names", at: disk.path)
    #expect(names.keys.sorted() == ["a.tsv", "b/c.tsv", "large.tsv"])
    #expect(names["large.tsv"] == Array(large.utf8))
    #expect(names == (try KnowledgeFolder(reading: disk.path).contents(of: "Names")))
  }

  @Test func `a subfolder that is not there is an error`() throws {
    let disk = try TemporaryFolder()
    let error = #expect(throws: KnowledgeErrors.self) {
      _ = try KnowledgeFolder.contents(of: "Names", at: disk.path)
    }
    #expect(error?.errors.map(\.reason) == [.unreadableFile])
  }

  @Test func `a subfolder is given by the paths inside it`() throws {
    #expect(folder(files).contents(of: "Names").keys.sorted() == ["a.tsv", "b/c.tsv"])
    #expect(folder(files).files(in: "Names").map(\.path) == ["Names/a.tsv", "Names/b/c.tsv"])
    #expect(try folder(files).bytes(of: "Names/b/c.tsv") == Array("z".utf8))
  }

  @Test func `a missing file is an error that names it`() {
    let error = #expect(throws: KnowledgeErrors.self) {
      _ = try folder(files).bytes(of: "Names/none.tsv")
    }
    #expect(error?.description.contains("Names/none.tsv: no such file in `memory`") == true)
  }

  @Test func `a folder that cannot be read is an error`() {
    #expect(throws: KnowledgeErrors.self) { _ = try KnowledgeFolder(reading: "/nonexistent") }
  }

  @Test func `the option wins over all other places`() throws {
    let named = try TemporaryFolder()
    let other = try TemporaryFolder()
    try named.write("id\n", to: "sources.csv")
    try other.write("id\n", to: "sources.csv")
    let path = try KnowledgeFolder.path(
      option: named.path, environment: other.path, program: nil, workingFolder: "/")
    #expect(path == named.path)
  }

  @Test func `a named folder without sources is refused, not passed over`() throws {
    let checkout = try TemporaryFolder()
    try checkout.write("", to: "Package.swift")
    try checkout.write("id\n", to: "Knowledge/sources.csv")
    let wrong = try TemporaryFolder()
    for (option, environment) in [(wrong.path, nil), (nil, wrong.path)] as [(String?, String?)] {
      let error = #expect(throws: KnowledgeNotFound.self) {
        _ = try KnowledgeFolder.path(
          option: option, environment: environment, program: nil, workingFolder: checkout.path)
      }
      #expect(error?.places.count == 1)
      #expect(error?.description.contains(wrong.path) == true)
    }
  }

  @Test func `the installed folder is found beside the program`() throws {
    let prefix = try TemporaryFolder()
    try prefix.write("id\n", to: "share/quivive/Knowledge/sources.csv")
    let path = try KnowledgeFolder.path(
      option: nil, environment: "", program: "\(prefix.path)/bin/quivive", workingFolder: "/")
    #expect(path == "\(prefix.path)/share/quivive/Knowledge")
  }

  @Test func `a checkout is found upwards from the program, then from the working folder`() throws {
    let checkout = try TemporaryFolder()
    try checkout.write("", to: "Package.swift")
    try checkout.write("id\n", to: "Knowledge/sources.csv")
    let fromProgram = try KnowledgeFolder.path(
      option: nil, environment: nil, program: "\(checkout.path)/.build/debug/quivive",
      workingFolder: "/")
    let fromWorkingFolder = try KnowledgeFolder.path(
      option: nil, environment: nil, program: "/usr/bin/quivive",
      workingFolder: "\(checkout.path)/Sources/quivive")
    #expect(fromProgram == "\(checkout.path)/Knowledge")
    #expect(fromWorkingFolder == "\(checkout.path)/Knowledge")
  }

  @Test func `the error names every place that was looked at`() throws {
    let empty = try TemporaryFolder()
    let error = #expect(throws: KnowledgeNotFound.self) {
      _ = try KnowledgeFolder.path(
        option: nil, environment: nil, program: "/nowhere/bin/quivive", workingFolder: empty.path)
    }
    #expect(
      error?.places == [
        "`/nowhere/share/quivive/Knowledge` (beside the program)",
        "a checkout around `/nowhere/bin`", "a checkout around `\(empty.path)`",
      ])
  }
}
