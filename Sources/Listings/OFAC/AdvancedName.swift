import FileFormats
import TradeModel

/// Puts the names of Advanced XML together from parts whose roles stand elsewhere in the identity.
struct AdvancedNames {
  /// The meaning of `NamePartTypeID` by `NamePartGroupID`, of one identity.
  private var roles: [String: String] = [:]
  private let isFalse: Bool

  init(of identity: XMLNode, references: inout AdvancedReferences) {
    isFalse = identity[attribute: "False"] == "true"
    for group in identity.child("NamePartGroups")?.all("MasterNamePartGroup", "NamePartGroup") ?? []
    {
      guard let id = group[attribute: "ID"] else { continue }
      roles[id] = references.text(
        "NamePartType", group[attribute: "NamePartTypeID"], line: group.line)
    }
  }

  /// The names of one `Alias`: the first writing is the name, further ones are other scripts of it.
  func names(of alias: XMLNode, references: inout AdvancedReferences) -> [ListedName] {
    let type = references.text("AliasType", alias[attribute: "AliasTypeID"], line: alias.line) ?? ""
    let isPrimary = alias[attribute: "Primary"] == "true"
    let isWeak = alias[attribute: "LowQuality"] == "true"
    let kind: ListedName.Kind = isPrimary ? .primary : type == "F.K.A." ? .former : .alias
    let strength: ListedName.Strength = isWeak ? .weak : isPrimary ? .unstated : .strong
    let notes = [type == "N.K.A." ? "now known as" : nil, isFalse ? "false identity" : nil]
      .compactMap(\.self)
    var names: [ListedName] = []
    for written in alias.all("DocumentedName") {
      var parts: [ListedName.Part] = []
      var script: String?
      for value in written.all("DocumentedNamePart", "NamePartValue") {
        guard let text = value.trimmed else { continue }
        let group = value[attribute: "NamePartGroupID"]
        let role = group.flatMap { roles[$0] }
        if role == nil {
          references.addDangling("NamePartGroup", group ?? "", line: value.line)
        }
        parts.append(ListedName.Part(Self.role(role ?? ""), text))
        script =
          references.text("Script", value[attribute: "ScriptID"], line: value.line) ?? script
      }
      let text = Self.text(parts)
      guard !text.isEmpty else { continue }
      names.append(
        ListedName(
          names.isEmpty ? kind : .otherScript, text, strength: strength, parts: parts,
          script: script, note: notes.isEmpty ? nil : notes.joined(separator: "; ")))
    }
    return names
  }

  /// `LAST, First`; parts of one role may repeat.
  private static func text(_ parts: [ListedName.Part]) -> String {
    let family = parts.filter { $0.role == .family }.map(\.text).joined(separator: " ")
    let rest = parts.filter { $0.role != .family }.map(\.text).joined(separator: " ")
    return [family, rest].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func role(_ type: String) -> ListedName.Part.Role {
    switch type.lowercased() {
    case "last name": .family
    case "first name": .given
    case "middle name": .middle
    case "maiden name": .maiden
    case "patronymic": .patronymic
    case "entity name", "vessel name", "aircraft name": .whole
    default: .other
    }
  }
}
