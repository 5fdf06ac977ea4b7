import Decisions
import FileFormats
package import KnowledgeBase
package import ListArchive
package import Ownership
package import RedFlags
package import TradeModel

/// Which data a screening reads.
package struct DataPlace: Sendable {
  package let home: HomePlace
  package let knowledge: KnowledgePlace
  /// A compiled watchlist file, instead of the one in the home folder.
  package let watchlist: String?

  package init(home: HomePlace, knowledge: KnowledgePlace, watchlist: String? = nil) {
    self.home = home
    self.knowledge = knowledge
    self.watchlist = watchlist
  }
}

/// A folder of red-flag rules of one's own; none by default.
package struct RulesPlace: Sendable {
  package let path: String?

  package init(_ path: String?) { self.path = path }

  /// The folder as it stands now; `nil` when none is named.
  package func folder() throws -> KnowledgeFolder? {
    guard let path else { return nil }
    do { return try KnowledgeFolder(reading: path) } catch {
      throw Failure(
        .missingFile, error.errors.first?.description ?? "`\(path)` cannot be read",
        help: "name a folder of rule files with --rules")
    }
  }

  /// The bundled rules and one's own.
  package func loaded(_ knowledge: CheckedKnowledge) throws -> RedFlagRules {
    let own = try folder()
    do { return try RedFlagRules(loading: knowledge, own: own) } catch {
      throw KnowledgePlace.failure(error, help: "`quivive rules check` lists them all")
    }
  }
}

/// A table of who holds whom; none by default.
package struct OwnershipPlace: Sendable {
  package let path: String?

  package init(_ path: String?) { self.path = path }

  /// The table as it lies on the disk, or `nil` where none is named.
  package func file() throws -> DossierData.Table? {
    try path.map { path in
      DossierData.Table(
        file: path.split(separator: "/").last.map(String.init) ?? path,
        bytes: try InputFile.bytes(at: path))
    }
  }

  /// Reads a table.
  package static func table(_ file: DossierData.Table) throws -> OwnershipTable {
    do {
      return try OwnershipTable(reading: file.bytes, file: file.file)
    } catch {
      throw Failure(
        .badInput, "`\(file.file)`: \(error.description)",
        help:
          "its first line must name the columns \(OwnershipTable.columns.joined(separator: ", "))"
      )
    }
  }
}

/// How to screen, and on which data.
package struct ScreeningRequest: Sendable {
  /// The day screened for; `nil` for that of the lists, of the transaction, or today.
  package var on: Day?
  /// The day as of which lists and rules are read; `nil` for the newest.
  package var knownOn: Day?
  /// The name of the matching policy.
  package var policy: String
  package var ownership: OwnershipPlace
  package var rules: RulesPlace
  package var data: DataPlace

  package init(
    _ data: DataPlace, policy: String, on: Day? = nil, knownOn: Day? = nil,
    ownership: OwnershipPlace = OwnershipPlace(nil), rules: RulesPlace = RulesPlace(nil)
  ) {
    self.data = data
    self.policy = policy
    self.on = on
    self.knownOn = knownOn
    self.ownership = ownership
    self.rules = rules
  }
}

/// The program, as it is named in every dossier.
package enum Engine {
  package static let version = "0.1.0"
}
