import GRDB

/// The tables of the portfolio: what was imported, what was screened with what, what came of it, and
/// what was told to whom.
enum PortfolioMigrations {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("portfolio", migrate: make)
  }

  private static func make(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE portfolio_import (
          id INTEGER PRIMARY KEY,
          time TEXT NOT NULL,
          source TEXT NOT NULL,
          finished INTEGER NOT NULL DEFAULT 0,
          lines INTEGER NOT NULL DEFAULT 0,
          added INTEGER NOT NULL DEFAULT 0,
          changed INTEGER NOT NULL DEFAULT 0,
          unchanged INTEGER NOT NULL DEFAULT 0,
          removed INTEGER NOT NULL DEFAULT 0,
          rejected INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        -- `since` is the run since which the party has been screened without a gap; NULL: it waits.
        -- `seen` is the last import that had it.
        CREATE TABLE portfolio_party (
          key INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          record BLOB NOT NULL,
          digest BLOB NOT NULL,
          revision INTEGER NOT NULL,
          active INTEGER NOT NULL,
          seen INTEGER NOT NULL,
          since INTEGER
        ) STRICT;
        CREATE INDEX portfolio_party_waiting ON portfolio_party (key)
          WHERE active = 1 AND since IS NULL;
        CREATE INDEX portfolio_party_revision ON portfolio_party (revision);

        CREATE TABLE portfolio_rejected (
          import INTEGER NOT NULL,
          source TEXT NOT NULL,
          line INTEGER NOT NULL,
          id TEXT,
          problem TEXT NOT NULL,
          content BLOB NOT NULL,
          PRIMARY KEY (import, line)
        ) STRICT;
        CREATE INDEX portfolio_rejected_id ON portfolio_rejected (id);

        CREATE TABLE portfolio_run (
          id INTEGER PRIMARY KEY,
          started TEXT NOT NULL,
          ended TEXT NOT NULL,
          reason TEXT,
          previous INTEGER,
          basis BLOB NOT NULL,
          policy BLOB NOT NULL,
          revision INTEGER NOT NULL,
          parties INTEGER NOT NULL,
          screened INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          removed INTEGER NOT NULL,
          hits INTEGER NOT NULL,
          alerts INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE portfolio_hit (
          key INTEGER NOT NULL,
          party TEXT NOT NULL,
          caption TEXT NOT NULL,
          score INTEGER NOT NULL,
          weight INTEGER NOT NULL,
          evidence BLOB NOT NULL,
          designations TEXT NOT NULL,
          PRIMARY KEY (key, party)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX portfolio_hit_party ON portfolio_hit (party);

        CREATE TABLE portfolio_alert (
          id INTEGER PRIMARY KEY,
          run INTEGER NOT NULL,
          party TEXT NOT NULL,
          listed TEXT NOT NULL,
          kind TEXT NOT NULL,
          document BLOB NOT NULL
        ) STRICT;
        CREATE INDEX portfolio_alert_party ON portfolio_alert (party);

        CREATE TABLE portfolio_index (
          role TEXT PRIMARY KEY,
          file TEXT NOT NULL,
          name_model TEXT NOT NULL,
          revision INTEGER NOT NULL,
          parties INTEGER NOT NULL
        ) STRICT;

        -- `next` is the second from which the next attempt is due.
        CREATE TABLE portfolio_delivery (
          endpoint TEXT NOT NULL,
          alert INTEGER NOT NULL,
          state TEXT NOT NULL,
          attempts INTEGER NOT NULL DEFAULT 0,
          next INTEGER NOT NULL,
          answer TEXT,
          PRIMARY KEY (endpoint, alert)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX portfolio_delivery_due ON portfolio_delivery (state, next);

        CREATE TABLE portfolio_counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
        INSERT INTO portfolio_counter VALUES ('revision', 0);
        """)
  }
}
