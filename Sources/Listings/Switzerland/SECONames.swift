import FileFormats

/// Builds the full names of a `name` element of the Swiss list.
///
/// A name consists of parts by order; each part has a value and any number of spelling variants. A full
/// name is one choice per order, within one script.
enum SECONames {
  /// The most full names that one group of variants gives; more would be a product of variants nobody
  /// wrote. The parts themselves stay in every name.
  static let limit = 32

  /// The name as published first, then its spelling variants: of another script or language
  /// `otherScript`, others `variant`.
  static func names(in name: XMLNode, isMain: Bool) -> [ListedName] {
    let parts = name.all("name-part").enumerated().map { index, node in
      Part(node: node, order: node.filled("order").flatMap { Int($0) } ?? index + 1)
    }.sorted { $0.order < $1.order }
    let strength: ListedName.Strength =
      switch name.filled("quality") {
      case "low": .weak
      case "good": .strong
      default: .unstated
      }
    var names: [ListedName] = []
    let values = parts.filter { $0.value != nil }
    if !values.isEmpty {
      names.append(
        ListedName(
          kind(name.filled("name-type"), isMain: isMain),
          values.compactMap(\.value).joined(separator: " "), strength: strength,
          parts: values.compactMap { part in
            part.value.map { ListedName.Part(part.role, $0) }
          }, language: name.filled("lang"), note: isMain ? nil : "of another identity"))
    }
    for group in groups(of: parts) {
      for choice in product(of: parts, in: group) {
        let text = choice.map(\.text).joined(separator: " ")
        guard !names.contains(where: { $0.text == text }) else { continue }
        names.append(
          ListedName(
            group.isLatin ? .variant : .otherScript, text, strength: strength, parts: choice,
            script: group.script, language: group.language))
      }
    }
    return names
  }

  private struct Part {
    let node: XMLNode
    let order: Int
    var value: String? { node.value("value")?.foldingWhitespace() }

    var role: ListedName.Part.Role {
      switch node.filled("name-part-type") {
      case "family-name": .family
      case "given-name": .given
      case "further-given-name": .middle
      case "father-name": .fatherName
      case "grand-father-name": .grandfatherName
      case "maiden-name": .maiden
      case "tribal-name": .tribal
      case "title": .title
      case "suffix": .suffix
      case "whole-name": .whole
      default: .other
      }
    }

    func variants(in group: Group) -> [String] {
      node.all("spelling-variant").filter { Group($0) == group }
        .compactMap { $0.trimmed?.foldingWhitespace() }
    }
  }

  private struct Group: Equatable {
    let script: String?
    let language: String?

    init(_ variant: XMLNode) {
      script = variant.filled("script")
      language = variant.filled("lang")
    }

    var isLatin: Bool { script.map { $0.lowercased().hasPrefix("lat") } ?? true }
  }

  /// In the order of the file.
  private static func groups(of parts: [Part]) -> [Group] {
    var groups: [Group] = []
    for variant in parts.flatMap({ $0.node.all("spelling-variant") }) {
      groups.addOnce(Group(variant))
    }
    return groups
  }

  /// A part without a variant of the group takes its value in Latin script, and is left out in others.
  private static func product(of parts: [Part], in group: Group) -> [[ListedName.Part]] {
    var names: [[ListedName.Part]] = [[]]
    for part in parts {
      var choices = part.variants(in: group)
      if group.isLatin, let value = part.value { choices.append(value) }
      guard !choices.isEmpty else { continue }
      names = names.flatMap { name in
        choices.map { name + [ListedName.Part(part.role, $0)] }
      }
      if names.count > limit { names.removeLast(names.count - limit) }
    }
    return names.filter { !$0.isEmpty }
  }

  private static func kind(_ type: String?, isMain: Bool) -> ListedName.Kind {
    switch type {
    case "primary-name": isMain ? .primary : .alias
    case "formerly-known-as": .former
    default: .alias
    }
  }
}
