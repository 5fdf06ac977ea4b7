/// The layouts of the tables of the knowledge folder.
///
/// `Names` is not among them: name analysis reads its tables from their bytes.
public enum KnowledgeLayouts {
  /// Every table of the folder; a file without a layout is an error.
  public static let all: [TableLayout] =
    controlLists + licensing + measures + TerritoryLayouts.all + redFlags + lexicons + ownership
    + records + starterList
}
