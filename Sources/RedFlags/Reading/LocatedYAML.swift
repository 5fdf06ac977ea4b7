import KnowledgeBase
import Yams

/// A value of a YAML document with the line it begins on. Scalars stay texts as written: `NO` is
/// Norway, not a truth value.
struct LocatedYAML {
  struct Member {
    let key: String
    let line: Int
    let value: LocatedYAML
  }

  indirect enum Content {
    case text(String)
    case list([LocatedYAML])
    /// In the order of the file; keys are unique.
    case map([Member])
  }

  /// Counted from 1.
  let line: Int
  let content: Content

  /// Files and values above these are refused: rule files are written by people, and a few lines of
  /// aliases can stand for any number of values.
  private static let largestFile = 1 << 20
  private static let mostValues = 200_000

  /// Reads the one document of a file.
  init(reading bytes: [UInt8], file: String) throws(KnowledgeError) {
    guard bytes.count <= Self.largestFile else {
      throw KnowledgeError(.malformed, file: file, "the file is larger than 1 MB")
    }
    // libyaml takes no byte order mark where the encoding is stated.
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw KnowledgeError(.notUTF8, file: file, "the file is not UTF-8")
    }
    let root: Node?
    do {
      // No rules for tags: they would be tried on every key. The encoding is stated, because Yams
      // looks for it in the environment otherwise.
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      throw Self.error(error, file: file)
    }
    guard let root else { throw KnowledgeError(.malformed, file: file, "the file is empty") }
    var left = Self.mostValues
    guard let value = Self.value(root, line: 1, left: &left) else {
      throw KnowledgeError(
        .malformed, file: file, "the file holds too many values, or a key that is no text")
    }
    self = value
  }

  private init(line: Int, content: Content) {
    self.line = line
    self.content = content
  }

  private static func value(_ node: Node, line: Int, left: inout Int) -> LocatedYAML? {
    left -= 1
    guard left > 0 else { return nil }
    let line = node.mark?.line ?? line
    switch node {
    case .scalar(let scalar): return LocatedYAML(line: line, content: .text(scalar.string))
    case .sequence(let nodes):
      var list: [LocatedYAML] = []
      for node in nodes {
        guard let value = value(node, line: line, left: &left) else { return nil }
        list.append(value)
      }
      return LocatedYAML(line: line, content: .list(list))
    case .mapping(let pairs):
      var members: [Member] = []
      for (key, node) in pairs {
        guard case .scalar(let name) = key,
          let value = value(node, line: key.mark?.line ?? line, left: &left)
        else { return nil }
        members.append(
          Member(key: name.string, line: key.mark?.line ?? line, value: value))
      }
      return LocatedYAML(line: line, content: .map(members))
    case .alias: return nil
    }
  }

  private static func error(_ error: any Error, file: String) -> KnowledgeError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      KnowledgeError(.malformed, file: file, line: mark.line, "no YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      KnowledgeError(
        .duplicateKey(keys[0]), file: file, line: context.mark.line,
        "the key `\(keys[0])` stands twice in one map")
    default: KnowledgeError(.malformed, file: file, "the file cannot be read as YAML")
    }
  }
}
