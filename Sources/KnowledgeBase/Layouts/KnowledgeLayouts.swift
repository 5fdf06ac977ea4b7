/// The layouts of the tables of the knowledge folder.
public enum KnowledgeLayouts {
  public static let all: [TableLayout] = []
}
