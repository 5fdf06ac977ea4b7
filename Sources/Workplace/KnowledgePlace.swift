import Glibc
package import KnowledgeBase

/// Where the knowledge is: a folder that was named, or else the usual one.
package struct KnowledgePlace: Sendable {
  /// `nil` for $QUIVIVE_KNOWLEDGE, the folder beside the program, or that of the checkout.
  package let path: String?

  package init(_ path: String?) { self.path = path }

  /// Reads the folder without checking its tables.
  package func folder() throws -> KnowledgeFolder {
    let place = try place()
    do { return try KnowledgeFolder(reading: place) } catch { throw Self.failure(error) }
  }

  /// Reads the files of one subfolder alone, by their path inside it.
  package func contents(of subfolder: String) throws -> [String: [UInt8]] {
    let place = try place()
    do { return try KnowledgeFolder.contents(of: subfolder, at: place) } catch {
      throw Self.failure(error)
    }
  }

  private func place() throws -> String {
    do {
      return try KnowledgeFolder.path(
        option: path, environment: getenv("QUIVIVE_KNOWLEDGE").map { String(cString: $0) },
        program: Self.program, workingFolder: Self.workingFolder)
    } catch {
      throw Failure(.missingFile, error.description, help: error.help)
    }
  }

  /// Reads the folder and checks its tables.
  package func loaded() throws -> CheckedKnowledge {
    let folder = try folder()
    do { return try CheckedKnowledge(loading: folder) } catch { throw Self.failure(error) }
  }

  /// The first error in full, and how many there are.
  package static func failure(
    _ errors: KnowledgeErrors, help: String = "`quivive knowledge check` lists them all"
  ) -> Failure {
    let others = errors.errors.count - 1
    let first = errors.errors.first?.description ?? ""
    return Failure(
      .badInput,
      others == 0
        ? first : "\(first) (and \(others) more \(others == 1 ? "error" : "errors"))",
      help: help)
  }

  /// The running program, links resolved.
  private static var program: String? { resolved("/proc/self/exe") }
  private static var workingFolder: String { resolved(".") ?? "/" }

  private static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}
