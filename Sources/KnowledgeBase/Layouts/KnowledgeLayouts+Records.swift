extension KnowledgeLayouts {
  /// How long records are kept, and what is left out of what is passed on.
  static let records: [TableLayout] = [
    TableLayout(
      "Records/retention.csv", .cited, key: ["id"],
      [
        .init("id"), .init("about", .word(["case"])), .init("years", .decimal),
        .init("starts", .word(["last-act", "end-of-year"])), .optional("default", .flag),
        .init("rule_en"), .init("rule_fr"), .init("citation"), .init("as_of", .date),
      ]),
    TableLayout(
      "Records/redactions.csv", .cited, key: ["id"],
      [
        .init("id"), .init("path"),
        .init(
          "least_mark",
          .word(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"])),
        .init("what_en"), .init("what_fr"), .init("why"),
      ]),
  ]
}
