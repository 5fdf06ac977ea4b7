/// Why no knowledge folder was found.
public struct KnowledgeNotFound: Error, Hashable, Sendable, CustomStringConvertible {
  /// The places looked at, in order, each with the way it was named.
  public let places: [String]

  public var description: String {
    "no knowledge folder (one that holds `sources.csv`) in: " + places.joined(separator: "; ")
  }

  /// What to do about it.
  public let help = "name it with --knowledge FOLDER or in QUIVIVE_KNOWLEDGE"
}

extension KnowledgeFolder {
  /// The path of the knowledge folder. The one place where it is decided.
  ///
  /// A folder named by `option` or `environment` is taken or refused, never passed over for another
  /// one: whoever names a folder means it.
  ///
  /// 1. `option`: the value of `--knowledge`;
  /// 2. `environment`: the value of `QUIVIVE_KNOWLEDGE`, unless it is empty;
  /// 3. beside the installed program: `<folder of program>/../share/quivive/Knowledge`;
  /// 4. a checkout: the nearest folder, upwards from the program and then from the working folder,
  ///    that holds `Package.swift` and `Knowledge/sources.csv`.
  ///
  /// - Parameters:
  ///   - program: The absolute path of the running program, links resolved.
  ///   - workingFolder: Absolute.
  public static func path(
    option: String?, environment: String?, program: String?, workingFolder: String
  ) throws(KnowledgeNotFound) -> String {
    if let option { return try named(option, "--knowledge") }
    if let environment, !environment.isEmpty { return try named(environment, "QUIVIVE_KNOWLEDGE") }
    var places: [String] = []
    if let program, let bin = parent(of: program) {
      let installed = "\(parent(of: bin) ?? "")/share/quivive/Knowledge"
      if isFile("\(installed)/sources.csv") { return installed }
      places.append("`\(installed)` (beside the program)")
      if let found = checkout(above: bin) { return found }
      places.append("a checkout around `\(bin)`")
    }
    if let found = checkout(above: workingFolder) { return found }
    places.append("a checkout around `\(workingFolder)`")
    throw KnowledgeNotFound(places: places)
  }

  private static func named(_ path: String, _ way: String) throws(KnowledgeNotFound) -> String {
    guard isFile("\(path)/sources.csv") else {
      throw KnowledgeNotFound(places: ["`\(path)` (\(way))"])
    }
    return path
  }

  private static func checkout(above folder: String) -> String? {
    var current: String? = folder
    while let here = current {
      if isFile("\(here)/Package.swift"), isFile("\(here)/Knowledge/sources.csv") {
        return "\(here)/Knowledge"
      }
      current = parent(of: here)
    }
    return nil
  }

  /// `/a/b` → `/a`, `/a` → the empty string (the root), the empty string → `nil`.
  private static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return String(path[..<slash])
  }
}
