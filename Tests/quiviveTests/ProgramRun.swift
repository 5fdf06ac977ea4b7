import Glibc
import QuiviveTestKit

/// One run of the built program.
struct ProgramRun {
  struct CannotRun: Error {
    let code: Int32
  }

  let status: Int32
  let output: String
  let errors: String

  /// Runs the program that was built beside these tests.
  init(_ arguments: [String]) throws {
    let program = Self.folderOfTests + "/quivive"
    let stem = "/tmp/quivive-run-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let (outputPath, errorPath) = (stem + ".out", stem + ".err")
    defer {
      TestFiles.remove(outputPath)
      TestFiles.remove(errorPath)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, outputPath, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errorPath, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, nil, words, environ)
    guard code == 0 else { throw CannotRun(code: code) }
    var state: Int32 = 0
    while waitpid(process, &state, 0) < 0, errno == EINTR {}
    // The exit status stands in the second byte; the lowest says which signal ended it.
    status = state & 0x7F == 0 ? state >> 8 & 0xFF : -(state & 0x7F)
    output = String(decoding: TestFiles.bytes(at: outputPath) ?? [], as: UTF8.self)
    errors = String(decoding: TestFiles.bytes(at: errorPath) ?? [], as: UTF8.self)
  }

  private static let folderOfTests: String = {
    guard let path = realpath("/proc/self/exe", nil) else { return "." }
    defer { free(path) }
    let text = String(cString: path)
    return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
  }()
}
