import Mustache
public import TradeModel

/// A dossier as one self-contained HTML page: no script, nothing fetched, made for screen and paper.
///
/// Every value is escaped by the template engine.
public enum DossierPage {
  /// Returns the page.
  ///
  /// - Throws: what the template engine throws on a broken template, which a test rules out.
  public static func render(_ dossier: Dossier, language: Language) throws -> String {
    let template = try MustacheTemplate(string: source)
    return template.render(DossierView(dossier, language: language))
  }
}
