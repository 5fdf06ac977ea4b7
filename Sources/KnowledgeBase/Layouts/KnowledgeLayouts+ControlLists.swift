extension KnowledgeLayouts {
  /// Control lists, embargoes and end-use rules, with their hints.
  static let controlLists: [TableLayout] = [
    TableLayout(
      "ControlLists/lists.csv", .cited, key: ["id"],
      [
        .init("id"), .init("title_en"), .init("title_fr"), .init("publisher"),
        .init("jurisdiction", .list),
        .init("nature", .word(["control-list", "regime-list", "embargo-list", "guidance"])),
        .optional("destinations", .references(TerritoryLayouts.territories)),
        .init("effect_en"), .init("effect_fr"), .init("citation"), .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/mtcr.csv", .cited, key: ["item"],
      [
        .init("item"), .init("group"), .init("group_title_en"), .init("group_title_fr"),
        .init("category", .word(["I", "II"])), .init("kind", .word(["A", "B", "C", "D", "E"])),
        .init("title_en"), .init("title_fr"), .optional("threshold"),
        .optional("mostly_us_itar", .flag), posture, .optional("note"), .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/unverified/mtcr.csv", .hint, key: ["item"],
      [
        .init("item"), .init("title_en"), .init("title_fr"), .init("category", .word(["I", "II"])),
        posture,
      ]),
    TableLayout(
      "ControlLists/unverified/mtcr-codes.csv", .hint, key: ["item"],
      [
        .init("item", .reference(mtcr)), .optional("us_codes", .references(us)),
        .optional("us_munitions", .flag), .optional("eu_codes", .references(eu)),
      ]),
    TableLayout(
      "ControlLists/us-ccl.csv", .cited, key: ["code"], usColumns + [.init("as_of", .date)]),
    TableLayout("ControlLists/unverified/us-ccl.csv", .hint, key: ["code"], usColumns),
    TableLayout(
      "ControlLists/us-ccl-controls.csv", .cited, key: ["id"],
      [
        .init("id"), .init("code", .reference(us)), .init("reason"), .init("scope"),
        .optional("chart_column"), .optional("destinations", .reference(scopes)),
        .optional("other_reference"),
        .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/eu-dual-use.csv", .cited, key: ["code"],
      euColumns + [.init("seen_as", .word(["entry", "reference"])), .init("as_of", .date)]),
    TableLayout("ControlLists/unverified/eu-dual-use.csv", .hint, key: ["code"], euColumns),
    TableLayout(
      "ControlLists/unverified/eu-us-codes.csv", .hint, key: ["eu_code"],
      [.init("eu_code", .reference(eu)), .init("us_code", .references(us))]),
    TableLayout(
      "ControlLists/chpl.csv", .cited, key: ["id"],
      [
        .init("id"), .init("hs", .commodityCode),
        .init("tier", .word(["1", "2", "3.A", "3.B", "4.A", "4.B"])), .init("tier_en"),
        .init("tier_fr"), .init("item_en"), .init("item_fr"), .optional("typical_parts", .list),
        .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/iran-uav.csv", .cited, key: ["id"], uavColumns + [.init("as_of", .date)]),
    TableLayout("ControlLists/unverified/iran-uav.csv", .hint, key: ["id"], uavColumns),
    TableLayout(
      "ControlLists/iran-eu-annex2.csv", .cited, key: ["entry"],
      [
        .init("entry"), .init("group"), .init("item_en"), .init("item_fr"), .optional("threshold"),
        .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/unverified/iran-eu-annex2-codes.csv", .hint, key: ["entry"],
      [.init("entry", .reference(annex2)), .init("control_codes", .list)]),
    TableLayout(
      "ControlLists/iran-eu-annex7b.csv", .cited, key: ["id"],
      [
        .init("id"), .init("hs", .commodityCode), .optional("ex", .flag), .init("group"),
        .init("item_en"), .init("item_fr"), .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/missile-goods.csv", .cited, key: ["id"],
      missileGoodsColumns + [.init("as_of", .date)]),
    TableLayout(
      "ControlLists/unverified/missile-goods.csv", .hint, key: ["id"], missileGoodsColumns),
    TableLayout(
      "ControlLists/unverified/missile-goods-codes.csv", .hint, key: ["id"],
      [
        .init(
          "id",
          .reference([
            "ControlLists/missile-goods.csv", "ControlLists/unverified/missile-goods.csv",
          ])),
        .optional("mtcr_items", .references(mtcr)),
        .optional("control_codes", .references(us + eu)),
        .optional("eu_267_2012_entries", .references(annex2)), .optional("hs", .commodityCodes),
      ]),
    TableLayout(
      "ControlLists/unverified/hs-hints.csv", .hint, key: ["id"],
      [
        .init("id"), .init("hs", .commodityCode), .init("item_en"),
        .optional("control_codes", .references(us + eu)),
        .optional("mtcr_items", .references(mtcr)), .init("check_en"),
      ]),
    TableLayout(
      "ControlLists/goods-words.csv", .cited, key: ["id"],
      [
        .init("id"), .optional("mtcr_items", .references(mtcr)),
        .optional("control_codes", .references(us + eu)),
        .optional("eu_267_2012_entries", .references(annex2)), .init("title_en"),
        .init("title_fr"), .init("names_en", .list), .init("names_fr", .list),
        .optional("hints_en", .list), .optional("hints_fr", .list), .optional("everyday", .flag),
        .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/goods-language.csv", .cited, key: ["kind", "language", "written"],
      [
        .init(
          "kind",
          .word([
            "abbreviation", "spelling", "number", "unit", "function-word", "negation",
            "not-negating", "everyday", "general", "grave", "software", "technology",
          ])),
        .init("language", .word(["en", "fr", "any"])), .init("written"),
        .optional("stands_for_en"), .optional("stands_for_fr"), .optional("capitals", .flag),
        .optional("reach", .decimal), .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/hs-headings.csv", .cited, key: ["code"],
      [
        .init("code", .commodityCode), .init("level", .word(["chapter", "heading"])),
        .init("description_en"), .optional("description_fr"), .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/hs-subheadings.csv", .cited, key: ["code"],
      [.init("code", .commodityCode), .init("description_en"), .init("as_of", .date)]),
    TableLayout(
      "ControlLists/licence-exceptions.csv", .cited, key: ["symbol"],
      [
        .init("symbol"), .init("title_en"), .init("section"), .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/end-use-controls.csv", .cited, key: ["id"],
      endUseColumns + [.init("as_of", .date)]),
    TableLayout("ControlLists/unverified/end-use-controls.csv", .hint, key: ["id"], endUseColumns),
    TableLayout(
      "ControlLists/us-russia-belarus.csv", .cited, key: ["id"],
      supplementColumns + [.init("as_of", .date)]),
    TableLayout(
      "ControlLists/unverified/us-russia-belarus.csv", .hint, key: ["id"], supplementColumns),
    TableLayout(
      "ControlLists/embargoes.csv", .cited, key: ["id"],
      [
        .init("id"), .init("territory", .reference(TerritoryLayouts.territories)),
        .init("jurisdiction"),
        .init("kind", .word(["comprehensive", "listed-goods", "arms"])),
        .init(
          "outcome", .word(["prohibited", "licence-required-denial-likely", "licence-required"])),
        .init("scope_en"), .init("scope_fr"), .init("rule_en"), .init("rule_fr"),
        .init("citation"), .optional("in_force_from", .date), .init("as_of", .date),
      ]),
  ]

  /// Where licence rules bite, what they ask, and which permissions may be open.
  static let licensing: [TableLayout] = [
    TableLayout(
      scopes[0], .cited, key: ["id"],
      [
        .init("id"), .optional("territories", .references(TerritoryLayouts.territories)),
        .optional("groups", .references(TerritoryLayouts.groups)),
        .optional("except_territories", .references(TerritoryLayouts.territories)),
        .optional("except_groups", .references(TerritoryLayouts.groups)),
        .init("reach", .word(["named", "everywhere", "unknown"])), .init("words_en"),
        .init("words_fr"),
      ]),
    TableLayout(
      "ControlLists/end-use-questions.csv", .cited, key: ["id"],
      [.init("id"), .init("ask_en"), .init("ask_fr")]),
    TableLayout(
      "ControlLists/end-use-tests.csv", .cited, key: ["id"],
      [
        .init("id"), .init("jurisdiction", .word(["US", "EU", "GB"])),
        .init("control", .reference(["ControlLists/end-use-controls.csv"])),
        .init("conditions", .list), .init("destinations", .reference(scopes)),
        .optional("items", .word(["some"])), .optional("asks", .flag),
        .init(
          "outcome",
          .word(["licence-required", "licence-required-denial-likely", "catch-all-refer"])),
        .init("rule_en"), .init("rule_fr"), .init("citation"), .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/licence-exception-bars.csv", .cited, key: ["id"],
      [
        .init("id"), .optional("symbols", .references(exceptions)),
        .optional("leaves", .references(exceptions)), .optional("reason"),
        .optional("entries", .list), .optional("not_entries", .list),
        .optional("destinations", .reference(scopes)),
        .optional("requirement", .word(["end-use", "part-746"])),
        .init("effect", .word(["closes", "asks"])), .init("rule_en"), .init("rule_fr"),
        .init("citation"), .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/licence-exception-routes.csv", .cited, key: ["id"],
      [
        .init("id"), .init("symbol", .reference(exceptions)),
        .optional("destinations", .reference(scopes)),
        .optional("not_destinations", .reference(scopes)), .optional("reasons", .list),
        .optional("entries", .list), .optional("not_entries", .list), .optional("unlisted", .flag),
        .init("words_en"), .init("words_fr"), .init("citation"), .init("as_of", .date),
      ]),
    TableLayout(
      "ControlLists/general-authorisations.csv", .cited, key: ["id"],
      [
        .init("id"), .init("title_en"), .init("title_fr"),
        .optional("destinations", .reference(scopes)), .init("citation"), .init("as_of", .date),
      ]),
  ]

  private static let scopes = ["ControlLists/destination-scopes.csv"]
  private static let exceptions = ["ControlLists/licence-exceptions.csv"]
  private static let mtcr = ["ControlLists/mtcr.csv", "ControlLists/unverified/mtcr.csv"]
  private static let us = ["ControlLists/us-ccl.csv", "ControlLists/unverified/us-ccl.csv"]
  private static let eu = [
    "ControlLists/eu-dual-use.csv", "ControlLists/unverified/eu-dual-use.csv",
  ]
  private static let annex2 = ["ControlLists/iran-eu-annex2.csv"]

  private static let posture = TableLayout.Column(
    "posture", .word(["strong presumption of denial", "case by case"]))

  private static let usColumns: [TableLayout.Column] = [
    .init("code"), .init("category"), .init("category_title_en"), .init("group"),
    .init("title_en"), .optional("reasons", .list), .init("band"),
    .optional("subject_to_itar", .word(["yes", "part"])), .optional("subject_to_nrc", .flag),
  ]
  private static let euColumns: [TableLayout.Column] = [
    .init("code"), .init("category"), .init("category_title_en"), .init("group"),
    .init("title_en"), .init("regime"),
  ]
  private static let uavColumns: [TableLayout.Column] = [
    .init("id"),
    .init(
      "list", .word(["us-ear-746-s7", "eu-2023-1529-annex-ii", "us-uav-advisory-2023"])),
    .init("category"), .optional("hs", .commodityCode), .optional("ex", .flag), .init("item_en"),
    .init("item_fr"),
  ]
  private static let missileGoodsColumns: [TableLayout.Column] = [
    .init("id"), .init("category"), .init("item_en"), .init("words_en", .list),
    .init("words_fr", .list),
  ]
  private static let endUseColumns: [TableLayout.Column] = [
    .init("id"), .init("jurisdiction"), .init("kind"), .init("trigger_en"),
    .init("item_scope_en"), .init("destination_scope_en"), .init("knowledge"), .init("effect_en"),
    .init("citation"),
  ]
  private static let supplementColumns: [TableLayout.Column] = [
    .init("id"), .init("instrument"), .init("scope_en"), .init("rule"),
  ]

  /// Thresholds with their quantities, units and words.
  static let measures: [TableLayout] = [
    TableLayout(
      "ControlLists/units.csv", .cited, key: ["symbol"],
      [
        .init("symbol"), .init("measure"), .init("times", .decimal), .init("divided_by", .decimal),
        .init("offset", .decimal), .optional("implies", .reference(quantities)), .init("name_en"),
        .init("name_fr"),
      ]),
    TableLayout(
      quantities, .cited, key: ["id"],
      [
        .init("id"), .init("measure"), .optional("end", .word(["low", "high"])),
        .optional("near", .reference(quantities)), .optional("telling", .flag), .init("name_en"),
        .init("name_fr"),
      ]),
    TableLayout(
      "ControlLists/parameters.csv", .cited, key: ["id"],
      thresholdColumns(of: mtcr + us + eu + annex2)),
    TableLayout(
      "ControlLists/unverified/parameters.csv", .hint, key: ["id"],
      thresholdColumns(of: mtcr + us + eu + annex2)),
    TableLayout(
      "ControlLists/conditions-in-words.csv", .cited, key: ["id"],
      [
        .init("id"), list, .init("entry", .reference(mtcr + us + eu + annex2)),
        .init("alternative", .decimal), .init("text_en"), .init("text_fr"),
      ]),
    TableLayout(
      "ControlLists/parameter-words.csv", .cited, key: ["word", "language", "kind"],
      [
        .init("word"), .init("language", .word(["en", "fr"])),
        .init("kind", .word(["quantity", "number", "bound", "link", "span", "span-start"])),
        .optional("means", .list),
      ]),
  ]

  private static let quantities = "ControlLists/quantities.csv"
  private static let list = TableLayout.Column(
    "list", .word(["mtcr", "us-ccl", "eu-dual-use", "eu-267-2012-annex-ii"]))

  private static func thresholdColumns(of entries: [String]) -> [TableLayout.Column] {
    [
      .init("id"), list, .init("entry", .reference(entries)), .init("alternative", .decimal),
      .init("quantity", .reference(quantities)),
      .init("comparison", .word(["at-least", "more-than", "at-most", "less-than"])),
      .init("value", .decimal), .init("unit", .unit), .optional("condition_en"),
      .optional("condition_fr"),
    ]
  }
}
