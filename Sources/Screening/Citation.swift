/// Where a statement comes from, so that a reader can open it.
public struct Citation: Hashable, Sendable {
  /// The id in `Knowledge/sources.csv`.
  public let source: String
  /// The title of the document.
  public let title: String
  /// Who issued it.
  public let issuer: String
  /// The date or version of the text behind the statement, as the source row gives it.
  public let date: String
  /// Article, section, annex.
  public let section: String
  /// `nil` where no address is known.
  public let address: String?

  public init(
    source: String, title: String, issuer: String, date: String, section: String, address: String?
  ) {
    self.source = source
    self.title = title
    self.issuer = issuer
    self.date = date
    self.section = section
    self.address = address
  }
}
