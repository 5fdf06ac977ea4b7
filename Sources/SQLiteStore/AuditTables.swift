import GRDB

/// The tables of the audit trail.
enum AuditTables {
  /// The triggers keep a mistake in this program from altering the trail; against whoever can write
  /// the file, the chain and its checkpoints stand.
  static func make(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE audit_entry (
          sequence INTEGER PRIMARY KEY,
          time TEXT NOT NULL,
          actor TEXT NOT NULL,
          kind TEXT NOT NULL,
          subject TEXT NOT NULL,
          content BLOB NOT NULL,
          previous BLOB NOT NULL,
          hash BLOB NOT NULL
        ) STRICT;
        CREATE INDEX audit_entry_subject ON audit_entry (subject, sequence);
        CREATE INDEX audit_entry_kind ON audit_entry (kind, sequence);
        CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
          BEGIN SELECT RAISE(ABORT, 'an audit entry is never removed'); END;
        CREATE TRIGGER audit_entry_unaltered BEFORE UPDATE ON audit_entry
          BEGIN SELECT RAISE(ABORT, 'an audit entry is never altered'); END;

        CREATE TABLE audit_body (
          sequence INTEGER PRIMARY KEY REFERENCES audit_entry,
          salt BLOB NOT NULL,
          body BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_body_unaltered BEFORE UPDATE ON audit_body
          BEGIN SELECT RAISE(ABORT, 'what was recorded is never altered'); END;

        CREATE TABLE audit_checkpoint (
          sequence INTEGER NOT NULL,
          document BLOB NOT NULL,
          PRIMARY KEY (sequence, document)
        ) STRICT;
        """)
  }
}
