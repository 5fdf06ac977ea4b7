package import KnowledgeBase
package import Listings

extension StatedLinkReader {
  /// Reads by the phrases of the knowledge folder.
  package init(loading knowledge: CheckedKnowledge) {
    self.init(
      phrases: LinkPhrases(
        knowledge.citedRows("Ownership/link-phrases.csv").compactMap { row in
          LinkPhrases.Phrase(
            row.cells["phrase"], whenBefore: row.cells.optional("when_before"),
            whenBehind: row.cells.optional("when_behind"),
            isEmpty: row.cells["says"] == "nothing")
        }))
  }
}
