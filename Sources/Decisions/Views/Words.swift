import TradeModel

/// The fixed words of a dossier in one language.
struct Words {
  let title: String
  let asOf: String
  let asKnownOn: String
  let reference: String
  let outcome: String
  let alsoFound: String
  let transaction: String
  let parties: String
  let items: String
  let findings: String
  let noFindings: String
  let quieted: String
  let ifConfirmed: String
  let restsOn: String
  let score: String
  let why: String
  let subject: String
  let listed: String
  let comparison: String
  let weight: String
  let listings: String
  let sources: String
  let ask: String
  let licences: String
  let reach: String
  let questions: String
  let noQuestions: String
  let wouldChange: String
  let inputWarnings: String
  let checked: String
  let notChecked: String
  let lists: String
  let digests: String
  let limits: String
  let dossierDigest: String
  let bits: String
  /// The colon with its blanks: French puts a no-break blank before it.
  let colon: String
  let printHint: String

  init(_ language: Language) {
    func pick(_ en: String, _ fr: String) -> String { BilingualText(en: en, fr: fr)[language] }
    title = pick("Screening dossier", "Dossier de contrôle")
    asOf = pick("For the day", "Pour le jour")
    asKnownOn = pick("as known on", "selon l’état connu le")
    reference = pick("Reference", "Référence")
    outcome = pick("Outcome", "Conclusion")
    alsoFound = pick("Also found", "Également constaté")
    transaction = pick("The transaction", "L’opération")
    parties = pick("Parties", "Parties")
    items = pick("Items", "Biens")
    findings = pick("Findings", "Constats")
    noFindings = pick(
      "Nothing to look at was found, within the limits below.",
      "Rien à examiner n’a été trouvé, dans les limites ci-dessous.")
    quieted = pick("Quieted by a decision", "En sourdine par décision")
    ifConfirmed = pick("If confirmed", "Si confirmé")
    restsOn = pick("Rests on", "Repose sur")
    score = pick("Score", "Score")
    why = pick("Why", "Pourquoi")
    subject = pick("In the transaction", "Dans l’opération")
    listed = pick("On the list", "Sur la liste")
    comparison = pick("Comparison", "Comparaison")
    weight = pick("Weight", "Poids")
    listings = pick("Listed as", "Inscription")
    sources = pick("Sources", "Sources")
    ask = pick("Ask", "À demander")
    licences = pick("Licences, law by law", "Licences, droit par droit")
    reach = pick("This law", "Ce droit")
    questions = pick("Questions to ask", "Questions à poser")
    noQuestions = pick("None.", "Aucune.")
    wouldChange = pick("What would change this result", "Ce qui changerait ce résultat")
    inputWarnings = pick("Read with a warning", "Lu avec réserve")
    checked = pick("Checked", "Contrôlé")
    notChecked = pick("Not checked, and why", "Non contrôlé, et pourquoi")
    lists = pick("Lists screened", "Listes consultées")
    digests = pick("To run it again", "Pour le refaire")
    limits = pick("Limits", "Limites")
    dossierDigest = pick("SHA-256 of this dossier", "SHA-256 de ce dossier")
    bits = pick("bits", "bits")
    colon = pick(": ", "\u{00A0}: ")
    printHint = pick("Quivive dossier", "Dossier Quivive")
  }
}
