import GRDB

/// Keys to the service.
enum AccessTables {
  static func make(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE access_key (
          number INTEGER PRIMARY KEY,
          hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
          holder TEXT NOT NULL,
          role TEXT NOT NULL,
          created INTEGER NOT NULL,
          expires INTEGER,
          revoked INTEGER
        ) STRICT;
        CREATE TABLE idempotency (
          holder TEXT NOT NULL,
          key TEXT NOT NULL,
          request BLOB NOT NULL,
          status INTEGER NOT NULL,
          type TEXT NOT NULL,
          body BLOB NOT NULL,
          created INTEGER NOT NULL,
          PRIMARY KEY (holder, key)
        ) STRICT;
        """)
  }
}
