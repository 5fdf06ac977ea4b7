import Decisions
import FileFormats
import Foundation
import SQLiteStore
import TradeModel

// A program for the tests of durability: it records decisions until it is killed, and says each one
// on standard output once the store has acknowledged it.
//
//   StoreWriter FILE FIRST LAST [nobody | limit=BYTES]
//
// `nobody` gives up the rights of an administrator first; `limit` lets no file grow beyond so many
// bytes, as a full disk would.

let arguments = CommandLine.arguments
guard arguments.count >= 4, let first = Int(arguments[2]), let last = Int(arguments[3]),
  let key = Ed25519.PrivateKey(seed: (0..<32).map { UInt8($0) }), let actor = Actor("A. Officer")
else { exit(64) }

if arguments.dropFirst(4).first == "nobody", getuid() == 0 {
  guard setgid(65534) == 0, setuid(65534) == 0 else { exit(71) }
}
if let bytes = arguments.dropFirst(4).first.flatMap({
  $0.split(separator: "=").last.flatMap { rlim_t($0) }
}) {
  signal(SIGXFSZ, SIG_IGN)
  var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
  guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(71) }
}

func say(_ text: String) {
  let bytes = Array(text.utf8)
  _ = write(STDOUT_FILENO, bytes, bytes.count)
}

do {
  let store = try Store(path: arguments[1], key: key)
  for number in first...last {
    try store.append(
      [
        .init(
          kind: "case.decided", subject: "case/C\(number)",
          body: .members(["number": .int(number), "decision": "hold"]))
      ], by: actor, at: Timestamp(seconds: 1_700_000_000 + number))
    say("\(number)\n")
  }
} catch {
  say("error \(error.reason): \(error)\n")
  exit(75)
}
