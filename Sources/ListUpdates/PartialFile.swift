import FileFormats
import Glibc

/// The beginning of a file that is being fetched, and the mark of the state that it is of.
struct PartialFile {
  let path: String
  private let markPath: String
  private let address: String

  init(path: String, address: String) {
    self.path = path + ".part"
    markPath = path + ".part.json"
    self.address = address
  }

  /// How much is there and the mark of its state, when the rest can be asked for.
  var resumable: (size: Int, mark: String)? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_size > 0, let text = Self.read(markPath),
      let json = try? JSONParser.parse(text), json["address"]?.string == address,
      let mark = json["mark"]?.string
    else { return nil }
    return (Int(facts.st_size), mark)
  }

  /// Notes of which state of the file the part is. A state without a strong mark cannot be continued.
  func mark(_ validators: Validators) {
    guard let mark = validators.strong else {
      unlink(markPath)
      return
    }
    let json: JSONValue = .members(["address": .string(address), "mark": .string(mark)])
    guard let file = fopen(markPath, "wb") else { return }
    _ = fwrite(json.compact, 1, json.compact.count, file)
    fclose(file)
  }

  func remove() {
    unlink(path)
    unlink(markPath)
  }

  /// The part is the whole.
  func finish(as final: String) throws(FetchError) {
    guard rename(path, final) == 0 else {
      throw FetchError(.disk, "could not write `\(final)`: \(String(cString: strerror(errno)))")
    }
    unlink(markPath)
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }
}
