import FileFormats

/// One `target` of the Swiss list, in the publisher's words.
///
/// Only direct children are read: the `modification` elements hold old copies of names and identities,
/// which must not come back as current.
struct SECORecord {
  let node: XMLNode

  var ssid: String? { node.filled("ssid") }
  var sanctionsSets: [String] { node.values("sanctions-set-id") }
  var foreignIdentifiers: [String] { node.values("foreign-identifier") }

  /// `individual`, `entity` or `object`.
  var party: XMLNode? {
    node.children.first { ["individual", "entity", "object"].contains($0.name) }
  }

  /// The main identity first.
  var identities: [XMLNode] {
    let all = party?.all("identity") ?? []
    return all.filter { $0.filled("main") == "true" } + all.filter { $0.filled("main") != "true" }
  }

  struct Modification {
    let type: String
    let enactment: String?
    let publication: String?
    let effective: String?

    /// The day from which it holds.
    var day: String? { effective ?? publication ?? enactment }
  }

  /// The newest first, as in the file.
  var modifications: [Modification] {
    node.all("modification").map {
      Modification(
        type: $0.filled("modification-type") ?? "", enactment: $0.filled("enactment-date"),
        publication: $0.filled("publication-date"), effective: $0.filled("effective-date"))
    }
  }

  /// De-listed targets stay in the file; the newest modification tells.
  ///
  /// Where all modifications carry a day, the latest day decides, whatever their order.
  var delisting: Modification? {
    let all = modifications
    var newest = all.first
    if all.allSatisfy({ $0.day != nil }) {
      for modification in all where (modification.day ?? "") > (newest?.day ?? "") {
        newest = modification
      }
    }
    return newest?.type == "de-listed" ? newest : nil
  }
}
