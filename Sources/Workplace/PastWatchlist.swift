import FileFormats
import Foundation
package import KnowledgeBase
package import ListArchive
package import NameIndex
import TradeModel
import Watchlist

/// The watchlist of lists as known on an earlier day: compiled once for a set of snapshots, name model
/// and program, found again by what it was compiled from.
package enum PastWatchlist {
  /// Opens it, compiled first where it is not there.
  ///
  /// - Parameter notes: takes a line for people before a compilation.
  package static func opened(
    _ known: KnownLists, in archive: SnapshotArchive, knowledge: CheckedKnowledge,
    reader: NameReader, notes: ((String) -> Void)?
  ) throws -> OpenWatchlist {
    let recipe = try Failure.from { try archive.recipe(for: known) }
    let key = key(recipe, knowledge, reader)
    if let kept = try Failure.from({ try archive.pastWatchlist(key) }) {
      return OpenWatchlist(path: kept.url.path, file: try DataPlace.open(kept.url.path))
    }
    notes?("Compiling the lists as known on \(known.day); the next run finds them compiled.")
    let compiled = try WatchlistCompilation.compile(
      archive, recipe: recipe, knowledge: knowledge, reader: reader, key: key)
    return OpenWatchlist(path: compiled.url.path, file: try DataPlace.open(compiled.url.path))
  }

  /// Whatever decides the bytes: the snapshots and undone joins, the name model, the countries, the
  /// phrases for links and the words of addresses, the form of the file, and the program with its importers.
  private static func key(
    _ recipe: CompilationRecipe, _ knowledge: CheckedKnowledge, _ reader: NameReader
  ) -> Digest {
    func digest(_ folder: String) -> JSONValue {
      .string(
        KnowledgeFolder(location: "", files: knowledge.folder.contents(of: folder)).digest.hex)
    }
    return SHA256.digest(
      of: JSONValue.members([
        "engine": .string(Engine.version), "format": .int(Int(WatchlistFile.formatVersion)),
        "nameModel": .string(reader.version), "territories": digest("Territories"),
        "ownership": digest("Ownership"), "lexicons": digest("Lexicons"),
        "recipe": recipe.json,
      ]).canonical)
  }
}
