extension KnowledgeLayouts {
  /// How long records are kept.
  static let records: [TableLayout] = [
    TableLayout(
      "Records/retention.csv", .cited, key: ["id"],
      [
        .init("id"), .init("about", .word(["case"])), .init("years", .decimal),
        .init("starts", .word(["last-act", "end-of-year"])), .optional("default", .flag),
        .init("rule_en"), .init("rule_fr"), .init("citation"), .init("as_of", .date),
      ])
  ]
}
