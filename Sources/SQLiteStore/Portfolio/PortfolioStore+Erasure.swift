import FileFormats
import Foundation
import GRDB

extension PortfolioStore {
  /// Erases the record of the removed party that `subject` names, within the transaction; the owner's id
  /// stays, so that its alerts can still be told from others.
  ///
  /// - Returns: whether there was one.
  /// - Throws: `refused` when the party is still part of the portfolio.
  static func eraseRecord(of subject: String, in database: Database) throws -> Bool {
    let prefix = Self.subject("")
    guard subject.hasPrefix(prefix) else { return false }
    let id = String(subject.dropFirst(prefix.count))
    let nothing = JSONValue.object([]).canonical
    let row = try Row.fetchOne(
      database, sql: "SELECT active, record FROM portfolio_party WHERE id = ?", arguments: [id])
    guard let row else { return false }
    guard row["active"] == 0 else {
      throw StoreError(
        .refused, "`\(id)` is still part of the portfolio",
        help: "take it out first: quivive portfolio remove \(id)")
    }
    try database.execute(
      sql: "DELETE FROM portfolio_rejected WHERE id = ?", arguments: [id])
    guard Data.bytes(row["record"]) != nothing else { return false }
    try database.execute(
      sql: "UPDATE portfolio_party SET record = ?, digest = ? WHERE id = ?",
      arguments: [Data(nothing), Data(), id])
    try database.execute(sql: "DELETE FROM portfolio_index")
    return true
  }
}
