import FileFormats
import Foundation
public import Listings

/// A home's own settings: `settings.json`.
///
/// ```json
/// {"lists": {"eu.fsf": {"addresses": ["https://…?token=…"],
///                       "shrinkage_percent": 10, "shrinkage_records": 80,
///                       "stale_after_days": 3, "reason": "who decided it, and why"}},
///  "past_watchlists": 8}
/// ```
public struct ArchiveSettings: Hashable, Sendable {
  /// Where to fetch a list from, the file first, then its companions.
  public private(set) var addresses: [ListID: [String]] = [:]
  /// Limits of one's own, for the lists that have some.
  public private(set) var policies: [ListID: UpdatePolicy] = [:]
  /// How many watchlists of earlier days are kept compiled.
  public private(set) var pastWatchlists = SnapshotArchive.usualPastWatchlists

  public init() {}

  /// Reads the settings of `home`; none when there is no such file.
  ///
  /// - Throws: `input` when the file is there and cannot be understood whole: a limit that was meant
  ///   and not read would be worse than none.
  public init(of home: ArchiveHome) throws {
    guard let bytes = try DurableFile.read(home.settings) else { return }
    func fault(_ what: String) -> ArchiveError {
      ArchiveError(
        .input, "`\(home.settings.path)`: \(what)", help: "correct the file or move it away")
    }
    let json: JSONValue
    do { json = try JSONParser.parse(bytes) } catch { throw fault(error.description) }
    guard let members = json.object else { throw fault("an object was expected") }
    // `webhooks` is read by whoever delivers alerts.
    let known = ["lists", "past_watchlists", "webhooks"]
    for member in members where !known.contains(member.name) {
      throw fault("unknown setting `\(member.name)`")
    }
    if let value = json["past_watchlists"] {
      guard let number = value.int, number >= 0 else {
        throw fault("`past_watchlists` must be a number, 0 or more")
      }
      pastWatchlists = number
    }
    for entry in json["lists"]?.object ?? [] {
      guard let list = ListID(entry.name) else { throw fault("`\(entry.name)` is no list id") }
      guard let values = entry.value.object else {
        throw fault("`\(entry.name)`: an object was expected")
      }
      var policy = UpdatePolicy.standard
      for value in values {
        let number = value.value.int.flatMap { $0 >= 0 ? $0 : nil }
        switch (value.name, number) {
        case ("addresses", _):
          let texts = (value.value.array ?? []).compactMap(\.string)
          guard !texts.isEmpty, texts.count == value.value.array?.count else {
            throw fault("`\(entry.name)`: `addresses` must be a list of addresses")
          }
          addresses[list] = texts
        case ("shrinkage_percent", let number?): policy.shrinkagePercent = number
        case ("shrinkage_records", let number?): policy.shrinkageRecords = number
        case ("stale_after_days", let number?): policy.staleAfterDays = number
        case ("reason", _) where value.value.string != nil: break
        default:
          throw fault("`\(entry.name)`: `\(value.name)` is unknown or has no usable value")
        }
      }
      if policy != .standard {
        guard let reason = entry.value["reason"]?.string, !reason.isEmpty else {
          throw fault("`\(entry.name)`: limits of one's own need a `reason`")
        }
        policies[list] = policy
      }
    }
  }
}
