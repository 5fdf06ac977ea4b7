extension ListCatalogue {
  /// The known lists, by id. Any other id takes FollowTheMoney files only: own lists.
  public static let lists: [KnownList] = [
    KnownList(
      id: "us.ofac.sdn", title: "Specially Designated Nationals", authority: "OFAC",
      jurisdiction: "US", formats: [.ofacCSV, .ofacXML, .ofacAdvancedXML],
      addresses: [
        "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML"
      ]),
    KnownList(
      id: "us.ofac.cons", title: "Consolidated non-SDN lists", authority: "OFAC",
      jurisdiction: "US", formats: [.ofacCSV, .ofacXML, .ofacAdvancedXML],
      addresses: [
        "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONSOLIDATED.XML"
      ]),
    KnownList(
      id: "us.csl", title: "Consolidated Screening List", authority: "ITA", jurisdiction: "US",
      formats: [.cslCSV, .cslProjection],
      addresses: [
        "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv"
      ]),
    KnownList(
      id: "us.bis.dpl", title: "Denied Persons List", authority: "BIS", jurisdiction: "US",
      formats: [.bisDPL],
      addresses: [
        "https://www.bis.doc.gov/dpl/dpl.txt"
      ]),
    KnownList(
      id: "un.sc", title: "Security Council Consolidated List", authority: "UN Security Council",
      jurisdiction: "UN", formats: [.unXML],
      addresses: [
        "https://scsanctions.un.org/resources/xml/en/consolidated.xml"
      ]),
    KnownList(
      id: "eu.fsf", title: "Consolidated list of persons, groups and entities", authority: "EU",
      jurisdiction: "EU", formats: [.euFSF]),
    KnownList(
      id: "uk.ofsi", title: "OFSI consolidated list", authority: "OFSI", jurisdiction: "GB",
      formats: [.ukOFSI],
      addresses: [
        "https://ofsistorage.blob.core.windows.net/publishlive/2022format/ConList.csv"
      ]),
    KnownList(
      id: "uk.sl", title: "UK Sanctions List", authority: "FCDO", jurisdiction: "GB",
      formats: [.ukSL],
      addresses: [
        "https://docs.fcdo.gov.uk/docs/UK-Sanctions-List.xml"
      ]),
    KnownList(
      id: "ca.sema", title: "Consolidated Canadian Autonomous Sanctions List",
      authority: "Global Affairs Canada", jurisdiction: "CA", formats: [.canadaSEMA],
      addresses: [
        "https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml"
      ]),
    KnownList(
      id: "au.dfat", title: "Consolidated List", authority: "DFAT", jurisdiction: "AU",
      formats: [.australiaDFAT],
      addresses: [
        "https://www.dfat.gov.au/sites/default/files/regulation8_consolidated.xlsx"
      ]),
    KnownList(
      id: "jp.meti", title: "End User List", authority: "METI", jurisdiction: "JP",
      formats: [.japanMETI]),
    KnownList(
      id: "jp.mof", title: "Asset freeze targets", authority: "Ministry of Finance",
      jurisdiction: "JP", formats: [.japanMOF]),
    KnownList(
      id: "fr.gels", title: "Registre national des gels", authority: "DG Trésor",
      jurisdiction: "FR", formats: [.franceGels],
      addresses: [
        "https://gels-avoirs.dgtresor.gouv.fr/ApiPublic/api/v1/publication/derniere-publication-fichier-json"
      ]),
    KnownList(
      id: "ch.seco", title: "Overall list of sanctioned persons", authority: "SECO",
      jurisdiction: "CH", formats: [.swissSECO],
      addresses: [
        "https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction"
      ]),
    KnownList(
      id: "quivive.starter", title: "Starter list", authority: "Quivive, from cited sources",
      jurisdiction: "XX", formats: [.starter]),
  ]

  static let ofacImporters: [any ListImporter.Type] = [
    OFACDelimitedImporter.self, SDNXMLImporter.self, AdvancedXMLImporter.self, CSLImporter.self,
    CSLProjectionImporter.self, DeniedPersonsImporter.self,
  ]
  static let otherImporters: [any ListImporter.Type] = []
  static let starterImporters: [any ListImporter.Type] = [StarterListImporter.self]
}
