public import Foundation
import Listings

/// The folder that holds everything Quivive keeps.
///
/// ```
/// lists/<list>/snapshots/<day>-<digest>/   snapshot.json report.json issues.jsonl notes.jsonl files/
/// lists/<list>/current                     the name of the snapshot that serves
/// lists/<list>/refusals.jsonl              files that were not taken, and why
/// lists/<list>/checked                     when the list was last found to be up to date
/// watchlist/<digest>.quivive, current      the compiled watchlists; <digest>.ids.tsv, the ids that
///                                          others took the place of; <digest>.recipe.json, what it
///                                          was compiled from; <digest>.kept, a dossier names it
/// watchlist/past/<key>                     the digest of the watchlist of an earlier day
/// dossiers/<digest>.json, <digest>.data.json   kept dossiers, and what each was made with
/// knowledge/<digest>.json, log.tsv         kept states of the knowledge: their files by digest; when
///                                          each was first in use
/// rules/<digest>.json                      kept states of folders of own rules
/// kept/<digest>                            their files, each content once
/// parties/undone.tsv                       joins a person undid
/// settings.json                            addresses and limits of one's own
/// ```
public struct ArchiveHome: Hashable, Sendable {
  /// The folder itself.
  public let url: URL

  public init(_ url: URL) { self.url = url }

  /// The folder that was named, or else `$QUIVIVE_HOME`, `$XDG_DATA_HOME/quivive`,
  /// `~/.local/share/quivive`.
  ///
  /// Returns `nil` when nothing is set, not even `HOME`.
  public init?(named path: String?, environment: [String: String]) {
    func stated(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let path = path ?? stated("QUIVIVE_HOME") {
      url = URL(fileURLWithPath: path, isDirectory: true)
    } else if let data = stated("XDG_DATA_HOME") {
      url = URL(fileURLWithPath: data, isDirectory: true).appendingPathComponent("quivive")
    } else if let home = stated("HOME") {
      url = URL(fileURLWithPath: home, isDirectory: true)
        .appendingPathComponent(".local/share/quivive")
    } else {
      return nil
    }
  }

  /// One folder a list.
  public var lists: URL { url.appendingPathComponent("lists") }
  /// The compiled watchlists.
  public var watchlist: URL { url.appendingPathComponent("watchlist") }
  /// What persons decided on parties.
  public var parties: URL { url.appendingPathComponent("parties") }
  /// What is being fetched; nothing in it is served.
  public var downloads: URL { url.appendingPathComponent("downloads") }
  /// Addresses and limits of one's own; need not exist.
  public var settings: URL { url.appendingPathComponent("settings.json") }
  /// The index of watchlists of earlier days.
  var past: URL { watchlist.appendingPathComponent("past") }
  /// Kept dossiers.
  public var dossiers: URL { url.appendingPathComponent("dossiers") }
  /// Kept states of the knowledge.
  public var knowledge: URL { url.appendingPathComponent("knowledge") }
  /// Kept states of folders of own rules.
  public var rules: URL { url.appendingPathComponent("rules") }
  /// Files of kept states of knowledge and rules, by digest.
  public var kept: URL { url.appendingPathComponent("kept") }
  var lock: URL { url.appendingPathComponent("lock") }
  /// Held while something is kept for a dossier, or watchlists are removed.
  var keepingLock: URL { url.appendingPathComponent("keeping.lock") }

  func folder(of list: ListID) -> URL { lists.appendingPathComponent(list.name) }
  func snapshots(of list: ListID) -> URL { folder(of: list).appendingPathComponent("snapshots") }
  func current(of list: ListID) -> URL { folder(of: list).appendingPathComponent("current") }
  func refusals(of list: ListID) -> URL {
    folder(of: list).appendingPathComponent("refusals.jsonl")
  }
  func checked(of list: ListID) -> URL { folder(of: list).appendingPathComponent("checked") }
}
