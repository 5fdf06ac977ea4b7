import GRDB

/// The forms that the store's file has had, oldest first.
///
/// A migration that was published is never edited: a file anywhere may have been made by it. A new
/// form is a new migration at the end, which adds and never drops what somebody recorded.
enum StoreMigrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("audit trail", migrate: AuditTables.make)
    migrator.registerMigration("cases", migrate: CaseTables.make)
    PortfolioMigrations.register(in: &migrator)
    migrator.registerMigration("access", migrate: AccessTables.make)
    return migrator
  }
}
