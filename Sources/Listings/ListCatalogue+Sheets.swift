extension ListCatalogue {
  /// The formats that come as tables or as records of one JSON document.
  static let sheetImporters: [any ListImporter.Type] = [
    OFSIImporter.self,
    DFATImporter.self,
    METIImporter.self,
    MOFImporter.self,
    GelsImporter.self,
    FTMImporter.self,
  ]
}
