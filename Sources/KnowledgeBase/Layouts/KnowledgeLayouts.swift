/// The layouts of the tables of the knowledge folder.
///
/// `Territories` and `Names` are not among them: their targets read them from their bytes.
public enum KnowledgeLayouts {
  public static let all: [TableLayout] = controlLists + measures + redFlags + lexicons + starterList
}
