import FileFormats
import TradeModel

/// What a page or a terminal shows of a dossier, in one language and in reading order.
///
/// Both views render this and nothing else, so they cannot tell different stories. It is read from
/// the dossier's JSON alone: a stored dossier shows the same without a new screening.
struct DossierView {
  struct Row {
    let label: String
    let value: String
  }

  struct Party {
    let name: String
    let roles: String
    let details: String
  }

  struct Item {
    let number: Int
    let description: String
    let details: String
  }

  struct Part {
    let subject: String
    let listed: String
    let operation: String
    let weight: String
  }

  struct Reason {
    let sentence: String
    let weight: String
    let parts: [Part]
  }

  struct Listing {
    let id: String
    let text: String
  }

  struct Citation {
    let text: String
    let address: String
    let hasAddress: Bool
  }

  struct Finding {
    let number: Int
    let outcomeClass: String
    let outcome: String
    /// Empty when there is nothing left to confirm.
    let ifConfirmed: String
    let title: String
    let facts: String
    let sentences: [String]
    let hasHit: Bool
    let score: String
    let caption: String
    let reasons: [Reason]
    let listings: [Listing]
    let citations: [Citation]
    /// Empty when there is nothing to ask.
    let question: String
    /// What recorded decisions say of it.
    let decisions: [String]
  }

  /// What one jurisdiction asks for one item.
  struct Licence {
    let title: String
    let outcomeClass: String
    let answer: String
    let reach: String
    /// What asks for a licence or is open, then what passes, then permissions.
    let sentences: [String]
  }

  struct Question {
    let text: String
    let finding: String
  }

  let language: String
  let words: Words
  let reference: String
  let day: String
  let outcomeClass: String
  let outcome: String
  let outcomeMeaning: String
  let otherOutcomes: [Row]
  let notices: [String]
  /// Which hits decisions quiet; empty when there are none.
  let quieted: String
  let parties: [Party]
  let items: [Item]
  let facts: [Row]
  let findings: [Finding]
  let licences: [Licence]
  let hasLicences: Bool
  let warnings: [Row]
  let hasWarnings: Bool
  let questions: [Question]
  let wouldChange: [String]
  let checked: [String]
  let notChecked: [Row]
  let lists: [Row]
  let digests: [Row]
  let limits: [String]
  let dossierDigest: String
}
