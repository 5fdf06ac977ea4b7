import Glibc

extension KnowledgeFolder {
  /// Files above this size are refused: knowledge is edited by people.
  static let largestFile = 64 << 20

  /// Reads every data file under the folder `path`.
  ///
  /// - Throws: ``KnowledgeErrors`` naming each file that cannot be read.
  public init(reading path: String) throws(KnowledgeErrors) {
    var files: [String: [UInt8]] = [:]
    var errors: [KnowledgeError] = []
    Self.collect(path, relative: "", depth: 0, into: &files, errors: &errors)
    if let errors = KnowledgeErrors(errors) { throw errors }
    self.init(location: path, files: files)
  }

  /// The data files of one subfolder (`Names`) of the knowledge folder `path`, by their path inside it:
  /// for work that needs no other knowledge and no digest of all of it.
  ///
  /// - Throws: ``KnowledgeErrors`` naming each file that cannot be read.
  public static func contents(
    of subfolder: String, at path: String
  ) throws(KnowledgeErrors) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var errors: [KnowledgeError] = []
    collect(path, relative: subfolder, depth: 1, into: &files, errors: &errors)
    if let errors = KnowledgeErrors(errors) { throw errors }
    return Dictionary(
      uniqueKeysWithValues: files.map {
        (String($0.key.dropFirst(subfolder.count + 1)), $0.value)
      })
  }

  private static func collect(
    _ root: String, relative: String, depth: Int, into files: inout [String: [UInt8]],
    errors: inout [KnowledgeError]
  ) {
    let folder = relative.isEmpty ? root : "\(root)/\(relative)"
    guard depth < 8, let names = names(in: folder) else {
      errors.append(
        KnowledgeError(
          .unreadableFile, file: relative.isEmpty ? root : relative,
          depth < 8 ? "folder cannot be read" : "folders are nested more than 8 deep"))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = relative.isEmpty ? name : "\(relative)/\(name)"
      if isFolder("\(root)/\(path)") {
        collect(root, relative: path, depth: depth + 1, into: &files, errors: &errors)
      } else if suffixes.contains(where: name.hasSuffix) {
        if let bytes = contents(ofFile: "\(root)/\(path)") {
          files[path] = bytes
        } else {
          errors.append(
            KnowledgeError(
              .unreadableFile, file: path, "file cannot be read",
              help: "check its permissions; at most \(largestFile >> 20) MB are taken"))
        }
      }
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func names(in folder: String) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func contents(ofFile path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, min(largestFile, Int(status.st_size))))
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0, bytes.count + count <= largestFile else { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: block[..<count])
    }
  }
}
