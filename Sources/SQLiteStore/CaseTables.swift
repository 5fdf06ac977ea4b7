import GRDB

/// The list of cases: a projection of the trail, written with it in one transaction.
enum CaseTables {
  static func make(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE case_summary (
          number INTEGER PRIMARY KEY,
          state TEXT NOT NULL,
          decision TEXT,
          reference TEXT,
          assignee TEXT,
          due TEXT,
          findings INTEGER NOT NULL,
          open_findings INTEGER NOT NULL,
          opened TEXT NOT NULL,
          decided TEXT
        ) STRICT;
        CREATE INDEX case_summary_state ON case_summary (state, number);
        CREATE INDEX case_summary_reference ON case_summary (reference);
        """)
  }
}
