extension ListCatalogue {
  /// The importers of the lists that come as XML of their publisher's own.
  static let xmlImporters: [any ListImporter.Type] = [
    UNImporter.self, EUImporter.self, UKSanctionsListImporter.self, SEMAImporter.self,
    SECOImporter.self,
  ]
}
