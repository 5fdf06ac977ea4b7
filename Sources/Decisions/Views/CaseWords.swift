public import TradeModel

/// The words around a case in a language.
struct CaseWords {
  let language: Language

  private func pick(_ en: String, _ fr: String) -> String {
    BilingualText(en: en, fr: fr)[language]
  }

  var colon: String { pick(": ", "\u{00A0}: ") }
  var title: String { pick("Case", "Dossier de cas") }
  var opened: String { pick("Opened", "Ouvert") }
  var assignee: String { pick("Assigned", "Attribué") }
  var due: String { pick("Due", "Échéance") }
  var outcome: String { pick("Outcome of the screening", "Conclusion du contrôle") }
  var dossier: String { pick("Dossier", "Dossier de contrôle") }
  var erased: String {
    pick("What was recorded was erased.", "Le contenu enregistré a été effacé.")
  }
  var proposed: String { pick("Proposed", "Proposé") }
  var secondPerson: String {
    pick("Another person approves or declines it.", "Une autre personne l’approuve ou la rejette.")
  }
  var proposedBy: String { pick("proposed by", "sur proposition de") }
  var decision: String { pick("DECISION", "DÉCISION") }
  var findings: String { pick("Findings", "Constats") }
  var notSettled: String { pick("not settled", "non tranché") }
  var quieted: String {
    pick("quieted by a good-guy decision", "en sourdine par une décision « good guy »")
  }
  var reviewAgain: String {
    pick("TO BE REVIEWED AGAIN, it has changed; before", "À REVOIR, il a changé ; avant")
  }
  var questions: String { pick("Questions", "Questions") }
  var unanswered: String { pick("not answered", "sans réponse") }
  var attachments: String { pick("Attachments", "Pièces jointes") }
  var notes: String { pick("Notes", "Notes") }
  var history: String { pick("History", "Historique") }
  var unknown: String {
    pick("members this program does not know", "membres inconnus de ce programme")
  }
  var noCases: String { pick("No cases.", "Aucun cas.") }
  var rationaleNeeded: String { pick("written reason needed", "justification exigée") }
  var twoNeeded: String { pick("two people", "deux personnes") }

  func state(_ state: Case.State) -> String {
    switch state {
    case .open: pick("open", "ouvert")
    case .proposed: pick("proposed", "proposé")
    case .decided: pick("decided", "décidé")
    }
  }

  func kind(_ kind: CaseDecision.Kind) -> String { kind.title[language] }

  func who(_ actor: Actor, _ time: Timestamp) -> String { "\(actor), \(time)" }

  func quoted(_ text: String) -> String { pick("“\(text)”", "« \(text) »") }

  func open(_ open: Int, of all: Int) -> String {
    pick("\(open) of \(all) to settle", "\(open) à trancher sur \(all)")
  }

  func bytes(_ count: Int) -> String {
    "\(Wording(language: language).count(count)) \(pick("bytes", "octets"))"
  }

  func conclusion(_ disposition: Case.Recorded<Disposition>) -> String {
    let value = disposition.value
    let why = value.rationale.isEmpty ? "" : "\(colon)\(quoted(value.rationale))"
    return
      "\(value.reason.conclusion.title[language]) — \(value.reason.label[language]) (\(who(disposition.actor, disposition.time)))\(why)"
  }

  /// What an entry of the history records, in a few words.
  func act(_ entry: CaseEntry) -> String {
    guard let event = entry.event else {
      return entry.isErased
        ? "\(entry.kind) \(pick("(erased)", "(effacé)"))"
        : entry.kind == AuditErasure.kind
          ? pick("what was recorded was erased", "le contenu enregistré a été effacé")
          : "\(entry.kind) \(pick("(not readable by this program)", "(illisible pour ce programme)"))"
    }
    return switch event {
    case .opened: pick("opened", "ouvert")
    case .rescreened(let dossier):
      "\(pick("rescreened", "contrôlé à nouveau")) (\(dossier.outcome.title[language]))"
    case .disposed(let disposition):
      "\(disposition.finding)\(colon)\(disposition.reason.conclusion.title[language]) (\(disposition.reason.code))"
    case .asked(let id, _, _): "\(id) \(pick("asked", "posée"))"
    case .answered(let id, _): "\(id) \(pick("answered", "répondue"))"
    case .assigned(let actor): "\(assignee)\(colon)\(actor?.name ?? "–")"
    case .due(let day): "\(due)\(colon)\(day?.iso ?? "–")"
    case .noted: pick("note", "note")
    case .attached(let name, _, _): "\(pick("attached", "pièce jointe"))\(colon)\(name)"
    case .proposed(let decision): "\(proposed)\(colon)\(kind(decision.kind))"
    case .approved(let decision): "\(pick("approved", "approuvé"))\(colon)\(kind(decision.kind))"
    case .declined: pick("proposal declined", "proposition rejetée")
    case .decided(let decision): "\(pick("decided", "décidé"))\(colon)\(kind(decision.kind))"
    case .reopened: pick("reopened", "rouvert")
    }
  }
}

extension CaseEntry {
  /// What the entry records, in a few words.
  public func text(_ language: Language) -> String { CaseWords(language: language).act(self) }
}

extension Case.State {
  /// For people.
  public func title(_ language: Language) -> String { CaseWords(language: language).state(self) }
}
