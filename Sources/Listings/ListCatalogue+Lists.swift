extension ListCatalogue {
  /// The known lists, by id. Any other id takes FollowTheMoney files only: own lists.
  public static let lists: [KnownList] = [
    KnownList(
      id: "us.ofac.sdn", title: "Specially Designated Nationals", authority: "OFAC",
      jurisdiction: "US", formats: [.ofacCSV, .ofacXML, .ofacAdvancedXML]),
    KnownList(
      id: "us.ofac.cons", title: "Consolidated non-SDN lists", authority: "OFAC",
      jurisdiction: "US", formats: [.ofacCSV, .ofacXML, .ofacAdvancedXML]),
    KnownList(
      id: "us.csl", title: "Consolidated Screening List", authority: "ITA", jurisdiction: "US",
      formats: [.cslCSV, .cslProjection]),
    KnownList(
      id: "us.bis.dpl", title: "Denied Persons List", authority: "BIS", jurisdiction: "US",
      formats: [.bisDPL]),
    KnownList(
      id: "un.sc", title: "Security Council Consolidated List", authority: "UN Security Council",
      jurisdiction: "UN", formats: [.unXML]),
    KnownList(
      id: "eu.fsf", title: "Consolidated list of persons, groups and entities", authority: "EU",
      jurisdiction: "EU", formats: [.euFSF]),
    KnownList(
      id: "uk.ofsi", title: "OFSI consolidated list", authority: "OFSI", jurisdiction: "GB",
      formats: [.ukOFSI]),
    KnownList(
      id: "uk.sl", title: "UK Sanctions List", authority: "FCDO", jurisdiction: "GB",
      formats: [.ukSL]),
    KnownList(
      id: "ca.sema", title: "Consolidated Canadian Autonomous Sanctions List",
      authority: "Global Affairs Canada", jurisdiction: "CA", formats: [.canadaSEMA]),
    KnownList(
      id: "au.dfat", title: "Consolidated List", authority: "DFAT", jurisdiction: "AU",
      formats: [.australiaDFAT]),
    KnownList(
      id: "jp.meti", title: "End User List", authority: "METI", jurisdiction: "JP",
      formats: [.japanMETI]),
    KnownList(
      id: "jp.mof", title: "Asset freeze targets", authority: "Ministry of Finance",
      jurisdiction: "JP", formats: [.japanMOF]),
    KnownList(
      id: "fr.gels", title: "Registre national des gels", authority: "DG Trésor",
      jurisdiction: "FR", formats: [.franceGels]),
    KnownList(
      id: "ch.seco", title: "Overall list of sanctioned persons", authority: "SECO",
      jurisdiction: "CH", formats: [.swissSECO]),
    KnownList(
      id: "quivive.starter", title: "Starter list", authority: "Quivive, from cited sources",
      jurisdiction: "XX", formats: [.starter]),
  ]

  static let ofacImporters: [any ListImporter.Type] = [
    OFACDelimitedImporter.self, SDNXMLImporter.self, DeniedPersonsImporter.self,
  ]
  static let otherImporters: [any ListImporter.Type] = []
}
