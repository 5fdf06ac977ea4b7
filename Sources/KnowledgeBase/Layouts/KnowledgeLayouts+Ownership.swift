extension KnowledgeLayouts {
  /// Tests of ownership, the lists they speak of, and the words of lists for links between parties.
  static let ownership: [TableLayout] = [
    TableLayout(
      "Ownership/tests.csv", .cited, key: ["id"],
      [
        .init("id"), .init("test", tests), .init("jurisdiction"),
        .init("status", .word(["in-force", "suspended", "undetermined"])),
        .init("from", .date), .optional("until", .date),
        .init("comparison", .word(["at-least", "more-than"])), .init("percent", .decimal),
        .init("summing", .word(["all-listed", "each-owner"])), .optional("counts_control", .flag),
        .init(
          "outcome",
          .word(["prohibited", "licence-required-denial-likely", "licence-required", "hold"])),
        .init("title_en"), .init("title_fr"), .init("rule_en"), .init("rule_fr"),
        .init("citation"), .init("as_of", .date),
      ]),
    TableLayout(
      "Ownership/lists.csv", .cited, key: ["list", "part", "test"],
      [
        .init("list"), .optional("part"), .init("test", tests),
        .init("covers", .word(["all", "some"])),
      ]),
    TableLayout(
      "Ownership/unverified/relation-words.csv", .hint, key: ["word"],
      [
        .init("word"),
        .init(
          "kind",
          .word([
            "shares", "joint-shares", "votes", "control", "golden-share", "office",
            "owned-or-controlled", "linked",
          ])),
        .init("holder", .word(["target", "record"])),
      ]),
    TableLayout(
      "Ownership/link-phrases.csv", .cited, key: ["phrase"],
      [
        .init("phrase"), .init("language", .word(["en", "fr", "de"])),
        .init("says", .word(["link", "mention", "nothing"])),
        .optional("when_before", .reference("Ownership/unverified/relation-words.csv")),
        .optional("when_behind", .reference("Ownership/unverified/relation-words.csv")),
      ]),
  ]

  private static let tests = TableLayout.Column.Content.word(["us-ofac", "us-bis", "eu", "gb"])
}
