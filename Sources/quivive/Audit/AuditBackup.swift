import ArgumentParser
import Decisions
import Foundation
import ListArchive
import SQLiteStore
import TradeModel
import Workplace

/// `quivive audit backup`: a proven copy, taken while the store is used.
struct AuditBackup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the store to a new file while it is used, and prove the copy.",
    discussion: """
      The copy is one state of the store. The key that signs (keys/audit.ed25519 in the home folder), \
      dossiers and attachments are files of their own: back up the folder for them.
      """)

  @Argument(help: "A file that does not exist yet.", completion: .file())
  var file: String

  @OptionGroup var home: HomeOptions

  func run() throws {
    let store = try OpenStore.existing(home)
    let report = try Failure.fromStore { try store.backup(to: file) }
    Console.print("`\(file)`: \(report.entries) entries, the trail holds, head \(report.head)")
  }
}

/// `quivive audit restore`: a backup takes the place of the store.
struct AuditRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Prove a backup and put it in the place of the store.",
    discussion: """
      The store that was there is kept beside it under another name. Stop everything that writes into \
      the home folder first.
      """)

  @Argument(help: "A file that `quivive audit backup` wrote.", completion: .file())
  var file: String

  @OptionGroup var home: HomeOptions

  func run() throws {
    let home = try home.archiveHome()
    let mark = Timestamp.now.description.replacing(":", with: "-")
    let (report, replaced) = try Failure.fromStore {
      try Store.restore(file, to: home.store.path, mark: "before-\(mark)")
    }
    Console.print("restored \(report.entries) entries, the trail holds, head \(report.head)")
    if let replaced { Console.print("what was there is kept as `\(replaced)`") }
  }
}
