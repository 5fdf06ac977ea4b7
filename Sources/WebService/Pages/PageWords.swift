import TradeModel

/// Every text of the pages, in both languages. Templates name them as `t.key`.
enum PageWords {
  static let all: [String: BilingualText] = [
    "alignment": BilingualText(en: "Part by part", fr: "Élément par élément"),
    "act": BilingualText(en: "Record", fr: "Enregistrer"),
    "actedBy": BilingualText(en: "By", fr: "Par"),
    "addItem": BilingualText(en: "Item", fr: "Bien"),
    "addParty": BilingualText(en: "Party", fr: "Partie"),
    "address": BilingualText(en: "Address", fr: "Adresse"),
    "ageing": BilingualText(en: "Age of open deals", fr: "Ancienneté des opérations ouvertes"),
    "all": BilingualText(en: "All", fr: "Toutes"),
    "answer": BilingualText(en: "Answer", fr: "Réponse"),
    "approve": BilingualText(en: "Approve", fr: "Approuver"),
    "asOf": BilingualText(en: "As of", fr: "État au"),
    "asOfBanner": BilingualText(
      en: "You are looking at the state of knowledge of",
      fr: "Vous voyez l’état des connaissances au"),
    "asOfChoose": BilingualText(en: "Choose a day", fr: "Choisir un jour"),
    "asOfClear": BilingualText(en: "Back to today", fr: "Revenir à aujourd’hui"),
    "asOfHelp": BilingualText(
      en: "Deals are shown as they stood at the end of that day. New screenings are not affected.",
      fr:
        "Les opérations sont montrées telles qu’elles étaient à la fin de ce jour. Les nouveaux contrôles n’en dépendent pas."
    ),
    "ask": BilingualText(en: "To ask", fr: "À demander"),
    "askQuestion": BilingualText(en: "Record a question", fr: "Enregistrer une question"),
    "assign": BilingualText(en: "Assign to", fr: "Attribuer à"),
    "assignee": BilingualText(en: "Assigned to", fr: "Attribuée à"),
    "authority": BilingualText(en: "Authority", fr: "Autorité"),
    "back": BilingualText(en: "Back", fr: "Retour"),
    "case": BilingualText(en: "Case", fr: "Dossier"),
    "codes": BilingualText(en: "Codes", fr: "Codes"),
    "colon": BilingualText(en: ": ", fr: "\u{00A0}: "),
    "commodity": BilingualText(en: "Commodity code", fr: "Code douanier"),
    "comparison": BilingualText(en: "How it compares", fr: "Comparaison"),
    "conclusion": BilingualText(en: "Conclusion", fr: "Conclusion"),
    "controlCode": BilingualText(en: "Control code", fr: "Code de contrôle"),
    "country": BilingualText(en: "Country", fr: "Pays"),
    "countries": BilingualText(en: "Countries", fr: "Pays"),
    "deals": BilingualText(en: "Deals", fr: "Opérations"),
    "decide": BilingualText(en: "Decide", fr: "Décider"),
    "decision": BilingualText(en: "Decision", fr: "Décision"),
    "decline": BilingualText(en: "Decline", fr: "Refuser la proposition"),
    "description": BilingualText(en: "Description", fr: "Désignation"),
    "designations": BilingualText(en: "Designations", fr: "Inscriptions"),
    "destination": BilingualText(en: "Destination", fr: "Destination"),
    "differs": BilingualText(en: "DIFFERS", fr: "DIFFÈRE"),
    "dispose": BilingualText(en: "Conclude", fr: "Conclure"),
    "dossier": BilingualText(en: "Printable dossier", fr: "Dossier imprimable"),
    "due": BilingualText(en: "Due", fr: "Échéance"),
    "endUse": BilingualText(en: "End use", fr: "Utilisation finale"),
    "evidence": BilingualText(en: "Evidence", fr: "Preuves"),
    "evidenceNone": BilingualText(
      en: "No report was read yet. Public reporting is not part of any result.",
      fr: "Aucun article n’a encore été lu. La presse publique n’entre dans aucun résultat."),
    "facts": BilingualText(en: "What was stated", fr: "Ce qui a été déclaré"),
    "findings": BilingualText(en: "Findings", fr: "Constats"),
    "fourEyes": BilingualText(
      en: "Waiting for a second person", fr: "En attente d’une seconde personne"),
    "from": BilingualText(en: "From", fr: "Départ"),
    "goods": BilingualText(en: "Goods", fr: "Biens"),
    "goodsSearch": BilingualText(
      en: "Search control lists", fr: "Chercher dans les listes de contrôle"),
    "guidance": BilingualText(en: "Guidance", fr: "Guides"),
    "guidanceHelp": BilingualText(
      en:
        "Red flags that authorities publish, in their words as far as they are quoted, with where they stand.",
      fr:
        "Signaux d’alerte publiés par les autorités, en anglais comme dans leurs sources, avec leur origine."
    ),
    "help": BilingualText(en: "Help", fr: "Aide"),
    "helpText": BilingualText(
      en:
        "A finding is a reason to look, never proof and never a clearance. Settle each finding with a reason, then propose a decision; where two people are needed, another person approves it. Nothing is overwritten: a conclusion is changed by another one.",
      fr:
        "Un constat est une raison de regarder, jamais une preuve ni un feu vert. Concluez sur chaque constat avec un motif, puis proposez une décision ; lorsque deux personnes sont requises, une autre l’approuve. Rien n’est effacé : une conclusion se change par une autre."
    ),
    "history": BilingualText(en: "History", fr: "Historique"),
    "identifiers": BilingualText(en: "Identifiers", fr: "Identifiants"),
    "inFull": BilingualText(en: "As JSON", fr: "En JSON"),
    "inFullHelp": BilingualText(
      en: "A whole transaction as JSON; it replaces the fields above.",
      fr: "Une opération complète en JSON ; elle remplace les champs ci-dessus."),
    "items": BilingualText(en: "Items", fr: "Biens"),
    "key": BilingualText(en: "Your key", fr: "Votre clé"),
    "keyHelp": BilingualText(
      en: "The key that your administrator gave you. It may be pasted.",
      fr: "La clé remise par votre administrateur. Elle peut être collée."),
    "keyboard": BilingualText(en: "Keyboard", fr: "Clavier"),
    "kind": BilingualText(en: "Kind", fr: "Type"),
    "language": BilingualText(en: "Français", fr: "English"),
    "links": BilingualText(en: "Links", fr: "Liens"),
    "listed": BilingualText(en: "What the list says", fr: "Ce que dit la liste"),
    "lists": BilingualText(en: "Lists", fr: "Listes"),
    "listState": BilingualText(en: "Published", fr: "Publiée"),
    "matched": BilingualText(en: "MATCHED", fr: "CONCORDE"),
    "mine": BilingualText(en: "Mine", fr: "Les miennes"),
    "more": BilingualText(en: "Show", fr: "Afficher"),
    "name": BilingualText(en: "Name", fr: "Nom"),
    "newDeal": BilingualText(en: "New deal", fr: "Nouvelle opération"),
    "nobody": BilingualText(en: "nobody", fr: "personne"),
    "none": BilingualText(en: "none", fr: "aucun"),
    "note": BilingualText(en: "Note", fr: "Note"),
    "noteAdd": BilingualText(en: "Write a note", fr: "Écrire une note"),
    "notChecked": BilingualText(en: "Not checked", fr: "Non vérifié"),
    "nothing": BilingualText(en: "Nothing is here.", fr: "Rien ici."),
    "open": BilingualText(en: "Open", fr: "Ouvertes"),
    "openFindings": BilingualText(en: "To settle", fr: "À trancher"),
    "origin": BilingualText(en: "Origin", fr: "Origine"),
    "outcome": BilingualText(en: "Result", fr: "Résultat"),
    "overdue": BilingualText(en: "Overdue", fr: "En retard"),
    "owners": BilingualText(en: "Ownership", fr: "Détention"),
    "parties": BilingualText(en: "Parties", fr: "Parties"),
    "partySearch": BilingualText(en: "Search listed parties", fr: "Chercher une partie listée"),
    "programmes": BilingualText(en: "Programmes", fr: "Programmes"),
    "propose": BilingualText(en: "Propose", fr: "Proposer"),
    "proposedBy": BilingualText(en: "Proposed by", fr: "Proposée par"),
    "publicReporting": BilingualText(en: "Public reporting", fr: "Presse publique"),
    "quality": BilingualText(en: "Quality", fr: "Qualité"),
    "qualityText": BilingualText(
      en:
        "Measured figures stand in the documentation of this version: Method/matching.md and Method/goods.md.",
      fr:
        "Les mesures figurent dans la documentation de cette version : Method/matching.md et Method/goods.md."
    ),
    "question": BilingualText(en: "Question", fr: "Question"),
    "questions": BilingualText(en: "Questions", fr: "Questions"),
    "queue": BilingualText(en: "Work queue", fr: "File de travail"),
    "quantity": BilingualText(en: "Quantity", fr: "Quantité"),
    "rationale": BilingualText(en: "In words", fr: "En toutes lettres"),
    "reason": BilingualText(en: "Reason", fr: "Motif"),
    "reference": BilingualText(en: "Reference", fr: "Référence"),
    "refer": BilingualText(en: "Refer to the authority", fr: "Saisir l’autorité"),
    "refuse": BilingualText(en: "Refuse", fr: "Refuser"),
    "release": BilingualText(en: "Release", fr: "Libérer"),
    "hold": BilingualText(en: "Hold", fr: "Suspendre"),
    "reopen": BilingualText(en: "Reopen", fr: "Rouvrir"),
    "rescreen": BilingualText(en: "Screen again", fr: "Contrôler à nouveau"),
    "role": BilingualText(en: "Role", fr: "Rôle"),
    "route": BilingualText(en: "Route", fr: "Trajet"),
    "routeHelp": BilingualText(
      en: "Places in order, one a line: city, country.",
      fr: "Lieux dans l’ordre, un par ligne : ville, pays."),
    "schema": BilingualText(en: "Kind", fr: "Type"),
    "score": BilingualText(en: "Score", fr: "Score"),
    "scoreBar": BilingualText(en: "What the score is made of", fr: "Composition du score"),
    "screen": BilingualText(en: "Screen", fr: "Contrôler"),
    "search": BilingualText(en: "Search", fr: "Chercher"),
    "signIn": BilingualText(en: "Sign in", fr: "Se connecter"),
    "signOut": BilingualText(en: "Sign out", fr: "Se déconnecter"),
    "signedIn": BilingualText(en: "Signed in as", fr: "Connecté en tant que"),
    "skip": BilingualText(en: "To the content", fr: "Aller au contenu"),
    "sources": BilingualText(en: "Sources", fr: "Sources"),
    "state": BilingualText(en: "State", fr: "État"),
    "states": BilingualText(en: "Kept states", fr: "États conservés"),
    "statement": BilingualText(en: "Statement", fr: "Énoncé"),
    "status": BilingualText(en: "Status", fr: "Statut"),
    "stays": BilingualText(
      en: "It never grants, refuses or clears anything.",
      fr: "Il n’autorise, ne refuse ni ne valide rien."),
    "subject": BilingualText(en: "What was stated", fr: "Ce qui a été déclaré"),
    "table": BilingualText(en: "As a table", fr: "En tableau"),
    "theme": BilingualText(en: "Dark or light", fr: "Sombre ou clair"),
    "time": BilingualText(en: "Time", fr: "Heure"),
    "title": BilingualText(en: "Title", fr: "Intitulé"),
    "to": BilingualText(en: "To", fr: "Arrivée"),
    "unknown": BilingualText(en: "UNKNOWN", fr: "INCONNU"),
    "until": BilingualText(en: "Due on", fr: "À décider avant le"),
    "value": BilingualText(en: "Value", fr: "Valeur"),
    "waiting": BilingualText(en: "waiting", fr: "en attente"),
    "weight": BilingualText(en: "Weight", fr: "Poids"),
    "what": BilingualText(en: "What", fr: "Quoi"),
    "who": BilingualText(en: "Who", fr: "Qui"),
    "why": BilingualText(en: "Why", fr: "Pourquoi"),
    "wouldChange": BilingualText(
      en: "What would change this result", fr: "Ce qui changerait ce résultat"),
  ]

  /// What roles are called.
  static let roles: [String: BilingualText] = [
    "viewer": BilingualText(en: "viewer", fr: "lecteur"),
    "analyst": BilingualText(en: "analyst", fr: "analyste"),
    "approver": BilingualText(en: "approver", fr: "approbateur"),
    "administrator": BilingualText(en: "administrator", fr: "administrateur"),
    "service": BilingualText(en: "service", fr: "service"),
  ]

  /// The keys of the map, with what each does.
  static let keyboard: KeyValuePairs<String, BilingualText> = [
    "?": BilingualText(en: "this list", fr: "cette liste"),
    "/": BilingualText(en: "to the search box", fr: "vers la recherche"),
    "g q": BilingualText(en: "work queue", fr: "file de travail"),
    "g d": BilingualText(en: "new deal", fr: "nouvelle opération"),
    "g l": BilingualText(en: "lists", fr: "listes"),
    "J, K": BilingualText(en: "next and previous row", fr: "ligne suivante et précédente"),
    "Enter": BilingualText(en: "open the row", fr: "ouvrir la ligne"),
    "1 – 9": BilingualText(
      en: "choose the reason with that key", fr: "choisir le motif de cette touche"),
    "Ctrl + Enter": BilingualText(en: "send the form", fr: "envoyer le formulaire"),
    "[, ]": BilingualText(en: "a day back, a day on", fr: "un jour avant, un jour après"),
  ]

  static func texts(_ language: Language) -> [String: String] { all.mapValues { $0[language] } }
}
