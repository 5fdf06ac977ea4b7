/// The layouts of the tables in `Territories/`.
enum TerritoryLayouts {
  static let territories = "Territories/territories.csv"
  static let names = "Territories/names.csv"
  static let groups = "Territories/groups.csv"
  static let members = "Territories/group-members.csv"
  static let chart = "Territories/country-chart.csv"
  static let footnotes = "Territories/country-chart-footnotes.csv"
  static let treatedAs = "Territories/treated-as.csv"
  static let unverifiedNames = "Territories/unverified/names.csv"
  static let unverifiedRegions = "Territories/unverified/regions.csv"
  static let unverifiedGroups = "Territories/unverified/groups.csv"
  static let unverifiedMembers = "Territories/unverified/group-members.csv"
  static let freeZones = "Territories/unverified/free-zones.csv"
  static let places = "Territories/places.csv"
  static let callingCodes = "Territories/calling-codes.csv"
  static let scripts = "Territories/scripts.csv"

  /// The columns of the Commerce Country Chart, reasons for control in the order of the chart.
  static let chartColumns = [
    "cb1", "cb2", "cb3", "np1", "np2", "ns1", "ns2", "mt1", "rs1", "rs2", "fc1", "cc1", "cc2",
    "cc3", "at1", "at2",
  ]

  private static let nameKinds = [
    "name", "alias", "historical", "demonym", "place", "other-meaning",
  ]

  static let all: [TableLayout] = [
    TableLayout(
      territories, .cited, key: ["code"],
      [
        .init("code"), .init("kind", .word(["country", "dependency", "region"])),
        .optional("alpha3"), .optional("numeric"), .init("name_en"), .init("name_fr"),
        .optional("parent", .reference(territories)), .optional("rule"),
      ]),
    TableLayout(
      names, .cited, key: ["territory", "kind", "name"],
      [
        .init("territory", .reference(territories)), .init("name"),
        .init("kind", .word(nameKinds)), .optional("languages", .list),
      ]),
    TableLayout(groups, .cited, key: ["code"], groupColumns),
    TableLayout(members, .cited, key: ["group", "territory"], memberColumns(of: groups)),
    TableLayout(
      chart, .cited, key: ["territory"],
      [.init("territory", .reference(territories))]
        + chartColumns.map { .optional($0, .flag) }
        + [
          .optional("footnotes", .references(footnotes)), .optional("pointer"),
          .init("as_of", .date),
        ]),
    TableLayout(
      footnotes, .cited, key: ["footnote"],
      [.init("footnote"), .optional("entries", .list), .init("meaning_en"), .init("meaning_fr")]),
    TableLayout(
      treatedAs, .cited, key: ["territory", "jurisdiction"],
      [
        .init("territory", .reference(territories)), .init("as", .reference(territories)),
        .init("jurisdiction"), .init("rule_en"), .init("rule_fr"), .init("as_of", .date),
      ]),
    TableLayout(
      places, .cited, key: ["territory", "name"],
      [
        .init("territory", .reference(territories)), .optional("name"), .optional("aliases", .list),
        .init("latitude", .decimal), .init("longitude", .decimal),
        .optional("radius_km", .decimal),
        .optional("embargoed_within_50km", .references(territories)),
      ]),
    TableLayout(
      callingCodes, .cited, key: ["territory"],
      [.init("territory", .reference(territories)), .init("code", .decimal)]),
    TableLayout(
      scripts, .cited, key: ["script"],
      [.init("script"), .init("territories", .references(territories))]),
    TableLayout(
      unverifiedNames, .hint, key: ["territory", "kind", "name"],
      [
        .init("territory", .reference(territories)), .init("name"),
        .init("kind", .word(nameKinds)), .optional("languages", .list),
      ]),
    TableLayout(
      unverifiedRegions, .hint, key: ["code"],
      [
        .init("code"), .init("name_en"), .init("name_fr"),
        .init("parent", .reference(territories)), .init("names", .list),
      ]),
    TableLayout(unverifiedGroups, .hint, key: ["code"], groupColumns),
    TableLayout(
      unverifiedMembers, .hint, key: ["group", "territory"],
      memberColumns(of: unverifiedGroups)),
    TableLayout(
      freeZones, .hint, key: ["code"],
      [
        .init("code"), .init("territory", .reference(territories)), .init("name"),
        .optional("aliases", .list), .init("place"),
      ]),
  ]

  private static let groupColumns: [TableLayout.Column] = [
    .init("code"), .init("label_en"), .init("label_fr"), .init("kind"), .optional("as_of"),
    .optional("note"),
  ]

  private static func memberColumns(of groups: String) -> [TableLayout.Column] {
    [.init("group", .reference(groups)), .init("territory", .reference(territories))]
  }
}
