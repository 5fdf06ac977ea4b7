extension KnowledgeLayouts {
  /// The catalogue of red flags and what stands beside it.
  static let redFlags: [TableLayout] = [
    TableLayout(
      "RedFlags/fields.csv", .cited, key: ["field"],
      [.init("field"), .init("object"), .init("object_meaning_en")]),
    TableLayout(
      "RedFlags/groups.csv", .cited, key: ["id"],
      [.init("id"), .init("label_en"), .init("label_fr")]),
    TableLayout(
      "RedFlags/catalogue.csv", .cited, key: ["id"],
      [
        .init("id"), .init("group", .reference(["RedFlags/groups.csv"])), .init("statement_en"),
        .init("fields", .references(["RedFlags/fields.csv"])),
        .init("check_kind", .word(["deterministic", "history", "judgement"])),
        .init("severity", .word(["low", "medium", "high"])), .init("check_sketch"),
        .optional("section"),
      ]),
    TableLayout(
      "RedFlags/techniques.csv", .cited, key: ["id"], [.init("id"), .init("technique_en")]),
    TableLayout(
      "RedFlags/unverified/techniques.csv", .hint, key: ["id"],
      [.init("id"), .init("technique_en")]),
    TableLayout(
      "RedFlags/due-diligence.csv", .cited, key: ["id"], [.init("id"), .init("practice_en")]),
  ]

  /// Words: roles, official terms, the effects of lists, parts of names.
  static let lexicons: [TableLayout] = [
    TableLayout(
      "Lexicons/party-roles.csv", .cited, key: ["role"],
      [.init("role"), .init("meaning_en"), .init("meaning_fr"), .init("section")]),
    TableLayout("Lexicons/decision-vocabulary.csv", .cited, key: ["id"], vocabulary),
    TableLayout("Lexicons/unverified/decision-vocabulary.csv", .hint, key: ["id"], vocabulary),
    TableLayout(
      "Lexicons/screening-lists.csv", .cited, key: ["code"],
      screeningLists + [.init("as_of", .date)]),
    TableLayout("Lexicons/unverified/screening-lists.csv", .hint, key: ["code"], screeningLists),
    TableLayout(
      "Lexicons/list-effects.csv", .cited, key: ["list", "part"],
      [
        .init("list"), .optional("part"), .init("jurisdiction"),
        .init(
          "outcome",
          .word(["prohibited", "licence-required-denial-likely", "licence-required", "hold"])),
        .init("effect_en"), .init("effect_fr"), .optional("basis"), .init("as_of", .date),
      ]),
    TableLayout(
      "Lexicons/fact-words.csv", .cited, key: ["list", "words"], [.init("list"), .init("words")]),
    TableLayout(
      "Lexicons/address-words.csv", .cited, key: ["word"],
      [
        .init("word"),
        .init("role", .word(["street", "unit", "floor", "house", "box", "particle", "kind"])),
      ]),
    TableLayout(
      "Lexicons/disposition-reasons.csv", .cited, key: ["code"],
      [
        .init("code"), .init("key"), .init("label_en"), .init("label_fr"),
        .init("conclusion", .word(["false-positive", "true-match", "resolved", "escalated"])),
        .optional("kinds", .list), .optional("rationale", .flag), .optional("four_eyes", .flag),
      ]),
    TableLayout("Lexicons/name-markers.csv", .cited, key: ["id"], markers),
    TableLayout("Lexicons/unverified/name-markers.csv", .hint, key: ["id"], markers),
  ]

  private static let vocabulary: [TableLayout.Column] = [
    .init("id"), .init("jurisdiction"), .init("term"), .init("meaning_en"), .init("kind"),
  ]
  private static let screeningLists: [TableLayout.Column] = [
    .init("code"), .init("name"), .init("jurisdiction"), .init("issuer"), .init("effect_en"),
    .init("effect_fr"), .init("basis"),
  ]
  private static let markers: [TableLayout.Column] = [
    .init("id"), .init("country"), .init("marker"), .init("native"), .init("meaning_en"),
  ]

  /// The designations a fresh machine screens against.
  static let starterList: [TableLayout] = [
    TableLayout(
      "StarterList/designations.csv", .cited, key: ["id"],
      [
        .init("id"), .init("name"), .optional("aliases", .list), .optional("persian_names", .list),
        .init("kind", .word(["person", "organisation", "vessel", "aircraft", "unknown"])),
        .optional("countries", .list), .optional("imo"), .optional("flag"),
        .optional("vessel_type"), .optional("aircraft_serial"), .optional("aircraft_model"),
        .optional("linked_to", .list), .init("list"), .optional("list_key"),
        .optional("programmes", .list), .init("measure"), .init("legal_basis"),
        .init("reason"), .init("as_of", .date),
      ])
  ]
}
