import ArgumentParser

/// `quivive audit`: the record of who did what, and the proof that it was not altered.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Show the audit trail, prove it unaltered, sign it, back it up, erase by rule.",
    discussion: """
      Everything that people decide is an entry of one trail in the home folder. Each entry holds the \
      SHA-256 of the one before, and signed checkpoints say what its head was; hand them to somebody \
      outside, who can then tell a trail that was written anew.
      """,
    subcommands: [
      AuditVerify.self, AuditList.self, AuditCheckpointCommand.self, AuditBackup.self,
      AuditRestore.self, AuditRetention.self, AuditErase.self,
    ])
}
