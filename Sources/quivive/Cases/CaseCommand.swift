import ArgumentParser

/// `quivive case`: the life of a case from a terminal.
struct CaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Work on a transaction until it is decided.",
    discussion: """
      A case is a transaction with its dossiers, the conclusion on each finding, questions, files and \
      one decision. Every act becomes an entry of the audit trail in the home's store; nothing is \
      overwritten. Whoever proposes a decision cannot approve it: the store refuses it.

      Exit status: 0 recorded or shown, 64 usage, 65 refused by a rule, 66 no such case, 75 try again.
      """,
    subcommands: [
      CaseOpen.self, CaseList.self, CaseShow.self, CaseRescreen.self, CaseReasons.self,
      CaseDispose.self, CaseAsk.self, CaseAnswer.self, CaseAssign.self, CaseDue.self,
      CasePropose.self, CaseApprove.self, CaseDecline.self, CaseDecide.self, CaseNote.self,
      CaseAttach.self, CaseReopen.self, CaseExport.self,
    ])
}
