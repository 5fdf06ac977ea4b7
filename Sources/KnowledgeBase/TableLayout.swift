/// The columns of one file of the knowledge folder, and what each may hold.
///
/// Every file has one; a file without is an error, so that a misspelt name is not a table that is
/// silently never read.
public struct TableLayout: Hashable, Sendable {
  /// How far rows may be relied on.
  public enum Standing: Hashable, Sendable {
    /// Every row names its sources in the column `source`.
    case cited
    /// No document was opened for the rows. The column `check_in` may name where to check. Such a
    /// file stands in a folder named `unverified`, and only such a file does.
    case hint
  }

  /// What a column is called and may hold.
  public struct Column: Hashable, Sendable {
    /// What the cells of a column may hold; anything else is an error at load.
    public enum Content: Hashable, Sendable {
      case text
      /// Texts parted by `;`.
      case list
      /// A year, a month or a day: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`.
      case date
      /// `yes` or empty.
      case flag
      /// Digits, perhaps with a point or a leading minus.
      case decimal
      /// One of these words.
      case word([String])
      /// Digits in groups of two, perhaps with points: `84`, `8457`, `8457.10`.
      case commodityCode
      /// Commodity codes, parted by `;`.
      case commodityCodes
      /// A key of one of the tables with these paths.
      case reference([String])
      /// Keys of these tables, parted by `;`.
      case references([String])
      /// A symbol of `ControlLists/units.csv`.
      case unit
      /// Ids of `sources.csv`, parted by `;`.
      case sources

      /// A key of the table at `path`.
      static func reference(_ path: String) -> Content { .reference([path]) }
      /// Keys of the table at `path`, parted by `;`.
      static func references(_ path: String) -> Content { .references([path]) }
    }

    /// As it stands in the header line.
    public let name: String
    /// What its cells may hold.
    public let content: Content
    /// Whether an empty cell is an error.
    public let isRequired: Bool

    public init(_ name: String, _ content: Content = .text, isRequired: Bool = true) {
      self.name = name
      self.content = content
      self.isRequired = isRequired
    }

    /// A column that may be empty.
    public static func optional(_ name: String, _ content: Content = .text) -> Column {
      Column(name, content, isRequired: false)
    }
  }

  /// Relative to the knowledge folder.
  public let path: String
  /// Whether the rows may be cited.
  public let standing: Standing
  /// The columns, with `source` or `check_in`, which the standing adds.
  public let columns: [Column]
  /// The columns that together name a row. No two rows share them.
  public let key: [String]

  /// Declares a table; the standing adds `source` or `check_in` to the columns.
  public init(_ path: String, _ standing: Standing, key: [String], _ columns: [Column]) {
    let names = Set(columns.map(\.name))
    precondition(names.isSuperset(of: key) && !key.isEmpty, "the key must be of known columns")
    precondition(
      (standing == .hint) == path.split(separator: "/").contains("unverified"),
      "hints, and only hints, stand in a folder named unverified")
    self.path = path
    self.standing = standing
    self.key = key
    self.columns =
      columns
      + [
        standing == .cited ? Column("source", .sources) : .optional("check_in", .sources)
      ]
  }

  /// The layout of the table of sources, which has none itself.
  init(sourcesAt path: String, _ columns: [Column]) {
    self.path = path
    standing = .hint
    key = ["id"]
    self.columns = columns
  }

  /// Where units stand.
  static let unitsPath = "ControlLists/units.csv"

  /// The tables this one refers to: they are read first.
  var referencedPaths: [String] {
    columns.flatMap { column -> [String] in
      switch column.content {
      case .reference(let paths), .references(let paths): paths.filter { $0 != path }
      case .unit: [Self.unitsPath]
      default: []
      }
    }
  }
}
